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
class SchemaRunTest {
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
  private static final class Log implements DdlTarget, DdlRunner {
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
    public String dialect() {
      return "log";
    }

    @Override
    public boolean hasTable(Table table) {
      return present.contains(table.name());
    }

    @Override
    public boolean hasSequences() {
      return true;
    }

    @Override
    public boolean hasSequence(Sequence sequence) {
      return present.contains(sequence.name());
    }

    @Override
    public boolean hasIndex(Index index) {
      return present.contains(index.name());
    }

    @Override
    public boolean altersConstraints() {
      return alters;
    }

    @Override
    public void reflect(MetaData metadata) {
      steps.add("reflect");
    }

    @Override
    public void run(DdlElement element) {
      steps.add(step(element));
    }

    private static String step(DdlElement element) {
      if (element instanceof DdlElement.CreateTable create) {
        return "create " + create.table() + " without " + create.later().size();
      }
      if (element instanceof DdlElement.DropTable drop) {
        return "drop " + drop.table();
      }
      if (element instanceof DdlElement.CreateIndex create) {
        return "create index " + create.index().name();
      }
      if (element instanceof DdlElement.AddConstraint add) {
        return "add " + add.constraint();
      }
      return element instanceof DdlElement.DropConstraint drop
          ? "remove " + drop.constraint()
          : element.toString();
    }
  }
}
