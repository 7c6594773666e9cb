/**
 * The weaver: a class file in, a class file out. It knows nothing of compilers or folders; whoever
 * calls it answers its questions about other classes through a {@link
 * io.aludel.processor.internal.weaver.ClassCatalog}.
 */
@NullMarked
package io.aludel.processor.internal.weaver;

import org.jspecify.annotations.NullMarked;
