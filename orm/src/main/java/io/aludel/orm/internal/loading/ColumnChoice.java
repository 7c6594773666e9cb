package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.option.LoadWish.Choice;
import io.aludel.orm.internal.state.EntityLayout;
import java.util.Arrays;

/** Which attributes of an occurrence are read with it (parity row ORM-QRY-21). */
final class ColumnChoice {
  private ColumnChoice() {}

  /** The indexes of the attributes, in column order; those of the key are always among them. */
  static int[] of(EntityLayout layout, LoadTree tree) {
    if (tree.isEmpty()) {
      return layout.columns();
    }
    int[] chosen = Arrays.stream(layout.columns())
        .filter(index -> layout.isKey(index)
            || index == layout.discriminator()
            || !isDeferred(layout, index, tree))
        .toArray();
    return chosen.length == layout.columns().length ? layout.columns() : chosen;
  }

  /** Whether an attribute is left for later. */
  static boolean isDeferred(EntityLayout layout, int index, LoadTree tree) {
    Choice choice = tree.choice(layout.requireColumn(index).name(), null);
    return choice == Choice.DEFER || choice == Choice.DEFER_RAISE;
  }

  /** Whether an attribute that was left out may not be read later. */
  static boolean isRefused(EntityLayout layout, int index, LoadTree tree) {
    return tree.choice(layout.requireColumn(index).name(), null) == Choice.DEFER_RAISE;
  }
}
