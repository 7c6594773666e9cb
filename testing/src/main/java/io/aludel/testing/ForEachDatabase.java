package io.aludel.testing;

import io.aludel.testing.internal.DatabaseTemplate;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test, or all tests of a class, once on every configured database that has what {@link
 * Requires} asks for. A method so annotated is a test and needs no {@code @Test}; the tests of a class
 * so annotated carry {@code @Test} as ever.
 *
 * <p>Test methods, {@code @BeforeEach} and {@code @AfterEach} methods may take a {@link TestDatabase},
 * made for this one test and empty. It is made when first asked for, checked for things left open when
 * the test has passed, and removed.
 *
 * <p>The databases are those named by the system property {@code aludel.test.databases}, or the
 * environment variable {@code ALUDEL_TEST_DATABASES}: {@code sqlite,h2,postgresql} when neither is
 * set, {@code mariadb} being the fourth that the kit knows. PostgreSQL and MariaDB run embedded unless
 * {@code aludel.test.postgresql.url} (with {@code .user} and {@code .password}, or the environment
 * variables {@code ALUDEL_TEST_POSTGRESQL_URL} and so on) names a server.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@ClassTemplate
@TestTemplate
@ExtendWith(DatabaseTemplate.class)
public @interface ForEachDatabase {}
