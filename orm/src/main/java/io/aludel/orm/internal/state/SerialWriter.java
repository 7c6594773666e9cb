package io.aludel.orm.internal.state;

import io.aludel.orm.collection.MemberCollection;
import io.aludel.orm.collection.NewMembers;
import io.aludel.orm.event.internal.Listeners;
import io.aludel.orm.internal.collection.LiveCollection;
import io.aludel.orm.internal.collection.LiveCollections;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.EntityShape;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.Weave;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is noted of one object in the {@link SerialForm}. Loads nothing, and changes nothing but for one
 * case: members that a constructor left in a collection class become those of the new object, as by the first
 * read of the attribute ({@link #adoptOwn}). So such an object is not to be written by two threads at once.
 */
final class SerialWriter {
  private final ObjectOutputStream out;
  private final ManagedEntity entity;
  private final EntityShape shape;
  private final @Nullable EntityState state;

  SerialWriter(ObjectOutputStream out, ManagedEntity entity, EntityShape shape) {
    this.out = out;
    this.entity = entity;
    this.shape = shape;
    this.state = entity.$state() instanceof EntityState known ? known : null;
  }

  /**
   * What the serialized field of an attribute holds: nothing where there is no value, or where the value is
   * made of others; a collection's members are written apart, since Java would ask sets and maps for the hash
   * codes of objects that are read in part.
   */
  static @Nullable Object field(ManagedEntity entity, int index) {
    adoptOwn(entity, index);
    if (!(entity.$state() instanceof EntityState state)) {
      boolean mapped = Registry.findNewestMapper(entity.getClass()) != null;
      return mapped && isEmptyOfNobody(entity.$read(index)) ? null : entity.$read(index);
    }
    if (isUnloaded(state, entity, index)) {
      return state.hasIdentity() || state.layout().derived(index) != null
          ? null
          : ownValue(state, entity, index);
    }
    return state.layout().isCollection(index) ? null : entity.$read(index);
  }

  /** A collection class that a constructor left with members belongs to its object from now on, as if it were read. */
  private static void adoptOwn(ManagedEntity entity, int index) {
    Object value = entity.$read(index);
    if ((value instanceof NewMembers || value instanceof MemberCollection)
        && !isEmptyOfNobody(value)) {
      EntityState state = NewRecords.find(entity);
      if (state != null && !state.hasIdentity()) {
        state.load(entity, index);
      }
    }
  }

  /** What a constructor left in an attribute of a new object that nobody read since. */
  private static @Nullable Object ownValue(EntityState state, ManagedEntity entity, int index) {
    Object value = entity.$read(index);
    return value instanceof WriteOnlyMembers<?>
            || isEmptyOfNobody(value)
            || !state.isUnloaded(entity, index)
        ? null
        : value;
  }

  /** What says no more than null: the reader makes the collection that the mapping wants. */
  private static boolean isEmptyOfNobody(@Nullable Object value) {
    return value instanceof NewMembers<?> members
        ? members.members().isEmpty()
        : value instanceof MemberCollection<?, ?> own
            && LiveCollections.membersOf(own).isEmpty();
  }

  /** Derived values are made anew, and a write-only collection is nothing but its owner's queue. */
  private static boolean isUnloaded(EntityState state, ManagedEntity entity, int index) {
    EntityLayout layout = state.layout();
    return layout.derived(index) != null
        || state.isUnloaded(entity, index)
        || (layout.isCollection(index) && Relations.findCollection(state, entity, index) == null);
  }

  private boolean isUnloaded(int index) {
    if (state != null) {
      return isUnloaded(state, entity, index);
    }
    return index < EntityLayout.WIDE
        ? (entity.$unloaded() & Weave.bit(index)) != 0
        : entity.$read(index) == null;
  }

  void write() throws IOException {
    out.writeByte(SerialForm.VERSION);
    out.writeBoolean(state != null);
    writeUnloaded();
    writeLeftOut();
    if (state != null) {
      writeLife(state);
      writeChanges(state);
      writeCollections(state);
      writeQueues(state);
      writeLost(state);
      writeOptions(state);
    }
    writeNotes();
  }

  private void writeUnloaded() throws IOException {
    BitSet unloaded = new BitSet();
    for (int index = 0; index < shape.size(); index++) {
      unloaded.set(index, isUnloaded(index));
    }
    out.writeObject(SerialForm.names(shape));
    long[] words = unloaded.toLongArray();
    out.writeInt(words.length);
    for (long word : words) {
      out.writeLong(word);
    }
  }

  /** Columns without a field, and the fields of classes above that are not serializable. */
  private void writeLeftOut() throws IOException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int index = 0; index < SerialForm.leftOutByJava(shape); index++) {
      if (!isUnloaded(index) && (state == null || !state.layout().isCollection(index))) {
        values.put(SerialForm.names(shape)[index], field(entity, index));
      }
    }
    if (state != null) {
      for (int index : state.layout().columns()) {
        if (state.layout().isHidden(index) && !state.isUnloaded(entity, index)) {
          values.put(state.layout().nameOf(index), state.read(entity, index));
        }
      }
    }
    writeNamed(values);
  }

  private void writeNamed(Map<String, ? extends @Nullable Object> values) throws IOException {
    out.writeInt(values.size());
    for (Map.Entry<String, ? extends @Nullable Object> each : values.entrySet()) {
      out.writeObject(each.getKey());
      out.writeObject(each.getValue());
    }
  }

  private void writeLife(EntityState record) throws IOException {
    int flags = record.isExpired() ? SerialForm.EXPIRED : 0;
    flags |= record.isChanged() ? SerialForm.CHANGED : 0;
    flags |= record.wasOrphaned() ? SerialForm.ORPHANED : 0;
    flags |= record.wasDeleted() && !record.isDeleted() ? SerialForm.WAS_DELETED : 0;
    out.writeInt(flags);
    writeList(
        record.hasIdentity()
            ? Arrays.asList(record.layout().keyParts(record.identityKey()))
            : List.of());
  }

  private void writeList(List<?> values) throws IOException {
    out.writeInt(values.size());
    for (Object each : values) {
      out.writeObject(each);
    }
  }

  private void writeChanges(EntityState record) throws IOException {
    List<Integer> changed = new ArrayList<>();
    for (int index = 0; index < record.layout().size(); index++) {
      if (record.isRecorded(index) && record.layout().property(index) != null) {
        changed.add(index);
      }
    }
    out.writeInt(changed.size());
    for (int index : changed) {
      out.writeObject(record.layout().nameOf(index));
      Object committed = record.committed(index);
      if (committed == EntityState.UNKNOWN) {
        out.writeByte(SerialForm.NEVER_LOADED);
      } else if (record.layout().isCollection(index)) {
        out.writeByte(SerialForm.MEMBERS);
        writeList(record.committedMembers(index));
      } else {
        out.writeByte(SerialForm.KNOWN);
        out.writeObject(committed);
      }
    }
  }

  private void writeCollections(EntityState record) throws IOException {
    Map<String, LiveCollection> loaded = new LinkedHashMap<>();
    for (int index : record.layout().relationships()) {
      LiveCollection live = record.layout().isCollection(index)
          ? Relations.findCollection(record, entity, index)
          : null;
      if (live != null) {
        loaded.put(record.layout().nameOf(index), live);
      }
    }
    out.writeInt(loaded.size());
    for (Map.Entry<String, LiveCollection> each : loaded.entrySet()) {
      out.writeObject(each.getKey());
      writeCollection(each.getValue());
    }
  }

  private void writeCollection(LiveCollection live) throws IOException {
    if (live instanceof SortedMap<?, ?> map) {
      out.writeByte(SerialForm.SORTED_BY_KEY);
      out.writeObject(map.comparator());
      writeList(new ArrayList<>(map.keySet()));
    } else if (live instanceof Map<?, ?> map) {
      out.writeByte(SerialForm.KEYED);
      writeList(new ArrayList<>(map.keySet()));
    } else if (live instanceof SortedSet<?> set) {
      out.writeByte(SerialForm.SORTED);
      out.writeObject(set.comparator());
    } else {
      out.writeByte(SerialForm.PLAIN);
    }
    writeList(Arrays.asList(live.members()));
  }

  private void writeQueues(EntityState record) throws IOException {
    Map<String, QueuedMembers> queues = new LinkedHashMap<>();
    for (int index : record.layout().relationships()) {
      QueuedMembers queue = record.findQueue(index);
      if (queue != null) {
        queues.put(record.layout().nameOf(index), queue);
      }
    }
    out.writeInt(queues.size());
    for (Map.Entry<String, QueuedMembers> each : queues.entrySet()) {
      out.writeObject(each.getKey());
      writeList(each.getValue().added());
      writeList(each.getValue().removed());
      writeList(each.getValue().stored());
    }
  }

  /** Who has the object follows from what its owners hold; that somebody let it go follows from nothing else. */
  private void writeLost(EntityState record) throws IOException {
    List<String> names = new ArrayList<>();
    Details details = record.findDetails();
    for (Parents link = details == null ? null : details.parents;
        link != null;
        link = link.next()) {
      if (link.parent() == null) {
        RelationshipProperty lost = link.relationship();
        names.add(lost.owner().type().getName());
        names.add(lost.name());
      }
    }
    writeList(names);
  }

  private void writeOptions(EntityState record) throws IOException {
    LoadOrigin origin = record.origin();
    SerializedOrigin form = origin == null ? null : origin.serialized(record);
    out.writeObject(form == null ? null : form.wishes());
    writeList(form == null ? List.of() : form.options());
  }

  private void writeNotes() throws IOException {
    Listeners<Object> listeners = listenersOf(entity, state);
    Map<String, @Nullable Object> notes = new LinkedHashMap<>();
    if (listeners != null) {
      listeners.serializations().tell(entity, notes);
    }
    writeNamed(notes);
  }

  /** Those of the object's own registry, or of the newest that maps its class. */
  @SuppressWarnings("unchecked") // they are only told of objects of the mapped class
  static @Nullable Listeners<Object> listenersOf(
      ManagedEntity entity, @Nullable EntityState state) {
    if (state != null) {
      return state.layout().listeners();
    }
    Mapper<?> mapper = Registry.findNewestMapper(entity.getClass());
    return mapper == null ? null : (Listeners<Object>) mapper.events();
  }
}
