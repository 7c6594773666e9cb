package io.aludel.dialect;

import io.aludel.sql.tree.ExtensionNode;
import io.aludel.sql.tree.Node;

/** What an application's own construct writes to. */
final class ExtensionText implements ExtensionNode.Writer {
  private final Compilation compilation;

  ExtensionText(Compilation compilation) {
    this.compilation = compilation;
  }

  @Override
  public String dialect() {
    return compilation.dialect().name();
  }

  @Override
  public ExtensionNode.Writer text(String sql) {
    compilation.out().append(sql);
    return this;
  }

  @Override
  public ExtensionNode.Writer identifier(String name) {
    compilation.out().append(compilation.dialect().identifiers().prepare(name));
    return this;
  }

  @Override
  public ExtensionNode.Writer node(Node node) {
    compilation.expressions().operand(node, Precedence.PRODUCT, null);
    return this;
  }
}
