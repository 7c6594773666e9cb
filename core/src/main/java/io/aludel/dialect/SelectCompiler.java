package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.RawNode;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.sql.tree.statement.CompoundNode;
import io.aludel.sql.tree.statement.Paging;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.types.SqlTypes;
import io.aludel.types.Wrapping;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spells queries. A dialect overrides what its database says otherwise. One serves one compilation.
 */
public class SelectCompiler {
  private final Compilation compilation;

  /**
   * Creates a compiler of standard SQL.
   *
   * @param compilation the compilation it serves
   */
  protected SelectCompiler(Compilation compilation) {
    this.compilation = compilation;
  }

  /**
   * What is compiled.
   *
   * @return the compilation
   */
  protected final Compilation compilation() {
    return compilation;
  }

  private SqlWriter out() {
    return compilation.out();
  }

  /**
   * Writes a query that is a statement of its own.
   *
   * @param query the query
   */
  final void top(QueryNode query) {
    query(query, Place.TOP);
  }

  /**
   * Writes a query that stands in an expression, without parentheses.
   *
   * @param query the query
   */
  public final void nested(QueryNode query) {
    query(query, Place.NESTED);
  }

  /**
   * Writes a query that stands in FROM, without parentheses. Every column gets a name.
   *
   * @param query the query
   */
  public final void derived(QueryNode query) {
    query(query, Place.DERIVED);
  }

  private void query(QueryNode query, Place place) {
    if (query instanceof SelectNode select) {
      select(select, place);
    } else if (query instanceof CompoundNode compound) {
      compound(compound, place);
    } else {
      throw new CompileException(
          CoreError.WRONG_ROLE,
          compilation.dialect().name(),
          "Cannot compile a query of " + query.getClass().getName()
              + ": only selects and compounds of them are known. Make it with select(…).");
    }
  }

  private void select(SelectNode node, Place place) {
    List<Node> columns = SelectItems.expanded(compilation, node.items());
    Frame outer = compilation.frame();
    List<FromNode> froms = new FromResolver(compilation).of(node, place == Place.DERIVED);
    compilation.frame(Frame.of(froms, outer, labels(columns)));
    out().append("SELECT ").append(node.distinct() ? "DISTINCT " : "");
    columns(columns, place);
    if (!froms.isEmpty()) {
      out().append(" FROM ");
      compilation.froms().list(froms);
    }
    conditions(" WHERE ", node.where());
    if (!node.groupBy().isEmpty()) {
      out().append(" GROUP BY ");
      keys(node.groupBy(), false);
    }
    conditions(" HAVING ", node.having());
    paging(node.paging());
    compilation.frame(outer);
  }

  private static Set<Object> labels(List<Node> columns) {
    Set<Object> labels = new HashSet<>();
    for (Node column : columns) {
      if (column instanceof LabelNode) {
        labels.add(column);
      }
    }
    return labels;
  }

  /**
   * Writes the entries of a select list, with a name for each column that needs one.
   *
   * @param items the entries
   */
  public final void columns(List<Node> items) {
    columns(SelectItems.expanded(compilation, items), Place.TOP);
  }

  /**
   * Writes the columns of a select list, with a name for each that needs one.
   *
   * @param columns the columns, with references resolved
   * @param place where the query stands: only at the top are values made readable, and in FROM every
   *     column needs a name
   */
  private void columns(List<Node> columns, Place place) {
    List<String> names = SelectItems.names(compilation, columns);
    String separator = "";
    for (int i = 0; i < columns.size(); i++) {
      out().append(separator);
      separator = ", ";
      Node column = columns.get(i);
      String name = names.get(i);
      Wrapping around = place == Place.TOP
          ? compilation.dialect().types().selected(compilation.typeOf(column))
          : Wrapping.NONE;
      out().append(around.before());
      compilation.expressions().write(column);
      out().append(around.after());
      boolean named = place == Place.DERIVED || !around.isEmpty();
      if (named || !namesItself(column, name)) {
        out().append(" AS ").append(compilation.dialect().identifiers().prepare(name));
      }
    }
  }

  private boolean namesItself(Node column, String name) {
    if (column instanceof ColumnNode own) {
      return compilation.froms().name(own).equals(name);
    }
    return column instanceof ReferenceNode
        || (column instanceof RawNode raw && raw.sql().equals(name));
  }

  /**
   * Writes a clause of conditions that must all hold, or nothing without any.
   *
   * @param clause the word of the clause, with spaces
   * @param conditions the conditions
   */
  final void conditions(String clause, List<Node> conditions) {
    String word = clause;
    int level = conditions.size() > 1 ? Precedence.AND : Precedence.CONDITION;
    for (Node condition : conditions) {
      out().append(word);
      compilation.expressions().condition(condition, level);
      word = " AND ";
    }
  }

  private void keys(List<Node> keys, boolean ordered) {
    String separator = "";
    for (Node key : keys) {
      out().append(separator);
      if (ordered) {
        compilation.expressions().key(key);
      } else {
        compilation.expressions().operand(key, Precedence.COMMA, null);
      }
      separator = ", ";
    }
  }

  private void paging(Paging paging) {
    if (!paging.orderBy().isEmpty()) {
      out().append(" ORDER BY ");
      keys(paging.orderBy(), true);
    }
    if (paging.limit() != null || paging.offset() != null) {
      page(paging.limit(), paging.offset());
    }
  }

  /**
   * Writes which of the rows are wanted.
   *
   * @param limit the most rows, or null for all
   * @param offset the rows to leave out first, or null for none
   */
  protected void page(@Nullable Node limit, @Nullable Node offset) {
    if (limit != null) {
      out().append(" LIMIT ");
      compilation.expressions().operand(limit, Precedence.ATOM - 1, SqlTypes.BIGINT);
    }
    if (offset != null) {
      out().append(" OFFSET ");
      compilation.expressions().operand(offset, Precedence.ATOM - 1, SqlTypes.BIGINT);
    }
  }

  private void compound(CompoundNode node, Place place) {
    require(node.kind());
    String separator = "";
    for (QueryNode part : node.parts()) {
      out().append(separator);
      part(part, place);
      separator = " " + keyword(node.kind()) + " ";
    }
    Frame outer = compilation.frame();
    List<Node> columns = SelectItems.expanded(compilation, node.items());
    compilation.frame(Frame.of(List.of(), outer, labels(columns)));
    compilation.froms().unqualified(() -> paging(node.paging()));
    compilation.frame(outer);
  }

  private void part(QueryNode part, Place place) {
    boolean plain = part instanceof SelectNode select
        && select.paging().orderBy().isEmpty()
        && select.paging().limit() == null
        && select.paging().offset() == null;
    if (plain) {
      query(part, place);
    } else if (compilation.dialect().supports(Capability.NESTED_COMPOUND)) {
      out().append("(");
      query(part, place);
      out().append(")");
    } else {
      out().append("SELECT * FROM (");
      query(part, Place.DERIVED);
      out().append(")");
    }
  }

  private void require(CompoundNode.Kind kind) {
    Capability needed = switch (kind) {
      case UNION, UNION_ALL -> null;
      case INTERSECT, EXCEPT -> Capability.INTERSECT_AND_EXCEPT;
      case INTERSECT_ALL, EXCEPT_ALL -> Capability.INTERSECT_ALL_AND_EXCEPT_ALL;
    };
    if (needed != null) {
      compilation.require(needed, keyword(kind), "Combine the queries' conditions instead.");
    }
  }

  private static String keyword(CompoundNode.Kind kind) {
    return kind.name().replace('_', ' ');
  }

  /** Where a query stands. */
  private enum Place {
    TOP,
    NESTED,
    DERIVED
  }
}
