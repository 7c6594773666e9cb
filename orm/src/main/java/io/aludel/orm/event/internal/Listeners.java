package io.aludel.orm.event.internal;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import io.aludel.orm.event.ObjectEvents;
import io.aludel.orm.event.EventAttribute;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All listeners of one class. */
public class Listeners<E> implements ObjectEvents<E> {
  private volatile Set<String> attributes = Set.of();
  private final String entity;
  private final Map<String, AttributeListeners> byName = new ConcurrentHashMap<>();
  private final ListenerList<EntityListener<? super E>> load = new ListenerList<>();
  private final ListenerList<AttributesListener<? super E>> refresh = new ListenerList<>();
  private final ListenerList<AttributesListener<? super E>> expire = new ListenerList<>();

  /** Keeps the listeners of {@code entity}. */
  protected Listeners(String entity) {
    this.entity = entity;
  }

  /**
   * The class is mapped, with these attributes.
   *
   * @throws ArgumentException if somebody listens to another
   */
  public final void attributes(Set<String> names) {
    attributes = Set.copyOf(names);
    byName.keySet().forEach(this::requireAttribute);
  }

  /** The listeners of an attribute, made when first asked for and the same ever after. */
  public AttributeListeners attribute(String name) {
    return byName.computeIfAbsent(name, any -> new AttributeListeners());
  }

  /** The listeners of an attribute, or null if nobody asked for them yet. */
  public @Nullable AttributeListeners findAttribute(String name) {
    return byName.get(name);
  }

  /** Registers a validating method. */
  public void validator(String attribute, Validator validator) {
    attribute(attribute).validator(validator);
  }

  /** Whether any attribute has a validator or listener. */
  public boolean listensToAttributes() {
    return !byName.isEmpty();
  }

  public void loaded(E object) {
    if (!load.isEmpty()) {
      load.all().forEach(listener -> listener.happened(object));
    }
  }

  public void refreshed(E object, Set<String> names) {
    if (!refresh.isEmpty()) {
      refresh.all().forEach(listener -> listener.happened(object, names));
    }
  }

  public boolean wantsRefresh() {
    return !refresh.isEmpty();
  }

  public boolean wantsExpire() {
    return !expire.isEmpty();
  }

  public void expired(E object, Set<String> names) {
    expire.all().forEach(listener -> listener.happened(object, names));
  }

  private AttributeListeners of(EventAttribute<?, ?> attribute) {
    String name = ArgumentException.requireNonNull(attribute, "the attribute to listen to")
        .name();
    requireAttribute(name);
    return attribute(name);
  }

  private void requireAttribute(String name) {
    if (!attributes.isEmpty() && !attributes.contains(name)) {
      throw new ArgumentException(
          io.aludel.CoreError.WRONG_VALUE,
          "Cannot listen to " + entity + "." + name + ": " + entity
              + " has no such attribute. It has " + new java.util.TreeSet<>(attributes) + ".");
    }
  }

  @SuppressWarnings("unchecked") // an attribute of the class is only handed its own values
  private static <L> L untyped(Object listener) {
    return (L) ArgumentException.requireNonNull(listener, "the listener");
  }

  @Override
  public <T> ListenerHandle onSet(
      EventAttribute<? super E, T> attribute, SetListener<? super E, T> listener) {
    return of(attribute).set.add(untyped(listener));
  }

  @Override
  public <T> ListenerHandle onAppend(
      EventAttribute<? super E, T> attribute, AppendListener<? super E, T> listener) {
    return of(attribute).append.add(untyped(listener));
  }

  @Override
  public <T> ListenerHandle onAppendUnchanged(
      EventAttribute<? super E, T> attribute, RemoveListener<? super E, T> listener) {
    return of(attribute).again.add(untyped(listener));
  }

  @Override
  public <T> ListenerHandle onRemove(
      EventAttribute<? super E, T> attribute, RemoveListener<? super E, T> listener) {
    return of(attribute).remove.add(untyped(listener));
  }

  @Override
  public <T> ListenerHandle onBulkReplace(
      EventAttribute<? super E, T> attribute, BulkReplaceListener<? super E, T> listener) {
    return of(attribute).replace.add(untyped(listener));
  }

  @Override
  public <T> ListenerHandle onInitScalar(
      EventAttribute<? super E, T> attribute, InitListener<? super E, T> listener) {
    return of(attribute).init.add(untyped(listener));
  }

  @Override
  public ListenerHandle onInitCollection(
      EventAttribute<? super E, ?> attribute, CollectionListener<? super E> listener) {
    return of(attribute).initCollection.add(untyped(listener));
  }

  @Override
  public ListenerHandle onDisposeCollection(
      EventAttribute<? super E, ?> attribute, CollectionListener<? super E> listener) {
    return of(attribute).disposeCollection.add(untyped(listener));
  }

  @Override
  public ListenerHandle onModified(
      EventAttribute<? super E, ?> attribute, EntityListener<? super E> listener) {
    return of(attribute).modified.add(untyped(listener));
  }

  @Override
  public ListenerHandle onLoad(EntityListener<? super E> listener) {
    return load.add(ArgumentException.requireNonNull(listener, "the listener"));
  }

  @Override
  public ListenerHandle onRefresh(AttributesListener<? super E> listener) {
    return refresh.add(ArgumentException.requireNonNull(listener, "the listener"));
  }

  @Override
  public ListenerHandle onExpire(AttributesListener<? super E> listener) {
    return expire.add(ArgumentException.requireNonNull(listener, "the listener"));
  }
}
