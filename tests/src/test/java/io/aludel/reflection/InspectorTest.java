package io.aludel.reflection;

import static io.aludel.schema.Schema.check;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.comment;
import static io.aludel.schema.Schema.inSchema;
import static io.aludel.schema.Schema.index;
import static io.aludel.schema.Schema.prefixes;
import static io.aludel.schema.Schema.unique;
import static io.aludel.sql.Sql.select;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.Capability;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.DdlElement;
import io.aludel.schema.Deferral;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.NoReferencedTableException;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.Sequence;
import io.aludel.schema.Table;
import io.aludel.schema.View;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ForEachDatabase
@Parity("ORM-DDL-25")
class InspectorTest {
  private final MetaData metadata = new MetaData();
  private final Table users = Table.of(
      "users",
      metadata,
      column("id", INTEGER).primaryKey(),
      column("name", STRING(50)).notNull().serverDefault("'nobody'"),
      column("Age", INTEGER),
      unique("name").named("uq_users_name"),
      check("name <> ''").named("ck_users_name"),
      index("Age").named("ix_users_age"));
  private final Table posts = Table.of(
      "posts",
      metadata,
      column("id", INTEGER).primaryKey(),
      column("user_id", INTEGER)
          .foreignKey(ForeignKey.to("users.id")
              .named("fk_posts_user")
              .onDelete(ReferentialAction.CASCADE)));

  @Test
  void tables_columnsAndRules_areFound(Engine engine) {
    metadata.createAll(engine);

    Inspector inspector = Inspector.of(engine);

    assertThat(inspector.tables()).containsExactly("posts", "users");
    assertThat(inspector.hasTable("users")).isTrue();
    assertThat(inspector.hasTable("nothing")).isFalse();
    List<ReflectedColumn> columns = inspector.columns("users");
    assertThat(columns).extracting(ReflectedColumn::name).containsExactly("id", "name", "Age");
    assertThat(columns).extracting(ReflectedColumn::nullable).containsExactly(false, false, true);
    assertThat(columns.get(0).generatesKeys()).isTrue();
    assertThat(columns.get(1).type()).isEqualTo(STRING(50));
    assertThat(String.valueOf(columns.get(1).filled())).contains("nobody");
    assertThat(inspector.primaryKey("users").columns()).containsExactly("id");
    assertThat(inspector.uniqueConstraints("users"))
        .extracting(ReflectedKey::name, ReflectedKey::columns)
        .containsExactly(org.assertj.core.api.Assertions.tuple("uq_users_name", List.of("name")));
    assertThat(inspector.checkConstraints("users"))
        .extracting(ReflectedCheck::name)
        .containsExactly("ck_users_name");
    assertThat(inspector.hasIndex("users", "ix_users_age")).isTrue();
    assertThat(inspector.hasIndex("users", "ix_other")).isFalse();
    ReflectedForeignKey key = inspector.foreignKeys("posts").get(0);
    assertThat(key.name()).isEqualTo("fk_posts_user");
    assertThat(key.columns()).containsExactly("user_id");
    assertThat(key.target())
        .isEqualTo(new ReflectedForeignKey.Target(null, "users", List.of("id")));
    assertThat(key.rules().onDelete()).isEqualTo(ReferentialAction.CASCADE);
    assertThat(inspector.sortedTables()).containsExactly("users", "posts");
  }

  @Test
  void unknownTable_isRefusedByName(Engine engine) {
    Inspector inspector = Inspector.of(engine);

    assertThatThrownBy(() -> inspector.columns("nothing"))
        .isInstanceOf(NoSuchTableException.class)
        .hasMessage("The database has no table or view [nothing] in its default schema. Check the"
            + " names and the schema, or create them first. [DDL-112]");
    assertThatThrownBy(() -> inspector.reflect(new MetaData(), ReflectOptions.ALL.only("a", "b")))
        .isInstanceOf(NoSuchTableException.class)
        .hasMessageContaining("[a, b]");
    assertThatThrownBy(() -> inspector.table("nothing", new MetaData()))
        .isInstanceOf(NoSuchTableException.class);
  }

  @Test
  void views_areFoundWithTheirQueries(Engine engine) {
    View.of("grown", metadata, select(users.<Integer>c("id"), users.c("name")));
    metadata.createAll(engine);

    Inspector inspector = Inspector.of(engine);

    assertThat(inspector.views()).containsExactly("grown");
    assertThat(inspector.tables()).doesNotContain("grown");
    assertThat(inspector.hasTable("grown")).isTrue();
    assertThat(inspector.viewDefinition("grown").toLowerCase()).contains("select");
    assertThat(inspector.columns("grown"))
        .extracting(ReflectedColumn::name)
        .containsExactly("id", "name");
    assertThatThrownBy(() -> inspector.viewDefinition("users"))
        .isInstanceOf(NoSuchTableException.class);
    MetaData found = new MetaData();
    inspector.reflect(found, ReflectOptions.ALL.with(ReflectOptions.Extra.VIEWS));
    assertThat(found.findTable("grown")).isNotNull();
    metadata.dropAll(engine);
    inspector.clearCache();
    assertThat(inspector.views()).isEmpty();
  }

  @Test
  @Requires(Capability.MATERIALIZED_VIEWS)
  void materializedViews_areFoundApart(Engine engine) {
    View.materialized("kept", metadata, select(users.<Integer>c("id")));
    metadata.createAll(engine);

    Inspector inspector = Inspector.of(engine);

    assertThat(inspector.materializedViews()).containsExactly("kept");
    assertThat(inspector.views()).isEmpty();
  }

  @Test
  @Requires(Capability.SEQUENCES)
  void sequences_areFound(Engine engine) {
    Sequence.of("counter").in(metadata);
    metadata.createAll(engine);

    Inspector inspector = Inspector.of(engine);

    assertThat(inspector.sequences()).extracting(ReflectedSequence::name).contains("counter");
    assertThat(inspector.hasSequence("counter")).isTrue();
    assertThat(inspector.hasSequence("other")).isFalse();
  }

  @Test
  @Requires(Capability.COMMENTS)
  @Parity("ORM-DDL-20")
  void comments_areFound(Engine engine) {
    Table.of(
        "noted",
        metadata,
        comment("it's \\ noted"),
        column("id", INTEGER).primaryKey().comment("the \"number\""));
    metadata.createAll(engine);

    Inspector inspector = Inspector.of(engine);

    assertThat(inspector.tableComment("noted")).isEqualTo("it's \\ noted");
    assertThat(inspector.columns("noted").get(0).comment()).isEqualTo("the \"number\"");
    assertThat(inspector.tableComment("users")).isNull();
    engine.inTransaction(connection -> {
      connection.execute(new DdlElement.DropComment(metadata.table("noted")));
    });
    inspector.clearCache();
    assertThat(inspector.tableComment("noted")).isNull();
  }

  @Test
  @Requires(Capability.SCHEMAS)
  void schemas_areLookedAtByName(Engine engine) {
    Table far = Table.of("far", metadata, inSchema("app"), column("id", INTEGER).primaryKey());
    Table near = Table.of(
        "near", metadata, column("far_id", INTEGER).foreignKey(ForeignKey.to(far.c("id"))));
    engine.inTransaction(connection -> connection.execute(new DdlElement.CreateSchema("app")));
    metadata.createAll(engine);

    Inspector inspector = Inspector.of(engine);

    assertThat(inspector.schemas()).contains("app");
    assertThat(inspector.hasSchema("app")).isTrue();
    assertThat(inspector.hasSchema("nowhere")).isFalse();
    assertThat(inspector.in("app").tables()).containsExactly("far");
    assertThat(inspector.tables()).doesNotContain("far");
    assertThat(inspector.foreignKeys("near").get(0).target().schema()).isEqualTo("app");
    MetaData found = new MetaData();
    inspector.table("near", found);
    assertThat(found.table("near").foreignKeys().get(0).referredTable().key()).isEqualTo("app.far");
    assertThat(near.columns()).hasSize(1);
    metadata.dropAll(engine);
    engine.inTransaction(connection -> connection.execute(new DdlElement.DropSchema("app")));
  }

  @Test
  void temporaryTables_areToldApart(Engine engine) {
    Table table = Table.of(
        "passing", metadata, prefixes("TEMPORARY"), column("id", INTEGER).primaryKey());
    engine.inTransaction(connection -> {
      connection.execute(new DdlElement.CreateTable(table));
      Inspector inspector = Inspector.of(connection);

      assertThat(inspector.hasTable("passing")).isTrue();
      assertThat(inspector.temporaryTables()).containsExactly("passing");
      assertThat(inspector.tables()).doesNotContain("passing");
    });
  }

  @Test
  @Requires(Capability.DEFERRABLE_CONSTRAINTS)
  void deferral_isFound(Engine engine) {
    Table.of(
        "late",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("up", INTEGER)
            .foreignKey(ForeignKey.to("late.id").deferral(Deferral.INITIALLY_DEFERRED)));
    metadata.createAll(engine);

    assertThat(Inspector.of(engine).foreignKeys("late").get(0).deferral())
        .isEqualTo(Deferral.INITIALLY_DEFERRED);
  }

  @Test
  @Parity("ORM-DDL-26")
  void bulkMethods_giveEveryTableInAFixedNumberOfQueries(Engine engine) {
    for (int i = 0; i < 30; i++) {
      Table.of("many" + i, metadata, column("id", INTEGER).primaryKey(), column("a", INTEGER));
    }
    metadata.createAll(engine);
    Inspector inspector = Inspector.of(engine);
    long before = engine.statistics().executions();

    Map<String, List<ReflectedColumn>> columns = inspector.columns(TableFilter.TABLES);
    Map<String, List<ReflectedForeignKey>> keys = inspector.foreignKeys(TableFilter.TABLES);
    new MetaData();
    MetaData found = new MetaData();
    found.reflect(engine);

    assertThat(columns).hasSize(32).containsKeys("many0", "many29", "users");
    assertThat(keys.get("many0")).isEmpty();
    assertThat(keys.get("posts")).hasSize(1);
    assertThat(found.tables()).hasSize(32);
    assertThat(engine.statistics().executions() - before).isLessThan(40);
    assertThat(inspector.columns(TableFilter.ANY.names("users", "none")).keySet())
        .containsExactly("users");
    assertThat(inspector.primaryKeys(TableFilter.TABLES.kinds(Relation.Kind.VIEW)))
        .isEmpty();
  }

  @Test
  void clearCache_showsWhatChanged(Engine engine) {
    metadata.createAll(engine);
    Inspector inspector = Inspector.of(engine);
    assertThat(inspector.tables()).hasSize(2);
    posts.drop(engine);

    assertThat(inspector.tables()).hasSize(2);
    inspector.clearCache();
    assertThat(inspector.tables()).containsExactly("users");
  }

  @Test
  @Parity("ORM-DDL-24")
  void table_withDeclaredParts_overridesWhatWasFound(Engine engine) {
    metadata.createAll(engine);
    MetaData found = new MetaData();

    Table table = Inspector.of(engine)
        .table("users", found, column("name", STRING(9)).key("nick"), column("more", INTEGER));

    assertThat(table.columns())
        .extracting(Column::name)
        .containsExactly("id", "name", "Age", "more");
    assertThat(table.c("nick").type()).isEqualTo(STRING(9));
    assertThat(table.primaryKey().columnNames()).containsExactly("id");
    assertThat(table.constraints()).anyMatch(one -> "uq_users_name".equals(one.name()));
  }

  @Test
  @Parity("ORM-DDL-24")
  void table_someColumns_leavesRulesOfOthersOut(Engine engine) {
    metadata.createAll(engine);

    Table table = Inspector.of(engine)
        .table("users", new MetaData(), ReflectOptions.ALL.columns(name -> !name.equals("name")));

    assertThat(table.columns()).extracting(Column::name).containsExactly("id", "Age");
    assertThat(table.constraints()).noneMatch(one -> "uq_users_name".equals(one.name()));
  }

  @Test
  @Parity("ORM-DDL-24")
  void table_withReferences_bringsThemAlongUnlessTold(Engine engine) {
    metadata.createAll(engine);
    MetaData both = new MetaData();
    MetaData alone = new MetaData();
    Inspector inspector = Inspector.of(engine);

    Table post = inspector.table("posts", both);
    Table lonely = inspector.table("posts", alone, ReflectOptions.ALL.with());

    assertThat(post.foreignKeys().get(0).referredTable()).isSameAs(both.table("users"));
    assertThat(alone.tables()).containsExactly(lonely);
    assertThatThrownBy(() -> lonely.foreignKeys().get(0).referredTable())
        .isInstanceOf(NoReferencedTableException.class);
  }

  @Test
  @Parity("ORM-DDL-24")
  void reflect_intoTablesThatAreThere_addsWhatIsMissingOnRequest(Engine engine) {
    metadata.createAll(engine);
    MetaData half = new MetaData();
    Table declared = Table.of("users", half, column("id", INTEGER).primaryKey().key("number"));
    Inspector inspector = Inspector.of(engine);

    inspector.reflect(half, ReflectOptions.ALL);
    assertThat(declared.columns()).hasSize(1);
    inspector.reflect(half, ReflectOptions.ALL.with(ReflectOptions.Extra.MISSING_PARTS));

    assertThat(declared.columns()).extracting(Column::key).containsExactly("number", "name", "Age");
    assertThat(declared.primaryKey().columnNames()).containsExactly("number");
    assertThat(half.tables()).hasSize(2);
  }

  @Test
  @Parity("ORM-DDL-24")
  void reflect_someTables_leavesOthers(Engine engine) {
    metadata.createAll(engine);
    MetaData some = new MetaData();

    Inspector.of(engine).reflect(some, ReflectOptions.ALL.matching(name -> name.startsWith("u")));

    assertThat(some.tables()).extracting(Table::name).containsExactly("users");
  }
}
