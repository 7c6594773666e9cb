package io.aludel.orm.event;

import io.aludel.ListenerHandle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The listeners of one mapped class. They concern its objects, existing and future, and not those of its
 * sub classes, unless they are registered through {@link #propagated} (parity row ORM-EVT-02). A
 * listener that throws refuses what was about to happen, or ends what is happening; the exception
 * reaches the caller as it is. Where a listener gives a value, that value counts: there is nothing to switch
 * on for it. Listeners are given the object; its bookkeeping is {@code InstanceState.of(entity)}.
 * Registering is safe at any time and from any thread; an object that has unflushed changes is listened
 * to from its next flush on.
 *
 * @param <E> the class
 */
public interface EntityEvents<E> {
  /**
   * The same for this class and all that extend it, those mapped later too. A listener that is removed
   * hears of none of them any more.
   *
   * @return where listeners for the whole hierarchy below are registered
   */
  EntityEvents<E> propagated();

  /**
   * Listens to an attribute of one value, or a reference, before it is set: by the application, by
   * {@code merge}, or because the other side of a relationship changes. Values that are loaded are not
   * reported. Setting an equal value is (parity row ORM-EVT-17).
   *
   * @param attribute the attribute
   * @param listener gives the value to store
   * @param <T> its type
   * @return removes the listener
   */
  <T> ListenerHandle onSet(
      EventAttribute<? super E, T> attribute, SetListener<? super E, T> listener);

  /**
   * Listens to an attribute as {@link #onSet} does, and is told more: whether the old value is known, and which
   * attribute the application changed. Both kinds of listeners are asked in the order in which they were
   * registered, each for what the one before gave.
   *
   * @param attribute the attribute
   * @param listener gives the value to store
   * @param <T> its type
   * @return removes the listener
   */
  <T> ListenerHandle onAssignment(
      EventAttribute<? super E, T> attribute, AssignmentListener<? super E, T> listener);

  /**
   * Has the old value of an attribute, of one value or a reference, read before it is replaced, so that
   * listeners and the history know it (parity row ORM-MAP-31). Costs a SELECT for each object where it is not
   * loaded; an object without a session is left as it is.
   *
   * @param attribute the attribute
   * @return ends it
   */
  ListenerHandle loadOldValues(EventAttribute<? super E, ?> attribute);

  /**
   * Listens to a collection before a member is added, whichever way (parity row ORM-EVT-18). The key in
   * a map follows from the member.
   *
   * @param attribute the collection
   * @param listener gives the member to add
   * @param <T> the type of the members
   * @return removes the listener
   */
  <T> ListenerHandle onAppend(
      EventAttribute<? super E, T> attribute, AppendListener<? super E, T> listener);

  /**
   * Listens to a collection when a member is added that it has already, so that nothing changes: to a
   * set, or as part of a whole collection that is assigned.
   *
   * @param attribute the collection
   * @param listener told of the member
   * @param <T> the type of the members
   * @return removes the listener
   */
  <T> ListenerHandle onAppendUnchanged(
      EventAttribute<? super E, T> attribute, RemoveListener<? super E, T> listener);

  /**
   * Listens to a collection before a member is taken out (parity row ORM-EVT-19).
   *
   * @param attribute the collection
   * @param listener told of the member
   * @param <T> the type of the members
   * @return removes the listener
   */
  <T> ListenerHandle onRemove(
      EventAttribute<? super E, T> attribute, RemoveListener<? super E, T> listener);

  /**
   * Listens to a collection before another one is assigned, ahead of the events of its members (parity
   * row ORM-EVT-20).
   *
   * @param attribute the collection
   * @param listener may edit the list of the members to come
   * @param <T> the type of the members
   * @return removes the listener
   */
  <T> ListenerHandle onBulkReplace(
      EventAttribute<? super E, T> attribute, BulkReplaceListener<? super E, T> listener);

  /**
   * Listens to the first read of an attribute that was never set on a new object (parity row
   * ORM-EVT-21).
   *
   * @param attribute the attribute, of one value
   * @param listener gives the value it is to have from now on; null leaves it unset
   * @param <T> its type
   * @return removes the listener
   */
  <T> ListenerHandle onInitScalar(
      EventAttribute<? super E, T> attribute, InitListener<? super E, T> listener);

  /**
   * Listens to a collection object when it becomes that of an object, empty as it is then (parity row
   * ORM-EVT-22).
   *
   * @param attribute the collection
   * @param listener told of the live collection
   * @return removes the listener
   */
  ListenerHandle onInitCollection(
      EventAttribute<? super E, ?> attribute, CollectionListener<? super E> listener);

  /**
   * Listens to a collection object when another one takes its place.
   *
   * @param attribute the collection
   * @param listener told of the collection that is plain from now on
   * @return removes the listener
   */
  ListenerHandle onDisposeCollection(
      EventAttribute<? super E, ?> attribute, CollectionListener<? super E> listener);

  /**
   * Listens to an attribute being flagged as modified by hand (parity row ORM-EVT-23).
   *
   * @param attribute the attribute
   * @param listener told of the object
   * @return removes the listener
   */
  ListenerHandle onModified(
      EventAttribute<? super E, ?> attribute, EntityListener<? super E> listener);

  /**
   * Listens to objects that the application makes with {@code new}, before anything of them is set: their
   * constructors have run as far as {@code super(…)} of the topmost mapped class, and no further. So
   * attributes have no values yet, final fields neither, and what a listener sets may be overwritten by the
   * constructor. Objects made from rows do not run the class's code and are not reported. A listener that
   * throws lets the constructor fail, which {@link #onInitFailure} does not hear of. A class that several
   * registries map tells the listeners of the newest (parity row ORM-EVT-11).
   *
   * @param listener told of the object
   * @return removes the listener
   */
  ListenerHandle onInit(EntityListener<? super E> listener);

  /**
   * Listens to constructors that end with an exception, which reaches the caller afterwards; what the listener
   * throws in turn is added to it as suppressed. The object is incomplete and nobody else's. An exception
   * before {@code super(…)} is called, such as one of its arguments, is not reported: there is no object yet
   * (parity row ORM-EVT-11).
   *
   * @param listener told of the object and the exception
   * @return removes the listener
   */
  ListenerHandle onInitFailure(InitFailureListener<? super E> listener);

  /**
   * Listens to objects when they were filled from a row for the first time, while the result is still
   * being read: a listener may read other objects by the session, and must not change or refresh this one
   * (parity row ORM-EVT-12).
   *
   * @param listener told of the object
   * @return removes the listener
   */
  ListenerHandle onLoad(EntityListener<? super E> listener);

  /**
   * Listens to objects when attributes were filled again from their row (parity row ORM-EVT-13).
   *
   * @param listener told of the object and the names of the attributes
   * @return removes the listener
   */
  ListenerHandle onRefresh(AttributesListener<? super E> listener);

  /**
   * Listens to objects that got values from a flush: defaults and versions that it made, and what
   * the database gave back, but not keys (parity row ORM-EVT-14). Comes before {@link #afterInsert}
   * and {@link #afterUpdate}. The object counts as stored: what a listener changes in it is not
   * written.
   *
   * @param listener told of the object and the names of the attributes
   * @return removes the listener
   */
  ListenerHandle onRefreshFlush(AttributesListener<? super E> listener);

  /**
   * Listens to objects when values were dropped, to be read again (parity row ORM-EVT-15).
   *
   * @param listener told of the object and the names of the attributes; no names for the whole object
   * @return removes the listener
   */
  ListenerHandle onExpire(AttributesListener<? super E> listener);

  /**
   * Listens to objects that are being serialized, when their fields were written: an {@code
   * ObjectOutputStream} reached them (parity row ORM-EVT-16). What a listener notes travels with the object
   * to {@link #onDeserialize}. It must not change the object.
   *
   * @param listener told of the object, and where to note something serializable
   * @return removes the listener
   */
  ListenerHandle onSerialize(NotesListener<? super E> listener);

  /**
   * Listens to objects that were read from an {@code ObjectInputStream}, when all that was read with them is
   * complete, too (parity row ORM-EVT-16). The listeners are those of the newest registry that maps the class.
   *
   * @param listener told of the object, and of what {@link #onSerialize} noted
   * @return removes the listener
   */
  ListenerHandle onDeserialize(NotesListener<? super E> listener);

  /**
   * Listens to objects whose rows are about to be inserted; all those of a step before its first
   * statement (parity row ORM-EVT-08).
   *
   * @param listener told of the object
   * @return removes the listener
   */
  ListenerHandle beforeInsert(RowListener<? super E> listener);

  /**
   * Listens to objects whose rows were inserted; their keys are known (parity row ORM-EVT-08).
   *
   * @param listener told of the object
   * @return removes the listener
   */
  ListenerHandle afterInsert(RowListener<? super E> listener);

  /**
   * Listens to objects with changes that a flush considers, even if nothing turns out to be
   * written (parity row ORM-EVT-09).
   *
   * @param listener told of the object
   * @return removes the listener
   */
  ListenerHandle beforeUpdate(RowListener<? super E> listener);

  /**
   * Listens to objects with changes that a flush considered, even if nothing was written (parity
   * row ORM-EVT-09).
   *
   * @param listener told of the object
   * @return removes the listener
   */
  ListenerHandle afterUpdate(RowListener<? super E> listener);

  /**
   * Listens to objects whose rows are about to be deleted, but not those that the database
   * deletes by itself (parity row ORM-EVT-10).
   *
   * @param listener told of the object
   * @return removes the listener
   */
  ListenerHandle beforeDelete(RowListener<? super E> listener);

  /**
   * Listens to objects whose rows were deleted, but not those that the database deleted by
   * itself (parity row ORM-EVT-10).
   *
   * @param listener told of the object
   * @return removes the listener
   */
  ListenerHandle afterDelete(RowListener<? super E> listener);

  /**
   * Told that an attribute is about to be set.
   *
   * @param <E> the class
   * @param <T> the type of the attribute
   */
  @FunctionalInterface
  interface SetListener<E, T> {
    /**
     * Called before anything changes.
     *
     * @param entity the object
     * @param value what is to be stored
     * @param old what was there; null also if that is not loaded
     * @return what to store instead, usually {@code value}
     */
    @Nullable T set(E entity, @Nullable T value, @Nullable T old);
  }

  /**
   * Told all about a value that is about to be set.
   *
   * @param <E> the class
   * @param <T> the type of the attribute
   */
  @FunctionalInterface
  interface AssignmentListener<E, T> {
    /**
     * Called before anything changes.
     *
     * @param assignment what is about to happen
     * @return what to store instead, usually its {@code value}
     */
    @Nullable T assigned(Assignment<? extends E, T> assignment);
  }

  /**
   * Told that a constructor failed.
   *
   * @param <E> the class
   */
  @FunctionalInterface
  interface InitFailureListener<E> {
    /**
     * Called before the exception is thrown on.
     *
     * @param entity the incomplete object
     * @param failure the exception
     */
    void failed(E entity, Throwable failure);
  }

  /**
   * Told that a member is about to be added.
   *
   * @param <E> the class
   * @param <T> the type of the members
   */
  @FunctionalInterface
  interface AppendListener<E, T> {
    /**
     * Called before anything changes.
     *
     * @param entity the object that has the collection
     * @param member what is to be added
     * @return what to add instead, usually {@code member}
     */
    @Nullable T append(E entity, @Nullable T member);
  }

  /**
   * Told of a member of a collection.
   *
   * @param <E> the class
   * @param <T> the type of the members
   */
  @FunctionalInterface
  interface RemoveListener<E, T> {
    /**
     * Called before anything changes.
     *
     * @param entity the object that has the collection
     * @param member the member
     */
    void remove(E entity, @Nullable T member);
  }

  /**
   * Told of all members that are to replace those of a collection.
   *
   * @param <E> the class
   * @param <T> the type of the members
   */
  @FunctionalInterface
  interface BulkReplaceListener<E, T> {
    /**
     * Called before anything changes.
     *
     * @param entity the object that has the collection
     * @param members the members to come; may be edited
     */
    void bulkReplace(E entity, List<@Nullable T> members);
  }

  /**
   * Asked for the value of an attribute that was never set.
   *
   * @param <E> the class
   * @param <T> the type of the attribute
   */
  @FunctionalInterface
  interface InitListener<E, T> {
    /**
     * Called on the first read.
     *
     * @param entity the object
     * @return the value to store, or null
     */
    @Nullable T init(E entity);
  }

  /**
   * Told of a collection object.
   *
   * @param <E> the class
   */
  @FunctionalInterface
  interface CollectionListener<E> {
    /**
     * Called when the collection object comes or goes.
     *
     * @param entity the object that has it
     * @param collection the collection or map
     */
    void collection(E entity, Object collection);
  }

  /**
   * Told of an object.
   *
   * @param <E> the class
   */
  @FunctionalInterface
  interface EntityListener<E> {
    /**
     * Called when it happened.
     *
     * @param entity the object
     */
    void happened(E entity);
  }

  /**
   * Told of an object, and of notes that travel with it.
   *
   * @param <E> the class
   */
  @FunctionalInterface
  interface NotesListener<E> {
    /**
     * Called when the object is written, or was read.
     *
     * @param entity the object
     * @param notes the notes by name; to be filled while writing, and to be looked at after reading
     */
    void happened(E entity, Map<String, @Nullable Object> notes);
  }

  /**
   * Told of some attributes of an object.
   *
   * @param <E> the class
   */
  @FunctionalInterface
  interface AttributesListener<E> {
    /**
     * Called when it happened.
     *
     * @param entity the object
     * @param attributes the names of the attributes; empty for all
     */
    void happened(E entity, Set<String> attributes);
  }
}
