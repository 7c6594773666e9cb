package io.aludel.sql.internal;

import io.aludel.sql.ColumnExpression;
import io.aludel.sql.Condition;
import io.aludel.sql.NumericExpression;
import io.aludel.sql.OrderedExpression;
import io.aludel.sql.TextExpression;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.Node;

/** The plain bearers of the words: a node each, and nothing else. */
public final class Words {
  private Words() {}

  public record Any<T>(Node node) implements ColumnExpression<T> {
    @Override
    public String toString() {
      return ElementPrinter.INSTANCE.print(node);
    }
  }

  public record Text(Node node) implements TextExpression {
    @Override
    public String toString() {
      return ElementPrinter.INSTANCE.print(node);
    }
  }

  public record Numeric<N>(Node node) implements NumericExpression<N> {
    @Override
    public String toString() {
      return ElementPrinter.INSTANCE.print(node);
    }
  }

  public record Ordered<T>(Node node) implements OrderedExpression<T> {
    @Override
    public String toString() {
      return ElementPrinter.INSTANCE.print(node);
    }
  }

  public record Truth(Node node) implements Condition {
    @Override
    public String toString() {
      return ElementPrinter.INSTANCE.print(node);
    }
  }
}
