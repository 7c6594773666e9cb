/** Entities of the guide: students and the courses they take. */
@NullMarked
package io.aludel.examples.guide.school;

import org.jspecify.annotations.NullMarked;
