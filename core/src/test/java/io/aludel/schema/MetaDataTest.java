package io.aludel.schema;

import static io.aludel.schema.Schema.check;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.comment;
import static io.aludel.schema.Schema.extendExisting;
import static io.aludel.schema.Schema.inSchema;
import static io.aludel.schema.Schema.index;
import static io.aludel.schema.Schema.info;
import static io.aludel.schema.Schema.keepExisting;
import static io.aludel.schema.Schema.prefixes;
import static io.aludel.schema.Schema.quoted;
import static io.aludel.schema.Schema.unique;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.Dialect;
import io.aludel.dialect.postgresql.PostgresqlDialect;
import io.aludel.sql.tree.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetaDataTest {
  private static final Dialect POSTGRESQL = new PostgresqlDialect();

  private final MetaData metadata = new MetaData();

  private static String create(Table table) {
    return POSTGRESQL.ddl().compile(new DdlElement.CreateTable(table));
  }

  @Test
  void metadata_withTablesAndSequences_tellsSchemasAndForgets() {
    Table users = Table.of("users", metadata, inSchema("app"), column("id", INTEGER));
    Sequence counter = Sequence.of("counter").inSchema("num").in(metadata);
    metadata.info().put("owner", "me");

    assertThat(metadata.schemas()).containsExactly("app", "num");
    assertThat(metadata.table("app.users")).isSameAs(users);
    assertThat(metadata.sequence("num.counter")).isSameAs(counter);
    assertThat(metadata.info()).containsEntry("owner", "me");
    metadata.remove(users);
    assertThat(metadata.tables()).isEmpty();
    metadata.clear();
    assertThat(metadata.sequences()).isEmpty();
  }

  @Test
  void metadata_unknownOrSecondSequence_isRefused() {
    Sequence.of("s").in(metadata);

    assertThatThrownBy(() -> metadata.sequence("t"))
        .isInstanceOf(NoSuchNameException.class)
        .hasMessageContaining("no sequence 't', only [s]");
    assertThatThrownBy(() -> Sequence.of("s").in(metadata))
        .isInstanceOf(DuplicateNameException.class)
        .hasMessageContaining("Sequence 's'");
  }

  @Test
  void metadata_schemaQuoted_quotesSchemas() {
    MetaData quoting =
        new MetaData(MetaData.Settings.DEFAULT.schema("app").schemaQuoting(Quoting.ALWAYS));
    Table table = Table.of("t", quoting, column("id", INTEGER));

    assertThat(create(table)).startsWith("CREATE TABLE \"app\".t (");
  }

  @Test
  void table_appendAndInsert_takeTheirPlaces() {
    Table table = Table.of("t", metadata, column("b", INTEGER));

    table.append(column("c", INTEGER).unique(), check("b > 1"), index("b"));
    table.insert(column("a", INTEGER).primaryKey(), 0);

    assertThat(table.columns()).extracting(Column::name).containsExactly("a", "b", "c");
    assertThat(table.primaryKey().columnNames()).containsExactly("a");
    assertThat(table.constraints()).hasSize(3);
    assertThat(table.indexes()).hasSize(1);
  }

  @Test
  void table_insertBeyondTheEnd_isRefused() {
    Table table = Table.of("t", metadata, column("b", INTEGER));

    assertThatThrownBy(() -> table.insert(column("a", INTEGER), 2))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("cannot be inserted at 2");
  }

  @Test
  void table_appendSecondOfAName_isRefusedAndLeavesTheTable() {
    Table table = Table.of("t", metadata, column("b", INTEGER));

    assertThatThrownBy(() -> table.append(column("b", INTEGER)))
        .isInstanceOf(DuplicateNameException.class);
    assertThat(table.columns()).hasSize(1);
  }

  @Test
  void table_declaredTwice_isKeptOrExtendedOnRequest() {
    Table first = Table.of("t", metadata, column("a", INTEGER));

    assertThat(Table.of("t", metadata, keepExisting(), column("z", INTEGER))).isSameAs(first);
    assertThat(first.columns()).hasSize(1);
    Table second = Table.of(
        "t",
        metadata,
        extendExisting(),
        column("a", STRING(5)).unique(),
        column("b", INTEGER),
        comment("more"));
    assertThat(second).isSameAs(first);
    assertThat(first.columns()).extracting(Column::name).containsExactly("a", "b");
    assertThat(first.c("a").type()).isEqualTo(STRING(5));
    assertThat(first.comment()).isEqualTo("more");
    assertThatThrownBy(() -> Table.of("t", metadata)).isInstanceOf(DuplicateNameException.class);
  }

  @Test
  void table_columnReplaced_losesWhatItAskedFor() {
    Table other = Table.of("u", metadata, column("id", INTEGER).primaryKey());
    Table table =
        Table.of("t", metadata, column("a", INTEGER).foreignKey(ForeignKey.to(other.c("id"))));
    assertThat(table.foreignKeys()).hasSize(1);

    table.replace(column("a", INTEGER));

    assertThat(table.foreignKeys()).isEmpty();
    assertThat(table.constraints()).hasSize(1);
  }

  @Test
  void table_options_areToldAndSpelled() {
    Table table = Table.of(
        "t",
        metadata,
        prefixes("TEMPORARY"),
        quoted(Quoting.ALWAYS),
        info(Map.of("k", 1)),
        column("a", INTEGER).with(ColumnOption.quoted(Quoting.ALWAYS)),
        column("xmin", INTEGER).with(ColumnOption.system()));

    assertThat(create(table)).isEqualTo("CREATE TEMPORARY TABLE \"t\" (\n  \"a\" INTEGER\n)");
    assertThat(table.info()).containsEntry("k", 1);
  }

  @Test
  void column_details_areKept() {
    Column<Integer> column = column("a", INTEGER)
        .with(
            ColumnOption.documentation("what it is for"),
            ColumnOption.info(Map.of("k", 1)),
            ColumnOption.insertSentinel())
        .comment("seen by the database");

    assertThat(column.details().documentation()).isEqualTo("what it is for");
    assertThat(column.details().info()).containsEntry("k", 1);
    assertThat(column.details().sentinel()).isTrue();
    assertThat(column.comment()).isEqualTo("seen by the database");
    assertThat(column.copy()).isNotSameAs(column);
  }

  @Test
  void column_identityAndDefault_contradict() {
    Column<Integer> column = column("a", INTEGER).serverDefault("1");

    assertThatThrownBy(() -> column.serverDefault(Identity.byDefault()))
        .isInstanceOf(ArgumentException.class)
        .hasMessageEndingWith("[DDL-109]");
    assertThatThrownBy(() -> SequenceOptions.NONE.increment(0)).hasMessageEndingWith("[DDL-109]");
    assertThatThrownBy(() -> SequenceOptions.NONE.minimum(5).maximum(1))
        .hasMessageContaining("minimum 5 and the maximum 1");
  }

  @Test
  void toMetaData_always_copiesAll() {
    Table parent = Table.of("p", metadata, column("id", INTEGER).primaryKey());
    Table child = Table.of(
        "c",
        metadata,
        column("id", INTEGER).primaryKey().comment("number"),
        column("pid", INTEGER)
            .foreignKey(ForeignKey.to(parent.c("id")).onDelete(ReferentialAction.CASCADE)),
        column("n", INTEGER).unique().serverDefault("3"),
        unique("n", "pid").named("uq"),
        check("n > 0"),
        index("n").named("ix"),
        comment("children"));
    MetaData other = new MetaData();

    parent.toMetaData(other);
    Table copy = child.toMetaData(other);

    assertThat(copy).isNotSameAs(child);
    assertThat(create(copy)).isEqualTo(create(child));
    assertThat(copy.indexes().get(0).name()).isEqualTo("ix");
    assertThat(copy.foreignKeys().get(0).referredTable()).isSameAs(other.table("p"));
    assertThat(copy.comment()).isEqualTo("children");
    assertThat(child.toMetaData(other)).isSameAs(copy);
  }

  @Test
  void toMetaData_otherSchema_movesReferencesAlong() {
    Table node = Table.of(
        "n",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("up", INTEGER).references("n.id"));
    MetaData other = new MetaData();

    Table moved = node.toMetaData(other, CopyOptions.inSchema("app"));
    Table renamed = node.toMetaData(other, CopyOptions.SAME.named("m"));
    Table elsewhere = node.toMetaData(new MetaData(), CopyOptions.SAME.referring(key -> "far"));

    assertThat(moved.key()).isEqualTo("app.n");
    assertThat(moved.foreignKeys().get(0).referredTable()).isSameAs(moved);
    assertThat(renamed.foreignKeys().get(0).referredTable()).isSameAs(renamed);
    assertThat(elsewhere.foreignKeys().get(0).toString()).contains("far.n.id");
  }

  @Test
  void dependsOn_withoutForeignKey_ordersTables() {
    Table first = Table.of("a", metadata, column("id", INTEGER));
    Table second = Table.of("b", metadata, column("id", INTEGER));
    first.dependsOn(second);

    assertThat(metadata.sortedTables()).containsExactly(second, first);
  }

  @Test
  void sortedTables_cycle_listsForeignKeysApart() {
    Table.of(
        "a", metadata, column("id", INTEGER).primaryKey(), column("b", INTEGER).references("b.id"));
    Table.of(
        "b", metadata, column("id", INTEGER).primaryKey(), column("a", INTEGER).references("a.id"));

    SortedTables sorted = SortedTables.of(metadata.tables());

    assertThat(sorted.tables()).hasSize(2);
    assertThat(sorted.apart()).hasSize(2);
    assertThat(metadata.sortedTables()).hasSize(2);
  }

  @Test
  void attachListeners_hearOfEveryPart() {
    List<String> heard = new ArrayList<>();
    metadata.events().beforeParentAttach((part, owner) -> heard.add("before " + part));
    var handle = metadata.events().afterParentAttach((part, owner) -> heard.add("after " + part));

    Table table = Table.of("t", metadata, column("a", INTEGER).unique());
    handle.remove();
    table.append(index("a").named("i"));

    assertThat(heard)
        .containsExactly(
            "before t",
            "before a",
            "after t.a",
            "before unique constraint [a]",
            "after unique constraint [a]",
            "after t",
            "before index i on [a]");
  }
}
