package io.aludel.orm.mapping.internal.join;

import io.aludel.schema.Column;
import io.aludel.schema.ForeignKey;
import io.aludel.sql.tree.BetweenNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.CastNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.LikeNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.Traversal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a condition that an application wrote. Marks of the application count; where it made none, foreign
 * keys tell which columns hold copies, and the tables tell at which end a column lies.
 */
public final class JoinAnalysis {
  private final Ends ends;
  private final Node tree;
  private final List<Occurrence> columns;

  /**
   * Marks the columns of a condition.
   *
   * @param condition the condition, over attributes or columns
   * @param scope resolves attributes
   * @param ends the tables that are joined
   * @param foreign the columns that hold copies; empty to go by the marks, or else by foreign keys
   * @param remote the columns at the far end; empty to go by the marks, or else by the tables
   */
  public JoinAnalysis(
      Node condition,
      CompileScope scope,
      Ends ends,
      Set<Column<?>> foreign,
      Set<Column<?>> remote) {
    this.ends = ends;
    this.tree = new ConditionReader(scope).read(condition);
    this.columns = Traversal.find(tree, Occurrence.class);
    markForeign(foreign);
    markRemote(remote);
  }

  private void markForeign(Set<Column<?>> stated) {
    if (columns.stream().anyMatch(Occurrence::isForeign)) {
      return;
    }
    if (!stated.isEmpty()) {
      columns.stream()
          .filter(each -> stated.contains(each.column()))
          .forEach(Occurrence::markForeign);
      return;
    }
    forEachComparison((comparison, sides) -> {
      Occurrence copy = copyOf(sides.left(), sides.right());
      if (copy != null) {
        copy.markForeign();
      }
    });
  }

  private @Nullable Occurrence copyOf(Occurrence left, Occurrence right) {
    if (refers(left.column(), right.column())) {
      return left;
    } else if (refers(right.column(), left.column())) {
      return right;
    }
    boolean leftLinks = ends.isLink(left.column());
    boolean rightLinks = ends.isLink(right.column());
    if (leftLinks == rightLinks) {
      return null;
    }
    return leftLinks ? left : right;
  }

  private static boolean refers(Column<?> from, Column<?> to) {
    for (ForeignKey key : from.table().foreignKeys()) {
      int position = key.isResolvable() ? key.columns().indexOf(from) : -1;
      if (position >= 0 && key.referredColumns().get(position) == to) {
        return true;
      }
    }
    return false;
  }

  private void markRemote(Set<Column<?>> stated) {
    if (columns.stream().anyMatch(Occurrence::isRemote)) {
      return;
    }
    if (ends.hasLink()) {
      columns.stream().filter(each -> ends.isLink(each.column())).forEach(Occurrence::markRemote);
    } else if (!stated.isEmpty()) {
      columns.stream()
          .filter(each -> stated.contains(each.column()))
          .forEach(Occurrence::markRemote);
    } else if (ends.isCircle()) {
      forEachComparison((comparison, sides) -> markFarEnd(sides));
    } else {
      columns.stream()
          .filter(each -> ends.isTarget(each.column()) && !ends.isOwner(each.column()))
          .forEach(Occurrence::markRemote);
    }
  }

  /** In a circle a collection is what refers to the owner, and one object what the owner refers to. */
  private void markFarEnd(Sides sides) {
    if (sides.left().isForeign() != sides.right().isForeign()) {
      boolean leftIsFar = sides.left().isForeign() == ends.foreignIsFar();
      (leftIsFar ? sides.left() : sides.right()).markRemote();
    }
  }

  /** Two columns that are compared. */
  private record Sides(Occurrence left, Occurrence right) {}

  private void forEachComparison(BiConsumer<BinaryNode, Sides> action) {
    for (BinaryNode node : Traversal.find(tree, BinaryNode.class)) {
      if (node.operator().isComparison()
          && bare(node.left()) instanceof Occurrence left
          && bare(node.right()) instanceof Occurrence right) {
        action.accept(node, new Sides(left, right));
      }
    }
  }

  private static Node bare(Node node) {
    return node instanceof CastNode cast ? bare(cast.operand()) : node;
  }

  private @Nullable End end(Occurrence each) {
    Column<?> column = each.column();
    if (ends.isLink(column)) {
      return End.LINK;
    } else if (each.isRemote() || !ends.isOwner(column)) {
      return ends.isTarget(column) ? End.TARGET : null;
    }
    return End.OWNER;
  }

  private @Nullable Element marked(Element element) {
    if (!(element instanceof Occurrence occurrence)) {
      return null;
    }
    End end = end(occurrence);
    return end == null ? occurrence.column() : new EndColumn(occurrence.column(), end);
  }

  /** The condition with what follows from its marks. */
  public JoinPart part() {
    return new JoinPart(new Rewriter(this::marked).node(tree), equal(), compared());
  }

  private List<EqualColumns> equal() {
    List<EqualColumns> equal = new ArrayList<>();
    forEachComparison((comparison, sides) -> {
      End left = end(sides.left());
      End right = end(sides.right());
      boolean equality = comparison.operator() == BinaryNode.Operator.EQ;
      if (equality && left != null && right != null && left != right) {
        addEqual(sides, left, right, equal);
      }
    });
    return List.copyOf(equal);
  }

  /** Columns compared by whatever operator, themselves or within expressions. */
  private List<JoinPart.Compared> compared() {
    List<JoinPart.Compared> compared = new ArrayList<>();
    Traversal.forEach(tree, element -> {
      if (element instanceof BinaryNode node && node.operator().isComparison()) {
        addProduct(node.left(), node.right(), compared);
      } else if (element instanceof LikeNode node) {
        addProduct(node.operand(), node.pattern(), compared);
      } else if (element instanceof BetweenNode node) {
        addProduct(node.operand(), node.low(), compared);
        addProduct(node.operand(), node.high(), compared);
      }
    });
    return List.copyOf(compared);
  }

  private void addProduct(Node one, Node other, List<JoinPart.Compared> compared) {
    for (Occurrence left : Traversal.find(one, Occurrence.class)) {
      for (Occurrence right : Traversal.find(other, Occurrence.class)) {
        End leftEnd = end(left);
        End rightEnd = end(right);
        if (leftEnd != null && rightEnd != null && leftEnd != rightEnd) {
          compared.add(new JoinPart.Compared(
              new EndColumn(left.column(), leftEnd), new EndColumn(right.column(), rightEnd)));
        }
      }
    }
  }

  private static void addEqual(Sides sides, End left, End right, List<EqualColumns> equal) {
    if (sides.right().isForeign()) {
      equal.add(new EqualColumns(sides.left().column(), left, sides.right().column(), right));
    } else if (sides.left().isForeign()) {
      equal.add(new EqualColumns(sides.right().column(), right, sides.left().column(), left));
    }
  }

  /** Whether any column holds a copy. */
  public boolean hasForeign() {
    return columns.stream().anyMatch(Occurrence::isForeign);
  }

  /** Whether a column at an end holds a copy. */
  public boolean isForeignAt(End end) {
    return columns.stream().anyMatch(each -> each.isForeign() && end(each) == end);
  }
}
