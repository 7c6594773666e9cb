package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.StatementNode;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is written once, in WITH, and referred to by name. Two are the same only if they are
 * one object, or if one is the other with more members: a recursive one refers in its later members to
 * the object that has its first member only.
 */
public final class CteNode implements SourceConstruct {
  private final StatementNode statement;
  private final @Nullable String name;
  private final Traits traits;
  private final @Nullable CteNode root;
  private final int generation;

  private CteNode(
      StatementNode statement,
      @Nullable String name,
      Traits traits,
      @Nullable CteNode root,
      int generation) {
    this.statement = statement;
    this.name = name;
    this.traits = traits;
    this.root = root;
    this.generation = generation;
  }

  /**
   * Creates a common table expression.
   *
   * @param statement a query, or a statement with RETURNING
   * @param name the name, or null for one made at compilation
   * @return the node
   */
  public static CteNode of(StatementNode statement, @Nullable String name) {
    return new CteNode(statement, name, Traits.NONE, null, 0);
  }

  /**
   * What is written in WITH.
   *
   * @return the statement
   */
  public StatementNode statement() {
    return statement;
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
   * How it is written.
   *
   * @return the traits
   */
  public Traits traits() {
    return traits;
  }

  /**
   * The object that its own members refer to.
   *
   * @return the first of those that are the same; this itself if there is no other
   */
  public CteNode root() {
    return root == null ? this : root;
  }

  /**
   * Whether this is what counts of two that are the same: it was made later.
   *
   * @param other another with the same root
   * @return true if this was made from the other, or is the other
   */
  public boolean supersedes(CteNode other) {
    return generation >= other.generation;
  }

  /**
   * The same with another statement, which may refer to this one.
   *
   * @param other the statement
   * @return the node, with this one's root
   */
  public CteNode withStatement(StatementNode other) {
    return new CteNode(other, name, traits, root(), generation + 1);
  }

  /**
   * The same, written otherwise.
   *
   * @param other the traits
   * @return the node, with this one's root
   */
  public CteNode withTraits(Traits other) {
    return new CteNode(statement, name, other, root(), generation + 1);
  }

  @Override
  public List<Node> items() {
    return statement.items();
  }

  @Override
  public void key(KeyBuilder keys) {
    if (keys.isFirst(this)) {
      keys.add(CteNode.class).add(name == null ? "" : name).add(traits);
      if (root != null) {
        keys.isFirst(root);
      }
      keys.element(statement);
    }
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(statement);
  }

  @Override
  public FromNode rebuilt(Rewriter parts) {
    CteNode newRoot = root == null ? null : (CteNode) parts.from(root);
    StatementNode copy = parts.statement(statement);
    if (copy == statement && Objects.equals(newRoot, root)) {
      return this;
    }
    return new CteNode(copy, name, traits, newRoot, generation);
  }

  @Override
  public void accept(SourceConstructVisitor visitor) {
    visitor.visit(this);
  }

  /**
   * How a common table expression is written.
   *
   * @param recursive whether it may refer to itself
   * @param nesting whether it is written in the query that uses it, not before the whole statement
   * @param columns the names of its columns, or none to leave them out
   * @param prefix what stands before the parenthesis, such as {@code MATERIALIZED}, or an empty text
   * @param suffix what stands after the parenthesis, or an empty text
   */
  public record Traits(
      boolean recursive, boolean nesting, List<String> columns, String prefix, String suffix) {
    /** Nothing special. */
    public static final Traits NONE = new Traits(false, false, List.of(), "", "");
  }
}
