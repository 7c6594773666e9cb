package io.aludel.automap;

import com.palantir.javapoet.AnnotationSpec;
import org.jspecify.annotations.Nullable;

/** How a source says that there may be no value. */
final class Nullables {
  static final AnnotationSpec MARK = AnnotationSpec.builder(Nullable.class).build();

  private Nullables() {}
}
