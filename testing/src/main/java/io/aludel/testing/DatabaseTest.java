package io.aludel.testing;

import io.aludel.testing.internal.DatabaseLifecycle;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class, or one test, a database where any will do: the first configured one that
 * has what {@link Requires} asks for. The tests carry {@code @Test} as ever, and get their database as
 * {@link ForEachDatabase} says.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@ExtendWith(DatabaseLifecycle.class)
public @interface DatabaseTest {}
