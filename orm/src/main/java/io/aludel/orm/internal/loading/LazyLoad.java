package io.aludel.orm.internal.loading;

import io.aludel.orm.FetchMode;
import io.aludel.orm.internal.loading.Occurrence.FollowUp;
import io.aludel.orm.internal.option.LoadStyle;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.option.LoadTree.Branch;
import io.aludel.orm.internal.option.LoadWay;
import io.aludel.orm.internal.option.LoadWish.Tuning;
import io.aludel.orm.internal.option.RepeatedLoads;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Direction;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.schema.Column;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Loads a relationship of one owner by a SELECT of its own; a reference by key from the identity map if
 * it is there (parity row ORM-QRY-12).
 */
public final class LazyLoad {
  private final SelectLoader selects;
  private final SelectinLoad together;
  private final Function<Class<?>, EntityLayout> layouts;

  LazyLoad(SelectLoader selects, Function<Class<?>, EntityLayout> layouts) {
    this.selects = selects;
    this.layouts = layouts;
    this.together = new SelectinLoad(selects, layouts);
  }

  /**
   * What is to be loaded, and what else is to be kept to.
   *
   * @param relationship the relationship
   * @param tree the wishes for its owner
   * @param stated what the SELECT must hear of
   */
  record Occasion(RelationshipProperty relationship, LoadTree tree, List<StatementOption> stated) {
    boolean isKeyLookup() {
      Branch branch = tree.branch(relationship.name());
      return relationship.join().isKeyLookup()
          && (branch == null || branch.hop().criteria().isEmpty());
    }
  }

  /** Loads a relationship that is being read, unless that is refused. */
  public void onAccess(
      EntityState state,
      ManagedEntity owner,
      RelationshipProperty relationship,
      LoadTarget target) {
    LoadTree tree = Origin.wishes(state);
    LoadStyle style = tree.style(relationship.name(), LoadStyle.of(relationship.lazy()));
    if (style == LoadStyle.NO_LOAD) {
      RelatedObjects.fill(owner, relationship, List.of());
      return;
    }
    Occasion occasion = new Occasion(relationship, tree, Origin.lasting(state));
    boolean sqlRefused = style == LoadStyle.RAISE_ON_SQL || target.fetchMode() == FetchMode.RAISE;
    if (style == LoadStyle.RAISE || (sqlRefused && !isAtHand(state, owner, occasion, target))) {
      throw LoadRefusal.of(state, relationship);
    }
    List<ManagedEntity> peers = peers(state, owner, relationship);
    if (peers.size() > 1 && !isAtHand(state, owner, occasion, target)) {
      FollowUp work = new FollowUp(relationship, LoadStyle.SELECTIN, Tuning.NONE, LoadWay.NONE);
      together.load(work, peers, tree, new LoadRun(target, occasion.stated(), selects));
    } else {
      RepeatedLoads counted = target.repeatedLoads();
      if (counted != null && !isAtHand(state, owner, occasion, target)) {
        counted.loaded(relationship.toString(), LoadRefusal.cure(relationship));
      }
      load(state, owner, occasion, target);
    }
  }

  /** Loads a relationship of one owner because somebody said so, even if reading it is refused. */
  public void onDemand(
      EntityState state,
      ManagedEntity owner,
      RelationshipProperty relationship,
      LoadTarget target) {
    Occasion occasion = new Occasion(relationship, Origin.wishes(state), Origin.lasting(state));
    load(state, owner, occasion, target);
  }

  /** The owners it can be loaded for together: rows refer to those of changed keys by the old ones. */
  private static List<ManagedEntity> peers(
      EntityState state, ManagedEntity owner, RelationshipProperty relationship) {
    if (!(state.origin() instanceof Origin origin) || hasMoved(owner, relationship)) {
      return List.of();
    }
    List<ManagedEntity> peers = origin.lacking(relationship.index(), state);
    peers.removeIf(peer -> hasMoved(peer, relationship));
    return peers;
  }

  private static boolean hasMoved(ManagedEntity owner, RelationshipProperty relationship) {
    EntityState state = OwnerKeys.stateOf(owner);
    for (ColumnPair pair : relationship.join().pairs()) {
      ColumnProperty<?> property = state.layout().mapper().findProperty(pair.from());
      if (property != null
          && isStoredElsewise(state, relationship, property.index())
          && state.differs(owner, property.index())) {
        return true;
      }
    }
    return false;
  }

  /** Whether related rows hold a value of the owner as it was last stored, not as it is now. */
  private static boolean isStoredElsewise(
      EntityState state, RelationshipProperty relationship, int index) {
    return relationship.direction() != Direction.MANY_TO_ONE
        && state.hasIdentity()
        && state.isRecorded(index)
        && state.committed(index) != EntityState.UNKNOWN;
  }

  /** Whether loading a relationship of an owner takes no SQL. */
  private boolean isAtHand(
      EntityState state, ManagedEntity owner, Occasion occasion, LoadTarget target) {
    if (!occasion.isKeyLookup()) {
      return false;
    }
    Object key = targetKey(state, owner, occasion.relationship());
    return key == null || held(occasion.relationship(), key, target) != null;
  }

  /** Loads it. */
  void load(EntityState state, ManagedEntity owner, Occasion occasion, LoadTarget target) {
    RelationshipProperty relationship = occasion.relationship();
    if (occasion.isKeyLookup()) {
      state.loadedReference(owner, relationship.index(), byKey(state, owner, occasion, target));
      return;
    }
    Map<Column<?>, @Nullable Object> values = new HashMap<>();
    for (ColumnPair pair : relationship.join().pairs()) {
      ColumnProperty<?> property =
          Objects.requireNonNull(state.layout().mapper().findProperty(pair.from()));
      int index = property.index();
      values.put(
          pair.from(),
          isStoredElsewise(state, relationship, index)
              ? state.committed(index)
              : state.value(owner, index));
    }
    List<@Nullable Object> found = new ArrayList<>();
    if (!relationship.join().isEquality() || !values.containsValue(null)) {
      selects.each(
          statement(occasion, values),
          target.toward(relationship, owner),
          false,
          row -> found.add(row[0]));
    }
    RelatedObjects.fill(owner, relationship, found);
  }

  private StatementNode statement(Occasion occasion, Map<Column<?>, @Nullable Object> values) {
    RelationshipProperty relationship = occasion.relationship();
    RelatedSelect select = new RelatedSelect(relationship, occasion.tree(), occasion.stated());
    Function<Column<?>, Node> owner = column -> BindNode.of(values.get(column), column.type());
    select.where(relationship.join().primary(select.sides(owner)));
    select.where(relationship.join().secondary(select.sides(owner)));
    return select.build();
  }

  private @Nullable ManagedEntity byKey(
      EntityState state, ManagedEntity owner, Occasion occasion, LoadTarget target) {
    RelationshipProperty relationship = occasion.relationship();
    Object key = targetKey(state, owner, relationship);
    if (key == null) {
      return null;
    }
    ManagedEntity held = held(relationship, key, target);
    if (held != null) {
      return relationship.target().type().isInstance(held) ? held : null;
    }
    EntityLayout layout = layouts.apply(relationship.target().type());
    LoadTree below = occasion.tree().below(relationship.name());
    LoadTarget there = target.toward(relationship, owner);
    EntitySource end = EntitySource.endOf(relationship);
    return there.loader().objects().load(end, layout, key, there, below, occasion.stated());
  }

  private @Nullable ManagedEntity held(
      RelationshipProperty relationship, Object key, LoadTarget target) {
    EntityLayout layout = layouts.apply(relationship.target().type());
    EntityState state = target.identities().find(layout, key);
    return state == null ? null : state.get();
  }

  /** The key of the object referred to, or null if a part is null. */
  private @Nullable Object targetKey(
      EntityState state, ManagedEntity owner, RelationshipProperty relationship) {
    return state
        .layout()
        .referenceKey(relationship, layouts)
        .from(index -> state.value(owner, index));
  }
}
