package io.aludel.orm.internal.flush;

import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.CompiledStatement;
import io.aludel.engine.Engine;
import io.aludel.engine.InsertPlan;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.schema.Column;
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
import java.util.concurrent.ConcurrentHashMap;

/**
 * The statements of flushes, each compiled once for an entity and a set of columns. Kept apart from the
 * engine's cache, so that no amount of queries pushes them out.
 */
public final class FlushStatements {
  private final Engine engine;
  private final CompileOptions options;
  private final Map<Shape, CompiledStatement> updates = new ConcurrentHashMap<>();
  private final Map<EntityLayout, CompiledStatement> deletes = new ConcurrentHashMap<>();
  private final Map<InsertShape, InsertPlan> inserts = new ConcurrentHashMap<>();

  /** An entity and the attributes written. */
  private record Shape(EntityLayout layout, BitSet columns) {}

  /** What an INSERT is found by: what it writes and gives back. */
  private record InsertShape(EntityLayout layout, BitSet columns, BitSet returned) {}

  public FlushStatements(Engine engine, CompileOptions options) {
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

  InsertPlan insert(EntityLayout layout, BitSet columns, BitSet returned) {
    InsertShape shape = new InsertShape(layout, columns, returned);
    InsertPlan known = inserts.get(shape);
    return known == null ? inserts.computeIfAbsent(shape, this::planInsert) : known;
  }

  private InsertPlan planInsert(InsertShape shape) {
    List<Node> columns = columns(shape.layout(), shape.columns());
    List<List<Node>> rows = columns.isEmpty()
        ? List.of()
        : List.of(columns.stream().map(column -> (Node) BindNode.of(null, null)).toList());
    InsertNode statement = InsertNode.of(shape.layout().mapper().table()).withRows(columns, rows);
    List<Column<?>> returned = new ArrayList<>();
    shape.returned().stream()
        .forEach(index -> returned.add(shape.layout().requireColumn(index).column()));
    return engine.insertPlan(statement, returned, options);
  }

  CompiledStatement update(EntityLayout layout, BitSet columns) {
    Shape shape = new Shape(layout, columns);
    CompiledStatement known = updates.get(shape);
    return known == null ? updates.computeIfAbsent(shape, this::compileUpdate) : known;
  }

  private CompiledStatement compileUpdate(Shape shape) {
    EntityLayout layout = shape.layout();
    List<UpdateNode.Assignment> assignments = new ArrayList<>();
    for (Node column : columns(layout, shape.columns())) {
      assignments.add(new UpdateNode.Assignment(column, BindNode.of(null, null)));
    }
    return compile(
        new UpdateNode(layout.mapper().table(), assignments, byKey(layout), List.of(), List.of()));
  }

  CompiledStatement delete(EntityLayout layout) {
    CompiledStatement known = deletes.get(layout);
    return known == null ? deletes.computeIfAbsent(layout, this::compileDelete) : known;
  }

  private CompiledStatement compileDelete(EntityLayout layout) {
    return compile(new DeleteNode(layout.mapper().table(), byKey(layout), List.of(), List.of()));
  }

  private static List<Node> byKey(EntityLayout layout) {
    List<Node> where = new ArrayList<>();
    for (int index : layout.key()) {
      Column<?> column = layout.requireColumn(index).column();
      where.add(new BinaryNode(BinaryNode.Operator.EQ, column, BindNode.of(null, null)));
    }
    return where;
  }

  private static List<Node> columns(EntityLayout layout, BitSet attributes) {
    List<Node> columns = new ArrayList<>();
    attributes.stream().forEach(index -> columns.add(layout.requireColumn(index).column()));
    return columns;
  }

  private CompiledStatement compile(StatementNode statement) {
    return engine.dialect().compile(statement, options);
  }
}
