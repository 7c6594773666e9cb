package io.aludel.sql;

import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.Node;

/** The plain bearers of the words: a node each, and nothing else. */
final class Words {
  private Words() {}

  record Any<T>(Node node) implements ColumnExpression<T> {
    @Override
    public String toString() {
      return ElementPrinter.INSTANCE.print(node);
    }
  }

  record Text(Node node) implements TextExpression {
    @Override
    public String toString() {
      return ElementPrinter.INSTANCE.print(node);
    }
  }

  record Numeric<N>(Node node) implements NumericExpression<N> {
    @Override
    public String toString() {
      return ElementPrinter.INSTANCE.print(node);
    }
  }

  record Ordered<T>(Node node) implements OrderedExpression<T> {
    @Override
    public String toString() {
      return ElementPrinter.INSTANCE.print(node);
    }
  }

  record Truth(Node node) implements Condition {
    @Override
    public String toString() {
      return ElementPrinter.INSTANCE.print(node);
    }
  }
}
