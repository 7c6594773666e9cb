package io.aludel.dialect.sqlserver;

import io.aludel.CoreError;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.Precedence;
import io.aludel.dialect.SelectCompiler;
import io.aludel.dialect.internal.GroupedLabels;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.RawNode;
import io.aludel.sql.tree.TableNode;
import io.aludel.sql.tree.statement.LockNode;
import io.aludel.sql.tree.statement.Paging;
import io.aludel.sql.tree.statement.Paging.Measure;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.sql.tree.statement.ValuesNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SELECT of SQL Server: a limit is TOP, an offset belongs to ORDER BY, which a nested query has only with one
 * of them; a lock is a hint behind each table.
 */
final class SqlServerSelectCompiler extends SelectCompiler {
  /** An offset where one must be said. */
  private static final Node NONE = new RawNode("0", SqlTypes.BIGINT);

  private @Nullable QueryNode inserted;

  SqlServerSelectCompiler(Compilation compilation) {
    super(compilation);
  }

  /** Writes the query of an INSERT, which keeps its order: identities are counted in it. */
  void inserted(QueryNode query) {
    inserted = query;
    nested(query);
    inserted = null;
  }

  private static boolean isTop(QueryNode query, Paging paging) {
    return query instanceof SelectNode && paging.limit() != null && paging.offset() == null;
  }

  @Override
  protected void beforeColumns(SelectNode node) {
    Node limit = node.paging().limit();
    if (limit == null || !isTop(node, node.paging())) {
      return;
    }
    Measure measure = node.paging().measure();
    boolean percent = measure == Measure.PERCENT || measure == Measure.PERCENT_WITH_TIES;
    boolean ties = measure == Measure.ROWS_WITH_TIES || measure == Measure.PERCENT_WITH_TIES;
    top(limit, percent ? SqlTypes.DOUBLE : SqlTypes.BIGINT);
    compilation().out().append(percent ? "PERCENT " : "").append(ties ? "WITH TIES " : "");
  }

  /** Writes how many rows are wanted, where a number stands in parentheses. */
  void top(Node limit, SqlType<?> type) {
    compilation().out().append("TOP (");
    compilation().expressions().operand(limit, Precedence.COMMA, type);
    compilation().out().append(") ");
  }

  @Override
  protected void paging(QueryNode query, Paging paging, boolean nested) {
    if (!paging.isLimited()) {
      if (!nested || query == inserted) {
        order(paging.orderBy());
      }
      return;
    }
    boolean top = isTop(query, paging);
    if (!top && paging.measure() != Measure.ROWS) {
      throw new CompileException(
          CoreError.CANNOT_COMPILE,
          compilation().dialect().name(),
          "Cannot compile WITH TIES or PERCENT of rows behind an offset or of a compound: SQL Server has"
              + " them with TOP only. Leave the offset out, and select from the compound.");
    }
    order(paging.orderBy());
    if (!top) {
      rows(query, paging);
    }
  }

  /** An order is demanded where none was asked for; the cheapest that is allowed says nothing. */
  private void rows(QueryNode query, Paging paging) {
    if (paging.orderBy().isEmpty()) {
      boolean plain = query instanceof SelectNode select && !select.distinct();
      compilation().out().append(plain ? " ORDER BY (SELECT NULL)" : " ORDER BY 1");
    }
    standardPage(paging.limit(), paging.offset() == null ? NONE : paging.offset());
  }

  @Override
  protected void lock(LockNode lock) {}

  @Override
  protected void behindSource(SelectNode node, FromNode source) {
    super.behindSource(node, source);
    LockNode lock = node.lock();
    if (lock == null || !isTable(source)) {
      return;
    }
    boolean meant = lock.of().isEmpty()
        || lock.of().stream().anyMatch(locked -> compilation().resolved(locked) == source);
    if (meant) {
      boolean shared = lock.strength() == LockNode.Strength.SHARE
          || lock.strength() == LockNode.Strength.KEY_SHARE;
      String waiting = switch (lock.waiting()) {
        case NO_WAIT -> ", NOWAIT";
        case SKIP_LOCKED -> ", READPAST";
        case WAIT -> "";
      };
      compilation()
          .out()
          .append(shared ? " WITH (HOLDLOCK, ROWLOCK" : " WITH (UPDLOCK, ROWLOCK")
          .append(waiting)
          .append(")");
    }
  }

  @Override
  protected List<Node> grouped(List<Node> groups, List<Node> columns, List<FromNode> sources) {
    return GroupedLabels.expanded(compilation(), groups, columns, sources);
  }

  private boolean isTable(FromNode source) {
    return source instanceof TableNode
        || (source instanceof AliasNode alias
            && alias.source() instanceof FromNode inner
            && compilation().resolved(inner) instanceof TableNode);
  }

  @Override
  protected String nameOfPart() {
    return " AS part";
  }

  /** VALUES stands in FROM only. */
  @Override
  protected void values(ValuesNode node) {
    compilation().out().append("SELECT * FROM ");
    named(node, "given");
  }

  /** Writes VALUES with a name and the names of its columns, as it stands in FROM. */
  void named(ValuesNode node, String name) {
    compilation().out().append("(");
    super.values(node);
    compilation()
        .out()
        .append(") AS ")
        .append(compilation().dialect().identifiers().prepare(name));
    String separator = " (";
    for (Node column : node.items()) {
      compilation().out().append(separator);
      compilation().froms().unqualified(() -> compilation().expressions().write(column));
      separator = ", ";
    }
    compilation().out().append(")");
  }
}
