/** The how-to pages: the questions people ask first, answered by code that runs. */
@NullMarked
package io.aludel.examples.howto;

import org.jspecify.annotations.NullMarked;
