/**
 * The engine for programs that must not wait: connections, transactions and results whose methods return
 * {@link java.util.concurrent.CompletionStage}, and the workers and lanes on which the blocking ones run
 * beneath them.
 */
@NullMarked
package io.aludel.async;

import org.jspecify.annotations.NullMarked;
