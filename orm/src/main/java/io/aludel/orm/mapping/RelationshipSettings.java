package io.aludel.orm.mapping;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Lazy;
import io.aludel.orm.annotation.MapKey;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.property.Container;
import io.aludel.orm.mapping.internal.property.MapKeying;
import io.aludel.orm.mapping.internal.property.Positions;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.OrderNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What annotations and words say of a relationship; {@link RelationshipProperty} explains each. */
record RelationshipSettings(
    Container container,
    Set<Cascade> cascades,
    Loading loading,
    @Nullable String backPopulates,
    List<Node> orderBy,
    Persistence persistence) {

  static final Set<Cascade> USUAL_CASCADES = Set.of(Cascade.SAVE_UPDATE, Cascade.MERGE);

  /**
   * How it is loaded.
   *
   * @param lazy when no option says otherwise
   * @param depth how many relationships may lead from what a statement selects to one that is loaded along;
   *     0 to stop where an entity would come again
   * @param rows what the related entity is read from in place of its tables, or null
   */
  record Loading(Lazy lazy, int depth, @Nullable EntitySource rows) {}

  /** What a flush needs to know. */
  record Persistence(
      boolean viewOnly,
      boolean singleParent,
      boolean postUpdate,
      PassiveDeletes passiveDeletes,
      boolean passiveUpdates,
      Set<String> overlaps,
      @Nullable Positions positions) {
    static final Persistence USUAL =
        new Persistence(false, false, false, PassiveDeletes.LOAD, true, Set.of(), null);

    /** What the other side inherits from the one that made it. */
    Persistence inheriting(Persistence other) {
      return new Persistence(
          other.viewOnly,
          singleParent,
          other.postUpdate,
          passiveDeletes,
          other.passiveUpdates,
          overlaps,
          positions);
    }
  }

  static RelationshipSettings usual(boolean collection) {
    return new RelationshipSettings(
        new Container(collection, null, null),
        USUAL_CASCADES,
        new Loading(Lazy.SELECT, 0, null),
        null,
        List.of(),
        Persistence.USUAL);
  }

  static RelationshipSettings read(
      Relationship said, @Nullable MapKey key, boolean collection, Class<?> target) {
    MapKeying keying =
        key == null ? null : new MapKeying(List.of(key.value()), null, key.ignoreUnset());
    return new RelationshipSettings(
        new Container(collection, keying, null),
        spelledOut(said.cascade()),
        new Loading(said.lazy(), 0, null),
        said.backPopulates().isEmpty() ? null : said.backPopulates(),
        order(said.orderBy(), target),
        new Persistence(
            said.viewOnly(),
            said.singleParent(),
            said.postUpdate(),
            said.passiveDeletes(),
            said.passiveUpdates(),
            Set.of(said.overlaps()),
            null));
  }

  private static List<Node> order(String[] names, Class<?> target) {
    List<Node> nodes = new ArrayList<>();
    for (String name : names) {
      boolean down = name.startsWith("-");
      Node attribute = new AttributeNode(EntitySource.of(target), down ? name.substring(1) : name);
      nodes.add(
          down
              ? new OrderNode(attribute, OrderNode.Direction.DESCENDING, OrderNode.Nulls.UNSTATED)
              : attribute);
    }
    return List.copyOf(nodes);
  }

  static Set<Cascade> spelledOut(Cascade[] said) {
    Set<Cascade> all = EnumSet.noneOf(Cascade.class);
    for (Cascade each : said) {
      if (each == Cascade.ALL) {
        all.addAll(EnumSet.complementOf(EnumSet.of(Cascade.ALL, Cascade.DELETE_ORPHAN)));
      } else {
        all.add(each);
      }
    }
    return Set.copyOf(all);
  }

  boolean collection() {
    return container.collection();
  }

  @Nullable MapKeying mapKey() {
    return container.mapKey();
  }

  Lazy lazy() {
    return loading.lazy();
  }

  boolean isViewOnly() {
    return persistence.viewOnly();
  }

  RelationshipSettings withCascades(Set<Cascade> changed) {
    return new RelationshipSettings(
        container, changed, loading, backPopulates, orderBy, persistence);
  }

  RelationshipSettings withLazy(Lazy changed) {
    return new RelationshipSettings(
        container,
        cascades,
        new Loading(changed, loading.depth(), loading.rows()),
        backPopulates,
        orderBy,
        persistence);
  }

  /** These as those of the other side of a relationship that names it by backref. */
  RelationshipSettings asReverse(String otherSide, Persistence other) {
    return new RelationshipSettings(
        container, cascades, loading, otherSide, orderBy, persistence.inheriting(other));
  }

  /** These with the other side that backref made. */
  RelationshipSettings withBackPopulates(String otherSide) {
    return new RelationshipSettings(container, cascades, loading, otherSide, orderBy, persistence);
  }

  /** These with numbered members, loaded in the order of the numbers unless another was stated. */
  RelationshipSettings withPositions(Positions positions, Class<?> target) {
    Persistence known = persistence;
    Persistence numbered = new Persistence(
        known.viewOnly(),
        known.singleParent(),
        known.postUpdate(),
        known.passiveDeletes(),
        known.passiveUpdates(),
        known.overlaps(),
        positions);
    List<Node> order =
        orderBy.isEmpty() ? order(new String[] {positions.attribute()}, target) : orderBy;
    return new RelationshipSettings(container, cascades, loading, backPopulates, order, numbered);
  }
}
