package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.types.SqlType;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A function evaluated over a window: the rows around the current one.
 *
 * @param function the function
 * @param partitionBy what parts the rows, or none
 * @param orderBy the order of rows in a part, or none
 * @param frame which rows of the part count, or null for what SQL says
 */
public record OverNode(
    Node function,
    List<Node> partitionBy,
    List<Node> orderBy,
    @Nullable Frame frame) implements Construct {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return function.type(scope);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(OverNode.class).element(function).elements(partitionBy).elements(orderBy);
    if (frame == null) {
      keys.add("");
    } else {
      frame.key(keys);
    }
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(function);
    partitionBy.forEach(action);
    orderBy.forEach(action);
    if (frame != null) {
      frame.start().forEachPart(action);
      frame.end().forEachPart(action);
    }
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    return new OverNode(
        parts.node(function),
        parts.nodes(partitionBy),
        parts.nodes(orderBy),
        frame == null ? null : frame.rebuilt(parts));
  }

  @Override
  public void accept(ConstructVisitor visitor) {
    visitor.visit(this);
  }

  /**
   * Which rows of a part count.
   *
   * @param unit what is counted
   * @param start the first
   * @param end the last
   * @param exclusion which of them do not count after all
   */
  public record Frame(Unit unit, Bound start, Bound end, Exclusion exclusion) {
    void key(KeyBuilder keys) {
      keys.add(unit).add(exclusion);
      start.key(keys);
      end.key(keys);
    }

    Frame rebuilt(Rewriter parts) {
      return new Frame(unit, start.rebuilt(parts), end.rebuilt(parts), exclusion);
    }
  }

  /**
   * An end of a frame.
   *
   * @param direction where it lies from the current row
   * @param distance how far, or null without limit; always null for the current row
   */
  public record Bound(Direction direction, @Nullable Node distance) {
    void key(KeyBuilder keys) {
      keys.add(direction).optional(distance);
    }

    void forEachPart(Consumer<? super Element> action) {
      if (distance != null) {
        action.accept(distance);
      }
    }

    Bound rebuilt(Rewriter parts) {
      return new Bound(direction, parts.optional(distance));
    }
  }

  /** What a frame counts. */
  public enum Unit {
    /** Rows. */
    ROWS,
    /** Differences of the value that is ordered by. */
    RANGE,
    /** Groups of rows that are equal in order. */
    GROUPS
  }

  /** Where an end of a frame lies. */
  public enum Direction {
    /** Before the current row. */
    PRECEDING,
    /** At the current row. */
    CURRENT,
    /** After the current row. */
    FOLLOWING
  }

  /** Which rows of a frame do not count. */
  public enum Exclusion {
    /** Not stated: all count. */
    NONE,
    /** The current row. */
    CURRENT_ROW,
    /** The current row and its equals in order. */
    GROUP,
    /** The equals in order of the current row, but not itself. */
    TIES
  }
}
