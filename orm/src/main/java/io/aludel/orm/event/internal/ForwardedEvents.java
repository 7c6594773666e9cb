package io.aludel.orm.event.internal;

import io.aludel.ListenerHandle;
import io.aludel.orm.event.EntityEvents;
import io.aludel.orm.event.EventAttribute;
import io.aludel.orm.event.RowListener;
import java.util.function.Function;

/** Hands each registration on to those whom it concerns: the classes below too, or a class not mapped yet. */
public final class ForwardedEvents<E> implements EntityEvents<E> {
  private final Registrar<E> registrar;

  /** Decides what a registration is applied to. */
  @FunctionalInterface
  public interface Registrar<E> {
    /** Applies a registration, now or later. */
    ListenerHandle register(Function<EntityEvents<E>, ListenerHandle> registration);
  }

  public ForwardedEvents(Registrar<E> registrar) {
    this.registrar = registrar;
  }

  @Override
  public EntityEvents<E> propagated() {
    return new ForwardedEvents<>(
        registration -> registrar.register(events -> registration.apply(events.propagated())));
  }

  @Override
  public <T> ListenerHandle onSet(
      EventAttribute<? super E, T> attribute, SetListener<? super E, T> listener) {
    return registrar.register(events -> events.onSet(attribute, listener));
  }

  @Override
  public <T> ListenerHandle onAssignment(
      EventAttribute<? super E, T> attribute, AssignmentListener<? super E, T> listener) {
    return registrar.register(events -> events.onAssignment(attribute, listener));
  }

  @Override
  public ListenerHandle loadOldValues(EventAttribute<? super E, ?> attribute) {
    return registrar.register(events -> events.loadOldValues(attribute));
  }

  @Override
  public <T> ListenerHandle onAppend(
      EventAttribute<? super E, T> attribute, AppendListener<? super E, T> listener) {
    return registrar.register(events -> events.onAppend(attribute, listener));
  }

  @Override
  public <T> ListenerHandle onAppendUnchanged(
      EventAttribute<? super E, T> attribute, RemoveListener<? super E, T> listener) {
    return registrar.register(events -> events.onAppendUnchanged(attribute, listener));
  }

  @Override
  public <T> ListenerHandle onRemove(
      EventAttribute<? super E, T> attribute, RemoveListener<? super E, T> listener) {
    return registrar.register(events -> events.onRemove(attribute, listener));
  }

  @Override
  public <T> ListenerHandle onBulkReplace(
      EventAttribute<? super E, T> attribute, BulkReplaceListener<? super E, T> listener) {
    return registrar.register(events -> events.onBulkReplace(attribute, listener));
  }

  @Override
  public <T> ListenerHandle onInitScalar(
      EventAttribute<? super E, T> attribute, InitListener<? super E, T> listener) {
    return registrar.register(events -> events.onInitScalar(attribute, listener));
  }

  @Override
  public ListenerHandle onInitCollection(
      EventAttribute<? super E, ?> attribute, CollectionListener<? super E> listener) {
    return registrar.register(events -> events.onInitCollection(attribute, listener));
  }

  @Override
  public ListenerHandle onDisposeCollection(
      EventAttribute<? super E, ?> attribute, CollectionListener<? super E> listener) {
    return registrar.register(events -> events.onDisposeCollection(attribute, listener));
  }

  @Override
  public ListenerHandle onModified(
      EventAttribute<? super E, ?> attribute, EntityListener<? super E> listener) {
    return registrar.register(events -> events.onModified(attribute, listener));
  }

  @Override
  public ListenerHandle onInit(EntityListener<? super E> listener) {
    return registrar.register(events -> events.onInit(listener));
  }

  @Override
  public ListenerHandle onInitFailure(InitFailureListener<? super E> listener) {
    return registrar.register(events -> events.onInitFailure(listener));
  }

  @Override
  public ListenerHandle onLoad(EntityListener<? super E> listener) {
    return registrar.register(events -> events.onLoad(listener));
  }

  @Override
  public ListenerHandle onRefresh(AttributesListener<? super E> listener) {
    return registrar.register(events -> events.onRefresh(listener));
  }

  @Override
  public ListenerHandle onRefreshFlush(AttributesListener<? super E> listener) {
    return registrar.register(events -> events.onRefreshFlush(listener));
  }

  @Override
  public ListenerHandle onExpire(AttributesListener<? super E> listener) {
    return registrar.register(events -> events.onExpire(listener));
  }

  @Override
  public ListenerHandle onSerialize(NotesListener<? super E> listener) {
    return registrar.register(events -> events.onSerialize(listener));
  }

  @Override
  public ListenerHandle onDeserialize(NotesListener<? super E> listener) {
    return registrar.register(events -> events.onDeserialize(listener));
  }

  @Override
  public ListenerHandle beforeInsert(RowListener<? super E> listener) {
    return registrar.register(events -> events.beforeInsert(listener));
  }

  @Override
  public ListenerHandle afterInsert(RowListener<? super E> listener) {
    return registrar.register(events -> events.afterInsert(listener));
  }

  @Override
  public ListenerHandle beforeUpdate(RowListener<? super E> listener) {
    return registrar.register(events -> events.beforeUpdate(listener));
  }

  @Override
  public ListenerHandle afterUpdate(RowListener<? super E> listener) {
    return registrar.register(events -> events.afterUpdate(listener));
  }

  @Override
  public ListenerHandle beforeDelete(RowListener<? super E> listener) {
    return registrar.register(events -> events.beforeDelete(listener));
  }

  @Override
  public ListenerHandle afterDelete(RowListener<? super E> listener) {
    return registrar.register(events -> events.afterDelete(listener));
  }
}
