package io.aludel.orm.event.internal;

import io.aludel.orm.event.Assignment;
import io.aludel.orm.event.EntityEvents;
import io.aludel.orm.event.EntityEvents.AppendListener;
import io.aludel.orm.event.EntityEvents.AssignmentListener;
import io.aludel.orm.event.EntityEvents.BulkReplaceListener;
import io.aludel.orm.event.EntityEvents.CollectionListener;
import io.aludel.orm.event.EntityEvents.EntityListener;
import io.aludel.orm.event.EntityEvents.InitListener;
import io.aludel.orm.event.EntityEvents.RemoveListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The validator and the listeners of one attribute, in untyped form: the typed one is their registration. */
public final class AttributeListeners {
  final ListenerList<AssignmentListener<Object, Object>> set = new ListenerList<>();
  final ListenerList<EntityEvents<?>> oldValues = new ListenerList<>();
  final ListenerList<AppendListener<Object, Object>> append = new ListenerList<>();
  final ListenerList<RemoveListener<Object, Object>> again = new ListenerList<>();
  final ListenerList<RemoveListener<Object, Object>> remove = new ListenerList<>();
  final ListenerList<BulkReplaceListener<Object, Object>> replace = new ListenerList<>();
  final ListenerList<InitListener<Object, Object>> init = new ListenerList<>();
  final ListenerList<CollectionListener<Object>> initCollection = new ListenerList<>();
  final ListenerList<CollectionListener<Object>> disposeCollection = new ListenerList<>();
  final ListenerList<EntityListener<Object>> modified = new ListenerList<>();
  private @Nullable Validator validator;

  void validator(Validator method) {
    validator = method;
  }

  /** Whether writes of the attribute have to be reported, each of them. */
  public boolean wantsWrites() {
    return validator != null || !set.isEmpty();
  }

  /** Whether the old value is to be loaded before it is replaced. */
  public boolean wantsOldValues() {
    return !oldValues.isEmpty();
  }

  public boolean wantsFirstRead() {
    return !init.isEmpty();
  }

  /** Asks the validator and all listeners what to store. */
  public @Nullable Object set(Assignment<Object, Object> asked) {
    Object accepted = validated(asked.entity(), asked.value(), asked.fromOtherSide());
    if (!set.isEmpty()) {
      for (AssignmentListener<Object, Object> listener : set.all()) {
        accepted = listener.assigned(new Assignment<>(
            asked.entity(),
            accepted,
            asked.old(),
            asked.oldIs(),
            asked.initiator(),
            asked.fromOtherSide()));
      }
    }
    return accepted;
  }

  /** Asks the validator and all listeners what to add. */
  public @Nullable Object append(Object entity, @Nullable Object member, boolean fromOtherSide) {
    Object accepted = validated(entity, member, fromOtherSide);
    if (!append.isEmpty()) {
      for (AppendListener<Object, Object> listener : append.all()) {
        accepted = listener.append(entity, accepted);
      }
    }
    return accepted;
  }

  private @Nullable Object validated(Object entity, @Nullable Object value, boolean fromOtherSide) {
    Validator method = validator;
    return method == null || (fromOtherSide && !method.backrefs())
        ? value
        : method.body().validate(entity, value, false);
  }

  /** Tells of a member that is there already. */
  public void again(Object entity, @Nullable Object member) {
    again.all().forEach(listener -> listener.remove(entity, member));
  }

  /** Tells of a member that is about to be taken out. */
  public void remove(Object entity, @Nullable Object member, boolean fromOtherSide) {
    Validator method = validator;
    if (method != null && method.removals() && (!fromOtherSide || method.backrefs())) {
      method.body().validate(entity, member, true);
    }
    if (!remove.isEmpty()) {
      remove.all().forEach(listener -> listener.remove(entity, member));
    }
  }

  /** Shows the members that are to replace all others. */
  public void replace(Object entity, List<@Nullable Object> members) {
    replace.all().forEach(listener -> listener.bulkReplace(entity, members));
  }

  /** The value that an unset attribute is to have, or null. */
  public @Nullable Object init(Object entity) {
    Object value = null;
    for (InitListener<Object, Object> listener : init.all()) {
      Object given = listener.init(entity);
      value = given == null ? value : given;
    }
    return value;
  }

  public void initCollection(Object entity, Object collection) {
    initCollection.all().forEach(listener -> listener.collection(entity, collection));
  }

  public void disposeCollection(Object entity, Object collection) {
    disposeCollection.all().forEach(listener -> listener.collection(entity, collection));
  }

  public void modified(Object entity) {
    modified.all().forEach(listener -> listener.happened(entity));
  }
}
