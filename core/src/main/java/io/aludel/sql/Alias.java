package io.aludel.sql;

import io.aludel.sql.internal.AliasColumns;
import io.aludel.sql.internal.Words;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.Element;
import org.jspecify.annotations.Nullable;

/**
 * A table or a query under a name, to select from. Each alias object is an occurrence of its own.
 *
 * @param fromNode what stands behind the name
 */
public record Alias(AliasNode fromNode) implements FromClause {
  static Alias of(Element source, @Nullable String name) {
    return new Alias(new AliasNode(source, name));
  }

  /**
   * The same, allowed to refer to what stands before it in FROM: {@code LATERAL}. It is an occurrence of
   * its own.
   *
   * @return the lateral alias
   */
  public Alias lateral() {
    return new Alias(AliasNode.lateral(fromNode.source(), fromNode.name()));
  }

  /**
   * A column of the alias.
   *
   * @param name its name there
   * @param <T> its Java type, which is the caller's claim
   * @return the column
   * @throws io.aludel.ArgumentException if there is no such column
   */
  public <T> ColumnExpression<T> c(String name) {
    return new Words.Any<>(AliasColumns.byName(fromNode, name));
  }

  /**
   * The column of the alias that shows an expression of its source.
   *
   * @param expression a column of the table, or an expression the query selects
   * @param <T> its Java type
   * @return the column
   * @throws io.aludel.ArgumentException if the source does not have it
   */
  public <T> ColumnExpression<T> c(Selectable<T> expression) {
    return new Words.Any<>(AliasColumns.of(fromNode, expression.node()));
  }
}
