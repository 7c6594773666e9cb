package io.aludel.processor.internal.weaver;

import org.jspecify.annotations.Nullable;

/** Answers the weaver's questions about classes other than the one being woven. */
@FunctionalInterface
public interface ClassCatalog {
  /**
   * What is known of a class or interface.
   *
   * @param internalName its name with slashes, such as {@code com/example/Outer$Inner}
   * @return the facts, or null when there is no such class
   */
  @Nullable ClassFacts find(String internalName);
}
