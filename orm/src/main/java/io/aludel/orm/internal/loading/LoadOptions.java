package io.aludel.orm.internal.loading;

import io.aludel.orm.Load;
import io.aludel.orm.internal.option.LoadOption;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.ArrayList;
import java.util.List;

/** Finds the loader options of a statement. */
final class LoadOptions {
  private LoadOptions() {}

  static List<LoadOption> of(StatementNode statement) {
    if (!(statement instanceof SelectNode select) || select.options().isEmpty()) {
      return List.of();
    }
    List<LoadOption> found = new ArrayList<>();
    for (StatementOption option : select.options()) {
      StatementOption data = option instanceof Load<?> load ? load.data() : option;
      if (data instanceof LoadOption known) {
        found.add(known);
      }
    }
    return found;
  }

  /** The wishes for an occurrence. */
  static LoadTree tree(EntitySource source, List<LoadOption> options) {
    return options.isEmpty() ? LoadTree.EMPTY : LoadTree.of(at(source, options), source.type());
  }

  private static List<LoadOption> at(EntitySource source, List<LoadOption> options) {
    return options.stream().filter(option -> begins(option.root(), source)).toList();
  }

  /** An option begins at the very alias; without one at the entity, its super or sub classes. */
  static boolean begins(EntitySource root, EntitySource source) {
    return root.isSameAs(source)
        || (!root.isAlias()
            && !source.isAlias()
            && (root.type().isAssignableFrom(source.type())
                || source.type().isAssignableFrom(root.type())));
  }
}
