package io.aludel.sql.tree;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A second occurrence of a table, or a subquery, under a name. Two aliases are the same only if they are
 * one object; without a name of their own they are numbered when they are first met.
 */
public final class AliasNode implements FromNode {
  private final Element source;
  private final @Nullable String name;
  private final boolean lateral;
  private final @Nullable Sample sample;

  /**
   * Creates an alias.
   *
   * @param source a {@link FromNode} or a {@link QueryNode}
   * @param name the name, or null for one made at compilation
   */
  public AliasNode(Element source, @Nullable String name) {
    this(source, name, false, null);
  }

  private AliasNode(
      Element source, @Nullable String name, boolean lateral, @Nullable Sample sample) {
    this.source = source;
    this.name = name;
    this.lateral = lateral;
    this.sample = sample;
  }

  /**
   * Creates an alias of something that may refer to what stands before it in FROM.
   *
   * @param source a {@link QueryNode}, or a function that gives a table
   * @param name the name, or null for one made at compilation
   * @return the alias
   */
  public static AliasNode lateral(Element source, @Nullable String name) {
    return new AliasNode(source, name, true, null);
  }

  /**
   * Creates an alias of some rows of a table.
   *
   * @param source the table
   * @param name the name, or null for one made at compilation
   * @param sample how the rows are chosen
   * @return the alias
   */
  public static AliasNode sample(FromNode source, @Nullable String name, Sample sample) {
    return new AliasNode(source, name, false, sample);
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

  /**
   * Whether it may refer to what stands before it in FROM.
   *
   * @return true for LATERAL
   */
  public boolean isLateral() {
    return lateral;
  }

  /**
   * How rows are chosen.
   *
   * @return the sample, or null for all rows
   */
  public @Nullable Sample sample() {
    return sample;
  }

  @Override
  public void key(KeyBuilder keys) {
    if (keys.isFirst(this)) {
      keys.add(AliasNode.class).add(name == null ? "" : name).add(lateral).element(source);
      if (sample == null) {
        keys.add("");
      } else {
        keys.element(sample.method()).optional(sample.seed());
      }
    }
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(source);
    if (sample != null) {
      action.accept(sample.method());
      if (sample.seed() != null) {
        action.accept(sample.seed());
      }
    }
  }

  @Override
  public FromNode rebuilt(Rewriter parts) {
    Element newSource = parts.element(source);
    Sample newSample = sample == null ? null : sample.rebuilt(parts);
    return newSource == source && Objects.equals(newSample, sample)
        ? this
        : new AliasNode(newSource, name, lateral, newSample);
  }

  @Override
  public void accept(FromVisitor visitor) {
    visitor.visit(this);
  }

  /**
   * A choice of some rows.
   *
   * @param method the function that chooses
   * @param seed what makes the choice repeatable, or null
   */
  public record Sample(Node method, @Nullable Node seed) {
    Sample rebuilt(Rewriter parts) {
      return new Sample(parts.node(method), parts.optional(seed));
    }
  }
}
