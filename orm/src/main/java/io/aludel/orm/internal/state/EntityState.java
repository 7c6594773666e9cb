package io.aludel.orm.internal.state;

import io.aludel.orm.DetachedInstanceException;
import io.aludel.orm.event.internal.AttributeListeners;
import io.aludel.orm.internal.collection.LiveCollection;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.ManagedColumns;
import io.aludel.orm.weave.ManagedEntity;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bookkeeping of one object: its identity, its session, and while it is new, changed or marked for
 * deletion, a strong reference to it and the committed values of what changed. A clean object's record
 * is this one small object, which is also the weak reference of the identity map.
 *
 * <p>Which of the five states an object is in follows from three facts: whether it has an identity,
 * whether it has a session, and whether its DELETE was flushed.
 */
public class EntityState extends LifeState implements ManagedColumns {
  /** Stands for a committed value that was never loaded. */
  public static final Object UNKNOWN = new Object();

  EntityState(ManagedEntity entity, EntityLayout layout) {
    super(entity, layout);
  }

  /** Makes the record of {@code entity} and attaches it. */
  public static EntityState of(ManagedEntity entity, EntityLayout layout) {
    EntityState state = make(entity, layout);
    entity.$watched(layout.wantedWrites());
    state.discriminate(entity);
    if (layout.isSpecial()) {
      Specials.adopt(state, entity);
    }
    return state;
  }

  /** A new object has the discriminator of its class, unless it was given another. */
  private void discriminate(ManagedEntity entity) {
    int index = layout().discriminator();
    if (index >= 0
        && isUnloaded(entity, index)
        && layout().mapper().hierarchy().isDiscriminatorStored()) {
      write(entity, index, layout().mapper().hierarchy().value());
      markLoaded(entity, index);
    }
  }

  private static EntityState make(ManagedEntity entity, EntityLayout layout) {
    EntityState state =
        layout.isWide() ? new WideEntityState(entity, layout) : new EntityState(entity, layout);
    entity.$state(state);
    return state;
  }

  /** Makes the record of an object that was just made and filled from a row. */
  public static EntityState loaded(
      ManagedEntity entity, EntityLayout layout, Object key, Attachment attachment) {
    EntityState state = make(entity, layout);
    state.identity(key);
    state.attachment(attachment);
    state.filled(entity);
    return state;
  }

  /** Makes the record of an object that was read from a stream; nothing counts as loaded yet. */
  static EntityState read(ManagedEntity entity, EntityLayout layout) {
    EntityState state = make(entity, layout);
    entity.$unloaded(0);
    entity.$watched(-1L);
    state.allUnloaded(entity);
    return state;
  }

  /** The first time that all attributes with a column have their values. */
  void filled(ManagedEntity entity) {
    entity.$unloaded(layout().relationshipMask() | layout().derivedMask());
    entity.$watched(-1L);
  }

  /** Makes an object that stood for a row past the session the session's own. */
  public void adopted(ManagedEntity entity, Object key, Attachment attachment) {
    identity(key);
    attachment(attachment);
    forgetChanges(entity);
    allLoaded(entity);
  }

  // Attributes without a value

  /** Whether attribute {@code index} has no value here. */
  public boolean isUnloaded(ManagedEntity entity, int index) {
    return (entity.$unloaded() & EntityLayout.bit(index)) != 0;
  }

  /** Whether any attribute with a column has no value here. */
  public boolean hasUnloadedColumns(ManagedEntity entity) {
    return (entity.$unloaded() & layout().columnMask()) != 0;
  }

  /** Notes that one attribute has a value now. */
  public void markLoaded(ManagedEntity entity, int index) {
    set(EXPIRED, false);
    entity.$unloaded(entity.$unloaded() & ~EntityLayout.bit(index));
  }

  /** Notes that one attribute has no value any more. */
  public void markUnloaded(ManagedEntity entity, int index) {
    entity.$unloaded(entity.$unloaded() | EntityLayout.bit(index));
    if (layout().isSpecial()) {
      Specials.partChanged(this, entity, index);
    }
  }

  /** Notes that all attributes with a column have their values, as after a full row. */
  public void allLoaded(ManagedEntity entity) {
    entity.$unloaded(
        entity.$unloaded() & (layout().relationshipMask() | layout().derivedMask()));
    entity.$watched(-1L);
    set(EXPIRED, false);
  }

  void allUnloaded(ManagedEntity entity) {
    entity.$unloaded(entity.$unloaded()
        | layout().columnMask()
        | layout().relationshipMask()
        | layout().derivedMask());
  }

  /** Whether the object was expired as a whole and not read since. */
  public boolean isExpired() {
    return has(EXPIRED);
  }

  /** Drops loaded values and pending changes of all attributes, to be read again when wanted. */
  public void expire(ManagedEntity entity) {
    if (layout().listeners().expiries().isHeard()) {
      layout().listeners().expiries().tell(entity, Set.of());
    }
    forgetChanges(entity);
    for (int index : layout().relationships()) {
      if (!isUnloaded(entity, index)) {
        Relations.drop(this, entity, index);
      }
    }
    allUnloaded(entity);
    set(EXPIRED, true);
  }

  /** Drops value and pending change of one attribute. */
  public void expire(ManagedEntity entity, int index) {
    DerivedValue derived = layout().derived(index);
    if (derived != null) {
      for (int part : derived.parts()) {
        expire(entity, part);
      }
      return;
    }
    if (layout().listeners().expiries().isHeard()) {
      layout().listeners().expiries().tell(entity, Set.of(layout().nameOf(index)));
    }
    if (layout().relationship(index) != null && !isUnloaded(entity, index)) {
      Relations.drop(this, entity, index);
    }
    takeQueue(index);
    forgetChange(index);
    watch(entity, index);
    markUnloaded(entity, index);
  }

  // How it was loaded

  // Values

  /** The value of an attribute as it is, wherever it lies; loads nothing. */
  public @Nullable Object read(ManagedEntity entity, int index) {
    return layout().isHidden(index) ? readHidden(index) : entity.$read(index);
  }

  @Override
  public final Mapper<?> mapper() {
    return layout().mapper();
  }

  /** The key as the identity has it, anything else as the object has it, loaded if need be. */
  @Override
  public final @Nullable Object value(ManagedEntity entity, ColumnProperty<?> property) {
    int index = property.index();
    if (hasIdentity() && layout().isKey(index) && !isRecorded(index)) {
      return layout().keyPart(identityKey(), index);
    }
    load(entity, index);
    return read(entity, index);
  }

  /** The value of an attribute, loaded if it has none here. */
  public @Nullable Object value(ManagedEntity entity, int index) {
    if (isUnloaded(entity, index)) {
      load(entity, index);
    }
    return read(entity, index);
  }

  /** Puts a value in place without a word to anybody; masks stay as they are. */
  public void write(ManagedEntity entity, int index, @Nullable Object value) {
    if (layout().isHidden(index)) {
      writeHidden(index, value);
    } else if (layout().isSpecial()) {
      entity.$write(index, Specials.held(this, index, value));
    } else {
      entity.$write(index, value);
    }
    if (layout().isSpecial()) {
      Specials.partChanged(this, entity, index);
    }
  }

  /** The value of an attribute reports a change inside: it is to be written, equal or not. */
  @Override
  public final void changedInside(ManagedEntity entity, int index) {
    tellModified(entity, index);
    if (hasIdentity() && !isUnloaded(entity, index)) {
      register(entity);
      record(entity, index, UNKNOWN);
    }
  }

  /**
   * Gives an attribute another value and notes that it changed, as a flush does with a key it copies or
   * the application by assigning the field; validators and listeners are not asked.
   */
  public void assign(ManagedEntity entity, int index, @Nullable Object value) {
    noteChange(entity, index);
    write(entity, index, value);
    markLoaded(entity, index);
  }

  /** Gives an attribute another value as the application does: validators and listeners are asked. */
  public void put(ManagedEntity entity, int index, @Nullable Object value) {
    write(entity, index, change(entity, index, value));
    markLoaded(entity, index);
  }

  private @Nullable Object readHidden(int index) {
    Details details = findDetails();
    if (details == null || details.hidden == null) {
      return null;
    }
    int position = index - layout().fields();
    return position < details.hidden.length ? details.hidden[position] : null;
  }

  private void writeHidden(int index, @Nullable Object value) {
    Details known = findDetails();
    if (value == null && (known == null || known.hidden == null)) {
      return;
    }
    Details present = details();
    if (present.hidden == null) {
      present.hidden = new Object[layout().size() - layout().fields()];
    }
    present.hidden[index - layout().fields()] = value;
  }

  /** Tells listeners that an attribute was flagged as modified by hand. */
  public void tellModified(ManagedEntity entity, int index) {
    AttributeListeners listeners = layout().listeners(index);
    if (listeners != null) {
      listeners.modified(entity);
    }
  }

  // Changes

  @Override
  public final void load(ManagedEntity entity, int index) {
    if (!isUnloaded(entity, index)) {
      return;
    }
    DerivedValue derived = layout().derived(index);
    if (derived != null) {
      derived.read(this, entity);
      return;
    }
    RelationshipProperty relationship = layout().relationship(index);
    if (relationship != null && relationship.isWriteOnly()) {
      WriteOnlyMembers.adopt(this, entity, index);
      return;
    }
    if (relationship == null) {
      refuseNotInherited(index);
    }
    if (!hasIdentity()) {
      if (relationship != null && relationship.isCollection()) {
        Relations.adopt(this, entity, index);
      } else {
        initialise(entity, index);
      }
      return;
    }
    if (relationship == null && layout().column(index) == null) {
      return;
    }
    StateOwner owner = owner();
    if (owner == null) {
      throw has(EXPIRED)
          ? DetachedInstanceException.expired(layout().describe(index), toString())
          : DetachedInstanceException.notLoaded(layout().describe(index), toString(), advice());
    }
    owner.load(this, entity, index);
  }

  private void refuseNotInherited(int index) {
    if (layout().isNotInherited(index)) {
      throw layout().notInherited(index);
    }
  }

  /** An unset attribute of a new object is read: a listener may give it a value. */
  private void initialise(ManagedEntity entity, int index) {
    AttributeListeners listeners = layout().listeners(index);
    Object value = listeners == null || !listeners.wantsFirstRead() ? null : listeners.init(entity);
    if (value != null) {
      entity.$write(index, value);
      markLoaded(entity, index);
    }
  }

  @Override
  public final @Nullable Object change(ManagedEntity entity, int index, @Nullable Object value) {
    RelationshipProperty relationship = layout().relationship(index);
    if (relationship != null) {
      return Links.assign(this, entity, relationship, value);
    }
    if (value != null) {
      refuseNotInherited(index);
    }
    AttributeListeners listeners = layout().listeners(index);
    Object accepted = value;
    if (Listening.wantsOldValue(this, index) && !layout().isKey(index)) {
      load(entity, index);
    }
    if (listeners != null && listeners.wantsWrites()) {
      accepted = Listening.setting(this, entity, index, listeners, value);
    }
    if (layout().isSpecial()) {
      accepted = Specials.write(this, entity, index, accepted);
    }
    noteChange(entity, index);
    return accepted;
  }

  /** Records the last stored value of an attribute with a column that is about to be written. */
  private void noteChange(ManagedEntity entity, int index) {
    ColumnProperty<?> property = layout().column(index);
    if (!hasIdentity() || property == null || isRecorded(index) || property.isComputed()) {
      return;
    }
    if (property.hasActiveHistory() && owner() != null && !layout().isKey(index)) {
      load(entity, index);
    }
    register(entity);
    Object committed = lastStored(entity, index);
    beforeWrite(entity, index);
    record(entity, index, committed);
  }

  /** A key attribute is known even when unloaded: the identity holds it. */
  @Nullable Object lastStored(ManagedEntity entity, int index) {
    if (!isUnloaded(entity, index)) {
      return read(entity, index);
    }
    return layout().isKey(index) ? layout().keyPart(identityKey(), index) : UNKNOWN;
  }

  /** Lets a subclass keep what the write about to happen would make it lose. */
  void beforeWrite(ManagedEntity entity, int index) {}

  /** Records {@code committed} as the last stored value of an attribute that is about to change. */
  public void record(ManagedEntity entity, int index, @Nullable Object committed) {
    hold(entity);
    @Nullable Object[] values = committed();
    values[index] = committed;
    unwatch(entity, index);
  }

  /** Puts the object among those the next flush visits, with or without a changed attribute. */
  public void register(ManagedEntity entity) {
    if (has(CHANGED)) {
      return;
    }
    StateOwner owner = owner();
    if (owner != null) {
      owner.changed(this);
    }
    hold(entity);
    set(CHANGED, true);
  }

  void unwatch(ManagedEntity entity, int index) {
    if (layout().wantsWrites(index)) {
      return;
    }
    entity.$watched(entity.$watched() & ~EntityLayout.bit(index));
  }

  void watch(ManagedEntity entity, int index) {
    entity.$watched(entity.$watched() | EntityLayout.bit(index));
  }

  private @Nullable Object[] committed() {
    Details present = details();
    if (present.committed == null) {
      present.committed = new Object[layout().size()];
      Arrays.fill(present.committed, UNCHANGED);
    }
    return present.committed;
  }

  /** Whether anything was recorded since the object was last clean. */
  public boolean isChanged() {
    return has(CHANGED);
  }

  /** Notes what is the case with an object that was read from a stream. */
  void restore(boolean expired, boolean orphaned, boolean wasDeleted) {
    set(EXPIRED, expired);
    set(ORPHANED, orphaned);
    set(WAS_DELETED, wasDeleted);
  }

  /** Whether attribute {@code index} was written since it was last clean. */
  public boolean isRecorded(int index) {
    Details details = findDetails();
    return details != null && details.committed != null && details.committed[index] != UNCHANGED;
  }

  /** The last stored value of a recorded attribute; {@link #UNKNOWN} if it was never loaded. */
  public @Nullable Object committed(int index) {
    return committed()[index];
  }

  /**
   * Whether a recorded attribute differs from what the row holds, as far as known: an unknown committed
   * value always differs.
   */
  public boolean differs(ManagedEntity entity, int index) {
    Object committed = committed(index);
    return committed == UNKNOWN || !layout().sameValue(index, committed, read(entity, index));
  }

  /** Whether any recorded attribute differs from what the row holds, as far as known. */
  public boolean hasDifferences(ManagedEntity entity) {
    for (int index : layout().columns()) {
      if (isRecorded(index) && differs(entity, index)) {
        return true;
      }
    }
    return false;
  }

  /** Makes the present values the committed ones and the object clean. */
  public void commitChanges(ManagedEntity entity) {
    forgetChanges(entity);
  }

  /** Makes the present value of one attribute the committed one. */
  public void commitChange(ManagedEntity entity, int index) {
    forgetChange(index);
    takeQueue(index);
    watch(entity, index);
  }

  private void forgetChange(int index) {
    if (isRecorded(index)) {
      committed()[index] = UNCHANGED;
    }
  }

  private void forgetChanges(ManagedEntity entity) {
    Details details = findDetails();
    if (details != null) {
      details.committed = null;
      details.queues = null;
    }
    set(CHANGED, false);
    release();
    entity.$watched(-1L);
  }

  // Relationships

  /**
   * What happened to a relationship since it was loaded or flushed. What is queued for a collection that
   * is not loaded shows as added and deleted.
   */
  public LinkHistory links(ManagedEntity entity, int index, Passive passive) {
    if (passive == Passive.MAY_LOAD && hasIdentity() && owner() != null) {
      RelationshipProperty relationship = layout().requireRelationship(index);
      if (relationship.isDynamic()) {
        return DynamicMembers.history(this, entity, relationship);
      }
      if (relationship.isWriteOnly()) {
        throw WriteOnlyMembers.unloadable(this, relationship);
      }
      load(entity, index);
    }
    return LinkHistory.of(this, entity, index);
  }

  /** Whether a relationship has anything a flush must look at. */
  public boolean isLinkChanged(int index) {
    return isRecorded(index) || findQueue(index) != null;
  }

  /** The members of a collection when it was last loaded or flushed; it must be recorded. */
  List<@Nullable Object> committedMembers(int index) {
    return committed(index) instanceof @Nullable Object[] members
        ? Arrays.asList(members)
        : List.of();
  }

  /** Records the present members of a collection that is about to change, if the object is stored. */
  void recordMembers(ManagedEntity entity, int index, LiveCollection live) {
    if (!hasIdentity() || isRecorded(index)) {
      return;
    }
    register(entity);
    record(entity, index, live.members());
  }

  /** Records the present target of a reference that is about to change, if the object is stored. */
  void recordReference(ManagedEntity entity, int index, @Nullable Object old) {
    if (!hasIdentity()) {
      return;
    }
    register(entity);
    if (!isRecorded(index)) {
      record(entity, index, old);
    }
  }

  /** Puts the target of a reference in place, as read from its row. */
  public void loadedReference(ManagedEntity entity, int index, @Nullable Object target) {
    Relations.loadedReference(this, entity, index, target);
  }

  /** Puts a collection in place, as read from its rows, and merges what was queued for it. */
  public void loadedCollection(ManagedEntity entity, int index, List<?> members) {
    Relations.loadedCollection(this, entity, index, members);
  }

  /** A plain collection of the kind that the collection of a relationship can be replaced by. */
  public Object collectionOf(int index, List<?> members) {
    return Relations.plainCollection(layout().requireRelationship(index), members);
  }

  @Nullable QueuedMembers findQueue(int index) {
    Details details = findDetails();
    return details == null || details.queues == null ? null : details.queues[index];
  }

  QueuedMembers queue(int index) {
    Details present = details();
    if (present.queues == null) {
      present.queues = new QueuedMembers[layout().size()];
    }
    QueuedMembers queue = present.queues[index];
    if (queue == null) {
      queue = new QueuedMembers();
      present.queues[index] = queue;
    }
    return queue;
  }

  /** Queues a member for a collection that is not loaded. */
  void queueAddition(ManagedEntity entity, int index, @Nullable Object member) {
    if (hasIdentity() && !layout().requireRelationship(index).isViewOnly()) {
      register(entity);
    }
    queue(index).add(member);
  }

  /** Queues the loss of a member of a collection that is not loaded. */
  void queueRemoval(ManagedEntity entity, int index, @Nullable Object member) {
    if (hasIdentity()) {
      if (!layout().requireRelationship(index).isViewOnly()) {
        register(entity);
      }
      queue(index).remove(member);
    } else {
      queue(index).forget(member);
    }
  }

  @Nullable QueuedMembers takeQueue(int index) {
    QueuedMembers queue = findQueue(index);
    Details details = findDetails();
    if (queue != null && details != null && details.queues != null) {
      details.queues[index] = null;
    }
    return queue;
  }
}
