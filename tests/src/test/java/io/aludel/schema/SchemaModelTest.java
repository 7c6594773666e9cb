package io.aludel.schema;

import static io.aludel.schema.Schema.check;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.comment;
import static io.aludel.schema.Schema.extendExisting;
import static io.aludel.schema.Schema.inSchema;
import static io.aludel.schema.Schema.index;
import static io.aludel.schema.Schema.info;
import static io.aludel.schema.Schema.keepExisting;
import static io.aludel.schema.Schema.listening;
import static io.aludel.schema.Schema.prefixes;
import static io.aludel.schema.Schema.quoted;
import static io.aludel.schema.Schema.unique;
import static io.aludel.schema.Schema.withoutReturning;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.Dialects;
import io.aludel.engine.Engine;
import io.aludel.sql.Alias;
import io.aludel.sql.ColumnExpression;
import io.aludel.sql.tree.Quoting;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.types.DomainType;
import io.aludel.types.EnumType;
import io.aludel.types.SchemaType;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SchemaModelTest {
  private final MetaData metadata = new MetaData();

  private static String create(Table table) {
    return Dialects.forUrl("jdbc:postgresql:x")
        .orElseThrow()
        .ddl()
        .compile(new DdlElement.CreateTable(table));
  }

  @Nested
  @Parity("ORM-DDL-01")
  class OfMetaData {
    @Test
    void metadata_knowsWhatBelongsToIt() {
      EnumType<String> mood = SqlTypes.ENUM("sad", "glad").named("mood");
      DomainType<Integer> level = DomainType.of("level", INTEGER, "VALUE > 0");
      Table parent = Table.of("p", metadata, column("id", INTEGER).primaryKey());
      Table child = Table.of(
          "c",
          metadata,
          inSchema("app"),
          column("id", INTEGER).references("p.id"),
          column("mood", mood),
          column("other", mood),
          column("level", level),
          column("free", SqlTypes.ENUM("a", "b")));
      Sequence counter = Sequence.of("counter").in(metadata);

      assertThat(metadata.tables()).containsExactly(parent, child);
      assertThat(metadata.sortedTables()).containsExactly(parent, child);
      assertThat(metadata.table("app.c")).isSameAs(child);
      assertThat(metadata.findTable("c")).isNull();
      assertThat(metadata.schemas()).containsExactly("app");
      assertThat(metadata.sequences()).containsExactly(counter);
      assertThat(metadata.sequence("counter")).isSameAs(counter);
      assertThat(metadata.types(EnumType.class)).hasSize(2).contains(mood);
      assertThat(metadata.types(SchemaType.class)).hasSize(3);
      assertThat(metadata.type("mood")).isEqualTo(mood);
      assertThat(metadata.type("level")).isEqualTo(level);

      metadata.remove(child);
      assertThat(metadata.tables()).containsExactly(parent);
      metadata.clear();
      assertThat(metadata.tables()).isEmpty();
      assertThat(metadata.sequences()).isEmpty();
    }

    @Test
    void metadata_settings_reachItsTables() {
      MetaData named = new MetaData(MetaData.Settings.DEFAULT
          .schema("plain")
          .schemaQuoting(Quoting.ALWAYS)
          .naming(NamingConvention.STANDARD));
      named.info().put("owner", "me");
      Table table = Table.of("t", named, column("id", INTEGER));

      assertThat(table.schema()).isEqualTo("plain");
      assertThat(create(table)).startsWith("CREATE TABLE \"plain\".t (");
      assertThat(named.naming()).isSameAs(NamingConvention.STANDARD);
      assertThat(named.info()).containsEntry("owner", "me");
    }

    @Test
    void metadata_unknownNamesAndNulls_areRefused() {
      Table.of("t", metadata, column("id", INTEGER));

      assertThatThrownBy(() -> metadata.table("x"))
          .isInstanceOf(NoSuchNameException.class)
          .hasMessage("The metadata has no table 'x', only [t]. [DDL-102]");
      assertThatThrownBy(() -> metadata.sequence("x"))
          .hasMessage("The metadata has no sequence 'x', only []. [DDL-102]");
      assertThatThrownBy(() -> metadata.type("x"))
          .hasMessage("The metadata has no enum or domain 'x', only []. [DDL-102]");
      assertThatThrownBy(() -> Table.of("t", metadata)).isInstanceOf(DuplicateNameException.class);
      assertThatThrownBy(() -> metadata.remove(null)).isInstanceOf(ArgumentException.class);
      assertThatThrownBy(() -> new MetaData(" ")).isInstanceOf(ArgumentException.class);
    }
  }

  @Nested
  @Parity("ORM-DDL-02")
  class OfTables {
    private final List<String> heard = new ArrayList<>();

    @Test
    void table_partsAndOptions_areKept() {
      Table other = Table.of("other", metadata, column("id", INTEGER).primaryKey());
      Table table = Table.of(
          "t",
          metadata,
          inSchema("app"),
          comment("things"),
          info(Map.of("a", 1)),
          prefixes("UNLOGGED"),
          quoted(Quoting.ALWAYS),
          withoutReturning(),
          listening(events -> events.afterParentAttach((what, to) -> heard.add(what.toString()))),
          column("id", INTEGER).primaryKey(),
          column("oid", INTEGER).references("other.id").key("other"),
          column("n", INTEGER),
          unique("n").named("uq"),
          check("n > 0").named("ck"),
          index("n").named("ix"));
      table.dependsOn(other);

      assertThat(table.key()).isEqualTo("app.t");
      assertThat(table.comment()).isEqualTo("things");
      assertThat(table.info()).containsEntry("a", 1);
      assertThat(table.allowsReturning()).isFalse();
      assertThat(table.columns()).extracting(Column::name).containsExactly("id", "oid", "n");
      assertThat(table.c("other").name()).isEqualTo("oid");
      assertThat(table.primaryKey().columnNames()).containsExactly("id");
      assertThat(table.foreignKeys()).hasSize(1);
      assertThat(table.constraints()).hasSize(4);
      assertThat(table.indexes()).hasSize(1);
      assertThat(heard).contains("app.t.id");
      assertThat(create(table))
          .startsWith("CREATE UNLOGGED TABLE app.\"t\" (")
          .contains("CONSTRAINT uq UNIQUE (n)", "CONSTRAINT ck CHECK (n > 0)");
      assertThat(metadata.sortedTables()).containsExactly(other, table);
    }

    @Test
    void table_growing_takesPartsWhereTheyAreWanted() {
      Table table = Table.of("t", metadata, column("b", INTEGER));
      table.append(column("c", INTEGER), unique("c"));
      table.insert(column("a", INTEGER).primaryKey(), 0);
      table.replace(column("b", STRING(5)));

      assertThat(create(table))
          .isEqualTo("CREATE TABLE t (\n  a SERIAL NOT NULL,\n  b VARCHAR(5),\n  c INTEGER,\n"
              + "  PRIMARY KEY (a),\n  UNIQUE (c)\n)");
      assertThatThrownBy(() -> table.append(column("b", INTEGER)))
          .isInstanceOf(DuplicateNameException.class);
    }

    @Test
    void table_declaredAgain_isRefusedKeptOrExtended() {
      Table table = Table.of("t", metadata, column("a", INTEGER));

      assertThatThrownBy(() -> Table.of("t", metadata, column("b", INTEGER)))
          .isInstanceOf(DuplicateNameException.class)
          .hasMessageContaining("'t'");
      assertThat(Table.of("t", metadata, keepExisting(), column("b", INTEGER))).isSameAs(table);
      assertThat(table.findColumn("b")).isNull();
      assertThat(Table.of("t", metadata, extendExisting(), column("b", INTEGER)))
          .isSameAs(table);
      assertThat(table.findColumn("b")).isNotNull();
    }

    @ForEachDatabase
    void table_withoutReturning_stillGetsItsKeys(Engine engine, StatementRecorder recorder) {
      Column<Integer> id = column("id", INTEGER).primaryKey();
      Table table = Table.of("plain", metadata, withoutReturning(), id, column("n", INTEGER));
      metadata.createAll(engine);
      recorder.clear();

      engine.inTransaction(connection -> {
        var result = connection.execute(insert(table).values(row("n", 5)));
        assertThat(result.insertedKeys().get(0)).containsExactly(1);
        assertThat(connection.scalar(select(id))).isEqualTo(1);
      });

      assertThat(recorder.statements().get(0).sql()).isEqualTo("INSERT INTO plain (n) VALUES (?)");
    }
  }

  @Nested
  @Parity("ORM-DDL-22")
  class Copies {
    @Test
    void toMetaData_copiesEverythingAndMovesSchemas() {
      Table parent = Table.of("p", metadata, column("id", INTEGER).primaryKey());
      Table child = Table.of(
          "c",
          metadata,
          comment("children"),
          info(Map.of("a", 1)),
          column("id", INTEGER).primaryKey().comment("number"),
          column("pid", INTEGER)
              .foreignKey(ForeignKey.to("p.id").onDelete(ReferentialAction.CASCADE)),
          column("n", INTEGER).unique().serverDefault("3"),
          check("n > 0").named("ck"),
          index("n").named("ix"));
      MetaData other = new MetaData();
      parent.toMetaData(other);
      Table copy = child.toMetaData(other);

      assertThat(create(copy)).isEqualTo(create(child));
      assertThat(copy.info()).containsEntry("a", 1);
      assertThat(copy.comment()).isEqualTo("children");
      assertThat(copy.foreignKeys().get(0).referredTable()).isSameAs(other.table("p"));
      assertThat(copy.indexes().get(0).name()).isEqualTo("ix");
      assertThat(copy.constraints()).doesNotContainAnyElementsOf(child.constraints());
      assertThat(child.toMetaData(other)).isSameAs(copy);

      MetaData tenant = new MetaData();
      parent.toMetaData(tenant, CopyOptions.inSchema("app"));
      assertThat(create(child.toMetaData(tenant, CopyOptions.inSchema("app"))))
          .contains("CREATE TABLE app.c", "REFERENCES app.p (id)");
      assertThat(child.toMetaData(tenant, CopyOptions.SAME.named("d")).key()).isEqualTo("d");
      MetaData withSchema = new MetaData("s");
      assertThat(parent.toMetaData(withSchema).key()).isEqualTo("s.p");
    }

    @Test
    void copy_ofAColumn_isFree() {
      Column<Integer> column = column("n", INTEGER).unique().serverDefault("3").comment("n");
      Table first = Table.of("a", metadata, column);
      Table second = Table.of("b", metadata, column.copy());

      assertThat(create(second)).isEqualTo(create(first).replace("TABLE a", "TABLE b"));
      assertThatThrownBy(() -> Table.of("x", metadata, column))
          .isInstanceOf(ArgumentException.class);
      assertThatThrownBy(() -> first.toMetaData(null)).isInstanceOf(ArgumentException.class);
    }
  }

  /** A table whose columns are typed by Java, the way the metamodel's attributes are. */
  private static final class Accounts {
    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<String> owner = column("owner", STRING(20));
    final Table table;

    Accounts(MetaData metadata) {
      table = Table.of("accounts", metadata, id, owner);
    }
  }

  @ForEachDatabase
  @Parity("ORM-DDL-23")
  void typedColumns_reachThroughAliasesAndQueries(Engine engine) {
    Accounts accounts = new Accounts(metadata);
    metadata.createAll(engine);
    engine.inTransaction(connection -> {
      connection.execute(insert(accounts.table).values(row("id", 1, "owner", "ann")));
      Alias alias = accounts.table.as("a");
      ColumnExpression<String> owner = alias.c(accounts.owner);
      String found = connection.scalar(select(owner).where(alias.c(accounts.id).eq(1)));
      Alias sub = select(accounts.id, accounts.owner).as("s");
      Integer number = connection.scalar(select(sub.c(accounts.id)));

      assertThat(found).isEqualTo("ann");
      assertThat(number).isEqualTo(1);
      assertThatThrownBy(() -> select(accounts.id).as("s").c(accounts.owner))
          .isInstanceOf(ArgumentException.class);
    });
  }
}
