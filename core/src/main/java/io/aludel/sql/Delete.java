package io.aludel.sql;

import io.aludel.sql.internal.Conditions;
import io.aludel.sql.internal.Lists;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.internal.Pages;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.Paging;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.ArrayList;
import java.util.List;

/** A DELETE. Immutable; every method gives a changed copy. */
public final class Delete implements Executable, Supplemented<Delete> {
  private final DeleteNode node;

  private Delete(DeleteNode node) {
    this.node = node;
  }

  static Delete from(FromNode target) {
    return new Delete(DeleteNode.of(target));
  }

  @Override
  public DeleteNode statementNode() {
    return node;
  }

  /**
   * A copy with further conditions, all of which must hold. Absent conditions add nothing.
   *
   * @param conditions the conditions
   * @return the copy
   */
  public Delete where(Condition... conditions) {
    return new Delete(node.withWhere(Conditions.added(node.where(), conditions, "where")));
  }

  /**
   * The statement giving values of each removed row back.
   *
   * @param first what each row gives back
   * @param more what else it gives back
   * @param <T> the Java type of the first
   * @return the statement
   */
  public <T> Returning<T> returning(Selectable<T> first, Selectable<?>... more) {
    List<Node> items =
        List.of(Operands.present(first, "returning", "expression").node());
    return new Returning<>(node.withReturning(Lists.nodes(items, more, "returning")));
  }

  /**
   * A copy with further options for the layers above Core.
   *
   * @param options the options
   * @return the copy
   */
  public Delete options(StatementOption... options) {
    return new Delete(node.withOptions(Lists.added(node.options(), options, "options")));
  }

  /**
   * Further tables to look at, before those that expressions mention: {@code DELETE … USING}.
   *
   * @param sources tables, aliases, joins or common table expressions
   * @return the statement
   */
  public Delete using(FromClause... sources) {
    List<FromNode> all = new ArrayList<>(node.sources());
    for (FromClause source : Operands.present(sources, "using", "list of sources")) {
      all.add(Operands.present(source, "using", "source").fromNode());
    }
    return new Delete(node.withSources(all));
  }

  /**
   * At most so many rows, where the database can; which ones is its choice.
   *
   * @param limit the number, 0 or more
   * @return the statement
   */
  public Delete limit(long limit) {
    Paging page = Pages.limited(Paging.NONE, limit);
    return new Delete(node.withLimit(page.limit()));
  }

  @Override
  public Additions additions() {
    return node.additions();
  }

  @Override
  public Delete withAdditions(Additions additions) {
    return new Delete(node.withAdditions(additions));
  }

  @Override
  public Delete rebuilt(Rewriter parts) {
    return new Delete(node.rebuilt(parts));
  }

  @Override
  public String toString() {
    return ElementPrinter.INSTANCE.print(node);
  }
}
