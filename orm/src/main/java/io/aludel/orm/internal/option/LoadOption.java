package io.aludel.orm.internal.option;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The wishes of one loader option.
 *
 * @param root the occurrence that all paths begin at
 * @param entries the wishes
 */
public record LoadOption(EntitySource root, List<LoadEntry> entries) implements StatementOption {
  public LoadOption {
    entries = List.copyOf(entries);
  }

  /** The wishes, as they read from the beginning of a path that leads to this option's root. */
  public List<LoadEntry> below(List<Hop> path, Class<?> reached) {
    if (!root.type().isAssignableFrom(reached) && !reached.isAssignableFrom(root.type())) {
      throw new ArgumentException(
          CoreError.WRONG_ROLE,
          "Cannot add the options "
              + this
              + " below "
              + reached.getSimpleName()
              + ": they begin at "
              + root
              + ". Begin them at the entity that the path has reached.");
    }
    List<LoadEntry> longer = new ArrayList<>();
    for (LoadEntry entry : entries) {
      List<Hop> whole = new ArrayList<>(path);
      whole.addAll(entry.path());
      longer.add(new LoadEntry(List.copyOf(whole), entry.wish()));
    }
    return longer;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(LoadOption.class).element(root).add(entries.size());
    entries.forEach(entry -> entry.key(keys));
  }

  @Override
  public String toString() {
    return entries.isEmpty()
        ? "load(" + root + ")"
        : entries.get(entries.size() - 1).toString();
  }
}
