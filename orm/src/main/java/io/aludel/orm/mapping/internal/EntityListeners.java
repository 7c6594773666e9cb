package io.aludel.orm.mapping.internal;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import io.aludel.engine.Connection;
import io.aludel.orm.event.internal.Listeners;
import io.aludel.orm.mapping.EntityEvents;
import io.aludel.orm.mapping.Mapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All listeners of one class: of its rows here, of its objects above. */
public final class EntityListeners<E> extends Listeners<E> implements EntityEvents<E> {
  private volatile List<List<RowListener<? super E>>> listeners = List.of();

  public EntityListeners(Class<E> type) {
    super(type.getSimpleName());
  }

  @Override
  public ListenerHandle beforeInsert(RowListener<? super E> listener) {
    return add(Moment.BEFORE_INSERT, listener);
  }

  @Override
  public ListenerHandle afterInsert(RowListener<? super E> listener) {
    return add(Moment.AFTER_INSERT, listener);
  }

  @Override
  public ListenerHandle beforeUpdate(RowListener<? super E> listener) {
    return add(Moment.BEFORE_UPDATE, listener);
  }

  @Override
  public ListenerHandle afterUpdate(RowListener<? super E> listener) {
    return add(Moment.AFTER_UPDATE, listener);
  }

  @Override
  public ListenerHandle beforeDelete(RowListener<? super E> listener) {
    return add(Moment.BEFORE_DELETE, listener);
  }

  @Override
  public ListenerHandle afterDelete(RowListener<? super E> listener) {
    return add(Moment.AFTER_DELETE, listener);
  }

  /** Registers a listener of a moment. */
  public ListenerHandle add(Moment moment, RowListener<? super E> listener) {
    RowListener<? super E> checked =
        ArgumentException.requireNonNull(listener, "a listener of an entity");
    change(moment, listeners -> listeners.add(checked));
    return () -> change(moment, listeners -> remove(listeners, checked));
  }

  private static <T> void remove(List<T> listeners, T listener) {
    for (int i = 0; i < listeners.size(); i++) {
      if (listeners.get(i) == listener) {
        listeners.remove(i);
        return;
      }
    }
  }

  private synchronized void change(
      Moment moment, Consumer<List<RowListener<? super E>>> change) {
    List<List<RowListener<? super E>>> next = new ArrayList<>();
    for (Moment each : Moment.values()) {
      List<RowListener<? super E>> some = new ArrayList<>(of(each));
      if (each == moment) {
        change.accept(some);
      }
      next.add(List.copyOf(some));
    }
    listeners = List.copyOf(next);
  }

  private List<RowListener<? super E>> of(Moment moment) {
    List<List<RowListener<? super E>>> present = listeners;
    return present.isEmpty() ? List.of() : present.get(moment.ordinal());
  }

  @Override
  public boolean isHeard(Moment moment) {
    return !of(moment).isEmpty();
  }

  @Override
  public void tell(Moment moment, Mapper<? extends E> mapper, Connection connection, E entity) {
    for (RowListener<? super E> listener : of(moment)) {
      happened(listener, mapper, connection, entity);
    }
  }

  @SuppressWarnings("unchecked") // a listener of a super class takes its mapper as one of that class
  private static <T> void happened(
      RowListener<T> listener, Mapper<?> mapper, Connection connection, Object entity) {
    listener.happened((Mapper<? extends T>) mapper, connection, (T) entity);
  }
}
