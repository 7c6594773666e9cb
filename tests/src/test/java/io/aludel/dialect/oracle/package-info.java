/** Tests of what this one database has; no server of its kind is at hand. */
@NullMarked
package io.aludel.dialect.oracle;

import org.jspecify.annotations.NullMarked;
