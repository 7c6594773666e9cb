package io.aludel.automap;

import static io.aludel.orm.Orm.select;
import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.text;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.aludel.dialect.sqlite.SqliteDialect;
import io.aludel.engine.Engine;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.Parity;
import io.aludel.types.SqlType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of a source, and files of sources. */
@Parity("ORM-DDL-27")
class SourcesTest {
  @TempDir
  Path folder;

  private final MetaData metadata = new MetaData();

  private Sources sources() {
    Table.of(
        "users",
        metadata,
        io.aludel.schema.Schema.comment("Who orders."),
        column("id", INTEGER).primaryKey(),
        column("name", STRING(50)).notNull(),
        column("email", STRING(100)).unique(),
        column("age", INTEGER).notNull());
    Table.of("orders", metadata, column("id", INTEGER).primaryKey());
    return Automap.of(metadata, new SqliteDialect()).packageName("shop.model").sources();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void source_readsLikeWrittenByHand() {
    assertThat(sources().text("shop.model.User")).isEqualTo("""
        package shop.model;

        import static io.aludel.schema.Schema.comment;

        import io.aludel.orm.annotation.Column;
        import io.aludel.orm.annotation.Entity;
        import io.aludel.orm.annotation.Id;
        import io.aludel.orm.annotation.Mapping;
        import io.aludel.orm.mapping.EntityMapping;
        import org.jspecify.annotations.NullMarked;
        import org.jspecify.annotations.Nullable;

        /**
         * Who orders.
         */
        @NullMarked
        @Entity(table = "users")
        public class User {
          @Id
          private Integer id;

          @Column(length = 50)
          private String name;

          @Column(length = 100, unique = true)
          private @Nullable String email;

          private int age;

          @Mapping
          static void mapping(EntityMapping<User> mapping) {
            mapping.table(comment("Who orders."));
          }

          public Integer getId() {
            return id;
          }

          public String getName() {
            return name;
          }

          public void setName(String name) {
            this.name = name;
          }

          public @Nullable String getEmail() {
            return email;
          }

          public void setEmail(@Nullable String email) {
            this.email = email;
          }

          public int getAge() {
            return age;
          }

          public void setAge(int age) {
            this.age = age;
          }
        }
        """);
  }

  @Test
  void files_areWrittenOnce() throws IOException {
    Sources sources = sources();

    assertThat(sources.writeTo(folder)).hasSize(2);

    assertThat(files()).containsExactly("shop/model/Order.java", "shop/model/User.java");
    assertThat(Files.readString(folder.resolve("shop/model/User.java")))
        .isEqualTo(sources.text("shop.model.User"));
    assertThat(sources.writeTo(folder)).isEmpty();
  }

  @Test
  void otherFile_isNotOverwritten() throws IOException {
    Sources sources = sources();
    Path mine = Files.createDirectories(folder.resolve("shop/model")).resolve("User.java");
    Files.write(mine, "class Müller {}".getBytes(StandardCharsets.ISO_8859_1));

    assertThatExceptionOfType(AutomapException.class)
        .isThrownBy(() -> sources.writeTo(folder))
        .withMessageContaining("[" + mine + "] exist and say something else")
        .withMessageEndingWith("[MAP-803]");

    assertThat(files()).containsExactly("shop/model/User.java");
    assertThat(sources.replaceIn(folder)).hasSize(2);
    assertThat(Files.readString(mine)).startsWith("package shop.model;");
    assertThat(files()).hasSize(2);
  }

  @Test
  void unwritableFolder_isReported() throws IOException {
    Files.writeString(folder.resolve("shop"), "in the way");

    assertThatExceptionOfType(AutomapException.class)
        .isThrownBy(() -> sources().writeTo(folder))
        .withMessageContaining("could not be written")
        .withMessageEndingWith("[MAP-804]")
        .withCauseInstanceOf(IOException.class);
  }

  @Test
  void columnWithoutType_isAnObject() {
    try (Engine engine = Engine.create("jdbc:sqlite::memory:")) {
      engine.inTransaction(connection ->
          connection.execute(text("CREATE TABLE t (id INTEGER PRIMARY KEY, anything)")));

      Mapped mapped = Mapped.of(Automap.of(engine).sources());

      assertThat(mapped.sources().text("model.T")).contains("private @Nullable Object anything;");
      assertThat(mapped.sources().notes())
          .extracting(Note::toString)
          .containsExactly("t.anything: an Object, as the column has no type, so that it cannot be"
              + " created either.");
      engine.inTransaction(
          connection -> connection.execute(text("INSERT INTO t (anything) VALUES (7.5)")));
      try (Session session = SessionFactory.of(engine, mapped.registry()).open()) {
        assertThat(session.scalars(select(mapped.type("model.T"))).one())
            .extracting("anything")
            .isEqualTo(7.5);
      }
    }
  }

  @Test
  void keyOfATypeWithoutWords_makesNoClass() {
    SqlType<Integer> odd = new SqlType<>() {
      @Override
      public Class<Integer> javaType() {
        return Integer.class;
      }

      @Override
      public String toString() {
        return "odd";
      }
    };
    Table.of("a", metadata, column("id", odd).primaryKey());
    Table.of("b", metadata, column("id", INTEGER).primaryKey(), column("c", odd));

    Sources sources = Automap.of(metadata, new SqliteDialect()).sources();

    assertThat(sources.texts()).containsOnlyKeys("model.B");
    assertThat(sources.text("model.B")).doesNotContain("private Integer c");
    assertThat(sources.notes())
        .extracting(Note::reason, Note::subject)
        .containsExactly(
            tuple(Note.Reason.NO_PRIMARY_KEY, "a"), tuple(Note.Reason.UNKNOWN_TYPE, "b.c"));
  }

  @Test
  void foreignKeys_standInOnePlace() {
    Table.of("a", metadata, column("id", INTEGER).primaryKey());
    Table.of(
        "b",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("one_id", INTEGER).references("a.id"),
        column("two_id", INTEGER).foreignKey(ForeignKey.to("a.id").named("fk_two")));

    assertThat(Automap.of(metadata, new SqliteDialect()).sources().text("model.B"))
        .contains("import io.aludel.schema.ForeignKey;")
        .doesNotContain("io.aludel.orm.annotation.ForeignKey")
        .contains("""
                mapping.table(
                    ForeignKey.of(List.of("one_id"), List.of("a.id")),
                    ForeignKey.of(List.of("two_id"), List.of("a.id")).named("fk_two"));
            """);
  }
}
