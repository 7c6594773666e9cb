package io.aludel.orm.internal.option;

import io.aludel.sql.tree.KeyBuilder;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One wish, and the path it is for.
 *
 * @param path the relationships from the entity that the option starts at
 * @param wish what is wished there
 */
public record LoadEntry(List<Hop> path, LoadWish wish) {
  void key(KeyBuilder keys) {
    keys.add(path.size());
    path.forEach(hop -> hop.key(keys));
    wish.key(keys);
  }

  @Override
  public String toString() {
    String where = path.stream().map(Hop::toString).collect(Collectors.joining(", "));
    return wish.word() + "(" + where + ")";
  }
}
