package io.aludel.testing;

/** One thing an engine did: a statement it executed, or a transaction it began or ended. */
public sealed interface Step permits ExecutedStatement, TransactionStep {}
