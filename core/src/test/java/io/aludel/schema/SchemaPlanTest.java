package io.aludel.schema;

import static io.aludel.schema.Schema.column;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The order of creation and dropping, parity rows ORM-DDL-15 and 16. */
class SchemaPlanTest {
  private final MetaData metadata = new MetaData();

  private Table table(String name, String... targets) {
    List<SchemaItem> items = new ArrayList<>(List.of(column("id", INTEGER).primaryKey()));
    for (String target : targets) {
      items.add(column(target + "_id", INTEGER).references(target + ".id"));
    }
    return Table.of(name, metadata, items.toArray(new SchemaItem[0]));
  }

  @Test
  void sortedTables_withForeignKeys_putsTargetsFirstAndKeepsTheOrderOtherwise() {
    table("comments", "posts", "users");
    table("tags");
    table("posts", "users");
    table("users");

    assertThat(metadata.sortedTables())
        .extracting(Table::name)
        .containsExactly("tags", "users", "posts", "comments");
  }

  @Test
  void createAll_withACycle_addsItsKeysAfterwards() {
    table("a", "b");
    table("b", "a");
    table("c", "a");

    Log log = new Log(true, Set.of());
    metadata.createAll(log);

    assertThat(log.steps)
        .containsExactly(
            "create a without 1",
            "create b without 1",
            "create c without 0",
            "add foreign key a.b_id -> b.id",
            "add foreign key b.a_id -> a.id");
  }

  @Test
  void dropAll_withACycle_dropsItsKeysFirst() {
    table("a", "b");
    table("b", "a");
    table("c", "a");

    Log log = new Log(true, Set.of("a", "b", "c"));
    metadata.dropAll(log);

    assertThat(log.steps)
        .containsExactly(
            "remove foreign key a.b_id -> b.id",
            "remove foreign key b.a_id -> a.id",
            "drop c",
            "drop b",
            "drop a");
  }

  @Test
  void createAll_withACycleWhereNothingCanBeAdded_putsAllInline() {
    table("a", "b");
    table("b", "a");

    Log log = new Log(false, Set.of());
    metadata.createAll(log);

    assertThat(log.steps).containsExactly("create a without 0", "create b without 0");
  }

  @Test
  void createAll_withASelfReference_keepsItInline() {
    table("node", "node");

    Log log = new Log(true, Set.of());
    metadata.createAll(log);

    assertThat(log.steps).containsExactly("create node without 0");
  }

  @Test
  void createAll_withKeysToAlter_addsThemAfterwards() {
    table("users");
    Table.of(
        "posts",
        metadata,
        column("user_id", INTEGER).foreignKey(ForeignKey.to("users.id").useAlter()));

    Log log = new Log(true, Set.of());
    metadata.createAll(log);

    assertThat(log.steps)
        .containsExactly(
            "create users without 0",
            "create posts without 1",
            "add foreign key posts.user_id -> users.id");
  }

  @Test
  void createAll_ofTablesThatExist_leavesThemOut() {
    table("users");
    table("posts", "users");

    Log log = new Log(true, Set.of("users"));
    metadata.createAll(log);

    assertThat(log.steps).containsExactly("create posts without 0");
  }

  @Test
  void createAll_withoutChecking_createsAll() {
    table("users");

    Log log = new Log(true, Set.of("users"));
    metadata.createAll(log, metadata.tables(), CheckFirst.OFF);

    assertThat(log.steps).containsExactly("create users without 0");
  }

  @Test
  void createAll_withIndexes_createsThemAfterTheirTable() {
    Table.of("t", metadata, column("a", INTEGER).index());

    Log log = new Log(true, Set.of());
    metadata.createAll(log);

    assertThat(log.steps).containsExactly("create t without 0", "create index ix_t_a");
  }

  /** Writes down what it is asked to run. */
  private static final class Log implements DdlTarget, DdlRunner, DdlVisitor<String> {
    final List<String> steps = new ArrayList<>();
    private final boolean alters;
    private final Set<String> present;

    Log(boolean alters, Set<String> present) {
      this.alters = alters;
      this.present = present;
    }

    @Override
    public void withDdl(Consumer<DdlRunner> work) {
      work.accept(this);
    }

    @Override
    public boolean hasTable(Table table) {
      return present.contains(table.name());
    }

    @Override
    public boolean altersConstraints() {
      return alters;
    }

    @Override
    public void run(DdlElement element) {
      steps.add(element.accept(this));
    }

    @Override
    public String visitCreateTable(DdlElement.CreateTable element) {
      return "create " + element.table() + " without " + element.later().size();
    }

    @Override
    public String visitDropTable(DdlElement.DropTable element) {
      return "drop " + element.table();
    }

    @Override
    public String visitCreateIndex(DdlElement.CreateIndex element) {
      return "create index " + element.index().name();
    }

    @Override
    public String visitDropIndex(DdlElement.DropIndex element) {
      return "drop index " + element.index().name();
    }

    @Override
    public String visitAddConstraint(DdlElement.AddConstraint element) {
      return "add " + element.constraint();
    }

    @Override
    public String visitDropConstraint(DdlElement.DropConstraint element) {
      return "remove " + element.constraint();
    }

    @Override
    public String visitCreateType(DdlElement.CreateType element) {
      return "create type " + element.type().typeName();
    }

    @Override
    public String visitDropType(DdlElement.DropType element) {
      return "drop type " + element.type().typeName();
    }

    @Override
    public String visitText(DdlElement.DdlText element) {
      return element.sql();
    }
  }
}
