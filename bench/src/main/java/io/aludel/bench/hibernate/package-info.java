/** The works with Hibernate ORM. */
@NullMarked
package io.aludel.bench.hibernate;

import org.jspecify.annotations.NullMarked;
