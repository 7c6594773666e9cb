package io.aludel.automap;

import com.palantir.javapoet.ClassName;
import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Lazy;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.mapping.Direction;
import io.aludel.schema.Column;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the relationships that foreign keys and tables of links stand for, and gives each side its name. */
final class RelationshipPlanner {
  private final PlannedNames names;
  private final Map<String, Declared> declared;
  private final Map<Table, ClassName> types;
  private final Map<Table, EntityPlan> entities;

  RelationshipPlanner(
      PlannedNames names,
      Map<String, Declared> declared,
      Map<Table, ClassName> types,
      Map<Table, EntityPlan> entities) {
    this.names = names;
    this.declared = declared;
    this.types = types;
    this.entities = entities;
  }

  /** One side: what is written, or the name by which a declared class has it; or neither. */
  private record Side(
      @Nullable GeneratedRelationship written, @Nullable String name) {
    static final Side NONE = new Side(null, null);
  }

  /** Both sides of what one foreign key, or one table of links, says. */
  private record Tie(
      RelationshipEnd first,
      RelationshipEnd second,
      @Nullable LinkPlan link) {}

  /** References go first, so that a collection makes way for a reference of its name. */
  void plan(List<Table> tables, Map<Table, LinkPlan> links) {
    List<Tie> ties = new ArrayList<>();
    for (Table table : tables) {
      LinkPlan link = links.get(table);
      if (link != null) {
        ties.add(tie(link));
      } else if (types.containsKey(table)) {
        Keys.of(table).stream()
            .filter(key -> types.containsKey(key.referredTable()))
            .forEach(key -> ties.add(tie(table, key)));
      }
    }
    List<Side> firsts = new ArrayList<>();
    for (Tie tie : ties) {
      firsts.add(tie.link() == null ? side(tie.first()) : Side.NONE);
    }
    for (int i = 0; i < ties.size(); i++) {
      Tie tie = ties.get(i);
      Side first = tie.link() == null ? firsts.get(i) : side(tie.first());
      add(tie, first, side(tie.second()));
    }
    entities.values().forEach(RelationshipPlanner::sort);
  }

  private static Tie tie(Table table, ForeignKey key) {
    Table other = key.referredTable();
    return new Tie(
        new RelationshipEnd(Direction.MANY_TO_ONE, table, other, key, null),
        new RelationshipEnd(Direction.ONE_TO_MANY, other, table, key, null),
        null);
  }

  private static Tie tie(LinkPlan link) {
    Table one = link.owner().referredTable();
    Table other = link.target().referredTable();
    return new Tie(
        new RelationshipEnd(Direction.MANY_TO_MANY, one, other, link.target(), link.table()),
        new RelationshipEnd(Direction.MANY_TO_MANY, other, one, link.owner(), link.table()),
        link);
  }

  private Side side(RelationshipEnd end) {
    String wanted = end.direction() == Direction.MANY_TO_ONE
        ? names.naming().scalarName(end)
        : names.naming().collectionName(end);
    Declared known = declared.get(end.owner().key());
    if (known != null) {
      return known.relationships().contains(wanted) ? new Side(null, wanted) : Side.NONE;
    }
    EntityPlan owner = entities.get(end.owner());
    boolean told = end.direction() != Direction.MANY_TO_ONE
        || (owner != null && owner.foreignKeys().contains(end.key()));
    GeneratedRelationship usual =
        new GeneratedRelationship(end, wanted, List.class, cascades(end), trust(end), Lazy.SELECT);
    GeneratedRelationship decided = told ? names.naming().relationship(usual) : null;
    if (decided == null) {
      return Side.NONE;
    }
    String name = names.relationshipFor(end.owner(), decided.name());
    return new Side(decided.name(name), name);
  }

  private static List<Cascade> cascades(RelationshipEnd end) {
    boolean owned = end.direction() == Direction.ONE_TO_MANY && !isOptional(end.key());
    return owned ? List.of(Cascade.ALL, Cascade.DELETE_ORPHAN) : List.of();
  }

  private static boolean isOptional(ForeignKey key) {
    return key.columns().stream().allMatch(Column::isNullable);
  }

  private static PassiveDeletes trust(RelationshipEnd end) {
    ReferentialAction action = end.key().onDelete();
    ReferentialAction trusted =
        isOptional(end.key()) ? ReferentialAction.SET_NULL : ReferentialAction.CASCADE;
    return end.direction() == Direction.ONE_TO_MANY && action == trusted
        ? PassiveDeletes.TRUST
        : PassiveDeletes.LOAD;
  }

  private void add(Tie tie, Side first, Side second) {
    GeneratedRelationship one = first.written();
    if (one != null) {
      add(one, second.name(), tie.link());
    }
    GeneratedRelationship other = second.written();
    if (other != null) {
      LinkPlan link = tie.link();
      boolean follows = one != null && link != null;
      add(other, first.name(), link == null || follows ? null : link.reversed());
    }
  }

  private void add(
      GeneratedRelationship settings, @Nullable String other, @Nullable LinkPlan link) {
    RelationshipEnd end = settings.end();
    Objects.requireNonNull(entities.get(end.owner()))
        .relationships()
        .add(new RelationshipPlan(
            settings, Objects.requireNonNull(types.get(end.target())), other, link));
  }

  /** References in the order of their columns, then collections by name. */
  private static void sort(EntityPlan entity) {
    List<RelationshipPlan> collections = new ArrayList<>(
        entity.relationships().stream().filter(RelationshipPlan::isCollection).toList());
    collections.sort(
        Comparator.comparing(relationship -> relationship.settings().name()));
    entity.relationships().removeIf(RelationshipPlan::isCollection);
    entity.relationships().addAll(collections);
  }
}
