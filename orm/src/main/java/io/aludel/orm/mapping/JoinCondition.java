package io.aludel.orm.mapping;

import io.aludel.schema.Column;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.ConjunctionNode.Kind;
import io.aludel.sql.tree.Node;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of two entities, and of the link table between them, belong together: the condition, and
 * the columns that a flush copies from one row to the other (parity rows ORM-REL-08 and 09).
 */
public final class JoinCondition {
  private final Spelling primary;
  private final @Nullable Spelling secondary;
  private final List<ColumnPair> pairs;
  private final List<ColumnPair> copied;
  private final List<ColumnPair> copiedFromTarget;
  private final boolean keyLookup;
  private final boolean equality;

  /** Writes a condition over the columns that three occurrences give for those of their tables. */
  interface Spelling {
    Node over(Sides sides);
  }

  /**
   * Where the columns of a condition come from: each function gives, for a column of a table, what
   * stands for it, such as the column of an alias, or a bound value.
   *
   * @param owner of the entity that has the relationship
   * @param target of the related entity
   * @param link of the link table
   */
  public record Sides(
      Function<Column<?>, Node> owner,
      Function<Column<?>, Node> target,
      Function<Column<?>, Node> link) {}

  JoinCondition(
      Spelling primary,
      @Nullable Spelling secondary,
      List<ColumnPair> pairs,
      List<ColumnPair> copied,
      List<ColumnPair> copiedFromTarget,
      boolean keyLookup) {
    this.primary = primary;
    this.secondary = secondary;
    this.pairs = List.copyOf(pairs);
    this.copied = List.copyOf(copied);
    this.copiedFromTarget = List.copyOf(copiedFromTarget);
    this.keyLookup = keyLookup;
    this.equality = isEquality(
        primary.over(new Sides(column -> column, column -> column, column -> column)),
        this.pairs.size());
  }

  private static boolean isEquality(Node node, int pairs) {
    List<Node> members = node instanceof ConjunctionNode both && both.kind() == Kind.AND
        ? both.members()
        : List.of(node);
    return members.size() == pairs && members.stream().allMatch(JoinCondition::comparesColumns);
  }

  private static boolean comparesColumns(Node node) {
    return node instanceof BinaryNode comparison
        && comparison.operator() == BinaryNode.Operator.EQ
        && comparison.left() instanceof Column<?>
        && comparison.right() instanceof Column<?>;
  }

  /**
   * The condition between owner and target, or between owner and link table.
   *
   * @param sides where the columns come from
   * @return the condition
   */
  public Node primary(Sides sides) {
    return primary.over(sides);
  }

  /**
   * The condition between link table and target.
   *
   * @param sides where the columns come from
   * @return the condition, or null without a link table
   */
  public @Nullable Node secondary(Sides sides) {
    return secondary == null ? null : secondary.over(sides);
  }

  /**
   * The columns of the owner that the condition compares, each with what it is compared with: a column
   * of the target, or of the link table.
   *
   * @return pairs of owner's and other column
   */
  public List<ColumnPair> pairs() {
    return pairs;
  }

  /**
   * What a flush copies: for {@code ONE_TO_MANY} from the owner to the target's foreign key; for
   * {@code MANY_TO_ONE} from the target to the owner's foreign key; for {@code MANY_TO_MANY} from the
   * owner to the link row. Empty for a relationship that is only viewed.
   *
   * @return pairs of source and destination
   */
  public List<ColumnPair> copied() {
    return copied;
  }

  /**
   * What a flush copies from the target to the link row of a {@code MANY_TO_MANY}.
   *
   * @return pairs of source and destination; empty without a link table
   */
  public List<ColumnPair> copiedFromTarget() {
    return copiedFromTarget;
  }

  /**
   * Whether this is a many-to-one whose condition is that the foreign key equals the target's whole
   * primary key, so that the identity map can answer (parity row ORM-QRY-12).
   *
   * @return true if the identity map can answer
   */
  public boolean isKeyLookup() {
    return keyLookup;
  }

  /**
   * Whether the condition between owner and target, or between owner and link table, says that the
   * columns of {@link #pairs} are equal and nothing else.
   *
   * @return true if {@link #pairs} tells it all
   */
  public boolean isEquality() {
    return equality;
  }
}
