package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.mapping.MappingMessage;
import io.aludel.testing.compile.Compilation;
import io.aludel.testing.compile.SourceCompiler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mistakes about inheritance between entities that the compiler reports. */
class HierarchyChecksTest {
  private static final String JOINED =
      "@Entity(table = \"animals\") @Inheritance(InheritanceStrategy.JOINED)"
          + " @Discriminator(column = \"kind\", value = \"animal\") class Animal"
          + " { @Id Integer id; String name; }";
  private static final String SINGLE =
      "@Entity(table = \"animals\") @Inheritance(InheritanceStrategy.SINGLE_TABLE)"
          + " @Discriminator(column = \"kind\") abstract class Animal { @Id Integer id; }";

  private static Compilation compile(String... sources) {
    List<String> whole = new ArrayList<>();
    for (String source : sources) {
      whole.add("package com.example;\nimport io.aludel.orm.annotation.*;\n" + source);
    }
    return SourceCompiler.create().compile(whole.toArray(String[]::new));
  }

  private static void assertError(Compilation compilation, MappingMessage message, String words) {
    assertThat(compilation.errors())
        .as("errors among %s", compilation.messages())
        .filteredOn(error -> error.text().endsWith("[" + message.code() + "]"))
        .singleElement()
        .satisfies(error -> {
          assertThat(error.text()).contains(words);
          assertThat(error.line()).isPositive();
        });
  }

  @Test
  void hierarchies_wellSaid_compile() {
    compile(
            JOINED,
            "@Entity @DiscriminatorValue(\"dog\") @InheritedKey(\"animal_id\")"
                + " @PolymorphicLoad(PolymorphicLoad.When.INLINE)"
                + " class Dog extends Animal { @Column(name = \"name\") String petName; }")
        .requireSuccess();
    compile(SINGLE, "@Entity @DiscriminatorValue(\"dog\") class Dog extends Animal { int age; }")
        .requireSuccess();
    compile(
            "@Entity @Inheritance(InheritanceStrategy.CONCRETE) class Animal { @Id Integer id; }",
            "@Entity class Dog extends Animal { int age; }")
        .requireSuccess();
  }

  @Test
  void entityBelowEntity_withoutInheritance_isReported() {
    assertError(
        compile(
            "@Entity class Animal { @Id Integer id; }",
            "@Entity class Dog extends Animal { int age; }"),
        MappingMessage.INHERITANCE_NOT_SAID,
        "Dog extends the entity Animal, and nothing says where its rows lie. Mark Animal"
            + " @Inheritance, or @MappedSuperclass instead of @Entity.");
  }

  @Test
  void discriminator_thatIsMissing_isReported() {
    assertError(
        compile(
            "@Entity @Inheritance(InheritanceStrategy.JOINED) class Animal { @Id Integer id; }"),
        MappingMessage.NO_DISCRIMINATOR,
        "Animal is marked @Inheritance, but nothing tells the rows of its sub classes apart.");
    assertError(
        compile(JOINED, "@Entity class Dog extends Animal { }"),
        MappingMessage.NO_DISCRIMINATOR_VALUE,
        "Dog has no discriminator");
    compile(JOINED, "@Entity abstract class Pet extends Animal { }").requireSuccess();
    assertError(
        compile(
            JOINED, "@Entity @DiscriminatorValue(\"pet\") abstract class Pet extends Animal { }"),
        MappingMessage.DISCRIMINATOR_OF_ABSTRACT,
        "Pet has the discriminator 'pet', but is abstract: no object could be made of such a row.");
  }

  @Test
  void key_ofASubClass_isReported() {
    assertError(
        compile(
            JOINED,
            "@Entity @DiscriminatorValue(\"dog\") class Dog extends Animal { @Id Integer dogId; }"),
        MappingMessage.KEY_BELOW,
        "Dog.dogId cannot be part of the key: rows of Animal have one already");
  }

  @Test
  void table_inASingleTable_isReported() {
    assertError(
        compile(
            SINGLE,
            "@Entity(table = \"dogs\") @DiscriminatorValue(\"dog\") class Dog extends Animal { }"),
        MappingMessage.TABLE_IN_SINGLE_TABLE,
        "Dog names the table 'dogs', but shares that of Animal, 'animals'.");
  }

  @Test
  void words_withoutEffect_areReported() {
    assertError(
        compile(
            JOINED,
            "@Entity @DiscriminatorValue(\"dog\") @Discriminator(column = \"x\")"
                + " class Dog extends Animal { }"),
        MappingMessage.HIERARCHY_WORD_MISPLACED,
        "@Discriminator on Dog has no effect: only the topmost entity of a hierarchy names it.");
    assertError(
        compile("@Entity @DiscriminatorValue(\"dog\") class Dog { @Id Integer id; }"),
        MappingMessage.HIERARCHY_WORD_MISPLACED,
        "@DiscriminatorValue on Dog has no effect: its rows lie beside those of no other entity.");
    assertError(
        compile(
            SINGLE,
            "@Entity @DiscriminatorValue(\"dog\") @InheritedKey(\"x\") class Dog extends Animal { }"),
        MappingMessage.HIERARCHY_WORD_MISPLACED,
        "@InheritedKey on Dog has no effect: its table is joined to no other.");
    assertError(
        compile(
            "@Entity @PolymorphicLoad(PolymorphicLoad.When.SELECTIN) class Dog { @Id int id; }"),
        MappingMessage.HIERARCHY_WORD_MISPLACED,
        "@PolymorphicLoad on Dog has no effect: no entity above it is read with it.");
  }
}
