package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an attribute that has no column and gets its value from statements that supply the SQL with
 * {@code Orm.withExpression} (parity row ORM-MAP-22). Loaded without one it is null, or what the default given
 * to {@code EntityMapping.queryExpression} says. Never written.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface QueryExpression {}
