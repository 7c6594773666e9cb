package io.aludel.testing.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.weave.Weave;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceCompilerTest {
  private static final String USER = """
      /* The class of users, not of class Others. */
      package app.model;
      import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;
      @SuppressWarnings({"all"}) @Entity(table = "users") public final class User { @Id Integer id; }
      """;

  @Test
  void compile_entity_givesClassesSourcesAndResources() throws IOException {
    Compilation compilation = SourceCompiler.create().compile(USER).requireSuccess();

    assertThat(compilation.isSuccessful()).isTrue();
    assertThat(compilation.load("app.model.User").getClassLoader())
        .isSameAs(compilation.classLoader());
    assertThat(compilation.generatedSource("app.model.User_")).contains("final class User_");
    assertThat(compilation.text(Weave.INDEX)).isEqualTo("app.model.User\n");
    List<String> indexes = new ArrayList<>();
    for (URL index : Collections.list(compilation.classLoader().getResources(Weave.INDEX))) {
      try (InputStream in = index.openStream()) {
        indexes.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(indexes).contains("app.model.User\n");
  }

  @Test
  void compile_mistake_tellsFileLineAndMarkedSource() {
    Compilation compilation =
        SourceCompiler.create().compile("package app;\nclass Wrong {\n  int x = \"text\";\n}");

    assertThat(compilation.isSuccessful()).isFalse();
    assertThat(compilation.errors()).singleElement().satisfies(error -> {
      assertThat(error.file()).isEqualTo("Wrong.java");
      assertThat(error.line()).isEqualTo(3);
      assertThat(error.marked()).isEqualTo("\"text\"");
      assertThat(error.isError()).isTrue();
    });
    assertThatThrownBy(compilation::requireSuccess)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            "The sources do not compile:\n  ERROR Wrong.java:3 incompatible types");
  }

  @Test
  void compile_afterAnother_seesItsClasses() throws ReflectiveOperationException {
    Compilation first = SourceCompiler.create().compile(USER);
    Compilation second = SourceCompiler.create()
        .after(first)
        .compile("class Caller { static Object user() { return new app.model.User(); } }")
        .requireSuccess();

    var method = second.load("Caller").getDeclaredMethod("user");
    method.setAccessible(true);
    assertThat(method.invoke(null)).isInstanceOf(first.load("app.model.User"));
    assertThat(second.paths()).containsExactly("Caller.class");
  }

  @Test
  void withProcessors_none_leavesClassesAlone() {
    Compilation compilation = SourceCompiler.create().withProcessors().compile(USER);

    assertThat(compilation.paths()).containsExactly("app/model/User.class");
  }

  @Test
  void withOptions_lint_givesWarnings() {
    Compilation compilation = SourceCompiler.create()
        .withOptions("-Xlint:rawtypes")
        .compile("class Raw { java.util.List list; }");

    assertThat(compilation.isSuccessful()).isTrue();
    assertThat(compilation.messages())
        .singleElement()
        .satisfies(
            message -> assertThat(message.text()).contains("found raw type: java.util.List"));
  }

  @Test
  void missing_files_areNamedWithThoseThereAre() {
    Compilation compilation = SourceCompiler.create().withProcessors().compile(USER);

    assertThatThrownBy(() -> compilation.load("app.model.Gone"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("No class app.model.Gone was compiled, only [app/model/User.class]");
    assertThatThrownBy(() -> compilation.generatedSource("app.model.User_"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("No file app/model/User_.java was written");
  }
}
