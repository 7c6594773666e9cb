package io.aludel.orm.internal.loading;

import io.aludel.dialect.CompileOptions;
import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.internal.option.LoadEntry;
import io.aludel.orm.internal.option.LoadOption;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.internal.EntityNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.property.CompositeWrites;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.SelectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Turns a statement over entities into one that also reads what is to be loaded with them. Done once for
 * each shape of statement.
 */
final class SelectLowering {
  private final Function<Class<?>, EntityLayout> layouts;
  private final CompileOptions options;

  SelectLowering(Function<Class<?>, EntityLayout> layouts, CompileOptions options) {
    this.layouts = layouts;
    this.options = options;
  }

  /** The statement to send; the same where nothing is loaded with its entities. */
  Lowered lower(StatementNode statement) {
    List<LoadOption> wishes = LoadOptions.of(statement);
    requirePlaces(statement, wishes);
    if (!(statement instanceof SelectNode written)) {
      return plain(statement);
    }
    SelectNode select = CompositeWrites.ordered(written);
    EagerJoins joins = new EagerJoins(layouts, options, select);
    Map<Integer, Occurrence> occurrences = new HashMap<>();
    for (int i = 0; i < select.items().size(); i++) {
      if (select.items().get(i) instanceof EntityNode entity) {
        LoadTree tree = LoadOptions.tree(entity.source(), wishes);
        occurrences.put(i, joins.occurrence(entity.source(), i, tree));
      }
    }
    return new Lowered(joins.statement(occurrences), select.items().size(), occurrences);
  }

  private Lowered plain(StatementNode statement) {
    Map<Integer, Occurrence> occurrences = new HashMap<>();
    for (int i = 0; i < statement.items().size(); i++) {
      if (statement.items().get(i) instanceof EntityNode entity) {
        EntityLayout layout = layouts.apply(entity.source().type());
        int[] shown = ColumnChoice.of(layout, entity.source(), LoadTree.EMPTY, options);
        occurrences.put(
            i, new Occurrence(layout, entity.source(), i, shown, layouts, LoadTree.EMPTY));
      }
    }
    return new Lowered(statement, statement.items().size(), occurrences);
  }

  private void requirePlaces(StatementNode statement, List<LoadOption> wishes) {
    for (LoadOption option : wishes) {
      boolean placed = statement.items().stream().anyMatch(item -> fits(item, option.root()));
      if (!placed) {
        throw misplaced(option, "it begins at " + option.root() + ", which is not selected");
      }
      for (LoadEntry entry : option.entries()) {
        PathCheck.check(entry, option.root().type(), layouts);
      }
    }
  }

  private static boolean fits(Node item, EntitySource root) {
    return item instanceof EntityNode entity && LoadOptions.begins(root, entity.source());
  }

  static UnsupportedStatementException misplaced(Object option, String reason) {
    return new UnsupportedStatementException(
        OrmError.LOADER_MISPLACED,
        "Cannot follow the option "
            + option
            + ": "
            + reason
            + ". Write the whole path from an entity of the select list, such as"
            + " defaultLoad(…).selectinLoad(…).");
  }
}
