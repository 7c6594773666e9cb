package io.aludel.sql;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.internal.Lists;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.internal.Pages;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.construct.OverNode;
import io.aludel.sql.tree.construct.OverNode.Direction;
import io.aludel.sql.tree.construct.OverNode.Exclusion;
import io.aludel.sql.tree.construct.OverNode.Frame;
import io.aludel.sql.tree.construct.OverNode.Unit;
import io.aludel.sql.tree.statement.Paging;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rows around the current one that a function looks at. Immutable; every method gives a new one.
 *
 * @param partition what parts the rows
 * @param order the order of rows in a part
 * @param frame which rows of the part count, or null for what SQL says: all, or with an order those up to
 *     the current row and its equals
 */
public record Window(
    List<Node> partition, List<Node> order, @Nullable Frame frame) {
  /** All rows. */
  static final Window ALL = new Window(List.of(), List.of(), null);

  /**
   * This window, in parts by further values.
   *
   * @param expressions the values
   * @return the window
   */
  public Window partitionBy(Expression<?>... expressions) {
    return new Window(Lists.nodes(partition, expressions, "partitionBy"), order, frame);
  }

  /**
   * This window, with its parts in an order.
   *
   * @param keys what to order by, after what is there
   * @return the window
   */
  public Window orderBy(OrderKey... keys) {
    List<Node> all = Pages.ordered(new Paging(order, null, null), keys).orderBy();
    return new Window(partition, all, frame);
  }

  /**
   * This window, counting rows from one to another.
   *
   * @param start the first
   * @param end the last
   * @return the window
   */
  public Window rows(Bound start, Bound end) {
    return framed(Unit.ROWS, start, end);
  }

  /**
   * This window, with the rows whose value in order differs from the current one by no more.
   *
   * @param start the difference of the first
   * @param end the difference of the last
   * @return the window
   */
  public Window range(Bound start, Bound end) {
    return framed(Unit.RANGE, start, end);
  }

  /**
   * This window, counting groups of rows that are equal in order.
   *
   * @param start the first
   * @param end the last
   * @return the window
   */
  public Window groups(Bound start, Bound end) {
    return framed(Unit.GROUPS, start, end);
  }

  /**
   * This window without some of the rows in its frame.
   *
   * @param exclusion which rows are left out
   * @return the window
   * @throws ArgumentException if the window has no frame
   */
  public Window exclude(Exclusion exclusion) {
    Operands.present(exclusion, "exclude", "exclusion");
    if (frame == null) {
      throw new ArgumentException(
          CoreError.INCOMPLETE_STATEMENT,
          "Cannot exclude rows of a window: it has no frame. Say rows, range or groups before.");
    }
    return new Window(
        partition, order, new Frame(frame.unit(), frame.start(), frame.end(), exclusion));
  }

  private Window framed(Unit unit, Bound start, Bound end) {
    OverNode.Bound first =
        Operands.present(start, "the frame of a window", "start").node();
    OverNode.Bound last = Operands.present(end, "the frame of a window", "end").node();
    boolean backwards = first.direction().compareTo(last.direction()) > 0;
    boolean endless =
        isUnbounded(first, Direction.FOLLOWING) || isUnbounded(last, Direction.PRECEDING);
    if (backwards || endless) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot make the frame of a window from " + start + " to " + end
              + ": it ends before it starts. Exchange its ends.");
    }
    return new Window(partition, order, new Frame(unit, first, last, Exclusion.NONE));
  }

  private static boolean isUnbounded(OverNode.Bound bound, Direction direction) {
    return bound.direction() == direction && bound.distance() == null;
  }

  /**
   * An end of a frame.
   *
   * @param node the node
   */
  public record Bound(OverNode.Bound node) {
    @Override
    public String toString() {
      String distance = node.distance() == null ? "" : " " + node.distance();
      return node.direction().name().toLowerCase(Locale.ROOT) + distance;
    }
  }

  /**
   * The current row, or with range and groups also its equals in order.
   *
   * @return the end
   */
  public static Bound currentRow() {
    return new Bound(new OverNode.Bound(Direction.CURRENT, null));
  }

  /**
   * The first row of the part.
   *
   * @return the end
   */
  public static Bound unboundedPreceding() {
    return new Bound(new OverNode.Bound(Direction.PRECEDING, null));
  }

  /**
   * The last row of the part.
   *
   * @return the end
   */
  public static Bound unboundedFollowing() {
    return new Bound(new OverNode.Bound(Direction.FOLLOWING, null));
  }

  /**
   * An end before the current row.
   *
   * @param distance how far: rows, groups, or a difference of the value in order, which may be any value
   *     that can be subtracted from it, or an expression
   * @return the end
   */
  public static Bound preceding(Object distance) {
    return new Bound(new OverNode.Bound(Direction.PRECEDING, distance(distance)));
  }

  /**
   * An end after the current row.
   *
   * @param distance how far: rows, groups, or a difference of the value in order, which may be any value
   *     that can be added to it, or an expression
   * @return the end
   */
  public static Bound following(Object distance) {
    return new Bound(new OverNode.Bound(Direction.FOLLOWING, distance(distance)));
  }

  private static Node distance(Object distance) {
    Object present = Operands.present(distance, "the frame of a window", "distance");
    if (present instanceof Number number && number.doubleValue() < 0) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot make the frame of a window: its distance is " + number
              + ". Give 0 or more, and say preceding or following.");
    }
    return present instanceof Selectable<?> expression
        ? expression.node()
        : Operands.literal(present);
  }
}
