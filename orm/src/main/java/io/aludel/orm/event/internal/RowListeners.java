package io.aludel.orm.event.internal;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import io.aludel.engine.Connection;
import io.aludel.orm.event.EntityEvents;
import io.aludel.orm.event.EventMapper;
import io.aludel.orm.event.RowListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The listeners of one class that hear of its rows. */
public abstract class RowListeners<E> implements EntityEvents<E> {
  private final Map<Moment, ListenerList<RowListener<? super E>>> rows = new ConcurrentHashMap<>();

  @Override
  public ListenerHandle beforeInsert(RowListener<? super E> listener) {
    return rows(Moment.BEFORE_INSERT, listener);
  }

  @Override
  public ListenerHandle afterInsert(RowListener<? super E> listener) {
    return rows(Moment.AFTER_INSERT, listener);
  }

  @Override
  public ListenerHandle beforeUpdate(RowListener<? super E> listener) {
    return rows(Moment.BEFORE_UPDATE, listener);
  }

  @Override
  public ListenerHandle afterUpdate(RowListener<? super E> listener) {
    return rows(Moment.AFTER_UPDATE, listener);
  }

  @Override
  public ListenerHandle beforeDelete(RowListener<? super E> listener) {
    return rows(Moment.BEFORE_DELETE, listener);
  }

  @Override
  public ListenerHandle afterDelete(RowListener<? super E> listener) {
    return rows(Moment.AFTER_DELETE, listener);
  }

  /** Registers a listener of rows. */
  public ListenerHandle rows(Moment moment, RowListener<? super E> listener) {
    ArgumentException.requireNonNull(listener, "the listener");
    return rows.computeIfAbsent(moment, any -> new ListenerList<>()).add(listener);
  }

  /** Registers a method of the class itself. */
  public void rowMethod(Moment moment, Consumer<Object> method) {
    rows(moment, (mapper, connection, entity) -> method.accept(entity));
  }

  /** Whether anybody listens to rows at some moment. */
  public boolean isHeard(Moment moment) {
    ListenerList<RowListener<? super E>> some = rows.get(moment);
    return some != null && !some.isEmpty();
  }

  /** Tells of the row of an object. */
  public void tell(Moment moment, EventMapper<?> mapper, Connection connection, E entity) {
    ListenerList<RowListener<? super E>> some = rows.get(moment);
    if (some != null) {
      some.all().forEach(listener -> listener.happened(mapper, connection, entity));
    }
  }
}
