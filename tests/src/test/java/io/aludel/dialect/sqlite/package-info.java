/** Tests of what this one database has. */
@NullMarked
package io.aludel.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
