/**
 * The {@code weave} command: weaves the classes of folders that another compiler filled.
 */
@NullMarked
package io.aludel.processor.internal.command;

import org.jspecify.annotations.NullMarked;
