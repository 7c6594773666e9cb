/**
 * What the source says of entities, as far as checks and the generated metamodel need it. Read from
 * elements of the compiler, be they from source or from class files.
 */
@NullMarked
package io.aludel.processor.internal.model;

import org.jspecify.annotations.NullMarked;
