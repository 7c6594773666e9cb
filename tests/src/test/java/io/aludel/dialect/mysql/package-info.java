/** Tests of what this one database has. */
@NullMarked
package io.aludel.dialect.mysql;

import org.jspecify.annotations.NullMarked;
