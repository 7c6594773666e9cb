package io.aludel.testing;

import java.util.List;

/**
 * Several statements, one after the other, in whatever order.
 *
 * @param statements the statements
 */
public record AnyOrder(List<ExpectedStatement> statements) implements Expectation {}
