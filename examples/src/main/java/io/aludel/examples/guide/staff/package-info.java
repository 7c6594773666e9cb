/** Entities of the guide: employees, who have each other for managers, and people with computed names. */
@NullMarked
package io.aludel.examples.guide.staff;

import org.jspecify.annotations.NullMarked;
