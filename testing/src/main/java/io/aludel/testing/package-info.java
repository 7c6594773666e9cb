/**
 * What tests of an application need beside JUnit: a fresh database for each test, the statements that
 * ran, and a check that nothing was left open.
 */
@NullMarked
package io.aludel.testing;

import org.jspecify.annotations.NullMarked;
