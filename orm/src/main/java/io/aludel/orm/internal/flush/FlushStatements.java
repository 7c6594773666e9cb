package io.aludel.orm.internal.flush;

import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.CompiledStatement;
import io.aludel.engine.Engine;
import io.aludel.engine.InsertPlan;
import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.UpdateNode;
import io.aludel.types.DateType;
import io.aludel.types.EnumType;
import io.aludel.types.IntegerType;
import io.aludel.types.SqlType;
import io.aludel.types.StringType;
import io.aludel.types.UuidType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The statements of flushes, each compiled once for a table and a set of columns. Kept apart from the
 * engine's cache, so that no amount of queries pushes them out.
 */
final class FlushStatements {
  private final Engine engine;
  private final CompileOptions options;
  private final Map<Shape, UpdateStatements> updates = new ConcurrentHashMap<>();
  private final Map<TableModel, CompiledStatement> deletes = new ConcurrentHashMap<>();
  private final Map<TableModel, CompiledStatement> listDeletes = new ConcurrentHashMap<>();
  private final Map<InsertShape, InsertPlan> inserts = new ConcurrentHashMap<>();
  private final Map<RelationshipProperty, LinkStatements> links = new ConcurrentHashMap<>();
  private final Map<RelationshipProperty, OwnedStatements> owned = new ConcurrentHashMap<>();

  /** A table of a mapper, the attributes written, and whether the version has to be the known one. */
  private record Shape(TableModel table, BitSet columns, boolean versioned) {}

  /** What an INSERT is found by: what it writes and gives back. */
  private record InsertShape(TableModel table, BitSet columns, BitSet returned) {}

  FlushStatements(Engine engine, CompileOptions options) {
    this.engine = engine;
    this.options = options;
  }

  boolean supports(Capability capability) {
    return engine.dialect().supports(capability);
  }

  /** Whether more than the key that the database makes can come back without a statement for each row. */
  boolean returnsSeveralAtOnce() {
    return supports(Capability.ORDERED_INSERT_RETURNING)
        || supports(Capability.BATCH_GENERATED_KEYS);
  }

  /** The same for rows whose key is given: whether they can be told apart by it when they come back. */
  boolean returnsTogether(TableModel table, BitSet columns, BitSet returned) {
    return supports(Capability.INSERT_RETURNING)
        && table.table().allowsReturning()
        && insert(table, columns, returned).returnsTogether();
  }

  /** Whether columns other than the generated key can come back from an INSERT at all. */
  boolean returns() {
    return supports(Capability.INSERT_RETURNING) || returnsSeveralAtOnce();
  }

  InsertPlan insert(TableModel table, BitSet columns, BitSet returned) {
    InsertShape shape = new InsertShape(table, columns, returned);
    InsertPlan known = inserts.get(shape);
    return known == null ? inserts.computeIfAbsent(shape, this::planInsert) : known;
  }

  private InsertPlan planInsert(InsertShape shape) {
    List<Column<?>> returned = new ArrayList<>();
    shape.returned().stream().forEach(index -> returned.add(shape.table().requireColumn(index)));
    return planInsert(shape.table().table(), columns(shape.table(), shape.columns()), returned);
  }

  private InsertPlan planInsert(Table table, List<Node> columns, List<Column<?>> returned) {
    List<List<Node>> rows = columns.isEmpty() ? List.of() : List.of(binds(columns.size()));
    InsertNode statement = InsertNode.of(table).withRows(columns, rows);
    return engine.insertPlan(statement, returned, options);
  }

  private static List<Node> binds(int count) {
    List<Node> binds = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      binds.add(BindNode.of(null, null));
    }
    return binds;
  }

  /**
   * A statement for one row some of whose values are SQL, which may bring values of its own.
   *
   * @param statement what is sent, compiled
   * @param values all values in slot order
   */
  record Single<S>(S statement, @Nullable Object[] values) {}

  /** An INSERT of one row some of whose values are SQL; not kept. */
  Single<InsertPlan> insert(WriteCommand command, BitSet returned) {
    List<Column<?>> wanted = new ArrayList<>();
    returned.stream().forEach(index -> wanted.add(command.table().requireColumn(index)));
    List<Node> columns = columns(command.table(), command.columns());
    InsertNode statement =
        InsertNode.of(command.table().table()).withRows(columns, List.of(cells(command)));
    return new Single<>(
        engine.insertPlan(statement, wanted, options), statement.walk().build().values());
  }

  private static List<Node> cells(WriteCommand command) {
    List<Node> cells = new ArrayList<>();
    int next = 0;
    BitSet columns = command.columns();
    for (int index = columns.nextSetBit(0); index >= 0; index = columns.nextSetBit(index + 1)) {
      Node expression = command.expressions().get(index);
      cells.add(expression == null ? BindNode.of(command.values()[next++], null) : expression);
    }
    return cells;
  }

  /** An UPDATE of a row, found by key and version. */
  UpdateStatements update(TableModel table, BitSet columns) {
    return update(new Shape(table, columns, table.isVersioned()));
  }

  /** An UPDATE of a row, found by key whatever its version. */
  UpdateStatements updateByKey(TableModel table, BitSet columns) {
    return update(new Shape(table, columns, false));
  }

  private UpdateStatements update(Shape shape) {
    UpdateStatements known = updates.get(shape);
    return known == null ? updates.computeIfAbsent(shape, this::compileUpdates) : known;
  }

  /**
   * One UPDATE of many rows goes through them in an order of the database's own, so that a value which one
   * row gives up and another takes might be taken first: columns of unique keys are updated row by row.
   */
  private UpdateStatements compileUpdates(Shape shape) {
    TableModel table = shape.table();
    List<Node> columns = columns(table, shape.columns());
    UpdateNode each = updateOf(table.table(), columns, finding(table, shape.versioned()));
    boolean separate = UniqueKey.hasOneOf(table.table(), columns) || !hasPlainKey(table);
    UpdateNode lists = separate ? null : engine.dialect().inColumns(each);
    return new UpdateStatements(each, lists, table.key().length, this::compile);
  }

  /** Whether keys that Java finds different are different for the database, too. */
  private static boolean hasPlainKey(TableModel table) {
    for (int index : table.key()) {
      SqlType<?> type = table.requireColumn(index).type();
      boolean plain = type instanceof IntegerType<?>
          || type instanceof UuidType
          || type instanceof DateType
          || type instanceof EnumType<?>
          || (type instanceof StringType text && text.collation() == null);
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  /** An UPDATE of one row some of whose values are SQL; not kept. */
  Single<CompiledStatement> update(WriteCommand command) {
    TableModel table = command.table();
    List<Node> cells = cells(command);
    List<UpdateNode.Assignment> assignments = new ArrayList<>();
    for (Node column : columns(table, command.columns())) {
      assignments.add(new UpdateNode.Assignment(column, cells.get(assignments.size())));
    }
    UpdateNode statement =
        new UpdateNode(table.table(), assignments, finding(command), List.of(), List.of());
    return new Single<>(compile(statement), statement.walk().build().values());
  }

  private static List<Node> finding(WriteCommand command) {
    TableModel table = command.table();
    int next = command.columns().cardinality() - command.expressions().size();
    List<Node> where = new ArrayList<>();
    for (Node column : findingColumns(table, table.isVersioned())) {
      BindNode value = BindNode.of(command.values()[next++], null);
      where.add(new BinaryNode(BinaryNode.Operator.EQ, column, value));
    }
    return where;
  }

  private static UpdateNode updateOf(Table table, List<Node> columns, List<Node> where) {
    List<UpdateNode.Assignment> assignments = new ArrayList<>();
    for (Node column : columns) {
      assignments.add(new UpdateNode.Assignment(column, BindNode.of(null, null)));
    }
    return new UpdateNode(table, assignments, where, List.of(), List.of());
  }

  CompiledStatement delete(TableModel table) {
    CompiledStatement known = deletes.get(table);
    return known == null ? deletes.computeIfAbsent(table, this::compileDelete) : known;
  }

  private CompiledStatement compileDelete(TableModel table) {
    List<Node> where = finding(table, table.isVersioned());
    return compile(new DeleteNode(table.table(), where, List.of(), List.of()));
  }

  /** A DELETE of all rows whose key, of one column, is in a list. */
  CompiledStatement deleteByList(TableModel table) {
    CompiledStatement known = listDeletes.get(table);
    return known == null ? listDeletes.computeIfAbsent(table, this::compileDeleteByList) : known;
  }

  private CompiledStatement compileDeleteByList(TableModel table) {
    return compileDeleteByList(table.table(), table.requireColumn(table.key()[0]));
  }

  private CompiledStatement compileDeleteByList(Table table, Node key) {
    Node listed = new InNode(key, List.of(BindNode.expanding(new Object[0], null)), false);
    return compile(new DeleteNode(table, List.of(listed), List.of(), List.of()));
  }

  /** How many keys a list holds at most. */
  int keysPerLookup() {
    return engine.dialect().keysPerLookup();
  }

  /** The statements for the link rows of a many-to-many relationship. */
  LinkStatements links(RelationshipProperty property) {
    LinkStatements known = links.get(property);
    return known == null ? links.computeIfAbsent(property, this::compileLinks) : known;
  }

  private LinkStatements compileLinks(RelationshipProperty property) {
    Table table = Objects.requireNonNull(property.secondary());
    List<Node> columns = new ArrayList<>();
    for (ColumnPair pair : property.join().copied()) {
      columns.add(pair.to());
    }
    for (ColumnPair pair : property.join().copiedFromTarget()) {
      columns.add(pair.to());
    }
    return new LinkStatements(
        table,
        planInsert(table, columns, List.of()),
        compile(updateOf(table, columns, equal(columns))),
        compile(new DeleteNode(table, equal(columns), List.of(), List.of())));
  }

  /** The statements that delete what a relationship leads to by its owners. */
  OwnedStatements owned(RelationshipProperty property) {
    OwnedStatements known = owned.get(property);
    return known == null ? owned.computeIfAbsent(property, this::compileOwned) : known;
  }

  private OwnedStatements compileOwned(RelationshipProperty property) {
    List<Node> columns = new ArrayList<>();
    for (ColumnPair pair : property.join().copied()) {
      columns.add(pair.to());
    }
    Table table = property.join().copied().get(0).to().table();
    return new OwnedStatements(
        compile(new DeleteNode(table, equal(columns), List.of(), List.of())),
        columns.size() == 1 ? compileDeleteByList(table, columns.get(0)) : null);
  }

  private static List<Node> finding(TableModel table, boolean versioned) {
    return equal(findingColumns(table, versioned));
  }

  private static List<Node> findingColumns(TableModel table, boolean versioned) {
    List<Node> columns = new ArrayList<>();
    for (int index : table.key()) {
      columns.add(table.requireColumn(index));
    }
    if (versioned) {
      columns.add(table.requireColumn(table.version()));
    }
    return columns;
  }

  private static List<Node> equal(List<Node> columns) {
    List<Node> where = new ArrayList<>();
    for (Node column : columns) {
      where.add(new BinaryNode(BinaryNode.Operator.EQ, column, BindNode.of(null, null)));
    }
    return where;
  }

  private static List<Node> columns(TableModel table, BitSet attributes) {
    List<Node> columns = new ArrayList<>();
    attributes.stream().forEach(index -> columns.add(table.requireColumn(index)));
    return columns;
  }

  private CompiledStatement compile(StatementNode statement) {
    return engine.dialect().compile(statement, options);
  }
}
