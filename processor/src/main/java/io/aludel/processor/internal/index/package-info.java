/**
 * The list of entities that the processor leaves beside the classes of one output folder or jar, for
 * {@code Registry.discover()}.
 */
@NullMarked
package io.aludel.processor.internal.index;

import org.jspecify.annotations.NullMarked;
