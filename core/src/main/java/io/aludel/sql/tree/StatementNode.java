package io.aludel.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole statement. It keeps its shape and values once they are asked for. */
public abstract non-sealed class StatementNode implements Element {
  private @Nullable KeyedValues keyed;

  /** For the statements of {@code io.aludel.sql.tree.statement}. */
  protected StatementNode() {}

  /**
   * The expressions of each row it gives back, as they were written.
   *
   * @return the expressions; empty if it gives no rows back, or rows nobody described
   */
  public abstract List<Node> items();

  /**
   * The shape and the values of this statement, computed when first asked for.
   *
   * @return both
   */
  public final KeyedValues keyed() {
    KeyedValues known = keyed;
    if (known == null) {
      known = walk().build();
      keyed = known;
    }
    return known;
  }

  /**
   * Walks this statement anew, to learn which slot each bind and parameter has.
   *
   * @return the builder after its walk
   */
  public final KeyBuilder walk() {
    KeyBuilder keys = new KeyBuilder();
    key(keys);
    return keys;
  }

  @Override
  public StatementNode rebuilt(Rewriter parts) {
    return this;
  }
}
