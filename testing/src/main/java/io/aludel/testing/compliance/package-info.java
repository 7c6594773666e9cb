/**
 * What every dialect must do, as tests that an author of a dialect runs on a real database. What a
 * dialect declares as a {@code Capability} is tried; what it does not declare must be refused when a
 * statement is compiled, or done in another way with the same outcome.
 */
@NullMarked
package io.aludel.testing.compliance;

import org.jspecify.annotations.NullMarked;
