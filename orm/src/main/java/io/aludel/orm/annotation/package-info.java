/**
 * What an entity class says of its mapping. Annotations hold names and flags only; the registry reads
 * them once, and the processor checks them at compile time.
 */
@NullMarked
package io.aludel.orm.annotation;

import org.jspecify.annotations.NullMarked;
