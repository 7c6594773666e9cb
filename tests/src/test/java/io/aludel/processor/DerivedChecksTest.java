package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.mapping.MappingMessage;
import io.aludel.testing.Parity;
import io.aludel.testing.compile.Compilation;
import io.aludel.testing.compile.CompileMessage;
import io.aludel.testing.compile.SourceCompiler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mistakes in attributes that are more, or less, than one column. */
class DerivedChecksTest {
  private static final String RECORDS =
      "record Point(int x, int y) {} record Line(Point a, Point b) {}";

  private static Compilation compile(String... sources) {
    List<String> whole = new ArrayList<>();
    for (String source : sources) {
      whole.add("package com.example;\nimport io.aludel.orm.annotation.*;"
          + " import io.aludel.orm.mapping.*;\nimport java.util.*;\n" + source);
    }
    return SourceCompiler.create().compile(whole.toArray(String[]::new));
  }

  private static Compilation entity(String fields) {
    return compile("@Entity class Thing { @Id Integer id; " + fields + " } " + RECORDS);
  }

  private static void assertError(
      Compilation compilation, MappingMessage message, String marked, String words) {
    List<CompileMessage> found = compilation.errors().stream()
        .filter(error -> error.text().endsWith("[" + message.code() + "]"))
        .toList();
    assertThat(found).as("errors %s among %s", message, compilation.messages()).hasSize(1);
    assertThat(found.get(0).text()).contains(words);
    assertThat(found.get(0).marked()).isEqualTo(marked);
  }

  @Test
  @Parity({"ORM-MAP-23", "ORM-MAP-24", "ORM-MAP-20", "ORM-MAP-22", "ORM-MAP-28"})
  void rightOnes_compile() {
    entity("@Composite Point start; @Composite({\"a\", \"b\", \"c\", \"d\"}) Line line;"
            + " String name; @Synonym(\"name\") String title; @Synonym(\"start\") Point begin;"
            + " @Deferred(group = \"g\") String text; @QueryExpression Integer rank;"
            + " @ActiveHistory int size;")
        .requireSuccess();
  }

  @Test
  @Parity("ORM-MAP-23")
  void composite_mistakes_areReported() {
    assertError(
        entity("@Composite String start;"),
        MappingMessage.COMPOSITE_NO_RECORD,
        "@Composite",
        "Thing.start cannot be a composite: java.lang.String is no record.");
    assertError(
        entity("@Composite({\"x\"}) Point start;"),
        MappingMessage.COMPOSITE_PARTS,
        "@Composite({\"x\"})",
        "Thing.start names 1 columns, but the parts of Point are [x, y].");
    assertError(
        entity("@Composite @Column(name = \"p\") Point start;"),
        MappingMessage.CONTRADICTION,
        "@Column(name = \"p\")",
        "Thing.start is marked @Composite and @Column");
  }

  @Test
  @Parity("ORM-MAP-24")
  void synonym_mistakes_areReported() {
    assertError(
        entity("@Synonym(\"nothing\") String title;"),
        MappingMessage.NO_SUCH_ATTRIBUTE,
        "@Synonym(\"nothing\")",
        "Thing has no mapped attribute 'nothing'");
    assertError(
        entity("int name; @Synonym(\"name\") String title;"),
        MappingMessage.WRONG_SYNONYM,
        "@Synonym(\"name\")",
        "Thing.title cannot stand for 'name', which is of type int");
    assertError(
        entity("@Relationship Other other; @Synonym(\"other\") Other title; }"
            + " @Entity class Other { @Id Integer id; @ForeignKey(\"thing.id\") Integer thingId;"),
        MappingMessage.WRONG_SYNONYM,
        "@Synonym(\"other\")",
        "which is a relationship");
  }

  @Test
  @Parity("ORM-MAP-28")
  void mutable_typeThatCannotReport_isReported() {
    assertError(
        entity("@Mutable String name;"),
        MappingMessage.MUTABLE_TYPE,
        "@Mutable",
        "Thing.name is @Mutable, but java.lang.String cannot report changes.");
  }

  @Test
  @Parity("ORM-MAP-43")
  void conflicts_ofAttributesAndColumns_areReported() {
    assertError(
        compile(
            "@Entity @Inheritance(InheritanceStrategy.SINGLE_TABLE)"
                + " @Discriminator(column = \"kind\", value = \"user\")"
                + " class User { @Id Integer id; String name; }",
            "@Entity @DiscriminatorValue(\"admin\")"
                + " class Admin extends User { String name; }"),
        MappingMessage.HIDDEN_ATTRIBUTE,
        "String name;",
        "Admin.name hides the attribute of the same name in User");
    assertThat(compile("@Entity class User { @Id Integer id; String name;"
                + " @Column(name = \"name\") String alias; }")
            .errors())
        .anyMatch(error -> error.text().endsWith("[MAP-106]"));
    assertThat(compile("@Entity class User { @Id Integer id; String $name; }").errors())
        .anyMatch(error -> error.text().endsWith("[MAP-104]"));
  }
}
