package io.aludel.queryset;

import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.state.InstanceState;
import io.aludel.orm.weave.ManagedEntity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An object for the insert, whose references are not the caller's. */
record NewObject<E>(E object, Mapper<E> mapper, Map<RelationshipProperty, Object> references) {
  NewObject(E object, Mapper<E> mapper) {
    this(object, mapper, new LinkedHashMap<>());
  }

  /**
   * Puts stand-ins where objects with rows are referred to, so that these, which other threads may hold as
   * well, never enter a session.
   *
   * @param standing by class and key: one for each row, however many objects of an insert refer to it
   */
  void standIn(Map<List<Object>, Object> standing) {
    for (RelationshipProperty each : mapper.relationships()) {
      Object target = Model.isForeignKey(each) ? Model.read(object, each) : null;
      if (target != null
          && each.target().primaryKey().size() == 1
          && InstanceState.of(target).hasIdentity()) {
        Object key = Objects.requireNonNull(Model.keyOf(each.target(), target));
        references.put(each, target);
        Object other = standing.computeIfAbsent(
            List.of(each.target().root().type(), key),
            absent -> References.sparse(each.target(), key));
        ((ManagedEntity) object).$write(each.index(), other);
      }
    }
  }

  /** Puts back what was referred to. */
  E restored() {
    references.forEach((each, target) -> ((ManagedEntity) object).$write(each.index(), target));
    return object;
  }
}
