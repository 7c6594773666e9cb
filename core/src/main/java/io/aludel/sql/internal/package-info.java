/**
 * What the words share: the checks of their arguments, the simplifications of conditions, and the plain
 * objects that bear them. Not exported.
 */
@NullMarked
package io.aludel.sql.internal;

import org.jspecify.annotations.NullMarked;
