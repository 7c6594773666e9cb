package io.aludel.orm.event.internal;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import io.aludel.orm.event.EntityEvents;
import io.aludel.orm.event.EventAttribute;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** All listeners of one class. */
public final class Listeners<E> extends RowListeners<E> {
  private final Set<String> attributes;
  private final String entity;
  private final Map<String, AttributeListeners> byName = new ConcurrentHashMap<>();
  private final List<Listeners<?>> below = new CopyOnWriteArrayList<>();
  private final List<Propagation<?>> propagations = new CopyOnWriteArrayList<>();
  private final ConstructorListeners<E> constructors = new ConstructorListeners<>();
  private final ListenerList<EntityListener<? super E>> load = new ListenerList<>();
  private final NamesListeners<E> refresh = new NamesListeners<>();
  private final NamesListeners<E> refreshFlush = new NamesListeners<>();
  private final NamesListeners<E> expire = new NamesListeners<>();
  private final NotesListeners<E> serialize = new NotesListeners<>();
  private final NotesListeners<E> deserialize = new NotesListeners<>();

  /**
   * Keeps the listeners of {@code entity}.
   *
   * @param attributes the names of all its attributes
   */
  public Listeners(String entity, Set<String> attributes) {
    this.entity = entity;
    this.attributes = Set.copyOf(attributes);
  }

  /** Takes its place below the listeners of a class above, and hears what is propagated from there. */
  public void below(Listeners<?> above) {
    above.below.add(this);
    above.propagations.forEach(this::take);
  }

  private void take(Propagation<?> propagation) {
    propagations.add(propagation);
    propagation.applyTo(this);
    below.forEach(each -> each.take(propagation));
  }

  @Override
  public EntityEvents<E> propagated() {
    return new ForwardedEvents<>(registration -> {
      Propagation<E> propagation = new Propagation<>(registration);
      take(propagation);
      return propagation;
    });
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

  public ConstructorListeners<E> constructors() {
    return constructors;
  }

  /** Whether anybody hears of objects that are loaded. */
  public boolean hearsOfLoads() {
    return !load.isEmpty();
  }

  public void loaded(E object) {
    if (!load.isEmpty()) {
      load.all().forEach(listener -> listener.happened(object));
    }
  }

  /** Of attributes that were read again. */
  public NamesListeners<E> refreshes() {
    return refresh;
  }

  /** Of attributes that a flush filled. */
  public NamesListeners<E> refreshesByFlush() {
    return refreshFlush;
  }

  /** Of attributes whose values were forgotten; of all of them, if none is named. */
  public NamesListeners<E> expiries() {
    return expire;
  }

  /** Of objects that are written to a stream. */
  public NotesListeners<E> serializations() {
    return serialize;
  }

  /** Of objects that were read from a stream. */
  public NotesListeners<E> deserializations() {
    return deserialize;
  }

  private AttributeListeners of(EventAttribute<?, ?> attribute) {
    String name = ArgumentException.requireNonNull(attribute, "the attribute to listen to")
        .name();
    if (!attributes.contains(name)) {
      throw new ArgumentException(
          io.aludel.CoreError.WRONG_VALUE,
          "Cannot listen to " + entity + "." + name + ": " + entity
              + " has no such attribute. It has " + new java.util.TreeSet<>(attributes) + ".");
    }
    return attribute(name);
  }

  @SuppressWarnings("unchecked") // an attribute of the class is only handed its own values
  private static <L> L untyped(Object listener) {
    return (L) ArgumentException.requireNonNull(listener, "the listener");
  }

  @Override
  public <T> ListenerHandle onSet(
      EventAttribute<? super E, T> attribute, SetListener<? super E, T> listener) {
    SetListener<Object, Object> plain = untyped(listener);
    return of(attribute).set.add(set -> plain.set(set.entity(), set.value(), set.old()));
  }

  @Override
  public <T> ListenerHandle onAssignment(
      EventAttribute<? super E, T> attribute, AssignmentListener<? super E, T> listener) {
    return of(attribute).set.add(untyped(listener));
  }

  @Override
  public ListenerHandle loadOldValues(EventAttribute<? super E, ?> attribute) {
    return of(attribute).oldValues.add(this);
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
  public ListenerHandle onInit(EntityListener<? super E> listener) {
    return constructors.onInit(listener);
  }

  @Override
  public ListenerHandle onInitFailure(InitFailureListener<? super E> listener) {
    return constructors.onInitFailure(listener);
  }

  @Override
  public ListenerHandle onLoad(EntityListener<? super E> listener) {
    return load.add(ArgumentException.requireNonNull(listener, "the listener"));
  }

  @Override
  public ListenerHandle onRefresh(AttributesListener<? super E> listener) {
    return refresh.add(listener);
  }

  @Override
  public ListenerHandle onRefreshFlush(AttributesListener<? super E> listener) {
    return refreshFlush.add(listener);
  }

  @Override
  public ListenerHandle onExpire(AttributesListener<? super E> listener) {
    return expire.add(listener);
  }

  @Override
  public ListenerHandle onSerialize(NotesListener<? super E> listener) {
    return serialize.add(listener);
  }

  @Override
  public ListenerHandle onDeserialize(NotesListener<? super E> listener) {
    return deserialize.add(listener);
  }
}
