package io.aludel.testing;

/**
 * A number of statements, whatever they say.
 *
 * @param count how many
 */
public record AnyStatements(int count) implements Expectation {}
