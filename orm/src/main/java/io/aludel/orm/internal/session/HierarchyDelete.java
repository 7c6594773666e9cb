package io.aludel.orm.internal.session;

import io.aludel.engine.Result;
import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.schema.Table;
import io.aludel.sql.Row;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.construct.TupleNode;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.SelectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A DELETE of entities whose rows lie in several tables: one SELECT finds the keys, and for every 500 of
 * them each table is cleared, the furthest down first.
 */
final class HierarchyDelete {
  private static final int CHUNK = 500;

  private final Mapper<?> mapper;
  private final DeleteNode written;
  private final Runner runner;

  /** Sends a statement. */
  @FunctionalInterface
  interface Runner {
    Result<Row> run(StatementNode statement, Map<String, ? extends @Nullable Object> parameters);
  }

  HierarchyDelete(Mapper<?> mapper, DeleteNode written, Runner runner) {
    this.mapper = mapper;
    this.written = written;
    this.runner = runner;
  }

  Result<Row> run(Map<String, ? extends @Nullable Object> parameters) {
    if (!written.items().isEmpty() || !written.sources().isEmpty() || written.limit() != null) {
      throw new UnsupportedStatementException(
          OrmError.SEVERAL_TABLES,
          "Cannot delete " + mapper.entityName()
              + " with RETURNING, USING or LIMIT: its rows lie in"
              + " several tables, each of which takes a statement of its own. Select the objects and"
              + " delete them, or name the condition in where.");
    }
    List<Object> keys = keys(parameters);
    int count = 0;
    for (int from = 0; from < keys.size(); from += CHUNK) {
      count += delete(keys.subList(from, Math.min(keys.size(), from + CHUNK)));
    }
    return Result.counting(count);
  }

  private List<Object> keys(Map<String, ? extends @Nullable Object> parameters) {
    List<Node> items = new ArrayList<>();
    for (ColumnProperty<?> part : mapper.primaryKey()) {
      items.add(new AttributeNode((EntitySource) written.target(), part.name()));
    }
    SelectNode select =
        SelectNode.of(items).withWhere(written.where()).withOptions(written.options());
    List<Object> keys = new ArrayList<>();
    for (Row row : runner.run(select, parameters)) {
      keys.add(items.size() == 1 ? Objects.requireNonNull(row.get(0)) : row.asList());
    }
    return keys;
  }

  private int delete(List<Object> keys) {
    Set<Table> tables = new LinkedHashSet<>();
    mapper.selfAndDescendants().forEach(each -> tables.addAll(each.tables()));
    List<Table> leafFirst = new ArrayList<>(tables);
    Collections.reverse(leafFirst);
    int count = 0;
    for (Table table : leafFirst) {
      Node among = new InNode(key(table), List.of(BindNode.expanding(keys.toArray(), null)), false);
      DeleteNode delete =
          DeleteNode.of(table).withWhere(List.of(among)).withOptions(written.options());
      count = runner.run(delete, Map.of()).rowCount();
    }
    return count;
  }

  private Node key(Table table) {
    List<Node> parts = new ArrayList<>();
    for (Mapper<?> each : mapper.selfAndDescendants()) {
      if (parts.isEmpty() && each.tables().contains(table)) {
        for (ColumnProperty<?> part : each.primaryKey()) {
          parts.add(Objects.requireNonNull(part.columnIn(table)));
        }
      }
    }
    return parts.size() == 1 ? parts.get(0) : new TupleNode(parts);
  }
}
