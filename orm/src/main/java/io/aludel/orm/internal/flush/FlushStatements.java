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
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.UpdateNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The statements of flushes, each compiled once for a table and a set of columns. Kept apart from the
 * engine's cache, so that no amount of queries pushes them out.
 */
final class FlushStatements {
  private final Engine engine;
  private final CompileOptions options;
  private final Map<Shape, CompiledStatement> updates = new ConcurrentHashMap<>();
  private final Map<TableModel, CompiledStatement> deletes = new ConcurrentHashMap<>();
  private final Map<InsertShape, InsertPlan> inserts = new ConcurrentHashMap<>();
  private final Map<RelationshipProperty, LinkStatements> links = new ConcurrentHashMap<>();

  /** A table of a mapper and the attributes written. */
  private record Shape(TableModel table, BitSet columns) {}

  /** What an INSERT is found by: what it writes and gives back. */
  private record InsertShape(TableModel table, BitSet columns, BitSet returned) {}

  FlushStatements(Engine engine, CompileOptions options) {
    this.engine = engine;
    this.options = options;
  }

  boolean supports(Capability capability) {
    return engine.dialect().supports(capability);
  }

  /** Whether more than a generated key can come back without a statement for each row. */
  boolean returnsSeveralAtOnce() {
    return supports(Capability.ORDERED_INSERT_RETURNING)
        || supports(Capability.BATCH_GENERATED_KEYS);
  }

  InsertPlan insert(TableModel table, BitSet columns, BitSet returned) {
    InsertShape shape = new InsertShape(table, columns, returned);
    InsertPlan known = inserts.get(shape);
    return known == null ? inserts.computeIfAbsent(shape, this::planInsert) : known;
  }

  private InsertPlan planInsert(InsertShape shape) {
    List<Column<?>> returned = new ArrayList<>();
    shape.returned().stream().forEach(index -> returned.add(shape.table().requireColumn(index)));
    return planInsert(
        shape.table().table(), columns(shape.table(), shape.columns()), returned);
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

  CompiledStatement update(TableModel table, BitSet columns) {
    Shape shape = new Shape(table, columns);
    CompiledStatement known = updates.get(shape);
    return known == null ? updates.computeIfAbsent(shape, this::compileUpdate) : known;
  }

  private CompiledStatement compileUpdate(Shape shape) {
    TableModel table = shape.table();
    return compileUpdate(table.table(), columns(table, shape.columns()), byKey(table));
  }

  private CompiledStatement compileUpdate(Table table, List<Node> columns, List<Node> where) {
    List<UpdateNode.Assignment> assignments = new ArrayList<>();
    for (Node column : columns) {
      assignments.add(new UpdateNode.Assignment(column, BindNode.of(null, null)));
    }
    return compile(new UpdateNode(table, assignments, where, List.of(), List.of()));
  }

  CompiledStatement delete(TableModel table) {
    CompiledStatement known = deletes.get(table);
    return known == null ? deletes.computeIfAbsent(table, this::compileDelete) : known;
  }

  private CompiledStatement compileDelete(TableModel table) {
    return compile(new DeleteNode(table.table(), byKey(table), List.of(), List.of()));
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
        compileUpdate(table, columns, equal(columns)),
        compile(new DeleteNode(table, equal(columns), List.of(), List.of())));
  }

  private static List<Node> byKey(TableModel table) {
    List<Node> columns = new ArrayList<>();
    for (int index : table.key()) {
      columns.add(table.requireColumn(index));
    }
    return equal(columns);
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
