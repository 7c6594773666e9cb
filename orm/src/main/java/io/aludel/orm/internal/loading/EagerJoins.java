package io.aludel.orm.internal.loading;

import io.aludel.dialect.CompileOptions;
import io.aludel.orm.internal.loading.Occurrence.FollowUp;
import io.aludel.orm.internal.loading.Occurrence.Joined;
import io.aludel.orm.internal.option.LoadStyle;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.option.LoadTree.Branch;
import io.aludel.orm.internal.option.LoadWay;
import io.aludel.orm.internal.option.LoadWish.Tuning;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.statement.FromStatementNode;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.EntityNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.SelectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works out what is loaded with the entities of one SELECT, and writes the SELECT that reads it: in one
 * layer, or around a subquery where a page or a group of owners must not become one of joined rows.
 */
final class EagerJoins {
  private final Function<Class<?>, EntityLayout> layouts;
  private final CompileOptions options;
  private final StatementNode written;
  private final boolean joins;
  private final List<EagerJoin> eager = new ArrayList<>();
  private final List<Occurrence> added = new ArrayList<>();

  EagerJoins(
      Function<Class<?>, EntityLayout> layouts, CompileOptions options, StatementNode written) {
    this.layouts = layouts;
    this.options = options;
    this.written = written;
    this.joins = written instanceof SelectNode;
  }

  /** What is loaded for an entity of the select list. */
  Occurrence occurrence(EntitySource source, int item, LoadTree tree) {
    Occurrence occurrence = occurrenceOf(source, item, tree);
    Ancestry above = new Ancestry(null, null, null);
    for (Class<?> passed : LoadWay.of(FromStatementNode.options(written)).entities()) {
      above = new Ancestry(above, layouts.apply(passed).mapper(), null);
    }
    follow(occurrence, tree, above);
    return occurrence;
  }

  /** The way from an entity of the select list to what is loaded with it. */
  private record Ancestry(
      @Nullable Ancestry above,
      @Nullable Mapper<?> mapper,
      @Nullable EagerJoin join) {
    boolean holds(Mapper<?> wanted) {
      return mapper == wanted || (above != null && above.holds(wanted));
    }

    /** How many relationships led here. */
    int length() {
      return entities().size() - 1;
    }

    /** Whether the mapping may have a relationship loaded along from here. */
    boolean allows(RelationshipProperty relationship) {
      return relationship.joinDepth() > 0
          ? length() < relationship.joinDepth()
          : !holds(relationship.target());
    }

    List<Class<?>> entities() {
      List<Class<?>> all = above == null ? new ArrayList<>() : above.entities();
      if (mapper != null) {
        all.add(mapper.type());
      }
      return all;
    }
  }

  private Occurrence occurrenceOf(EntitySource source, int item, LoadTree tree) {
    EntityLayout layout = layouts.apply(source.type());
    if (tree.suppliesExpressions() && !SelectLowering.isWritten(written)) {
      throw SelectLowering.misplaced(
          tree.suppliedExpressions().get(0),
          "the rows of the statement come as they are",
          "Give the option to a SELECT of the entity.");
    }
    int[] attributes = ColumnChoice.of(layout, source, tree, options);
    CompileScope scope = new ResolvingScope(options);
    Occurrence occurrence = new Occurrence(
        layout,
        source,
        item,
        attributes,
        new Occurrence.Sub(
            layouts, tree, (below, property) -> source.seenAs(below).shows(property, scope)));
    occurrence.supply(tree);
    return occurrence;
  }

  private void follow(Occurrence occurrence, LoadTree tree, Ancestry above) {
    Ancestry here = new Ancestry(above, occurrence.layout().mapper(), above.join());
    for (RelationshipProperty relationship : occurrence.relationships()) {
      LoadStyle mapped = LoadStyle.of(relationship.lazy());
      Branch branch = tree.branch(relationship.name());
      LoadStyle style = tree.style(relationship.name(), mapped);
      Tuning tuning = branch == null ? Tuning.NONE : branch.tuning();
      boolean wished = branch != null && branch.style() != LoadStyle.DEFAULT;
      if (mapped == LoadStyle.WRITE_ONLY) {
        continue;
      }
      if (!joins && (style == LoadStyle.JOINED || style == LoadStyle.SUBQUERY)) {
        if (wished || here.allows(relationship)) {
          refuseInner(relationship, tuning);
          followUp(occurrence, relationship, LoadStyle.SELECTIN, tuning, here);
        }
      } else if (style == LoadStyle.JOINED && !occurrence.shows(relationship)) {
        if (wished) { // no columns to join by: the nearest thing that loads it at once
          followUp(occurrence, relationship, LoadStyle.SELECTIN, tuning, here);
        }
      } else if (style == LoadStyle.JOINED) {
        if (wished || here.allows(relationship)) {
          join(occurrence, relationship, target(relationship, branch), tree, here);
        }
      } else if (style == LoadStyle.CONTAINED) {
        EntitySource contained = Objects.requireNonNull(tuning.contained());
        LoadTree below = tree.below(relationship.name());
        Occurrence target = added(contained, below, here);
        occurrence.joined().add(new Joined(relationship, target, EntityPlan.NO_ATTRIBUTE));
      } else if (style == LoadStyle.SELECTIN
          || style == LoadStyle.SUBQUERY
          || style == LoadStyle.IMMEDIATE) {
        if (wished || here.allows(relationship)) {
          followUp(occurrence, relationship, style, tuning, here);
        }
      }
    }
  }

  /** Where nothing can be joined, or run again, the nearest thing is a SELECT afterwards. */
  private static void refuseInner(RelationshipProperty relationship, Tuning tuning) {
    if (tuning.inner()) {
      throw SelectLowering.misplaced(
          "innerJoinedLoad(" + relationship + ")",
          "the rows of the statement come as they are, and none can be left out",
          "Use selectinLoad, or let the statement itself leave them out.");
    }
  }

  private void followUp(
      Occurrence occurrence,
      RelationshipProperty relationship,
      LoadStyle style,
      Tuning tuning,
      Ancestry here) {
    LoadWay way = loadsMore(relationship.target()) ? new LoadWay(here.entities()) : LoadWay.NONE;
    occurrence.followUps().add(new FollowUp(relationship, style, tuning, way));
  }

  /** Whether the mapping of an entity, or of one below, has anything loaded along. */
  private boolean loadsMore(Mapper<?> entity) {
    for (Mapper<?> each : entity.selfAndDescendants()) {
      for (RelationshipProperty relationship : each.relationships()) {
        if (LoadStyle.of(relationship.lazy()).loadsAtOnce()) {
          return true;
        }
      }
    }
    return false;
  }

  private static EntitySource target(RelationshipProperty relationship, @Nullable Branch branch) {
    if (relationship.rows() instanceof EntitySource rows) {
      return rows;
    }
    return RelatedSelect.end(relationship, branch).hidden();
  }

  private void join(
      Occurrence owner,
      RelationshipProperty relationship,
      EntitySource target,
      LoadTree tree,
      Ancestry here) {
    Branch wish = tree.branch(relationship.name());
    EagerJoin join = new EagerJoin(owner.source(), relationship, target, wish, here.join());
    eager.add(join);
    LoadTree below = tree.below(relationship.name());
    Occurrence joined = added(target, below, new Ancestry(here, null, join));
    owner.joined().add(new Joined(relationship, joined, join.copiedKey(joined.layout())));
  }

  private Occurrence added(EntitySource target, LoadTree below, Ancestry here) {
    int item = written.items().size() + added.size();
    Occurrence occurrence = occurrenceOf(target, item, below);
    added.add(occurrence);
    follow(occurrence, below, here);
    return occurrence;
  }

  /** The SELECT that reads all that was worked out. */
  SelectNode statement(Map<Integer, Occurrence> occurrences) {
    SelectNode select = (SelectNode) written;
    if (eager.isEmpty()) {
      return inOneLayer(select, occurrences);
    }
    boolean multiplied = eager.stream().anyMatch(join -> join.relationship().isCollection());
    boolean paged = select.paging().limit() != null || select.paging().offset() != null;
    boolean grouped = select.distinct() || !select.groupBy().isEmpty();
    return grouped || (paged && multiplied)
        ? new PagedOwners(select, options).around(occurrences, eager, added)
        : inOneLayer(select, occurrences);
  }

  /** The select list, with just the columns that are read of each entity. */
  List<Node> items(Map<Integer, Occurrence> occurrences) {
    List<Node> items = new ArrayList<>(written.items());
    occurrences.forEach((item, occurrence) -> items.set(item, entry(occurrence)));
    return items;
  }

  /** The same, and after it what is read along. */
  List<Node> itemsWithAdded(Map<Integer, Occurrence> occurrences) {
    List<Node> items = items(occurrences);
    added.forEach(occurrence -> items.add(entry(occurrence)));
    return items;
  }

  /** The entity in each entry of that list, null where it is a value. */
  List<@Nullable Occurrence> inItems(Map<Integer, Occurrence> occurrences) {
    List<@Nullable Occurrence> all = new ArrayList<>();
    for (int i = 0; i < written.items().size(); i++) {
      all.add(occurrences.get(i));
    }
    all.addAll(added);
    return all;
  }

  private SelectNode inOneLayer(SelectNode select, Map<Integer, Occurrence> occurrences) {
    List<Node> items = itemsWithAdded(occurrences);
    if (eager.isEmpty()) {
      return items.equals(select.items()) ? select : select.withItems(items);
    }
    return JoinedClauses.added(select.withItems(items), eager);
  }

  private static Node entry(Occurrence occurrence) {
    return occurrence.readsAll() ? new EntityNode(occurrence.source()) : occurrence.projection();
  }
}
