package io.aludel.schema;

import static io.aludel.schema.Schema.check;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.inSchema;
import static io.aludel.schema.Schema.index;
import static io.aludel.schema.Schema.primaryKey;
import static io.aludel.schema.Schema.unique;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.NUMERIC;
import static io.aludel.types.SqlTypes.STRING;
import static io.aludel.types.SqlTypes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TableTest {
  private final MetaData metadata = new MetaData();

  @Test
  void table_withColumns_findsThemByKeyInOrder() {
    Table account = Table.of(
        "account",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("email", STRING(320)).notNull().unique(),
        column("balance", NUMERIC(12, 2)).key("amount").defaultTo(BigDecimal.ZERO));

    assertThat(account.columns())
        .extracting(Column::name)
        .containsExactly("id", "email", "balance");
    assertThat(account.c("amount").name()).isEqualTo("balance");
    assertThat(account.findColumn("balance")).isNull();
    assertThat(metadata.table("account")).isSameAs(account);
  }

  @Test
  void column_whenGivenToATable_isTheTablesOwn() {
    Column<Integer> id = column("id", INTEGER).primaryKey();
    Table account = Table.of("account", metadata, id);

    assertThat(account.<Integer>c("id")).isSameAs(id);
    assertThat(id.table()).isSameAs(account);
    assertThat(id).hasToString("account.id");
  }

  @Test
  void column_ofAPrimaryKey_isNotNullUnlessStated() {
    Table table = Table.of(
        "t",
        metadata,
        column("a", INTEGER).primaryKey(),
        column("b", INTEGER),
        column("c", INTEGER).notNull(),
        column("d", INTEGER).notNull().nullable());

    assertThat(table.columns())
        .extracting(Column::isNullable)
        .containsExactly(false, true, false, true);
  }

  @Test
  void primaryKey_statedApart_hasItsOwnOrder() {
    Table table =
        Table.of("t", metadata, column("a", INTEGER), column("b", INTEGER), primaryKey("b", "a"));

    assertThat(table.primaryKey().columns()).extracting(Column::name).containsExactly("b", "a");
    assertThat(table.c("a").isNullable()).isFalse();
  }

  @Test
  void column_uniqueWithIndex_hasAUniqueIndexAndNoConstraint() {
    Table table = Table.of("t", metadata, column("a", INTEGER).unique().index());

    assertThat(table.indexes()).hasSize(1);
    assertThat(table.indexes().get(0).isUnique()).isTrue();
    assertThat(table.indexes().get(0).name()).isEqualTo("ix_t_a");
    assertThat(table.constraints()).hasOnlyElementsOfType(PrimaryKey.class);
  }

  @Test
  void index_inASchema_isNamedAfterSchemaTableAndColumn() {
    Table table = Table.of("t", metadata, inSchema("app"), column("a", INTEGER).index());

    assertThat(table.indexes().get(0).name()).isEqualTo("ix_app_t_a");
    assertThat(table.key()).isEqualTo("app.t");
  }

  @Test
  void constraints_inAnyOrder_belongToTheTable() {
    Table table = Table.of(
        "t",
        metadata,
        unique("a", "b").named("uq_ab"),
        check("a > 0"),
        column("a", INTEGER),
        column("b", INTEGER),
        index("b").onDescending("a"));

    assertThat(table.constraints()).allMatch(constraint -> constraint.table() == table);
    assertThat(table.indexes().get(0).parts())
        .containsExactly(new Index.Part("b", null, false), new Index.Part("a", null, true));
  }

  @Test
  void table_withTwoColumnsOfOneName_isRefused() {
    assertThatThrownBy(() -> Table.of("t", metadata, column("a", INTEGER), column("a", TEXT)))
        .isInstanceOf(DuplicateNameException.class)
        .hasMessage(
            "Column 'a' cannot be added to table 't': the table has a column of that name. Rename one,"
                + " or give it another key. [DDL-101]");
    assertThat(metadata.tables()).isEmpty();
  }

  @Test
  void table_declaredTwice_isRefusedAndLeavesTheColumnsFree() {
    Table.of("t", metadata, column("a", INTEGER));
    Column<Integer> free = column("a", INTEGER);

    assertThatThrownBy(() -> Table.of("t", metadata, free))
        .isInstanceOf(DuplicateNameException.class)
        .hasMessageContaining("Table 't' cannot be added");
    assertThat(Table.of("u", metadata, free).c("a").table().name()).isEqualTo("u");
  }

  @Test
  void column_givenToTwoTables_isRefused() {
    Column<Integer> id = column("id", INTEGER);
    Table.of("t", metadata, id);

    assertThatThrownBy(() -> Table.of("u", metadata, id))
        .isInstanceOf(ArgumentException.class)
        .hasMessage(
            "Column 't.id' cannot be added to table 'u': it belongs to table 't'. Declare a column for"
                + " each table. [DDL-105]");
  }

  @Test
  void c_ofAnUnknownName_namesTableAndColumns() {
    Table table = Table.of("t", metadata, column("a", INTEGER), column("b", INTEGER));

    assertThatThrownBy(() -> table.c("x"))
        .isInstanceOf(NoSuchNameException.class)
        .hasMessage("Table 't' has no column 'x', only [a, b]. [DDL-102]");
  }

  @Test
  void constraint_onAnUnknownColumn_isRefused() {
    assertThatThrownBy(() -> Table.of("t", metadata, column("a", INTEGER), unique("x")))
        .isInstanceOf(NoSuchNameException.class)
        .hasMessageContaining("'x'");
  }

  @Test
  void defaultTo_aValueThatDoesNotFit_isRefused() {
    @SuppressWarnings({"unchecked", "rawtypes"}) // what a caller without generics could do
    Column<Object> column = (Column) column("a", INTEGER);

    assertThatThrownBy(() -> column.defaultTo("many"))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("The default of column 'a' cannot be 'many' of java.lang.String");
  }

  @Test
  void nullArguments_atTheDoor_areNamed() {
    assertThatThrownBy(() -> Table.of(null, metadata))
        .isInstanceOf(ArgumentException.class)
        .hasMessage("Null was given for the name of a table. Pass a value. [ARG-101]");
    assertThatThrownBy(() -> column(" ", INTEGER))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("the name of a column");
  }
}
