package io.aludel.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fails a test, or each test of a class, that ends with a statement which no assertion of its {@link
 * StatementRecorder} has looked at, such as a lazy load that nobody meant. {@link
 * StatementRecorder#clear} forgets the statements of preparations.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AssertsEveryStatement {}
