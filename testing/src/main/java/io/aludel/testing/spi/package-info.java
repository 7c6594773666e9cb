/**
 * What an application may add to the test kit: databases of its own, and checks that run after every
 * test. Both are found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package io.aludel.testing.spi;

import org.jspecify.annotations.NullMarked;
