package io.aludel.dialect.internal;

import io.aludel.CoreError;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.CompileException;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.CompoundNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names that the columns of a subquery in FROM go by, and which expression each shows. */
public final class DerivedNames {
  private final Compilation compilation;
  private final List<Node> columns;
  private final List<String> names;

  private DerivedNames(Compilation compilation, List<Node> columns, List<String> names) {
    this.compilation = compilation;
    this.columns = columns;
    this.names = names;
  }

  /** The names of the columns of a statement. */
  public static DerivedNames of(Compilation compilation, StatementNode statement) {
    StatementNode first = statement;
    while (first instanceof CompoundNode compound) {
      first = compound.parts().get(0);
    }
    List<Node> columns = SelectItems.expanded(compilation, first.items());
    return new DerivedNames(compilation, columns, SelectItems.names(compilation, columns));
  }

  /** The same columns under names of their own. */
  public DerivedNames renamed(List<String> others) {
    if (others.size() != names.size()) {
      throw new CompileException(
          CoreError.WRONG_ROLE,
          compilation.dialect().name(),
          "Cannot compile column names " + others + ": the statement has " + names.size()
              + " columns. Give a name for each.");
    }
    return new DerivedNames(compilation, columns, others);
  }

  /** The column that goes by a name, or null. */
  public @Nullable Node named(FromNode owner, String name) {
    int index = names.indexOf(name);
    return index < 0 ? null : new DerivedColumnNode(owner, name, columns.get(index));
  }

  /** All of them in order. */
  public List<String> all() {
    return names;
  }

  /** The name of one of the columns. */
  public String of(DerivedColumnNode derived) {
    // Two labels may stand for equal expressions: the very one that is meant comes first.
    int same = columns.indexOf(derived.origin());
    if (same >= 0) {
      return names.get(same);
    }
    Node wanted = bare(derived.origin());
    for (int i = 0; i < columns.size(); i++) {
      if (bare(columns.get(i)).equals(wanted)) {
        return names.get(i);
      }
    }
    throw new CompileException(
        CoreError.NO_SUCH_NAME,
        compilation.dialect().name(),
        "Cannot compile column " + derived.origin()
            + " of a subquery: the subquery does not select it. Select it there.");
  }

  private Node bare(Node node) {
    Node resolved = compilation.resolved(node);
    return resolved instanceof LabelNode label ? compilation.resolved(label.operand()) : resolved;
  }
}
