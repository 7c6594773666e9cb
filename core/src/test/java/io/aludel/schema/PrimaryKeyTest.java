package io.aludel.schema;

import static io.aludel.schema.Schema.column;
import static io.aludel.types.SqlTypes.BIGINT;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import org.junit.jupiter.api.Test;

/** The rule of generated keys, parity row ORM-DDL-04. */
class PrimaryKeyTest {
  private final MetaData metadata = new MetaData();

  private Table table(SchemaItem... items) {
    return Table.of("t" + metadata.tables().size(), metadata, items);
  }

  @Test
  void singleInteger_withoutForeignKeyAndDefault_generates() {
    Table table = table(column("id", BIGINT).primaryKey(), column("n", INTEGER));

    assertThat(table.autoincrementColumn()).isSameAs(table.c("id"));
  }

  @Test
  void single_thatIsNoIntegerOrHasAValueOtherwise_doesNotGenerate() {
    Table target = table(column("id", INTEGER).primaryKey());
    assertThat(table(column("id", TEXT).primaryKey()).autoincrementColumn()).isNull();
    assertThat(table(column("id", INTEGER).primaryKey().defaultTo(1)).autoincrementColumn())
        .isNull();
    assertThat(table(column("id", INTEGER).primaryKey().serverDefault("1")).autoincrementColumn())
        .isNull();
    assertThat(table(column("id", INTEGER).primaryKey().references(target.key() + ".id"))
            .autoincrementColumn())
        .isNull();
    assertThat(table(column("id", INTEGER).primaryKey().autoincrement(Autoincrement.NEVER))
            .autoincrementColumn())
        .isNull();
  }

  @Test
  void singleWithForeignKey_toldToIgnoreIt_generates() {
    Table target = table(column("id", INTEGER).primaryKey());
    Table table = table(column("id", INTEGER)
        .primaryKey()
        .references(target.key() + ".id")
        .autoincrement(Autoincrement.IGNORE_FOREIGN_KEY));

    assertThat(table.autoincrementColumn()).isSameAs(table.c("id"));
  }

  @Test
  void composite_generatesOnlyWhereStated() {
    assertThat(table(column("a", INTEGER).primaryKey(), column("b", INTEGER).primaryKey())
            .autoincrementColumn())
        .isNull();
    Table stated = table(
        column("a", INTEGER).primaryKey(),
        column("b", INTEGER).primaryKey().autoincrement(Autoincrement.ALWAYS));
    assertThat(stated.autoincrementColumn()).isSameAs(stated.c("b"));
  }

  @Test
  void composite_withTwoThatMustGenerate_isRefused() {
    Table table = table(
        column("a", INTEGER).primaryKey().autoincrement(Autoincrement.ALWAYS),
        column("b", INTEGER).primaryKey().autoincrement(Autoincrement.ALWAYS));

    assertThatThrownBy(table::autoincrementColumn)
        .isInstanceOf(ArgumentException.class)
        .hasMessage(
            "The primary key of 't0' cannot generate both 'a' and 'b'. Leave autoincrement ALWAYS on"
                + " one of them. [DDL-108]");
  }

  @Test
  void text_thatMustGenerate_isRefused() {
    Table table = table(column("a", TEXT).primaryKey().autoincrement(Autoincrement.ALWAYS));

    assertThatThrownBy(table::autoincrementColumn)
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Column 't0.a' cannot generate its values");
  }
}
