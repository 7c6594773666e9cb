package io.aludel.testing;

/**
 * What a test says should have happened at one place in the order of things. Made by {@link
 * Expectations}. Immutable.
 */
public sealed interface Expectation
    permits ExpectedStatement, AnyOrder, AnyStatements, TransactionStep {}
