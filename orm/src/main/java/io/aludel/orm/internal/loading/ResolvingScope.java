package io.aludel.orm.internal.loading;

import io.aludel.dialect.CompileOptions;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ReferenceNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves entities and attributes before a compilation begins. */
final class ResolvingScope implements CompileScope {
  private final CompileOptions options;
  private final Map<ReferenceNode, Node> nodes = new HashMap<>();
  private final Map<FromReference, FromNode> sources = new HashMap<>();

  ResolvingScope(CompileOptions options) {
    this.options = options;
  }

  @Override
  public Node resolve(ReferenceNode reference) {
    Node known = nodes.get(reference);
    if (known == null) {
      known = reference.resolve(this);
      nodes.put(reference, known);
    }
    return known;
  }

  @Override
  public FromNode resolve(FromReference reference) {
    FromNode known = sources.get(reference);
    if (known == null) {
      known = reference.resolve(this);
      sources.put(reference, known);
    }
    return known;
  }

  @Override
  public <S> @Nullable S option(Class<S> type) {
    return options.find(type);
  }
}
