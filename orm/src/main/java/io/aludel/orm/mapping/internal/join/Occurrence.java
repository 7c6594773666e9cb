package io.aludel.orm.mapping.internal.join;

import io.aludel.schema.Column;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ReferenceNode;

/** One mention of a column in a condition that is being analysed; the analysis marks it. */
final class Occurrence implements ReferenceNode {
  private final Column<?> column;
  private boolean foreign;
  private boolean remote;

  Occurrence(Column<?> column, boolean foreign, boolean remote) {
    this.column = column;
    this.foreign = foreign;
    this.remote = remote;
  }

  Column<?> column() {
    return column;
  }

  boolean isForeign() {
    return foreign;
  }

  void markForeign() {
    foreign = true;
  }

  boolean isRemote() {
    return remote;
  }

  void markRemote() {
    remote = true;
  }

  @Override
  public Node resolve(CompileScope scope) {
    return column;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.element(column);
  }
}
