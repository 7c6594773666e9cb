package io.aludel.orm.internal.loading;

import io.aludel.dialect.CompileOptions;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.option.LoadWish.Choice;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.sql.tree.CompileScope;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which attributes of an occurrence are read with it (parity row ORM-QRY-21). */
final class ColumnChoice {
  private ColumnChoice() {}

  /**
   * The indexes of the attributes, in column order; those of the key are always among them. Where an
   * occurrence is read from a query, what that does not show is left for when it is asked for.
   */
  static int[] of(EntityLayout layout, EntitySource source, LoadTree tree, CompileOptions options) {
    int[] chosen = of(layout, tree);
    if (source.rows() == null) {
      return chosen;
    }
    CompileScope scope = new ResolvingScope(options);
    int[] shown = Arrays.stream(chosen)
        .filter(index -> layout.isKey(index)
            || index == layout.discriminator()
            || source.shows(layout.requireColumn(index), scope))
        .toArray();
    return shown.length == chosen.length ? chosen : shown;
  }

  private static int[] of(EntityLayout layout, LoadTree tree) {
    if (tree.isEmpty()) {
      return layout.selected();
    }
    int[] chosen = Arrays.stream(layout.columns())
        .filter(index -> layout.isKey(index)
            || index == layout.discriminator()
            || !isLeftOut(layout, index, tree))
        .toArray();
    return chosen.length == layout.columns().length ? layout.columns() : chosen;
  }

  static boolean isLeftOut(EntityLayout layout, int index, LoadTree tree) {
    ColumnProperty<?> property = layout.requireColumn(index);
    if (property.isQueryExpression()) {
      return property.expression() == null && tree.expression(property.name()) == null;
    }
    Choice choice = choice(layout, index, tree, property.deferredGroup());
    return choice == null ? property.isDeferred() : isDeferring(choice);
  }

  /** What is wished of an attribute, or of a composite that is kept in it. */
  private static @Nullable Choice choice(
      EntityLayout layout, int index, LoadTree tree, @Nullable String group) {
    int[] dependents = layout.dependents(index);
    if (dependents != null) {
      for (int dependent : dependents) {
        Choice stated = tree.stated(layout.nameOf(dependent));
        if (stated != null) {
          return stated;
        }
      }
    }
    return tree.choice(layout.requireColumn(index).name(), group);
  }

  private static boolean isDeferring(@Nullable Choice choice) {
    return choice == Choice.DEFER || choice == Choice.DEFER_RAISE;
  }

  /**
   * Whether an attribute of an object that is there is left for when it is read: what the mapping says
   * counts again, whatever the statement that loaded the object brought along.
   */
  static boolean isDeferred(EntityLayout layout, int index, LoadTree tree) {
    ColumnProperty<?> property = layout.requireColumn(index);
    return property.isDeferred()
        || property.isQueryExpression()
        || isDeferring(choice(layout, index, tree, null));
  }

  /** Whether an attribute that was left out may not be read later. */
  static boolean isRefused(EntityLayout layout, int index, LoadTree tree) {
    ColumnProperty<?> property = layout.requireColumn(index);
    Choice choice = choice(layout, index, tree, null);
    return choice == Choice.DEFER_RAISE || (property.isRaiseLoad() && choice != Choice.DEFER);
  }

  /** Whether reading one deferred attribute brings another one along. */
  static boolean isOfGroup(EntityLayout layout, int read, int other) {
    String group = layout.requireColumn(read).deferredGroup();
    return read == other
        || (group != null && group.equals(layout.requireColumn(other).deferredGroup()));
  }
}
