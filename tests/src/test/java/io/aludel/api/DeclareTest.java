package io.aludel.api;

import static io.aludel.schema.Schema.column;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Classes, and the tables that follow from them. */
class DeclareTest {
  private static Table tableOf(Class<?> entity) {
    return Registry.of(entity).mapper(entity).table();
  }

  @Test
  void entity_fields_areTheColumnsOfItsTable() {
    assertThat(tableOf(User.class).name()).isEqualTo("users");
    assertThat(tableOf(User.class).columns())
        .extracting(Column::name)
        .as("neither static nor transient fields")
        .containsExactly("id", "name", "email", "age", "minor");
    assertThat(tableOf(Employee.class).name()).isEqualTo("employee");
    assertThat(tableOf(Employee.class).columns())
        .extracting(Column::name)
        .containsExactly("id", "name", "manager_id");
  }

  @Test
  void entity_types_sayWhatMayBeNull() {
    assertThat(tableOf(User.class).columns())
        .filteredOn(Column::isNullable)
        .extracting(Column::name)
        .containsExactly("email");
  }

  /** Outside {@code @NullMarked} code. */
  @NullUnmarked
  @io.aludel.orm.annotation.Entity
  static class Unmarked {
    @io.aludel.orm.annotation.Id
    Integer id;

    String text;
    int number;
  }

  @Test
  void entity_outsideNullMarked_referencesMayBeNull() {
    assertThat(tableOf(Unmarked.class).columns())
        .filteredOn(Column::isNullable)
        .extracting(Column::name)
        .containsExactly("text");
  }

  @Test
  void foreignKey_named_leadsToTheOtherTable() {
    Registry models = Registry.of(Post.class, User.class);

    assertThat(models.mapper(Post.class).table().foreignKeys())
        .singleElement()
        .hasToString("foreign key posts.user_id -> users.id");
    assertThat(models.metadata().sortedTables())
        .extracting(Table::name)
        .containsExactly("users", "posts");
  }

  @ForEachDatabase
  void loaded_object_isOfTheClassThatWasWritten(TestDatabase database) {
    Registry models = Registry.of(User.class);
    models.metadata().createAll(database.engine());
    SessionFactory sessions = SessionFactory.of(database.engine(), models);
    sessions.inTransaction(session -> session.add(new User("Alice")));

    try (Session session = sessions.open()) {
      User alice = session.getOne(User.class, 1);
      assertThat(alice.getClass()).isSameAs(User.class);
      assertThat(alice.getName()).isEqualTo("Alice");
      assertThat(alice.getLooks()).as("a transient field is left alone").isOne();
    }
  }

  @ForEachDatabase
  void map_inJava_usesATableThatExists(TestDatabase database) {
    MetaData metadata = new MetaData();
    Table widgetsTable = Table.of(
        "widgets", metadata, column("id", INTEGER).primaryKey(), column("inscription", STRING(20)));
    metadata.createAll(database.engine());
    Registry registry = Registry.of();
    registry.map(Widget.class, widgetsTable, m -> m.column("label", widgetsTable.c("inscription")));
    SessionFactory sessions = SessionFactory.of(database.engine(), registry);

    sessions.inTransaction(session -> session.add(new Widget(7, "handle")));
    assertThat(
            sessions.fromTransaction(session -> session.getOne(Widget.class, 7)).getLabel())
        .isEqualTo("handle");
  }
}
