package io.aludel.orm.mapping;

import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.MapperLookup;
import io.aludel.orm.mapping.internal.join.End;
import io.aludel.orm.mapping.internal.join.EndColumn;
import io.aludel.schema.Column;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.sql.tree.Rewriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves the attributes that mappings mention, while a registry is worked out. */
final class RegistryScope implements CompileScope, MapperLookup {
  private final Registry registry;

  RegistryScope(Registry registry) {
    this.registry = registry;
  }

  @Override
  public <E> Mapper<E> mapper(Class<E> type) {
    return registry.mapper(type);
  }

  @Override
  public Node resolve(ReferenceNode reference) {
    return reference.resolve(this);
  }

  @Override
  public FromNode resolve(FromReference reference) {
    return reference.resolve(this);
  }

  @Override
  public <S> @Nullable S option(Class<S> type) {
    return type == MapperLookup.class ? type.cast(this) : null;
  }

  /** The order of a collection, its columns as those of the related entity. */
  List<Node> order(List<Node> keys, Mapper<?> target) {
    return new Rewriter(element -> {
          if (element instanceof Column<?> column) {
            return target.tables().contains(column.table())
                ? new EndColumn(column, End.TARGET)
                : column;
          }
          return element instanceof ReferenceNode reference
              ? order(List.of(AttributeNode.inMapping(reference, this)), target).get(0)
              : null;
        })
        .nodes(keys);
  }

  /**
   * The columns that expressions stand for.
   *
   * @throws MappingException if one of them is no column
   */
  Set<Column<?>> columns(List<Node> nodes, String relationship) {
    Set<Column<?>> columns = new LinkedHashSet<>();
    for (Node node : nodes) {
      Node resolved = node;
      while (resolved instanceof ReferenceNode reference) {
        resolved = AttributeNode.inMapping(reference, this);
      }
      if (!(resolved instanceof Column<?> column)) {
        throw MappingException.of(
            MappingMessage.NOT_A_COLUMN,
            relationship,
            relationship,
            node.getClass().getSimpleName());
      }
      columns.add(column);
    }
    return columns;
  }
}
