package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a SELECT says of where its rows come from, beyond what its expressions mention.
 *
 * @param sources what {@code selectFrom} named
 * @param joins the joins, in order
 * @param correlation how a subquery meets the statement around it
 */
public record FromClauseParts(List<FromNode> sources, List<Join> joins, Correlation correlation) {
  /** Nothing said. */
  public static final FromClauseParts NONE = new FromClauseParts(
      List.of(), List.of(), new Correlation(Correlation.Kind.AUTOMATIC, List.of()));

  void key(KeyBuilder keys) {
    keys.elements(sources).add(joins.size());
    for (Join join : joins) {
      keys.add(join.kind());
      join.target().key(keys);
      keys.optional(join.on());
    }
    keys.add(correlation.kind()).elements(correlation.sources());
  }

  void forEachPart(Consumer<? super Element> action) {
    sources.forEach(action);
    for (Join join : joins) {
      join.target().forEachPart(action);
      if (join.on() != null) {
        action.accept(join.on());
      }
    }
    correlation.sources().forEach(action);
  }

  FromClauseParts rebuilt(Rewriter parts) {
    List<FromNode> newSources = parts.all(FromNode.class, sources);
    List<FromNode> left = parts.all(FromNode.class, correlation.sources());
    boolean same = newSources == sources && left == correlation.sources();
    List<Join> newJoins = new ArrayList<>(joins.size());
    for (Join join : joins) {
      Join copy = join.rebuilt(parts);
      same &= copy == join;
      newJoins.add(copy);
    }
    return same
        ? this
        : new FromClauseParts(
            newSources, List.copyOf(newJoins), new Correlation(correlation.kind(), left));
  }

  /**
   * One join as it was written.
   *
   * @param kind which rows without a partner are kept
   * @param target what is joined
   * @param on the condition, or null for that of the target or of foreign keys
   */
  public record Join(
      JoinNode.Kind kind, JoinTargetNode target, @Nullable Node on) {
    Join rebuilt(Rewriter parts) {
      JoinTargetNode newTarget = target.rebuilt(parts);
      Node newOn = parts.optional(on);
      return newTarget == target && newOn == on ? this : new Join(kind, newTarget, newOn);
    }
  }

  /**
   * Which sources a subquery leaves to the statement around it.
   *
   * @param kind how {@code sources} are meant
   * @param sources the sources named
   */
  public record Correlation(Kind kind, List<FromNode> sources) {
    /** How the sources of a correlation are meant. */
    public enum Kind {
      /** All that the enclosing statement has, unless none would be left. */
      AUTOMATIC,
      /** Exactly those named. */
      THESE,
      /** All but those named. */
      ALL_BUT
    }
  }
}
