package io.aludel.sql.internal;

import io.aludel.sql.Projection;
import io.aludel.sql.Selectable;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ProjectionNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes projections, whatever their number of values. */
public final class Projections {
  private Projections() {}

  public static <T> Projection<T> of(
      Object maker, Function<@Nullable Object[], T> assembler, Selectable<?>... values) {
    Operands.present(maker, "into", "maker");
    List<Node> items = Lists.nodes(List.of(), values, "into");
    return new Projection<>(new ProjectionNode(items, outer(items, assembler)));
  }

  /** Makes the objects within an object first: values come one after another. */
  private static <T> Function<@Nullable Object[], T> outer(
      List<Node> items, Function<@Nullable Object[], T> assembler) {
    if (items.stream().noneMatch(ProjectionNode.class::isInstance)) {
      return assembler;
    }
    return values -> {
      @Nullable Object[] parts = new Object[items.size()];
      int next = 0;
      for (int i = 0; i < parts.length; i++) {
        if (items.get(i) instanceof ProjectionNode inner) {
          int end = next + inner.width();
          parts[i] = inner.assembler().apply(Arrays.copyOfRange(values, next, end));
          next = end;
        } else {
          parts[i] = values[next++];
        }
      }
      return assembler.apply(parts);
    };
  }
}
