/** Constructs of an application, spelled by it on each database. */
@NullMarked
package io.aludel.sql.extension;

import org.jspecify.annotations.NullMarked;
