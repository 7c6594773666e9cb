package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.mapping.MappingMessage;
import io.aludel.testing.compile.Compilation;
import io.aludel.testing.compile.CompileMessage;
import io.aludel.testing.compile.SourceCompiler;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hybrids that cannot be: the words, and the piece of source that is marked. */
class HybridChecksTest {
  /** A body; the piece of it that is marked; why it has no SQL. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "boolean x() { return name == \"a\"; }|name == \"a\"|== on String and String asks whether"
            + " they are the same object, which a database cannot know; use equals",
        "boolean x() { return name.matches(\"a+\"); }|name.matches(\"a+\")|String.matches(String) has"
            + " no SQL",
        "boolean x() { return 1 < name.compareTo(\"a\"); }|1 < name.compareTo(\"a\")|the outcome of"
            + " compareTo is used, of which SQL knows only how it compares with 0",
        "int x() { return name.compareTo(\"a\"); }|name.compareTo(\"a\")|compareTo gives a number, of"
            + " which SQL knows only how it compares with 0",
        "boolean x() { return price.equals(BigDecimal.ONE); }|price.equals(BigDecimal.ONE)|equals of a"
            + " BigDecimal asks for the same scale, which a database does not keep; use"
            + " compareTo(…) == 0",
        "String x() { return name + price; }|name + price|the text of BigDecimal differs between Java"
            + " and databases",
        "BigDecimal x() { return price.divide(BigDecimal.TEN); }|price.divide(BigDecimal.TEN)|"
            + "BigDecimal.divide(BigDecimal) has no SQL",
        "int x() { int s = 0; for (int i = 0; i < age; i++) { s += i; } return s; }|"
            + "for (int i = 0; i < age; i++) { s += i; }|a loop has no SQL",
        "int x() { int s = 0; s = age; return s; }|s = age;|an assignment or a call for its effect has"
            + " no SQL",
        "int x() { int s; if (age > 1) { return 1; } return 2; }|int s;|the variable s has no value from"
            + " the start",
        "int x() { return (int) rate; }|(int) rate|a cast to int may lose something, and databases lose"
            + " it in other ways",
        "double x() { return rate % 2; }|rate % 2|databases know no remainder of a double",
        "int x() { return age & 3; }|age & 3|logic on the bits of Integer has no SQL that agrees with"
            + " Java",
        "int x() { return age << 3; }|age << 3|left shift has no SQL",
        "boolean x() { return born.isBefore(LocalDate.now()); }|LocalDate.now()|LocalDate.now() is"
            + " another time for each side; make it a parameter of the hybrid",
        "String x() { return helper(); }|helper()|helper(…) is neither a hybrid nor a getter of an"
            + " attribute; mark it @Hybrid",
        "int x() { return counter; }|counter|User.counter may change; make it final, or a parameter",
        "String x() { return draft; }|draft|User.draft is no attribute, so it has no column",
        "BigDecimal x() { return price.add(RATE); }|RATE|User.RATE is private, so the generated"
            + " metamodel cannot name it; give it package visibility",
        "String x() { return boss.name; }|boss.name|it would take a join to reach boss.name",
        "String x() { return boss.getName(); }|boss.getName()|it would take a join or a subquery to"
            + " reach boss.getName(…)",
        "boolean x() { return name.replace(\"\", \"b\").isEmpty(); }|name.replace(\"\", \"b\")|replace"
            + " needs a constant that is not empty, because databases replace an empty text by nothing",
        "boolean x() { Runnable r = () -> {}; return true; }|() -> {}|lambda expression has no SQL",
        "boolean x() { return born.equals(name); }|born.equals(name)|equals of LocalDate and String is"
            + " never true, as they are of different classes",
        "boolean x() { return boxed == boxed; }|boxed == boxed|== on Integer and Integer asks whether"
            + " they are the same object, which a database cannot know; use equals"
      })
  void body_withoutSql_isMarkedWhereItStands(String body, String marked, String reason) {
    CompileMessage error = only(compile(body), MappingMessage.HYBRID_BODY);

    String result = body.substring(0, body.indexOf(' '));
    String sql = result.equals("boolean")
        ? "Condition"
        : "Expression<" + result.replace("int", "Integer").replace("double", "Double") + ">";
    assertThat(error.marked()).isEqualTo(marked);
    assertThat(error.text())
        .isEqualTo("User.x cannot be turned into SQL: " + reason
            + ". Write it otherwise, or give the SQL side in a method: @HybridExpression static "
            + sql
            + " x(User_.As it) [MAP-162]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "static String x() { return \"a\"; }|it is static. Only a method of an object that gives a value",
        "void x() { }|it is void. Only a method",
        "<T> String x() { return name; }|it is generic. Only a method",
        "String x(String... more) { return name; }|it is declared with any number of arguments",
        "Object x() { return name; }|it is declared to give back java.lang.Object, which bodies cannot"
            + " be turned into. Let it give back a value that a column could hold",
        "boolean x(User other) { return true; }|it is declared to take com.example.User other, which is"
            + " no value of a column. Take such a value, or give the SQL side in a method:"
            + " @HybridExpression static Condition x(User_.As it, User other)"
      })
  void shape_thatNoHybridHas_isReported(String method, String words) {
    CompileMessage error = only(compile(method), MappingMessage.HYBRID_SHAPE);

    assertThat(error.text()).contains("User.x cannot be a hybrid: " + words);
    assertThat(error.marked()).startsWith("@Hybrid");
  }

  @Test
  void name_thatIsTaken_isReported() {
    assertThat(only(compile("String getName() { return \"a\"; }"), MappingMessage.HYBRID_NAME)
            .text())
        .isEqualTo("User.getName cannot be called 'name' in the metamodel: that is the attribute"
            + " User.name. Give it another with @Hybrid(name = \"…\"). [MAP-164]");
    assertThat(only(
                compile(
                    "String x() { return \"a\"; } @Hybrid(name = \"x\") String y() { return name; }"),
                MappingMessage.HYBRID_NAME)
            .text())
        .contains("another hybrid is called so");
    assertThat(only(compile("boolean join(int x) { return true; }"), MappingMessage.HYBRID_NAME)
            .text())
        .contains("all metamodels have methods of that name");
  }

  @Test
  void expression_withoutHybrid_isReported() {
    String written = "String x() { return name; } @HybridExpression ";

    assertThat(only(
                compile(written + "static Expression<String> y(User_.As u) { return u.name; }"),
                MappingMessage.HYBRID_COUNTERPART)
            .text())
        .isEqualTo("@HybridExpression User.y belongs to no hybrid: no method marked @Hybrid has its"
            + " name and fits its parameters. Declare it static and visible, that of its hybrid with a"
            + " parameter of type User_.As before those of the hybrid. [MAP-163]");
    assertThat(only(
                compile(
                    written + "private static Expression<String> x(User_.As u) { return u.name; }"),
                MappingMessage.HYBRID_COUNTERPART)
            .text())
        .contains("it is private, so the generated metamodel cannot call it");
    assertThat(only(
                compile("String x() { return name; } @HybridUpdate NewRow x(User_.As u, String v) {"
                    + " return null; }"),
                MappingMessage.HYBRID_COUNTERPART)
            .text())
        .contains("@HybridUpdate User.x belongs to no hybrid: it is not static");
  }

  @Test
  void expression_ofAHybrid_sparesItsBody() {
    compile("String x() { return name.repeat(2); } @HybridExpression static Expression<String>"
            + " x(User_.As u) { return u.name.concat(u.name); }")
        .requireSuccess();
  }

  private static CompileMessage only(Compilation compilation, MappingMessage message) {
    List<CompileMessage> found = compilation.errors().stream()
        .filter(error -> error.text().endsWith("[" + message.code() + "]"))
        .toList();
    assertThat(found).as("errors %s among %s", message, compilation.messages()).hasSize(1);
    return found.get(0);
  }

  private static Compilation compile(String hybrid) {
    return SourceCompiler.create().compile("""
            package com.example;
            import io.aludel.orm.annotation.*;
            import io.aludel.sql.*;
            import java.math.BigDecimal;
            import java.time.LocalDate;
            import org.jspecify.annotations.*;
            @NullMarked @Entity(table = "users") class User {
              private static final BigDecimal RATE = new BigDecimal("0.19");
              static int counter;
              @Id Integer id; String name; int age; @Nullable Integer boxed; double rate;
              BigDecimal price; LocalDate born; transient String draft;
              @Relationship @JoinColumn("boss_id") User boss;
              String helper() { return name.trim(); }
              String getPlain() { return name; }
              @Hybrid\s""" + hybrid + "\n}");
  }
}
