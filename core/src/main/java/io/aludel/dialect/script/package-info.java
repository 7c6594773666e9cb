/** SQL for a database that is not there: scripts to be read, kept or run by other tools. */
@NullMarked
package io.aludel.dialect.script;

import org.jspecify.annotations.NullMarked;
