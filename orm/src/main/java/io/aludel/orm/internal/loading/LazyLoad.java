package io.aludel.orm.internal.loading;

import io.aludel.orm.FetchMode;
import io.aludel.orm.internal.loading.Occurrence.FollowUp;
import io.aludel.orm.internal.option.LoadStyle;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.option.LoadWish.Tuning;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.schema.Column;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
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

  /** Loads a relationship that is being read, unless that is refused. */
  public void onAccess(
      EntityState state,
      ManagedEntity owner,
      RelationshipProperty relationship,
      LoadTarget target) {
    LoadStyle style =
        ObjectLoader.wishes(state).style(relationship.name(), LoadStyle.of(relationship.lazy()));
    if (style == LoadStyle.NO_LOAD) {
      RelatedObjects.fill(owner, relationship, List.of());
      return;
    }
    boolean sqlRefused = style == LoadStyle.RAISE_ON_SQL || target.fetchMode() == FetchMode.RAISE;
    if (style == LoadStyle.RAISE || (sqlRefused && !isAtHand(state, owner, relationship, target))) {
      throw LoadRefusal.of(state, relationship);
    }
    List<ManagedEntity> peers = state.origin() instanceof Origin origin
        ? origin.lacking(relationship.index(), state)
        : List.of();
    if (peers.size() > 1 && !isAtHand(state, owner, relationship, target)) {
      FollowUp work = new FollowUp(relationship, LoadStyle.SELECTIN, Tuning.NONE);
      together.load(work, peers, ObjectLoader.wishes(state), new LoadRun(target, selects));
    } else {
      load(state, owner, relationship, target);
    }
  }

  /** Whether loading a relationship of an owner takes no SQL. */
  boolean isAtHand(
      EntityState state,
      ManagedEntity owner,
      RelationshipProperty relationship,
      LoadTarget target) {
    if (!relationship.join().isKeyLookup()) {
      return false;
    }
    Object key = targetKey(state, owner, relationship);
    return key == null || held(relationship, key, target) != null;
  }

  /** Loads it. */
  void load(
      EntityState state,
      ManagedEntity owner,
      RelationshipProperty relationship,
      LoadTarget target) {
    LoadTree tree = ObjectLoader.wishes(state);
    if (relationship.join().isKeyLookup()) {
      state.loadedReference(
          owner, relationship.index(), byKey(state, owner, relationship, tree, target));
      return;
    }
    Map<Column<?>, @Nullable Object> values = new HashMap<>();
    for (ColumnPair pair : relationship.join().pairs()) {
      ColumnProperty<?> property =
          Objects.requireNonNull(state.layout().mapper().findProperty(pair.from()));
      values.put(pair.from(), state.value(owner, property.index()));
    }
    List<@Nullable Object> found = new ArrayList<>();
    if (!relationship.join().isEquality() || !values.containsValue(null)) {
      selects.each(
          statement(relationship, tree, values),
          target.toward(relationship, owner),
          false,
          row -> found.add(row[0]));
    }
    RelatedObjects.fill(owner, relationship, found);
  }

  private StatementNode statement(
      RelationshipProperty relationship, LoadTree tree, Map<Column<?>, @Nullable Object> values) {
    RelatedSelect select = new RelatedSelect(relationship, tree);
    Function<Column<?>, Node> owner = column -> BindNode.of(values.get(column), column.type());
    select.where(relationship.join().primary(select.sides(owner)));
    select.where(relationship.join().secondary(select.sides(owner)));
    return select.build();
  }

  private @Nullable ManagedEntity byKey(
      EntityState state,
      ManagedEntity owner,
      RelationshipProperty relationship,
      LoadTree tree,
      LoadTarget target) {
    Object key = targetKey(state, owner, relationship);
    if (key == null) {
      return null;
    }
    ManagedEntity held = held(relationship, key, target);
    if (held != null) {
      return relationship.target().type().isInstance(held) ? held : null;
    }
    EntityLayout layout = layouts.apply(relationship.target().type());
    LoadTarget there = target.toward(relationship, owner);
    return there
        .loader()
        .objects()
        .load(layout, key, there, false, tree.below(relationship.name()));
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
