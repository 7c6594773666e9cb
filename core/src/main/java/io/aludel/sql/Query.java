package io.aludel.sql;

import io.aludel.sql.internal.Conditions;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.internal.Words;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.SubqueryNode;
import io.aludel.sql.tree.SubqueryNode.Kind;
import io.aludel.sql.tree.construct.QuantifiedNode;
import io.aludel.sql.tree.statement.CompoundNode;

/**
 * A statement that only asks: a SELECT, or several combined. It can also stand within another statement.
 *
 * @param <T> the Java type of the first value of each row
 */
public interface Query<T> extends RowStatement<T> {
  @Override
  QueryNode statementNode();

  /**
   * This query as a value: that of the only column of its only row, or NULL without a row. It leaves to
   * the enclosing statement the tables that are selected from there.
   *
   * @return the value
   */
  default ColumnExpression<T> asScalar() {
    return new Words.Any<>(new SubqueryNode(statementNode(), Kind.SCALAR));
  }

  /**
   * Any of the values of this query of one column, to compare with: {@code x = ANY (SELECT …)}.
   *
   * @return the values
   */
  default Expression<T> asAny() {
    return new Words.Any<>(new QuantifiedNode(false, statementNode()));
  }

  /**
   * All values of this query of one column, to compare with: {@code x > ALL (SELECT …)}.
   *
   * @return the values
   */
  default Expression<T> asAll() {
    return new Words.Any<>(new QuantifiedNode(true, statementNode()));
  }

  /**
   * This query as a subquery that may refer to what stands before it in FROM: {@code LATERAL}.
   *
   * @param name the name it goes by
   * @return the subquery
   */
  default Alias lateral(String name) {
    return new Alias(AliasNode.lateral(statementNode(), Operands.name(name, "lateral")));
  }

  /**
   * This query as a common table expression, which stands once in WITH.
   *
   * @param name its name
   * @return the common table expression
   */
  default Cte cte(String name) {
    return Cte.of(statementNode(), Operands.name(name, "cte"));
  }

  /**
   * This query as a common table expression under a name made at compilation.
   *
   * @return the common table expression
   */
  default Cte cte() {
    return Cte.of(statementNode(), null);
  }

  /**
   * A test whether this query has any rows. It leaves to the enclosing statement the tables that are
   * selected from there.
   *
   * @return the condition
   */
  default Condition exists() {
    return Conditions.of(new SubqueryNode(statementNode(), Kind.EXISTS));
  }

  /**
   * This query as a table to select from.
   *
   * @param name the name of the table
   * @return the table
   */
  default Alias as(String name) {
    return Alias.of(statementNode(), Operands.name(name, "as"));
  }

  /**
   * This query as a table to select from, under a name made when the statement is compiled.
   *
   * @return the table
   */
  default Alias subquery() {
    return Alias.of(statementNode(), null);
  }

  /**
   * The rows of this and of other queries, each row once.
   *
   * @param others the other queries, with as many columns
   * @return the combined query
   */
  default Compound<T> union(Query<?>... others) {
    return Compound.of(CompoundNode.Kind.UNION, this, others);
  }

  /**
   * The rows of this and of other queries.
   *
   * @param others the other queries, with as many columns
   * @return the combined query
   */
  default Compound<T> unionAll(Query<?>... others) {
    return Compound.of(CompoundNode.Kind.UNION_ALL, this, others);
  }

  /**
   * The rows that this and all other queries have, each row once.
   *
   * @param others the other queries, with as many columns
   * @return the combined query
   */
  default Compound<T> intersect(Query<?>... others) {
    return Compound.of(CompoundNode.Kind.INTERSECT, this, others);
  }

  /**
   * The rows that this and all other queries have, as often as each has them.
   *
   * @param others the other queries, with as many columns
   * @return the combined query
   */
  default Compound<T> intersectAll(Query<?>... others) {
    return Compound.of(CompoundNode.Kind.INTERSECT_ALL, this, others);
  }

  /**
   * The rows of this query that no other has, each row once.
   *
   * @param others the other queries, with as many columns
   * @return the combined query
   */
  default Compound<T> except(Query<?>... others) {
    return Compound.of(CompoundNode.Kind.EXCEPT, this, others);
  }

  /**
   * The rows of this query less those of the others.
   *
   * @param others the other queries, with as many columns
   * @return the combined query
   */
  default Compound<T> exceptAll(Query<?>... others) {
    return Compound.of(CompoundNode.Kind.EXCEPT_ALL, this, others);
  }
}
