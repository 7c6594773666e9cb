/** Tests of what this one database has. */
@NullMarked
package io.aludel.dialect.sqlserver;

import org.jspecify.annotations.NullMarked;
