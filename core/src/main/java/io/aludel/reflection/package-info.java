/**
 * What a database says of itself: the {@link io.aludel.reflection.Inspector}, which finds tables, columns,
 * keys, constraints and indexes and can make a model of them, and the contract that dialects fulfil for
 * it. Everything is read for many tables at once, in a fixed number of queries.
 */
@org.jspecify.annotations.NullMarked
package io.aludel.reflection;
