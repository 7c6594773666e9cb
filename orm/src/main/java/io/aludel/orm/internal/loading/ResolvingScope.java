package io.aludel.orm.internal.loading;

import io.aludel.dialect.CompileOptions;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves entities and attributes before a compilation begins. */
public final class ResolvingScope implements CompileScope {
  private final CompileOptions options;
  private final List<StatementOption> attached;
  private final Map<ReferenceNode, Node> nodes = new HashMap<>();
  private final Map<FromReference, FromNode> sources = new HashMap<>();

  ResolvingScope(CompileOptions options) {
    this(options, List.of());
  }

  /** Resolves what a statement with some options mentions. */
  public ResolvingScope(CompileOptions options, List<StatementOption> attached) {
    this.options = options;
    this.attached = attached;
  }

  @Override
  public <S> List<S> attached(Class<S> type) {
    return attached.stream()
        .map(StatementOption::data)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
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
