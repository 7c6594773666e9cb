/**
 * The rooms behind a session: who may use it, which objects it holds and how they move between their
 * states, its transactions with what they must be able to undo.
 */
@NullMarked
package io.aludel.orm.internal.session;

import org.jspecify.annotations.NullMarked;
