package io.aludel.automap;

import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.primaryKey;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aludel.dialect.Dialect;
import io.aludel.dialect.mysql.MariadbDialect;
import io.aludel.dialect.oracle.OracleDialect;
import io.aludel.dialect.postgresql.PostgresqlDialect;
import io.aludel.dialect.sqlite.SqliteDialect;
import io.aludel.dialect.sqlserver.SqlServerDialect;
import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.Direction;
import io.aludel.reflection.DatabaseType;
import io.aludel.schema.Column;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.Schema;
import io.aludel.schema.Table;
import io.aludel.testing.Parity;
import io.aludel.testing.compile.Compilation;
import io.aludel.testing.compile.SourceCompiler;
import io.aludel.types.SqlTypes;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What follows from foreign keys, and what one may say about it. */
@Parity("ORM-DDL-27")
class AutomapRulesTest {
  private static final Dialect DIALECT = new SqliteDialect();

  private final MetaData metadata = new MetaData();

  private Automap automap() {
    return Automap.of(metadata, DIALECT);
  }

  private static Column<Integer> id() {
    return column("id", INTEGER).primaryKey();
  }

  private Table table(String name, io.aludel.schema.SchemaItem... more) {
    List<io.aludel.schema.SchemaItem> items = new ArrayList<>(List.of(id()));
    items.addAll(List.of(more));
    return Table.of(name, metadata, items.toArray(io.aludel.schema.SchemaItem[]::new));
  }

  private void users() {
    table("users");
    table(
        "posts",
        column("author_id", INTEGER).references("users.id").notNull(),
        column("editor_id", INTEGER).references("users.id"));
    table("tags", column("name", STRING(9)));
    Table.of(
        "post_tag",
        metadata,
        column("post_id", INTEGER).references("posts.id").notNull(),
        column("tag_id", INTEGER).references("tags.id").notNull(),
        primaryKey("post_id", "tag_id"));
  }

  private static Relationship relationship(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      return field.getAnnotation(Relationship.class);
    } catch (NoSuchFieldException missing) {
      throw new AssertionError("no field " + name + " in " + type, missing);
    }
  }

  @Nested
  class Deleting {
    private Mapped mapped() {
      table("a");
      table("b", column("aid", INTEGER).references("a.id"));
      table("c", column("aid", INTEGER).references("a.id").notNull());
      table("d", reference(ReferentialAction.CASCADE).notNull());
      table("e", reference(ReferentialAction.SET_NULL));
      table("f", reference(ReferentialAction.CASCADE));
      table("g", reference(ReferentialAction.SET_NULL).notNull());
      return Mapped.of(automap().sources());
    }

    private static Column<Integer> reference(ReferentialAction action) {
      return column("aid", INTEGER).foreignKey(ForeignKey.to("a.id").onDelete(action));
    }

    private static void assertSays(Relationship found, PassiveDeletes trust, Cascade... cascades) {
      assertThat(found.cascade()).containsExactlyInAnyOrder(cascades);
      assertThat(found.passiveDeletes()).isEqualTo(trust);
    }

    @Test
    void collections_followNullAndOnDelete() {
      Class<?> a = mapped().type("model.A");
      Cascade[] usual = {Cascade.SAVE_UPDATE, Cascade.MERGE};
      Cascade[] owned = {Cascade.ALL, Cascade.DELETE_ORPHAN};

      assertSays(relationship(a, "bs"), PassiveDeletes.LOAD, usual);
      assertSays(relationship(a, "cs"), PassiveDeletes.LOAD, owned);
      assertSays(relationship(a, "ds"), PassiveDeletes.TRUST, owned);
      assertSays(relationship(a, "es"), PassiveDeletes.TRUST, usual);
      assertSays(relationship(a, "fs"), PassiveDeletes.LOAD, usual);
      assertSays(relationship(a, "gs"), PassiveDeletes.LOAD, owned);
    }

    @Test
    void compositeKey_withOneColumnNotNull_ownsItsRows() {
      Table.of(
          "places", metadata, column("x", INTEGER), column("y", INTEGER), primaryKey("x", "y"));
      table(
          "things",
          column("place_x", INTEGER),
          column("place_y", INTEGER).notNull(),
          ForeignKey.of(List.of("place_x", "place_y"), List.of("places.x", "places.y")));
      Mapped mapped = Mapped.of(automap().sources());

      assertThat(relationship(mapped.type("model.Place"), "things").cascade())
          .containsExactly(Cascade.ALL, Cascade.DELETE_ORPHAN);
      assertThat(mapped.sources().text("model.Thing")).contains("private @Nullable Place place;");
      mapped.registry().configure();
    }
  }

  @Nested
  class Links {
    @Test
    void twoForeignKeysAlone_areNoClass() {
      users();
      Sources sources = automap().sources();

      assertThat(sources.texts().keySet()).containsExactly("model.Post", "model.Tag", "model.User");
      assertThat(sources.text("model.Post")).contains("""
            @Relationship(backPopulates = "posts", secondary = "post_tag")
            private List<Tag> tags = new ArrayList<>();
          """);
      assertThat(sources.text("model.Tag")).contains("""
            @Relationship(backPopulates = "tags")
            private List<Post> posts = new ArrayList<>();
          """);
      assertThat(sources.notes()).isEmpty();
    }

    @Test
    void oneColumnMore_makesAClass() {
      users();
      metadata.table("post_tag").append(column("since", INTEGER));

      assertThat(automap().sources().texts()).containsKey("model.PostTag");
    }

    @Test
    void threeForeignKeys_makeAClass() {
      table("a");
      Table.of(
          "trios",
          metadata,
          column("one_id", INTEGER).references("a.id").primaryKey(),
          column("two_id", INTEGER).references("a.id").primaryKey(),
          column("three_id", INTEGER).references("a.id").primaryKey());

      assertThat(automap().sources().texts()).containsKey("model.Trio");
    }

    @Test
    void severalTablesOfLinks_areToldApart() {
      table("authors");
      table("books");
      for (String link : List.of("writings", "readings")) {
        Table.of(
            link,
            metadata,
            column("author_id", INTEGER).references("authors.id").primaryKey(),
            column("book_id", INTEGER).references("books.id").primaryKey());
      }
      Mapped mapped = Mapped.of(automap().sources());

      assertThat(mapped.sources().text("model.Author"))
          .contains("private List<Book> booksByReading =")
          .contains("private List<Book> booksByWriting =");
      assertThat(mapped.registry().warnings()).isEmpty();
    }

    @Test
    void linkTable_ofAnotherShape_isNoted() {
      table("a");
      table("b");
      Table.of(
          "ab",
          metadata,
          column("a_id", INTEGER).references("a.id"),
          column("b_id", INTEGER).references("b.id").notNull(),
          Schema.unique("a_id"));

      assertThat(automap().sources().notes())
          .extracting(Note::reason, Note::subject)
          .containsExactly(org.assertj.core.api.Assertions.tuple(Note.Reason.LINK_TABLE, "ab"));
    }
  }

  @Nested
  class Names {
    @Test
    void severalKeysToOneTable_areToldApart() {
      users();
      Sources sources = automap().sources();

      assertThat(sources.text("model.Post"))
          .contains("""
                @Relationship(backPopulates = "postsByAuthor", foreignKeys = "author_id")
                private User author;
              """)
          .contains("private @Nullable User editor;");
      assertThat(sources.text("model.User"))
          .contains("private List<Post> postsByAuthor = new ArrayList<>();")
          .contains("private List<Post> postsByEditor = new ArrayList<>();");
      Mapped.of(sources).registry().configure();
    }

    @Test
    void selfReference_hasBothSides() {
      table("nodes", column("parent_id", INTEGER).references("nodes.id"));
      Sources sources = automap().sources();

      assertThat(sources.text("model.Node")).contains("""
            @Relationship(backPopulates = "children")
            private @Nullable Node parent;

            @Relationship(backPopulates = "parent")
            private List<Node> children = new ArrayList<>();
          """);
      Mapped.of(sources).registry().configure();
    }

    @Test
    void tablesThatReferToEachOther_compile() {
      table("teams", column("captain_id", INTEGER).references("players.id"));
      table("players", column("team_id", INTEGER).references("teams.id"));

      Mapped mapped = Mapped.of(automap().sources());

      assertThat(mapped.registry().warnings()).isEmpty();
      assertThat(relationship(mapped.type("model.Team"), "captain").foreignKeys())
          .containsExactly("captain_id");
    }

    @Test
    void hooks_areAsked() {
      users();
      List<String> asked = new ArrayList<>();
      ModelNaming naming = new ModelNaming() {
        @Override
        public String className(Table table) {
          return "Cls" + JavaNames.capitalized(table.name().replace("_", ""));
        }

        @Override
        public String attributeName(Column<?> column) {
          return "col" + JavaNames.capitalized(ModelNaming.super.attributeName(column));
        }

        @Override
        public String scalarName(RelationshipEnd end) {
          return "scalar"
              + JavaNames.capitalized(end.key().columnNames().get(0).replace("_id", ""));
        }

        @Override
        public String collectionName(RelationshipEnd end) {
          return "coll" + className(end.target())
              + end.key().columnNames().get(0).charAt(0);
        }

        @Override
        public String packageName(Table table) {
          return "of." + table.name();
        }

        @Override
        public @Nullable GeneratedRelationship relationship(GeneratedRelationship usual) {
          asked.add(usual.end().direction() + " " + usual.name());
          boolean tags = usual.end().direction() == Direction.MANY_TO_MANY;
          boolean unwanted = usual.name().equals("collClsPostse");
          return unwanted ? null : tags ? usual.collection(Set.class) : usual;
        }
      };

      Sources sources = automap().naming(naming).sources();

      assertThat(sources.texts().keySet())
          .containsExactly("of.posts.ClsPosts", "of.tags.ClsTags", "of.users.ClsUsers");
      assertThat(asked)
          .containsExactlyInAnyOrder(
              "MANY_TO_ONE scalarAuthor",
              "MANY_TO_ONE scalarEditor",
              "ONE_TO_MANY collClsPostsa",
              "ONE_TO_MANY collClsPostse",
              "MANY_TO_MANY collClsTagst",
              "MANY_TO_MANY collClsPostsp");
      assertThat(sources.text("of.posts.ClsPosts"))
          .contains("import of.users.ClsUsers;")
          .contains("private Set<ClsTags> collClsTagst = new LinkedHashSet<>();")
          .contains("@Relationship(foreignKeys = \"editor_id\")")
          .contains("@Column(name = \"author_id\")");
      assertThat(sources.text("of.users.ClsUsers")).doesNotContain("collClsPostse");
      Mapped.of(sources).registry().configure();
    }

    @Test
    void namesThatDatabasesMake_areNotSaid() {
      table(
          "a",
          column("b", INTEGER),
          Schema.check("b > 0").named("SYS_C0012"),
          Schema.check("b > 1").named("CK__a__b__3213E83F"),
          Schema.check("b > 2").named("a_b_check"),
          Schema.check("b > 3").named("CONSTRAINT_1"));

      assertThat(kept(new OracleDialect())).doesNotContain("SYS_C0012").contains("a_b_check");
      assertThat(kept(new SqlServerDialect())).doesNotContain("CK__").contains("SYS_C0012");
      assertThat(kept(new PostgresqlDialect())).doesNotContain("a_b_check").contains("CK__");
      assertThat(kept(new MariadbDialect())).doesNotContain("CONSTRAINT_1").contains("CK__");
      assertThat(kept(DIALECT))
          .contains("SYS_C0012", "CK__a__b__3213E83F", "a_b_check", "CONSTRAINT_1");
    }

    private String kept(Dialect dialect) {
      return Automap.of(metadata, dialect).sources().text("model.A");
    }

    @Test
    void labels_becomeConstants() {
      table(
          "jobs",
          column("state", SqlTypes.ENUM("on hold", "", "2nd", "done", "DONE").asNative()),
          column("size", SqlTypes.ENUM("S", "XL").asNative()));
      Mapped mapped = Mapped.of(automap().sources());

      assertThat(mapped.sources().text("model.JobState")).contains("""
          /**
           * What jobs.state may be.
           */
          @NullMarked
          public enum JobState {
            ON_HOLD("on hold"),

            EMPTY(""),

            VALUE_2ND("2nd"),

            DONE("done"),

            DONE_2("DONE");
          """);
      assertThat(mapped.sources().text("model.JobSize")).contains("""
          public enum JobSize {
            S,

            XL
          }
          """);
    }

    @Test
    void gettersOfOneName_areToldApart() {
      table(
          "doors",
          column("open", SqlTypes.BOOLEAN).notNull(),
          column("is_open", SqlTypes.BOOLEAN).notNull());

      assertThat(Mapped.of(automap().sources()).sources().text("model.Door"))
          .contains("public boolean isOpen() {", "public boolean isOpen2() {");
    }

    @Test
    void noName_isRefused() {
      table("a");
      ModelNaming naming = new ModelNaming() {
        @Override
        public String className(Table table) {
          return "no name";
        }
      };

      assertThatExceptionOfType(AutomapException.class)
          .isThrownBy(() -> automap().naming(naming).sources())
          .withMessage("The naming gave 'no name' for the class of table 'a', which is no name in"
              + " Java. Give one of letters and digits that begins with a letter and is no"
              + " keyword. [MAP-802]");
      assertThatExceptionOfType(AutomapException.class)
          .isThrownBy(() -> automap().packageName("a.class"))
          .withMessageContaining("'a.class'");
    }

    @Test
    void english_findsSingularAndPlural() {
      List<String> words = List.of(
          "users",
          "user",
          "categories",
          "category",
          "addresses",
          "address",
          "boxes",
          "box",
          "orderItems",
          "orderItem",
          "people",
          "person",
          "statuses",
          "status",
          "news",
          "news",
          "children",
          "child",
          "days",
          "day",
          "heroes",
          "hero",
          "classes",
          "class");
      for (int i = 0; i < words.size(); i += 2) {
        assertThat(English.singular(words.get(i))).isEqualTo(words.get(i + 1));
        assertThat(English.singular(words.get(i + 1))).isEqualTo(words.get(i + 1));
        assertThat(English.plural(words.get(i + 1))).isEqualTo(words.get(i));
      }
    }
  }

  @Nested
  class LeftOut {
    @Test
    void tableWithoutKey_isNoted() {
      Table.of("logs", metadata, column("text", STRING(9)));
      table("a", column("b", new DatabaseType("wondrous")));
      Sources sources = automap().sources();

      assertThat(sources.texts()).containsOnlyKeys("model.A");
      assertThat(sources.notes())
          .extracting(Note::toString)
          .containsExactly(
              "a.b: an Object, as only the database knows the type wondrous.",
              "logs: no class, as the table has no primary key. Add one, or map a class to it by"
                  + " Registry.map and name what identifies a row.");
      Mapped.of(sources);
    }

    @Test
    void onlyAndWithout_chooseTables() {
      users();

      Sources only = automap().only("users", "posts").sources();
      Sources without = automap().without("users").sources();

      assertThat(only.texts()).containsOnlyKeys("model.Post", "model.User");
      assertThat(without.texts()).containsOnlyKeys("model.Post", "model.Tag");
      assertThat(without.text("model.Post")).doesNotContain("users").doesNotContain("author;");
      assertThat(without.notes())
          .extracting(Note::reason)
          .containsExactly(Note.Reason.TARGET_WITHOUT_CLASS, Note.Reason.TARGET_WITHOUT_CLASS);
      Mapped.of(without).registry().configure();
      assertThatExceptionOfType(AutomapException.class)
          .isThrownBy(() -> automap().only("user").sources())
          .withMessage("No classes can be written: table 'user' was named, but is not there. The"
              + " tables are [users, posts, tags, post_tag]. Correct the name, or add its schema."
              + " [MAP-801]");
    }
  }

  @Nested
  class DeclaredClasses {
    @Test
    void declaredClass_isKeptAndReferredTo() {
      users();
      Sources sources = automap()
          .declared("users", "own.Member", "postsByAuthor")
          .declared("tags", "own.Label")
          .sources();

      assertThat(sources.texts()).containsOnlyKeys("model.Post");
      assertThat(sources.text("model.Post")).contains("import own.Member;").contains("""
                @Relationship(backPopulates = "postsByAuthor", foreignKeys = "author_id")
                private Member author;

                @Relationship(foreignKeys = "editor_id")
                private @Nullable Member editor;

                @Relationship
                @Secondary(table = "post_tag", owner = @JoinColumn("post_id"), target = @JoinColumn("tag_id"))
                private List<Label> tags = new ArrayList<>();
              """);
      List<String> all = new ArrayList<>(sources.texts().values());
      all.add("""
          package own;
          import io.aludel.orm.annotation.*;
          import java.util.*;
          @Entity(table = "users") public class Member {
            @Id Integer id;
            @Relationship(backPopulates = "author") Set<model.Post> postsByAuthor = new HashSet<>();
          }
          """);
      all.add("""
          package own;
          import io.aludel.orm.annotation.*;
          @Entity(table = "tags") public class Label { @Id Integer id; String name; }
          """);
      Compilation compiled =
          SourceCompiler.create().compile(all.toArray(String[]::new)).requireSuccess();
      Set<Class<?>> types = new LinkedHashSet<>();
      for (String name : List.of("own.Label", "own.Member", "model.Post")) {
        types.add(compiled.load(name));
      }
      assertThat(
              io.aludel.orm.mapping.Registry.of(types.toArray(Class<?>[]::new)).warnings())
          .isEmpty();
    }
  }
}
