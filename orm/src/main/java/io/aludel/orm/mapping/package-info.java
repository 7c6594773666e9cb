/**
 * How classes are mapped: the registry that holds mapped classes, and the
 * mappers that describe each of them.
 */
@NullMarked
package io.aludel.orm.mapping;

import org.jspecify.annotations.NullMarked;
