package io.aludel.processor.internal.hybrid;

import io.aludel.processor.internal.check.Report;
import io.aludel.processor.internal.model.MappedClass;
import org.jspecify.annotations.Nullable;

/** Reads what the body of a hybrid means, which only some compilers let processors do. */
public interface BodyReader {
  /**
   * What the body of a hybrid means.
   *
   * @param mapped the class that declares it
   * @param hybrid the hybrid, which has no parameters of unknown types
   * @param report takes what has no SQL
   * @return the meaning of its result; null if something was reported
   */
  @Nullable Term read(MappedClass mapped, HybridMethod hybrid, Report report);
}
