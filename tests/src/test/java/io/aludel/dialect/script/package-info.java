/** SQL for databases that are not there. */
@NullMarked
package io.aludel.dialect.script;

import org.jspecify.annotations.NullMarked;
