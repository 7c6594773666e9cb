package io.aludel.sql.internal;

import io.aludel.sql.Projection;
import io.aludel.sql.Selectable;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ProjectionNode;
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
    return new Projection<>(new ProjectionNode(items, assembler));
  }
}
