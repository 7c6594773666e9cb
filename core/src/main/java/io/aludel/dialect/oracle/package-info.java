/**
 * The dialect of Oracle Database: what it spells, carries and reports in ways of its own, and the types,
 * options and operators that only it has.
 */
@NullMarked
package io.aludel.dialect.oracle;

import org.jspecify.annotations.NullMarked;
