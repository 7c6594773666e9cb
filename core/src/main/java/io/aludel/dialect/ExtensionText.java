package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.sql.tree.ExtensionNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.QueryNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  public @Nullable String schema(@Nullable String schema) {
    return compilation.options().schema(schema);
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
  public ExtensionNode.Writer schemaName(String schema) {
    compilation.out().append(compilation.dialect().identifiers().prepareSchema(schema));
    return this;
  }

  @Override
  public ExtensionNode.Writer node(Node node) {
    compilation.expressions().operand(node, Precedence.PRODUCT, null);
    return this;
  }

  @Override
  public ExtensionNode.Writer nodes(List<? extends Node> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      compilation.out().append(i == 0 ? "" : ", ");
      compilation.expressions().write(nodes.get(i));
    }
    return this;
  }

  @Override
  public ExtensionNode.Writer source(FromNode source) {
    compilation.froms().write(source);
    return this;
  }

  @Override
  public ExtensionNode.Writer query(QueryNode query) {
    compilation.selects().nested(query);
    return this;
  }

  @Override
  public void unspelled(Object construct) {
    String name = construct.getClass().getSimpleName();
    if (compilation.isTolerant()) {
      compilation.out().append("<").append(name).append(">");
      return;
    }
    throw new CompileException(
        CoreError.CANNOT_COMPILE,
        dialect(),
        "Cannot compile " + name + ": it has no spelling for " + dialect()
            + ". Give it one with on(\"" + dialect() + "\", …), or one for all with otherwise(…).");
  }
}
