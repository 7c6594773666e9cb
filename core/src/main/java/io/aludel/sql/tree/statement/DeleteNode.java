package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.StatementNode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A DELETE. Every {@code with} method gives a changed copy. */
public final class DeleteNode extends StatementNode implements Statement {
  private final DmlParts common;

  private DeleteNode(DmlParts common) {
    this.common = common;
  }

  /**
   * Creates a statement of its usual clauses.
   *
   * @param target the table, or a reference to one
   * @param where the conditions that must all hold
   * @param returning what each row gives back
   * @param options what is attached for layers above Core
   */
  public DeleteNode(
      FromNode target, List<Node> where, List<Node> returning, List<StatementOption> options) {
    this(new DmlParts(target).changed(copy -> {
      copy.where = List.copyOf(where);
      copy.returning = List.copyOf(returning);
      copy.options = List.copyOf(options);
    }));
  }

  /**
   * A DELETE of all rows.
   *
   * @param target the table, or a reference to one
   * @return the statement
   */
  public static DeleteNode of(FromNode target) {
    return new DeleteNode(new DmlParts(target));
  }

  /**
   * What is written to.
   *
   * @return the table, or a reference to one
   */
  public FromNode target() {
    return common.target;
  }

  /**
   * The conditions that must all hold.
   *
   * @return the conditions
   */
  public List<Node> where() {
    return common.where;
  }

  /**
   * What further rows come from, as far as it was said.
   *
   * @return the sources; more may be mentioned in expressions
   */
  public List<FromNode> sources() {
    return common.sources;
  }

  /**
   * The most rows that are written to.
   *
   * @return the number, or null for all
   */
  public @Nullable Node limit() {
    return common.limit;
  }

  @Override
  public List<Node> items() {
    return common.returning;
  }

  /**
   * What the statement has beside its clauses.
   *
   * @return the additions
   */
  public Additions additions() {
    return common.additions;
  }

  /**
   * What is attached for layers above Core.
   *
   * @return the options
   */
  @Override
  public List<StatementOption> options() {
    return common.options;
  }

  /**
   * A copy that deletes from another table.
   *
   * @param target the table
   * @return the copy
   */
  public DeleteNode withTarget(FromNode target) {
    return with(common.changed(copy -> copy.target = target));
  }

  /**
   * A copy with other conditions.
   *
   * @param conditions the conditions
   * @return the copy
   */
  public DeleteNode withWhere(List<Node> conditions) {
    return with(common.changed(copy -> copy.where = List.copyOf(conditions)));
  }

  /**
   * A copy with other sources of further rows.
   *
   * @param sources the sources
   * @return the copy
   */
  public DeleteNode withSources(List<FromNode> sources) {
    return with(common.changed(copy -> copy.sources = List.copyOf(sources)));
  }

  /**
   * A copy for at most so many rows.
   *
   * @param limit the number, or null for all
   * @return the copy
   */
  public DeleteNode withLimit(@Nullable Node limit) {
    return with(common.changed(copy -> copy.limit = limit));
  }

  /**
   * A copy that gives other expressions back.
   *
   * @param expressions the expressions
   * @return the copy
   */
  public DeleteNode withReturning(List<Node> expressions) {
    return with(common.changed(copy -> copy.returning = List.copyOf(expressions)));
  }

  /**
   * A copy with other additions.
   *
   * @param additions the additions
   * @return the copy
   */
  public DeleteNode withAdditions(Additions additions) {
    return with(common.changed(copy -> copy.additions = additions));
  }

  @Override
  public DeleteNode withOptions(List<? extends StatementOption> others) {
    return with(common.changed(copy -> copy.options = List.copyOf(others)));
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public DeleteNode rebuilt(Rewriter parts) {
    return new DeleteNode(common.rebuilt(parts));
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(DeleteNode.class);
    common.key(keys);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    common.forEachPart(action);
  }

  private DeleteNode with(DmlParts changed) {
    return new DeleteNode(changed);
  }
}
