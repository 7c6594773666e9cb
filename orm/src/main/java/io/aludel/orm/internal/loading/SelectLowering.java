package io.aludel.orm.internal.loading;

import io.aludel.dialect.CompileOptions;
import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.internal.loading.Lowered.Found;
import io.aludel.orm.internal.option.LoadEntry;
import io.aludel.orm.internal.option.LoadOption;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.statement.FromStatementNode;
import io.aludel.orm.internal.statement.NamedColumns;
import io.aludel.orm.internal.statement.ShownColumns;
import io.aludel.orm.mapping.internal.ColumnOfSource;
import io.aludel.orm.mapping.internal.EntityNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.property.CompositeWrites;
import io.aludel.schema.Column;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ProjectionNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.sql.tree.statement.TextNode;
import io.aludel.sql.tree.statement.UpdateNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
      return asItIs(statement, wishes);
    }
    SelectNode select = CompositeWrites.ordered(written);
    EagerJoins joins = new EagerJoins(layouts, options, select);
    Map<Integer, Occurrence> occurrences = occurrences(select, wishes, joins);
    SelectNode sent = joins.statement(occurrences);
    return lean(sent, select.items(), occurrences);
  }

  /** Without the keys of owners that an entity beside them shows anyway: they are read from there. */
  private Lowered lean(SelectNode sent, List<Node> wanted, Map<Integer, Occurrence> occurrences) {
    List<Node> kept = new ArrayList<>();
    Map<Integer, Integer> written = new HashMap<>();
    for (int i = 0; i < sent.items().size(); i++) {
      if (!isShown(sent.items().get(i), occurrences)) {
        written.put(i, kept.size());
        kept.add(sent.items().get(i));
      }
    }
    if (kept.size() == sent.items().size()) {
      return new Lowered(sent, wanted.size(), occurrences, null);
    }
    ShownColumns shown = new ShownColumns(kept, new ResolvingScope(options));
    return new Lowered(
        sent.withItems(kept), wanted.size(), occurrences, new Found(wanted, shown, written, null));
  }

  private static boolean isShown(Node item, Map<Integer, Occurrence> occurrences) {
    return item instanceof ColumnOfSource column
        && occurrences.values().stream()
            .anyMatch(each ->
                each.source().equals(column.owner()) && each.read().contains(column.column()));
  }

  private Map<Integer, Occurrence> occurrences(
      StatementNode statement, List<LoadOption> wishes, EagerJoins joins) {
    Map<Integer, Occurrence> occurrences = new LinkedHashMap<>();
    for (int i = 0; i < statement.items().size(); i++) {
      if (statement.items().get(i) instanceof EntityNode entity) {
        LoadTree tree = LoadOptions.tree(entity.source(), wishes);
        occurrences.put(i, joins.occurrence(entity.source(), i, tree));
      }
    }
    return occurrences;
  }

  /** Nothing can be joined to text, or to what a statement returns that writes. */
  private Lowered asItIs(StatementNode statement, List<LoadOption> wishes) {
    EagerJoins joins = new EagerJoins(layouts, options, statement);
    Map<Integer, Occurrence> occurrences = occurrences(statement, wishes, joins);
    if (statement instanceof FromStatementNode from) {
      return from.isByName()
          ? byName(from, joins, occurrences)
          : found(from.source(), from.items(), Map.of(), occurrences);
    }
    StatementNode sent = returning(statement, joins.items(occurrences));
    Map<Integer, Integer> written = new HashMap<>();
    occurrences.forEach((item, occurrence) -> {
      if (isWriting(sent) || occurrence.readsAll()) {
        written.put(item, item);
      }
    });
    return found(sent, List.of(), written, occurrences);
  }

  private Lowered found(
      StatementNode sent,
      List<Node> wanted,
      Map<Integer, Integer> written,
      Map<Integer, Occurrence> occurrences) {
    ShownColumns shown = new ShownColumns(sent.items(), new ResolvingScope(options));
    int count = wanted.isEmpty() ? sent.items().size() : wanted.size();
    return new Lowered(sent, count, occurrences, new Found(wanted, shown, written, null));
  }

  /** Text is compiled as if it showed just what is wanted; the result tells where that is. */
  private Lowered byName(
      FromStatementNode from, EagerJoins joins, Map<Integer, Occurrence> occurrences) {
    List<Node> wanted = joins.itemsWithAdded(occurrences);
    NamedColumns names = new NamedColumns();
    List<@Nullable Occurrence> all = joins.inItems(occurrences);
    CompileScope scope = new ResolvingScope(options);
    for (int i = 0; i < wanted.size(); i++) {
      Occurrence occurrence = all.get(i);
      if (occurrence == null) {
        ProjectionNode.expand(wanted.get(i), scope, names::addValue);
      } else {
        for (Column<?> column : occurrence.read()) {
          names.addColumn(occurrence, occurrence.prefix(column), column);
        }
      }
    }
    ShownColumns shown = new ShownColumns(wanted, scope);
    StatementNode text = ((TextNode) from.source()).withItems(wanted);
    return new Lowered(
        text, from.items().size(), occurrences, new Found(wanted, shown, Map.of(), names));
  }

  /** Whether what each row shows of an entity is ours to say. */
  static boolean isWritten(StatementNode statement) {
    return statement instanceof SelectNode || isWriting(statement);
  }

  private static boolean isWriting(StatementNode statement) {
    return statement instanceof InsertNode
        || statement instanceof UpdateNode
        || statement instanceof DeleteNode;
  }

  /** What a statement that writes gives back can be chosen. */
  private static StatementNode returning(StatementNode statement, List<Node> items) {
    if (items.equals(statement.items())) {
      return statement;
    }
    if (statement instanceof InsertNode insert) {
      return insert.withReturning(items);
    }
    if (statement instanceof UpdateNode update) {
      return update.withReturning(items);
    }
    return statement instanceof DeleteNode delete ? delete.withReturning(items) : statement;
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
    return misplaced(
        option,
        reason,
        "Write the whole path from an entity of the select list, such as"
            + " defaultLoad(…).selectinLoad(…).");
  }

  static UnsupportedStatementException misplaced(Object option, String reason, String cure) {
    return new UnsupportedStatementException(
        OrmError.LOADER_MISPLACED,
        "Cannot follow the option " + option + ": " + reason + ". " + cure);
  }
}
