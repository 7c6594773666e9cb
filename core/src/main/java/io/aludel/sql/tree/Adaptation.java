package io.aludel.sql.tree;

import io.aludel.ArgumentException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes what was written about one source of rows speak of another: columns of a table become the columns
 * of an alias of it, or of a subquery that selects them, wherever they stand in an expression or a
 * statement. Aliases of the table that were there before mean themselves and stay. Immutable; safe for
 * use by several threads.
 *
 * <p>A column corresponds to a column of the subquery if the subquery selects it, under whatever label,
 * or selects it from an alias; of several, the one that selects the column itself, else the first.
 */
public final class Adaptation {
  private final CompileScope scope;
  private final Map<Node, Node> columns;
  private final Map<FromNode, FromNode> sources;
  private final Predicate<Node> wanted;

  private Adaptation(
      CompileScope scope,
      Map<Node, Node> columns,
      Map<FromNode, FromNode> sources,
      Predicate<Node> wanted) {
    this.scope = scope;
    this.columns = columns;
    this.sources = sources;
    this.wanted = wanted;
  }

  /**
   * Leads from what an alias stands for to the alias. References are left as they are.
   *
   * @param alias an alias of a table or of a query
   * @return the adaptation
   */
  public static Adaptation to(AliasNode alias) {
    return to(alias, CompileScope.UNRESOLVED);
  }

  /**
   * Leads from what an alias stands for to the alias, where references count as what they stand for.
   *
   * @param alias an alias of a table or of a query
   * @param scope resolves references
   * @return the adaptation
   */
  public static Adaptation to(AliasNode alias, CompileScope scope) {
    ArgumentException.requireNonNull(alias, "the alias to adapt to");
    Map<Node, Node> columns = new HashMap<>();
    Map<FromNode, FromNode> sources = new HashMap<>();
    Lineage lineage = new Lineage(ArgumentException.requireNonNull(scope, "the scope"));
    List<Lineage.Shown> all = lineage.shownBy(alias);
    for (Lineage.Shown shown : all) {
      columns.put(shown.column(), shown.column());
      columns.putIfAbsent(shown.origin(), shown.column());
    }
    for (int i = 0; i < all.size(); i++) {
      for (Node ancestor : lineage.ancestors(alias, i)) {
        columns.putIfAbsent(ancestor, all.get(i).column());
      }
    }
    lineage.behind(alias).forEach(source -> sources.put(source, alias));
    sources.put(alias, alias);
    return new Adaptation(scope, columns, sources, node -> true);
  }

  /**
   * Exchanges exactly the columns named, and no sources of rows.
   *
   * @param columns the columns, each with what stands in its place
   * @return the adaptation
   */
  public static Adaptation of(Map<? extends Node, ? extends Node> columns) {
    ArgumentException.requireNonNull(columns, "the columns to adapt");
    return new Adaptation(CompileScope.UNRESOLVED, new HashMap<>(columns), Map.of(), node -> true);
  }

  /**
   * This adaptation, and another for what this one leaves alone.
   *
   * @param other the other, whose scope is not used
   * @return both
   */
  public Adaptation and(Adaptation other) {
    Map<Node, Node> allColumns = new HashMap<>(other.columns);
    allColumns.putAll(columns);
    Map<FromNode, FromNode> allSources = new HashMap<>(other.sources);
    allSources.putAll(sources);
    return new Adaptation(
        scope,
        allColumns,
        allSources,
        node -> columns.containsKey(node) ? wanted.test(node) : other.wanted.test(node));
  }

  /**
   * This adaptation for some columns only, such as those of the far side of a join of a table with
   * itself.
   *
   * @param condition true for the columns that are to be exchanged
   * @return the narrower adaptation
   */
  public Adaptation limitedTo(Predicate<? super Node> condition) {
    ArgumentException.requireNonNull(condition, "the condition on columns");
    return new Adaptation(
        scope, columns, sources, node -> wanted.test(node) && condition.test(node));
  }

  /**
   * What stands for a column.
   *
   * @param column the column, or a reference to one
   * @return the corresponding column, or null if there is none
   */
  public @Nullable Node correspondingTo(Node column) {
    Node resolved = scope.resolved(column);
    return wanted.test(resolved) ? columns.get(resolved) : null;
  }

  /**
   * An expression about the other source.
   *
   * @param node the expression
   * @return the copy; the expression itself if it is not concerned
   */
  public Node node(Node node) {
    return new Run().rewriter.node(node);
  }

  /**
   * Expressions about the other source.
   *
   * @param nodes the expressions
   * @return the copies
   */
  public List<Node> nodes(List<Node> nodes) {
    return new Run().rewriter.nodes(nodes);
  }

  /**
   * A source of rows, or what stands for it.
   *
   * @param from the source
   * @return the other source; a join with its sides exchanged; or the source itself
   */
  public FromNode from(FromNode from) {
    return new Run().rewriter.from(from);
  }

  /**
   * A statement about the other source.
   *
   * @param statement the statement
   * @return the copy; the statement itself if it is not concerned
   */
  public StatementNode statement(StatementNode statement) {
    return new Run().rewriter.statement(statement);
  }

  /** One rewriting, with its memory. */
  private final class Run {
    private final Rewriter rewriter = new Rewriter(this::replacement);
    private final Lineage lineage = new Lineage(scope);

    private @Nullable Element replacement(Element element) {
      if (element instanceof Node node) {
        return column(node);
      }
      return element instanceof FromNode from ? source(from) : null;
    }

    private @Nullable Node column(Node node) {
      Node resolved = scope.resolved(node);
      Node stand = wanted.test(resolved) ? columns.get(resolved) : null;
      if (stand != null) {
        return stand;
      }
      return resolved == node ? null : rewriter.node(resolved);
    }

    private @Nullable FromNode source(FromNode from) {
      FromNode resolved = scope.resolved(from);
      FromNode stand = sources.get(resolved);
      if (stand != null) {
        return stand;
      }
      if (resolved instanceof JoinNode join) {
        return whole(join);
      }
      if (resolved instanceof AliasNode alias && alias.source() instanceof FromNode) {
        return resolved;
      }
      return resolved == from ? null : rewriter.from(resolved);
    }

    /** What stands for all members of a join stands for the join. */
    private @Nullable FromNode whole(JoinNode join) {
      List<FromNode> members = new ArrayList<>();
      lineage.addMembers(join, members);
      FromNode first = sources.get(members.get(0));
      return first != null && members.stream().allMatch(member -> sources.get(member) == first)
          ? first
          : null;
    }
  }
}
