package io.aludel.queryset;

import io.aludel.orm.internal.state.Attachment;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.MapperProperty;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.state.InstanceState;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fills the references of objects that have left their session and were not loaded along: with objects
 * that hold their key and nothing else, one for each row referred to.
 */
final class References {
  private static final Attachment RELEASED = Attachment.released(
      "Fill the object with ModelRegistry.load(), or load related objects along with"
          + " QuerySet.selectRelated().");

  private final Map<List<Object>, Object> sparse = new HashMap<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> waiting = new ArrayDeque<>();

  private References() {}

  static void complete(Collection<?> objects) {
    References references = new References();
    objects.forEach(references::reach);
    while (!references.waiting.isEmpty()) {
      references.fill(references.waiting.remove());
    }
  }

  /** An object that stands for a row, holding its key and nothing else. */
  static <E> E sparse(Mapper<E> mapper, Object key) {
    E object = mapper.make(Map.of(Model.key(mapper).name(), key));
    InstanceState.of(object).makeDetached();
    release(Model.state(object));
    return object;
  }

  private static void release(EntityState state) {
    if (state.owner() == null) {
      state.attach(RELEASED, state.layout());
    }
  }

  private void reach(@Nullable Object object) {
    if (object instanceof ManagedEntity && seen.add(object)) {
      waiting.add(object);
    }
  }

  private void fill(Object object) {
    EntityState state = Model.state(object);
    release(state);
    ManagedEntity entity = (ManagedEntity) object;
    for (RelationshipProperty property : state.mapper().relationships()) {
      if (!state.isUnloaded(entity, property.index())) {
        Object value = state.read(entity, property.index());
        if (value instanceof Collection<?> members) {
          members.forEach(this::reach);
        } else if (value instanceof Map<?, ?> members) {
          members.values().forEach(this::reach);
        } else {
          reach(value);
        }
      } else if (Model.isForeignKey(property) && property.target().primaryKey().size() == 1) {
        fill(entity, state, property);
      }
    }
  }

  private void fill(ManagedEntity entity, EntityState state, RelationshipProperty property) {
    MapperProperty foreign = foreignKey(state.mapper(), property);
    if (state.isUnloaded(entity, foreign.index())) {
      return;
    }
    Object key = state.read(entity, foreign.index());
    Object target = key == null
        ? null
        : sparse.computeIfAbsent(
            List.of(property.target().root().type(), key),
            absent -> sparse(property.target(), key));
    state.loadedReference(entity, property.index(), target);
  }

  /** Gives an object what another one was loaded with. */
  static void copy(Object loaded, Object to) {
    EntityState from = Model.state(loaded);
    EntityState state = Model.state(to);
    ManagedEntity source = (ManagedEntity) loaded;
    ManagedEntity entity = (ManagedEntity) to;
    for (ColumnProperty<?> property : from.mapper().columnProperties()) {
      if (!from.isUnloaded(source, property.index())) {
        state.write(entity, property.index(), from.read(source, property.index()));
        state.markLoaded(entity, property.index());
      }
    }
    for (RelationshipProperty property : from.mapper().relationships()) {
      if (Model.isForeignKey(property) && !from.isUnloaded(source, property.index())) {
        state.loadedReference(entity, property.index(), from.read(source, property.index()));
      }
    }
  }

  /** The attribute or hidden column of the owner that holds the key of a reference. */
  static ColumnProperty<?> foreignKey(Mapper<?> mapper, RelationshipProperty property) {
    ColumnPair pair = property.join().pairs().get(0);
    return Objects.requireNonNull(mapper.findProperty(pair.from()));
  }
}
