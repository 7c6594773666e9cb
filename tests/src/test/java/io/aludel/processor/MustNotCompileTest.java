package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.compile.Compilation;
import io.aludel.testing.compile.SourceCompiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Misuse that the types of the metamodel forbid, and what the compiler says to it. */
class MustNotCompileTest {
  private static final String USER = """
      package com.example;
      import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;
      import java.util.*;
      @Entity(table = "users") public class User {
        enum Status { NEW }
        @Id Integer id; String name; boolean active; Status status; java.time.LocalDate born;
        @Relationship(backPopulates = "author") List<Post> posts;
      }
      """;
  private static final String POST = """
      package com.example;
      import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;
      import java.util.*;
      @Entity(table = "posts") public class Post {
        @Id Integer id; @ForeignKey("users.id") Integer userId;
        @Relationship(backPopulates = "posts") User author;
        @Relationship List<Tag> tags;
      }
      """;
  private static final String TAG = """
      package com.example;
      import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;
      @Entity public class Tag { @Id Integer id; @ForeignKey("posts.id") Integer postId; }
      """;

  /** Shapes as options and joins use them, until those of the session exist. */
  private static final String WORDS = """
      package com.example;
      import io.aludel.orm.attribute.*;
      import java.util.function.Function;
      final class Words {
        record Load<E>() {
          <T> Load<T> then(RelationshipAttribute<? super E, T, ?> next) { return new Load<>(); }
        }
        static <T> Load<T> load(RelationshipAttribute<?, T, ?> first) { return new Load<>(); }
        static <T> void join(RelationshipAttribute<?, T, ?> path, EntityReference<? extends T> to) { }
        static <T, R extends EntityReference<T>> void any(
            CollectionAttribute<?, T, R> path, Function<R, io.aludel.sql.Condition> test) { }
      }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User_.id.like(\"1%\")|cannot find symbol",
        "User_.name.plus(\"x\")|cannot find symbol",
        "User_.active.gt(true)|cannot find symbol",
        "User_.status.lt(User.Status.NEW)|cannot find symbol",
        "User_.born.like(\"2020%\")|cannot find symbol",
        "User_.posts.eq(1)|cannot find symbol",
        "Post_.author.in(null)|cannot find symbol",
        "Post_.author.any()|cannot find symbol",
        "User_.posts.has()|cannot find symbol",
        "Post_.author.eq(new Post())|incompatible types",
        "User_.name.eq(5)|no suitable method found for eq(int)",
        "User_.id.eq(\"5\")|no suitable method found for eq(java.lang.String)",
        "User_.id.gt(User_.name)|no suitable method found for gt(",
        "User_.missing.eq(1)|cannot find symbol",
        "Words.load(User_.posts).then(User_.posts)|cannot be applied to given types",
        "Words.load(User_.name)|cannot be applied to given types",
        "Words.join(User_.posts, User_.as(\"u\"))|incompatible bounds",
        "Words.any(User_.posts, p -> p.name.eq(\"x\"))|cannot find symbol",
        "new User_()|User_() has private access in com.example.User_",
        "new User_.As(\"u\")|has private access in com.example.User_.As",
      })
  void misuse_ofMetamodel_isRefused(String expression, String words) {
    Compilation compilation = compile(expression);

    assertThat(compilation.errors()).as(expression).hasSize(1);
    assertThat(compilation.errors().get(0).text()).contains(words);
    assertThat(compilation.errors().get(0).file()).isEqualTo("Use.java");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User_.id.gt(1).and(User_.name.like(\"1%\"), User_.active)",
        "User_.born.between(java.time.LocalDate.MIN, java.time.LocalDate.MAX)",
        "User_.status.in(User.Status.NEW)",
        "User_.id.plus(1).gt(User_.id)",
        "Words.load(User_.posts).then(Post_.tags)",
        "Words.join(User_.posts, Post_.as(\"p\"))",
        "Words.any(User_.posts, p -> p.userId.eq(5))",
        "User_.as(\"u\").name.eq(User_.name)",
      })
  void rightUse_ofMetamodel_compiles(String expression) {
    compile(expression).requireSuccess();
  }

  private static Compilation compile(String expression) {
    String use = "package com.example; class Use { void test() { var x = %s; } }";
    String statement = expression.startsWith("Words.join") || expression.startsWith("Words.any")
        ? "package com.example; class Use { void test() { %s; } }"
        : use;
    return SourceCompiler.create().compile(USER, POST, TAG, WORDS, statement.formatted(expression));
  }
}
