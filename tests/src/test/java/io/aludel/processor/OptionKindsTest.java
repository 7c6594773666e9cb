package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.Parity;
import io.aludel.testing.compile.Compilation;
import io.aludel.testing.compile.SourceCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loader option for an attribute of the wrong kind does not compile. */
class OptionKindsTest {
  private static Compilation compile(String option) {
    return SourceCompiler.create().compile("""
        package com.example;

        import io.aludel.orm.annotation.*;
        import java.util.*;

        @Entity public class Author {
          @Id Integer id;
          String name;
          @Relationship(backPopulates = "author") List<Work> works = new ArrayList<>();
          @Hybrid public String shout() { return name + "!"; }
        }
        """, """
        package com.example;

        import io.aludel.orm.annotation.*;

        @Entity public class Work {
          @Id Integer id;
          String title;
          @ForeignKey("author.id") Integer authorId;
          @Relationship(backPopulates = "works") Author author;
        }
        """, """
        package com.example;

        import static io.aludel.orm.Orm.*;

        class Use {
          Object option = %s;
        }
        """.formatted(option));
  }

  @Test
  void option_ofTheRightKind_compiles() {
    compile("selectinLoad(Author_.works).loadOnly(Work_.title)").requireSuccess();
  }

  @ParameterizedTest
  @Parity("ORM-ERR-19")
  @ValueSource(
      strings = {
        "joinedLoad(Author_.name)",
        "selectinLoad(Author_.name)",
        "raiseLoad(Author_.name)",
        "containsEager(Author_.name)",
        "defer(Author_.works)",
        "undefer(Author_.works)",
        "loadOnly(Author_.works)",
        "loadOnly(Author_.shout)",
        "withExpression(Author_.works, Author_.name)",
        "selectinLoad(Author_.works).joinedLoad(Author_.works)",
        "selectinLoad(Author_.works).loadOnly(Author_.name)"
      })
  void option_ofTheWrongKind_doesNotCompile(String option) {
    Compilation compilation = compile(option);

    assertThat(compilation.isSuccessful()).isFalse();
    assertThat(compilation.errors()).isNotEmpty();
  }
}
