package io.aludel.sql.tree;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A second occurrence of a table, or a subquery, under a name. Two aliases are the same only if they are
 * one object; without a name of their own they are numbered when they are first met.
 */
public final class AliasNode implements FromNode {
  private final Element source;
  private final @Nullable String name;

  /**
   * Creates an alias.
   *
   * @param source a {@link FromNode} or a {@link QueryNode}
   * @param name the name, or null for one made at compilation
   */
  public AliasNode(Element source, @Nullable String name) {
    this.source = source;
    this.name = name;
  }

  /**
   * What stands behind the name.
   *
   * @return a {@link FromNode} or a {@link QueryNode}
   */
  public Element source() {
    return source;
  }

  /**
   * The name as given.
   *
   * @return the name, or null for one made at compilation
   */
  public @Nullable String name() {
    return name;
  }

  @Override
  public void key(KeyBuilder keys) {
    if (keys.isFirst(this)) {
      keys.add(AliasNode.class).add(name == null ? "" : name).element(source);
    }
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(source);
  }

  @Override
  public FromNode rebuilt(Rewriter parts) {
    Element newSource = parts.element(source);
    return newSource == source ? this : new AliasNode(newSource, name);
  }

  @Override
  public void accept(FromVisitor visitor) {
    visitor.visit(this);
  }
}
