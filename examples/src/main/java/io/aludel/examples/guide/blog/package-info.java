/** Entities of the guide: authors, their articles, and notes that know when they changed. */
@NullMarked
package io.aludel.examples.guide.blog;

import org.jspecify.annotations.NullMarked;
