package io.aludel.automap;

import static io.aludel.schema.Schema.check;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.comment;
import static io.aludel.schema.Schema.inSchema;
import static io.aludel.schema.Schema.index;
import static io.aludel.schema.Schema.primaryKey;
import static io.aludel.schema.Schema.unique;
import static io.aludel.types.SqlTypes.BIGINT;
import static io.aludel.types.SqlTypes.BOOLEAN;
import static io.aludel.types.SqlTypes.DATE;
import static io.aludel.types.SqlTypes.DOUBLE;
import static io.aludel.types.SqlTypes.ENUM;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.JSON;
import static io.aludel.types.SqlTypes.NUMERIC;
import static io.aludel.types.SqlTypes.SMALLINT;
import static io.aludel.types.SqlTypes.STRING;
import static io.aludel.types.SqlTypes.TEXT;
import static io.aludel.types.SqlTypes.TIMESTAMP;
import static io.aludel.types.SqlTypes.UUID;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.Capability;
import io.aludel.dialect.postgresql.PostgresqlTypes;
import io.aludel.engine.Engine;
import io.aludel.fixture.Shop;
import io.aludel.reflection.DatabaseType;
import io.aludel.reflection.RandomSchema;
import io.aludel.schema.CheckFirst;
import io.aludel.schema.Column;
import io.aludel.schema.Computed;
import io.aludel.schema.DdlElement;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Index;
import io.aludel.schema.MetaData;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.types.DomainType;
import io.aludel.types.ExactTypes;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables, classes written for them, and tables created from those classes: the last are the first. */
@ForEachDatabase
@Parity("ORM-DDL-27")
class AutomapRoundTripTest {
  private final MetaData metadata = new MetaData();

  private void assertCreatesTheSame(Engine engine) {
    Found before = Found.in(engine);
    Sources sources = Automap.of(engine).packageName("shop.model").sources();
    if (System.getenv("AUTOMAP_SHOW") != null) {
      sources.texts().values().forEach(System.err::println);
      System.err.println(sources.notes());
    }
    Mapped mapped = Mapped.of(sources);
    metadata.dropAll(engine);
    assertThat(Found.in(engine).facts()).isNotEqualTo(before.facts());

    mapped.registry().metadata().createAll(engine);

    assertThat(mapped.registry().warnings()).isEmpty();
    assertThat(Found.in(engine).facts()).containsExactlyEntriesOf(before.facts());
    assertThat(Automap.of(engine).packageName("shop.model").sources().texts())
        .isEqualTo(sources.texts());
  }

  @Test
  void shop_isTheSame(Engine engine) {
    new Shop().metadata.createAll(engine);
    new Shop().metadata.tables().forEach(table -> table.toMetaData(metadata));

    assertCreatesTheSame(engine);
  }

  @Test
  void columnsOfAllKinds_areTheSame(Engine engine) {
    Table.of(
        "kinds",
        metadata,
        column("id", BIGINT).primaryKey(),
        column("small", SMALLINT).notNull(),
        column("truth", BOOLEAN).notNull(),
        column("name", STRING(40)).notNull().serverDefault("'it''s \\ \"so\" $L'"),
        column("bio", TEXT),
        column("price", NUMERIC(12, 3)).notNull(),
        column("whole", NUMERIC(9, 0)),
        column("rate", DOUBLE).serverDefault("1.5"),
        column("day", DATE),
        column("at_time", TIMESTAMP).notNull(),
        column("token", UUID),
        column("doubled", INTEGER).serverDefault(Computed.as("small + small").stored()));
    metadata.createAll(engine);

    assertCreatesTheSame(engine);
  }

  @Test
  void rules_areTheSame(Engine engine) {
    Table.of(
        "accounts",
        metadata,
        column("region", STRING(10)),
        column("number", INTEGER),
        column("email", STRING(80)).notNull().unique(),
        column("nick", STRING(20)).index(),
        column("age", INTEGER).notNull(),
        primaryKey("number", "region").named("pk_accounts"),
        unique("nick", "age").named("uq_accounts"),
        check("age > 0").named("ck_age"),
        check("age < 200"),
        index("age", "nick").named("ix_pair"),
        index("email").named("ix_mail"),
        Index.on().onDescending("age").named("ix_down"));
    Table.of(
        "orders",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("account_number", INTEGER).notNull(),
        column("account_region", STRING(10)).notNull(),
        column("previous_id", INTEGER).foreignKey(ForeignKey.to("orders.id").named("fk_previous")),
        column("other_id", INTEGER)
            .foreignKey(ForeignKey.to("orders.id").onDelete(ReferentialAction.SET_NULL)),
        ForeignKey.of(
                List.of("account_number", "account_region"),
                List.of("accounts.number", "accounts.region"))
            .onDelete(ReferentialAction.CASCADE)
            .named("fk_account"));
    metadata.createAll(engine);

    assertCreatesTheSame(engine);
  }

  @Test
  void oddNames_areTheSame(Engine engine) {
    Table.of(
        "2nd class-es",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("class", INTEGER),
        column("default", STRING(5)),
        column("entity", STRING(5)),
        column("as", STRING(5)),
        column("2nd price (€)", INTEGER).notNull(),
        column("user_name", STRING(5)),
        column("userName", STRING(5)),
        column("HTTPPort", INTEGER),
        column("is_open", BOOLEAN).notNull(),
        column("äöü", INTEGER));
    Table.of("object", metadata, column("id", INTEGER).primaryKey());
    Table.of("columns", metadata, column("id", INTEGER).primaryKey());
    Table.of("string", metadata, column("id", STRING(3)).primaryKey(), column("s", STRING(2)));
    Table.of("user", metadata, column("id", INTEGER).primaryKey());
    Table.of(
        "users",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("user", INTEGER).references("user.id"),
        column("user_id", INTEGER).references("users.id"));
    metadata.createAll(engine);

    assertCreatesTheSame(engine);
  }

  @Test
  void links_areTheSame(Engine engine) {
    Table.of("students", metadata, column("id", INTEGER).primaryKey());
    Table.of("courses", metadata, column("code", STRING(8)).primaryKey());
    Table.of(
        "student_course",
        metadata,
        column("student_id", INTEGER).notNull().references("students.id"),
        column("course_code", STRING(8)).notNull().references("courses.code"),
        primaryKey("student_id", "course_code"));
    Table.of(
        "friends",
        metadata,
        column("follower_id", INTEGER)
            .notNull()
            .foreignKey(ForeignKey.to("students.id").onDelete(ReferentialAction.CASCADE)),
        column("idol_id", INTEGER).notNull().references("students.id"),
        primaryKey("follower_id", "idol_id"));
    metadata.createAll(engine);

    assertCreatesTheSame(engine);
  }

  @Test
  void comments_areTheSame(Engine engine) {
    boolean told = engine.dialect().supports(Capability.COMMENTS);
    Column<Integer> id = column("id", INTEGER).primaryKey();
    Column<String> name = column("name", STRING(9)).notNull();
    Table notes = Table.of(
        "notes",
        metadata,
        told ? id.comment("the */ \"number\" \\u002a/ @see <b>") : id,
        told ? name.comment("two\nlines $T") : name,
        column("note_id", INTEGER).references("notes.id").notNull());
    if (told) {
      notes.append(comment("what {@code people} wrote */"));
    }
    metadata.createAll(engine);

    assertCreatesTheSame(engine);
  }

  @Test
  void randomTables_areTheSame(Engine engine) {
    for (int seed = 0; seed < 4; seed++) {
      MetaData made = new RandomSchema(seed, engine.dialect()).metadata();
      made.createAll(engine);
      Found before = Found.in(engine);
      Sources sources = Automap.of(engine).sources();
      Mapped mapped = Mapped.of(sources);
      made.dropAll(engine);

      mapped.registry().metadata().createAll(engine);

      assertThat(Found.in(engine).facts())
          .as("seed %s", seed)
          .containsExactlyEntriesOf(before.facts());
      mapped.registry().metadata().dropAll(engine);
    }
  }

  @Test
  @Requires(Capability.NATIVE_ENUM)
  void enums_areTheSame(Engine engine) {
    Table.of(
        "moods",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("mood", ENUM("sad", "so-so", "2 high").named("mood").asNative()).notNull(),
        column("size", ENUM("S", "XL").named("sizes").asNative()).serverDefault("'XL'"));
    metadata.createAll(engine);

    assertCreatesTheSame(engine);
  }

  @Test
  @Requires(Capability.JSON)
  void json_isTheSame(Engine engine) {
    Table.of("papers", metadata, column("id", INTEGER).primaryKey(), column("body", JSON));
    metadata.createAll(engine);

    assertCreatesTheSame(engine);
  }

  @Test
  @Requires(Capability.RANGES)
  void typesOfOneDatabase_areTheSame(Engine engine) {
    Table.of(
        "rarities",
        metadata,
        column("id", UUID).primaryKey(),
        column("numbers", SqlTypes.ARRAY(INTEGER)).notNull(),
        column("moods", SqlTypes.ARRAY(ENUM("a", "b").named("ab").asNative())),
        column("span", PostgresqlTypes.INT4RANGE),
        column("spans", PostgresqlTypes.DATEMULTIRANGE),
        column("body", SqlTypes.JSONB),
        column("words", PostgresqlTypes.TSVECTOR),
        column("host", PostgresqlTypes.INET).notNull(),
        column("bits", PostgresqlTypes.BIT(3)),
        column("more_bits", PostgresqlTypes.VARBIT(5)),
        column("code", ExactTypes.CHAR(3)),
        column("data", SqlTypes.BINARY),
        column("stamp", SqlTypes.TIMESTAMP_WITH_TIME_ZONE),
        column("mail", DomainType.of("mail", STRING(50), "VALUE LIKE '%@%'")),
        column("shape", new DatabaseType("polygon")));
    metadata.createAll(engine);

    assertCreatesTheSame(engine);
    assertThat(Automap.of(engine).sources().notes())
        .extracting(Note::subject)
        .containsExactly("rarities.shape");
  }

  @Test
  @Requires(Capability.SCHEMAS)
  void schemas_areTheSame(Engine engine) {
    Table.of("near", metadata, column("id", INTEGER).primaryKey());
    Table.of("near", metadata, inSchema("far"), column("id", INTEGER).primaryKey());
    Table.of(
        "third",
        metadata,
        inSchema("far"),
        column("id", INTEGER).primaryKey(),
        column("near_id", INTEGER).references("far.near.id").notNull());
    engine.inTransaction(connection -> connection.execute(new DdlElement.CreateSchema("far")));
    metadata.createAll(engine);
    Found before = Found.in(engine, "far");

    Mapped mapped =
        Mapped.of(Automap.of(engine).schemas("far").packageName("far").sources());

    assertThat(mapped.sources().texts()).containsOnlyKeys("far.Near", "far.Third");
    assertThat(mapped.sources().text("far.Third"))
        .contains("@Entity(schema = \"far\")")
        .contains("@ForeignKey(\"far.near.id\")");
    metadata.dropAll(
        engine, List.of(metadata.table("far.near"), metadata.table("far.third")), CheckFirst.ON);
    mapped.registry().metadata().createAll(engine);
    assertThat(Found.in(engine, "far").facts()).containsExactlyEntriesOf(before.facts());
    mapped.registry().metadata().dropAll(engine);
    metadata.dropAll(engine);
    engine.inTransaction(connection -> connection.execute(new DdlElement.DropSchema("far")));
  }
}
