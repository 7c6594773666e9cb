package io.aludel.dialect.sqlserver;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.internal.MergeInserts;
import io.aludel.schema.Column;
import io.aludel.schema.ColumnDefault;
import io.aludel.schema.Identity;
import io.aludel.schema.Table;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.statement.InsertNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * INSERT of SQL Server: OUTPUT stands before the rows, an upsert is a MERGE, and a value for an identity must be
 * allowed, table by table. That is switched on and off within the statement that is sent, so that neither
 * another round trip nor another connection can come between.
 */
final class SqlServerInserts extends MergeInserts {
  /** VALUES of an INSERT takes no more. */
  private static final int MOST_ROWS = 1000;

  SqlServerInserts(Compilation compilation) {
    super(compilation);
  }

  @Override
  protected String database() {
    return "SQL Server";
  }

  @Override
  protected void whole(InsertNode node, Runnable statement) {
    Table switched = switched(node);
    if (switched != null) {
      identityInsert(switched, "ON");
      out().append("; ");
    }
    statement.run();
    out().append(switched != null || node.conflict() != null ? ";" : "");
    if (switched != null) {
      out().append(" ");
      identityInsert(switched, "OFF");
    }
  }

  private void identityInsert(Table table, String state) {
    out().append("SET IDENTITY_INSERT ");
    compilation().froms().write(table);
    out().append(" ").append(state);
  }

  /** The table, if the statement writes to its identity. */
  private @Nullable Table switched(InsertNode node) {
    FromNode target = compilation().resolved(node.target());
    if (!(target instanceof Table table)) {
      return null;
    }
    for (Node column : node.columns()) {
      if (written(table, column) instanceof Column<?> known && isIdentity(known)) {
        return table;
      }
    }
    return null;
  }

  private static boolean isIdentity(Column<?> column) {
    boolean counted = column.defaultValue() instanceof ColumnDefault.Next<?> next
        && !next.sequence().isOptional();
    return column.serverDefault() instanceof Identity || (column.isAutoincrement() && !counted);
  }

  @Override
  protected void write(InsertNode node) {
    if (node.conflict() == null) {
      statement(node);
    } else {
      merge(node, node.conflict());
      output(node, compilation().resolved(node.target()));
    }
  }

  @Override
  protected void beforeRows(InsertNode node, FromNode target) {
    output(node, target);
  }

  private void output(InsertNode node, FromNode target) {
    SqlServerWrites.output(
        compilation(), node.items(), target, "inserted", Capability.INSERT_RETURNING);
  }

  @Override
  protected String lock() {
    return " WITH (HOLDLOCK)";
  }

  @Override
  protected void rows(InsertNode node, List<Node> columns) {
    if (node.source() != null) {
      query(node.source());
    } else {
      out().append("VALUES ");
      tuples(node, columns, false);
    }
    out().append(") AS excluded (");
    separated(", ", columns, this::bare);
    out().append(")");
  }

  /**
   * Rows that give something back are selected in their order, which is the one in which SQL Server promises to
   * count identities.
   */
  @Override
  protected void insertedRows(InsertNode node, List<Node> columns) {
    boolean plain = node.rows().stream()
        .allMatch(row -> row.stream()
            .allMatch(value -> value instanceof BindNode || value instanceof ParameterNode));
    boolean ordered = node.rows().size() > 1 && !node.items().isEmpty() && plain;
    if (!ordered && node.rows().size() <= MOST_ROWS) {
      super.insertedRows(node, columns);
      return;
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      names.add("c" + i);
    }
    String list = String.join(", ", names);
    out().append(" SELECT ").append(list).append(" FROM (VALUES ");
    tuples(node, columns, ordered);
    out().append(") AS given (").append(list).append(ordered ? ", place) ORDER BY place" : ")");
  }

  private void tuples(InsertNode node, List<Node> columns, boolean numbered) {
    String separator = "(";
    int place = 0;
    for (List<Node> row : node.rows()) {
      for (int i = 0; i < row.size(); i++) {
        out().append(i == 0 ? separator : ", ");
        value(columns.get(i), row.get(i));
      }
      out().append(numbered ? ", " + place : "");
      separator = "), (";
      place++;
    }
    out().append(")");
  }

  @Override
  protected void query(QueryNode source) {
    ((SqlServerSelectCompiler) compilation().selects()).inserted(source);
  }
}
