package io.aludel.automap;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** An annotation with all that it says on one line, as people write it. */
final class AnnotationWords {
  private final Class<?> type;
  private final List<CodeBlock> said = new ArrayList<>();

  AnnotationWords(Class<?> type) {
    this.type = type;
  }

  AnnotationWords say(String member, String format, Object... arguments) {
    said.add(CodeBlock.of(member + " = " + format, arguments));
    return this;
  }

  AnnotationWords value(CodeBlock value) {
    said.add(value);
    return this;
  }

  boolean isEmpty() {
    return said.isEmpty();
  }

  /** The library breaks lines between named members, but not within the value of one. */
  AnnotationSpec annotation() {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(type);
    if (!said.isEmpty()) {
      annotation.addMember("value", CodeBlock.join(said, ",$W"));
    }
    return annotation.build();
  }

  /** Several values as an annotation takes them: one stands alone. */
  static CodeBlock array(List<CodeBlock> values) {
    return values.size() == 1 ? values.get(0) : CodeBlock.of("{$L}", CodeBlock.join(values, ",$W"));
  }
}
