package io.aludel.sql;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.internal.AliasColumns;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.internal.Words;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.construct.CteNode;
import io.aludel.sql.tree.construct.CteNode.Traits;
import io.aludel.sql.tree.statement.CompoundNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A common table expression: a statement that stands once in WITH, and is selected from by name. It gets
 * there by being mentioned. Immutable; every method gives a new one, which refers to itself wherever it
 * refers to the one it was made from.
 *
 * @param fromNode the node
 */
public record Cte(CteNode fromNode) implements FromClause {
  /**
   * A column.
   *
   * @param name its name
   * @param <T> its Java type, which is the caller's claim
   * @return the column
   * @throws ArgumentException if there is no such column
   */
  public <T> ColumnExpression<T> c(String name) {
    return new Words.Any<>(AliasColumns.byName(fromNode, name));
  }

  /**
   * The column that shows an expression of the statement.
   *
   * @param expression an expression the statement selects
   * @param <T> its Java type
   * @return the column
   * @throws ArgumentException if the statement does not select it
   */
  public <T> ColumnExpression<T> c(Selectable<T> expression) {
    return new Words.Any<>(AliasColumns.of(fromNode, expression.node()));
  }

  /**
   * This one with the rows of a query that refers to this one: {@code WITH RECURSIVE … UNION ALL}.
   *
   * @param next makes the query from this one; it finds the rows that follow from those found last
   * @return the recursive one
   */
  public Cte recursively(Function<? super Cte, ? extends Query<?>> next) {
    Cte self = recursive();
    Operands.present(next, "recursively", "query");
    return self.unionAll(next.apply(self));
  }

  /**
   * This one marked as recursive: {@code WITH RECURSIVE}. Add the members that refer to it with
   * {@link #union} or {@link #unionAll}.
   *
   * @return the recursive one
   */
  public Cte recursive() {
    Traits traits = fromNode.traits();
    return with(
        new Traits(true, traits.nesting(), traits.columns(), traits.prefix(), traits.suffix()));
  }

  /**
   * This one, written in the very query that uses it.
   *
   * @return the nested one
   */
  public Cte nesting() {
    Traits traits = fromNode.traits();
    return with(
        new Traits(traits.recursive(), true, traits.columns(), traits.prefix(), traits.suffix()));
  }

  /**
   * This one with names for its columns, written behind its own name.
   *
   * @param names a name for each column of the statement
   * @return the one with names
   */
  public Cte columns(String... names) {
    List<String> all = List.copyOf(Arrays.asList(Operands.present(names, "columns", "list")));
    Traits traits = fromNode.traits();
    return with(
        new Traits(traits.recursive(), traits.nesting(), all, traits.prefix(), traits.suffix()));
  }

  /**
   * This one with words before its parenthesis, such as {@code MATERIALIZED}.
   *
   * @param sql the words, written as they stand
   * @return the one with the words
   */
  public Cte prefix(String sql) {
    Traits traits = fromNode.traits();
    return with(new Traits(
        traits.recursive(),
        traits.nesting(),
        traits.columns(),
        Operands.name(sql, "prefix"),
        traits.suffix()));
  }

  /**
   * This one with words behind its parenthesis, such as {@code SEARCH DEPTH FIRST BY id SET path}.
   *
   * @param sql the words, written as they stand
   * @return the one with the words
   */
  public Cte suffix(String sql) {
    Traits traits = fromNode.traits();
    return with(new Traits(
        traits.recursive(),
        traits.nesting(),
        traits.columns(),
        traits.prefix(),
        Operands.name(sql, "suffix")));
  }

  /**
   * This one and the rows of a query, equal rows once.
   *
   * @param query the query, which may refer to this one
   * @return the union
   */
  public Cte union(Query<?> query) {
    return combined(CompoundNode.Kind.UNION, query);
  }

  /**
   * This one and the rows of a query.
   *
   * @param query the query, which may refer to this one
   * @return the union
   */
  public Cte unionAll(Query<?> query) {
    return combined(CompoundNode.Kind.UNION_ALL, query);
  }

  private Cte combined(CompoundNode.Kind kind, Query<?> query) {
    QueryNode more = Operands.present(query, "union", "query").statementNode();
    if (!(fromNode.statement() instanceof QueryNode first)) {
      throw new ArgumentException(
          CoreError.WRONG_ROLE,
          "Cannot make a union of a common table expression: its statement writes. Select from it.");
    }
    List<QueryNode> parts = new ArrayList<>();
    boolean open = first instanceof CompoundNode compound
        && compound.kind() == kind
        && compound.paging().isEmpty();
    if (open) {
      parts.addAll(((CompoundNode) first).parts());
    } else {
      parts.add(first);
    }
    parts.add(more);
    return new Cte(fromNode.withStatement(CompoundNode.of(kind, parts)));
  }

  private Cte with(Traits traits) {
    return new Cte(fromNode.withTraits(traits));
  }

  /** Makes one of a statement. */
  static Cte of(StatementNode statement, @Nullable String name) {
    return new Cte(CteNode.of(statement, name));
  }
}
