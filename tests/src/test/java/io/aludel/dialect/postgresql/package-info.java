/** Tests of what this one database has. */
@NullMarked
package io.aludel.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
