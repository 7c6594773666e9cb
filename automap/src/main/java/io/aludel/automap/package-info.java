/**
 * Entity classes for a database that is there already (parity row ORM-DDL-27): {@link
 * io.aludel.automap.Automap} reads its tables and writes Java sources that map them.
 */
@NullMarked
package io.aludel.automap;

import org.jspecify.annotations.NullMarked;
