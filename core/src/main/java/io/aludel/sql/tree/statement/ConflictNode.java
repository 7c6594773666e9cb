package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.statement.UpdateNode.Assignment;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an INSERT does with a row that is there already.
 *
 * @param target the unique key that tells so
 * @param assignments what is set in the row that is there; none to leave it alone
 * @param where the conditions under which it is set
 */
public record ConflictNode(Target target, List<Assignment> assignments, List<Node> where) {
  void key(KeyBuilder keys) {
    keys.add(ConflictNode.class).elements(target.columns()).elements(target.where());
    keys.add(target.constraint() == null ? "" : target.constraint());
    Assignment.key(assignments, keys);
    keys.elements(where);
  }

  void forEachPart(Consumer<? super Element> action) {
    target.columns().forEach(action);
    target.where().forEach(action);
    Assignment.forEachPart(assignments, action);
    where.forEach(action);
  }

  ConflictNode rebuilt(Rewriter parts) {
    Target newTarget =
        new Target(parts.nodes(target.columns()), parts.nodes(target.where()), target.constraint());
    return new ConflictNode(newTarget, Assignment.rebuilt(assignments, parts), parts.nodes(where));
  }

  /**
   * A unique key.
   *
   * @param columns its columns, or none for any key
   * @param where the condition of a partial index
   * @param constraint its name, instead of columns, or null
   */
  public record Target(
      List<Node> columns, List<Node> where, @Nullable String constraint) {
    /** Any key. */
    public static final Target ANY = new Target(List.of(), List.of(), null);
  }
}
