package io.aludel.orm.attribute;

import java.util.function.Supplier;

/**
 * How an attribute finds the metamodel of the related entity.
 *
 * @param plain gives the entity itself, or what it was narrowed to
 * @param alias makes a further occurrence under a name made at compilation
 */
record Target<R>(Supplier<R> plain, Supplier<R> alias) {}
