package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.FromClauseParts;
import io.aludel.sql.tree.statement.FromClauseParts.Correlation;
import io.aludel.sql.tree.statement.FromClauseParts.Join;
import io.aludel.sql.tree.statement.JoinTargetNode;
import io.aludel.sql.tree.statement.JoinTargetNode.Step;
import io.aludel.sql.tree.statement.SelectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a statement selects from: what it names, what it joins, what its expressions mention,
 * less what it leaves to the statement around it.
 */
final class FromResolver {
  private final Compilation compilation;

  /** References whose rows are selected, as opposed to those that conditions mention. */
  private final Set<FromReference> selected = new LinkedHashSet<>();

  private final Set<FromNode> joined = new LinkedHashSet<>();
  private List<Node> criteria = List.of();

  FromResolver(Compilation compilation) {
    this.compilation = compilation;
  }

  /** What a SELECT selects from, in the order of FROM. */
  List<FromNode> of(SelectNode node, boolean inFrom) {
    List<FromNode> named = new ArrayList<>();
    node.from().sources().forEach(source -> named.add(selected(source)));
    Set<FromNode> mentioned = new LinkedHashSet<>();
    node.items().forEach(item -> collect(item, mentioned));
    addHomes(node.items());
    Set<FromNode> all = new LinkedHashSet<>(mentioned);
    node.where().forEach(condition -> collect(condition, all));
    for (Join join : node.from().joins()) {
      add(join, named, mentioned);
    }
    Set<FromNode> froms = new LinkedHashSet<>(named);
    froms.addAll(all);
    hideJoined(froms);
    List<FromNode> found = correlated(node.from(), new ArrayList<>(froms), inFrom);
    criteria = criteriaOf(found);
    return found;
  }

  /** What references ask of the rows of the SELECT just worked out, beyond its conditions. */
  List<Node> criteria() {
    return criteria;
  }

  private FromNode selected(FromNode source) {
    if (source instanceof FromReference reference) {
      selected.add(reference);
    }
    return normalized(source);
  }

  private void addHomes(List<Node> items) {
    for (Node item : items) {
      if (item instanceof ReferenceNode reference && reference.home() != null) {
        selected.add(reference.home());
      } else if (!(item instanceof StatementNode)) {
        List<Node> parts = new ArrayList<>();
        item.forEachPart(part -> {
          if (part instanceof Node inner && !(part instanceof StatementNode)) {
            parts.add(inner);
          }
        });
        addHomes(parts);
      }
    }
  }

  /** Joined sides bring their criteria into the condition of the join. */
  private List<Node> criteriaOf(List<FromNode> froms) {
    if (selected.isEmpty()) {
      return List.of();
    }
    Set<FromNode> members = new LinkedHashSet<>();
    froms.forEach(from -> Frame.addMembers(from, members));
    List<Node> found = new ArrayList<>();
    for (FromReference reference : selected) {
      FromNode source = normalized(reference);
      Node asked = compilation.criteria(reference);
      if (asked != null && members.contains(source) && !joined.contains(source)) {
        found.add(asked);
      }
    }
    return found;
  }

  /** The tables and aliases that expressions mention, without those of their subqueries. */
  Set<FromNode> mentionedBy(List<? extends Node> nodes) {
    Set<FromNode> mentioned = new LinkedHashSet<>();
    nodes.forEach(node -> collect(node, mentioned));
    return mentioned;
  }

  private void collect(Element element, Set<FromNode> sources) {
    if (element instanceof StatementNode) {
      return;
    }
    if (!(element instanceof Node node)) {
      sources.add(normalized((FromNode) element));
      return;
    }
    FromReference home = node instanceof ReferenceNode reference ? reference.home() : null;
    if (home != null) {
      sources.add(normalized(home));
      return;
    }
    Node resolved = compilation.resolved(node);
    if (resolved instanceof ColumnNode column) {
      if (column.owner() != null) {
        sources.add(normalized(column.owner()));
      }
    } else {
      resolved.forEachPart(part -> collect(part, sources));
    }
  }

  /** A source with references resolved, within joins too. */
  FromNode normalized(FromNode node) {
    FromNode resolved = compilation.resolved(node);
    if (!(resolved instanceof JoinNode join)) {
      return resolved;
    }
    FromNode left = normalized(join.left());
    FromNode right = normalized(join.right());
    if (left == join.left() && right == join.right()) {
      return join;
    }
    return new JoinNode(
        left, right, join.kind(), with(join.on(), criteriaOf(join.right()), left, right));
  }

  private @Nullable Node criteriaOf(FromNode right) {
    return right instanceof FromReference reference ? compilation.criteria(reference) : null;
  }

  /** The condition of a join with what the joined side asks for; a missing condition is inferred then. */
  private @Nullable Node with(
      @Nullable Node on, @Nullable Node asked, FromNode left, FromNode right) {
    if (asked == null) {
      return on;
    }
    return both(on == null ? JoinConditions.infer(compilation, left, right) : on, asked);
  }

  private void add(Join join, List<FromNode> named, Set<FromNode> mentioned) {
    List<Step> steps = steps(join);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      boolean last = i == steps.size() - 1;
      Node on = last ? both(step.on(), join.on()) : step.on();
      FromNode right = normalized(step.right());
      int index = leftSide(step, right, on, named, mentioned);
      FromNode left = named.get(index);
      joined.add(right);
      Node complete = with(on, criteriaOf(step.right()), left, right);
      named.set(index, new JoinNode(left, right, join.kind(), complete));
    }
  }

  private List<Step> steps(Join join) {
    JoinTargetNode target = join.target();
    if (!compilation.isTolerant()) {
      return target.steps(compilation, join.kind());
    }
    try {
      return target.steps(compilation, join.kind());
    } catch (RuntimeException unresolvable) { // text for people shows what it can
      return List.of(new Step(null, new Unresolved(target), null));
    }
  }

  private static @Nullable Node both(@Nullable Node one, @Nullable Node other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    List<Node> members = new ArrayList<>();
    for (Node part : List.of(one, other)) {
      if (part instanceof ConjunctionNode all && all.kind() == ConjunctionNode.Kind.AND) {
        members.addAll(all.members());
      } else {
        members.add(part);
      }
    }
    return new ConjunctionNode(ConjunctionNode.Kind.AND, List.copyOf(members));
  }

  /** The position in {@code named} of the left side of a join, which is put there if need be. */
  private int leftSide(
      Step step, FromNode right, @Nullable Node on, List<FromNode> named, Set<FromNode> mentioned) {
    if (step.left() != null) {
      return positionOf(selected(step.left()), named);
    }
    List<FromNode> candidates = named.isEmpty() ? new ArrayList<>(mentioned) : named;
    hideJoined(candidates);
    List<FromNode> lefts = joinable(candidates, right, on);
    if (lefts.size() != 1 && !compilation.isTolerant()) {
      throw unclear(right, lefts, candidates);
    }
    List<FromNode> possible = lefts.isEmpty() ? candidates : lefts;
    return positionOf(possible.isEmpty() ? new Unresolved("?") : possible.get(0), named);
  }

  private int positionOf(FromNode left, List<FromNode> named) {
    for (int i = 0; i < named.size(); i++) {
      Set<FromNode> members = new LinkedHashSet<>();
      Frame.addMembers(named.get(i), members);
      if (members.contains(left)) {
        return i;
      }
    }
    named.add(left);
    return named.size() - 1;
  }

  private List<FromNode> joinable(List<FromNode> candidates, FromNode right, @Nullable Node on) {
    List<FromNode> others = new ArrayList<>(candidates);
    others.remove(right);
    if (on == null) {
      others.removeIf(left -> !JoinConditions.canJoin(compilation, left, right));
      return others;
    }
    if (others.size() < 2) {
      return others;
    }
    Set<FromNode> used = mentionedBy(List.of(on));
    List<FromNode> fitting = new ArrayList<>();
    for (FromNode left : others) {
      Set<FromNode> members = new LinkedHashSet<>();
      Frame.addMembers(left, members);
      Frame.addMembers(right, members);
      if (members.containsAll(used)) {
        fitting.add(left);
      }
    }
    return fitting.isEmpty() ? others : fitting;
  }

  private CompileException unclear(
      FromNode right, List<FromNode> lefts, List<FromNode> candidates) {
    String target = "'" + JoinConditions.describe(compilation, right) + "'";
    if (lefts.isEmpty()) {
      return new CompileException(
          CoreError.NO_FOREIGN_KEYS,
          compilation.dialect().name(),
          "Cannot join " + target + ": "
              + (candidates.isEmpty()
                  ? "nothing is selected from before it. Name the left side with from(…)."
                  : "no foreign key leads between it and " + names(candidates)
                      + ". Give the join a condition."));
    }
    return new CompileException(
        CoreError.AMBIGUOUS_FOREIGN_KEYS,
        compilation.dialect().name(),
        "Cannot join " + target + ": it can be joined to any of " + names(lefts)
            + ". Name the left side with from(…), and give the join a condition.");
  }

  private List<String> names(List<FromNode> nodes) {
    return nodes.stream()
        .map(node -> JoinConditions.describe(compilation, node))
        .toList();
  }

  /** What is joined does not stand in FROM by itself again. */
  private static void hideJoined(Iterable<FromNode> froms) {
    Set<FromNode> hidden = new LinkedHashSet<>();
    for (FromNode from : froms) {
      if (from instanceof JoinNode join) {
        Frame.addMembers(join.left(), hidden);
        Frame.addMembers(join.right(), hidden);
      }
    }
    List<FromNode> all = new ArrayList<>();
    froms.forEach(all::add);
    for (var each = froms.iterator(); each.hasNext(); ) {
      FromNode from = each.next();
      if (hidden.contains(from) || isWithinAnother(from, all)) {
        each.remove();
      }
    }
  }

  /** Whether all that a join joins is joined elsewhere too; of two such joins the first stays. */
  private static boolean isWithinAnother(FromNode from, List<FromNode> all) {
    if (!(from instanceof JoinNode)) {
      return false;
    }
    int position = all.indexOf(from);
    for (int i = 0; i < all.size(); i++) {
      FromNode other = all.get(i);
      if (i != position
          && other instanceof JoinNode
          && joinsAllOf(other, from)
          && (i < position || !joinsAllOf(from, other))) {
        return true;
      }
    }
    return false;
  }

  private static boolean joinsAllOf(FromNode outer, FromNode inner) {
    Set<FromNode> members = new LinkedHashSet<>();
    Frame.addMembers(outer, members);
    return covers(members, inner);
  }

  private static boolean covers(Set<FromNode> members, FromNode from) {
    return members.contains(from)
        || (from instanceof JoinNode join
            && covers(members, join.left())
            && covers(members, join.right()));
  }

  private List<FromNode> correlated(FromClauseParts parts, List<FromNode> froms, boolean inFrom) {
    Frame frame = compilation.frame();
    if (frame == null || froms.isEmpty()) {
      return froms;
    }
    Correlation correlation = parts.correlation();
    if (correlation.kind() == Correlation.Kind.AUTOMATIC) {
      return inFrom ? froms : automatically(froms, frame);
    }
    Set<FromNode> enclosing = Frame.all(inFrom ? frame.outer() : frame);
    Set<FromNode> named = new LinkedHashSet<>();
    correlation.sources().forEach(source -> named.add(normalized(source)));
    boolean these = correlation.kind() == Correlation.Kind.THESE;
    Predicate<FromNode> left = from -> enclosing.contains(from) && named.contains(from) == these;
    List<FromNode> kept = froms.stream().filter(left.negate()).toList();
    if (kept.isEmpty()) {
      throw new CompileException(
          CoreError.NOTHING_TO_SELECT_FROM,
          compilation.dialect().name(),
          "Cannot compile a subquery of " + names(froms)
              + ": its correlation leaves all of them to the statement around it. Correlate fewer.");
    }
    return kept;
  }

  /** Stands in text for people where something cannot be resolved. */
  private record Unresolved(Object shown) implements FromReference {
    @Override
    public FromNode resolve(CompileScope scope) {
      return this;
    }

    @Override
    public void key(KeyBuilder keys) {
      keys.add(shown);
    }

    @Override
    public String toString() {
      return shown.toString();
    }
  }

  private static List<FromNode> automatically(List<FromNode> froms, Frame frame) {
    List<FromNode> kept =
        froms.stream().filter(from -> !covers(frame.sources(), from)).toList();
    return kept.isEmpty() ? froms : kept;
  }

  /**
   * A statement around others, as its subqueries see it: what it selects from.
   *
   * @param sources its tables and aliases
   * @param outer the statement around it, or null
   * @param labels the entries of its select list that have labels
   */
  record Frame(Set<FromNode> sources, @Nullable Frame outer, Set<Object> labels) {
    static Frame of(List<FromNode> froms, @Nullable Frame outer, Set<Object> labels) {
      Set<FromNode> sources = new LinkedHashSet<>();
      froms.forEach(from -> addMembers(from, sources));
      return new Frame(sources, outer, labels);
    }

    /** A join, and everything joined in it. */
    static void addMembers(FromNode from, Set<FromNode> members) {
      members.add(from);
      if (from instanceof JoinNode join) {
        addMembers(join.left(), members);
        addMembers(join.right(), members);
      }
    }

    /** What this statement and all around it select from. */
    static Set<FromNode> all(@Nullable Frame innermost) {
      Set<FromNode> all = new LinkedHashSet<>();
      for (Frame frame = innermost; frame != null; frame = frame.outer) {
        all.addAll(frame.sources);
      }
      return all;
    }
  }
}
