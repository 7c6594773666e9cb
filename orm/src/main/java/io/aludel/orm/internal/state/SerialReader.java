package io.aludel.orm.internal.state;

import io.aludel.orm.event.internal.Listeners;
import io.aludel.orm.internal.collection.LiveCollection;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.orm.weave.EntityShape;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.Weave;
import io.aludel.sql.tree.statement.StatementOption;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is noted of one object, whose fields were read before, from the {@link SerialForm}. Classes and
 * attributes are known by their names, and looked up in the newest registry that maps the class; nothing is
 * looked up in a database. Since objects lead to each other in circles, others may be read in part only: what
 * asks them for something waits for {@link SerialRevival}.
 */
final class SerialReader {
  private static final String SAME_MAPPING =
      "Read it where the class is mapped as it was where it was written, or load the object again.";

  private final ObjectInputStream in;
  private final ManagedEntity entity;
  private final EntityShape shape;
  private final SerialRevival revival;
  private @Nullable EntityLayout layout;
  private @Nullable Map<String, Integer> indexes;

  SerialReader(ObjectInputStream in, ManagedEntity entity, EntityShape shape) {
    this.in = in;
    this.entity = entity;
    this.shape = shape;
    this.revival = new SerialRevival(entity);
  }

  void read() throws IOException, ClassNotFoundException {
    int version;
    try {
      version = in.readUnsignedByte();
    } catch (EOFException writtenWithoutUs) {
      return;
    }
    if (version > SerialForm.VERSION) {
      throw unreadable(
          "it was written in form " + version + ", and this version of Aludel knows forms up to "
              + SerialForm.VERSION,
          "Read it with the version that wrote it, or a newer one.");
    }
    if (version == 0) {
      throw unreadable(
          "what follows its fields begins with 0, which is no form of Aludel",
          "A writeObject that wrote more behind the fields before the class was woven did so; load the"
              + " object again.");
    }
    boolean recorded = in.readBoolean();
    EntityLayout known = NewRecords.findLayout(shape.type());
    if (recorded && known == null) {
      throw UnmappedClassException.anywhere(shape.type());
    }
    layout = known;
    BitSet loaded = readLoaded();
    Map<String, @Nullable Object> leftOut = readNamed();
    if (recorded && known != null) {
      EntityState state = EntityState.read(entity, known);
      restoreValues(state, loaded, leftOut);
      readLife(state);
      readCollections(state);
      readQueues(state);
      readLost(state);
      readOptions(state);
    } else {
      restoreValues(loaded, leftOut);
    }
    readNotes();
    revival.register(in);
  }

  /** The index of an attribute or of a column without a field; -1 if there is none of that name. */
  private int indexOf(String name) {
    Map<String, Integer> known = indexes;
    if (known == null) {
      known = new HashMap<>();
      String[] names = SerialForm.names(shape);
      for (int i = 0; i < names.length; i++) {
        known.put(names[i], i);
      }
      if (layout != null) {
        for (int index : layout.columns()) {
          known.putIfAbsent(layout.nameOf(index), index);
        }
      }
      indexes = known;
    }
    return known.getOrDefault(name, -1);
  }

  // Parts of the form

  private String readName() throws IOException, ClassNotFoundException {
    return in.readObject() instanceof String name ? name : refuse("a name is none");
  }

  private int readCount() throws IOException {
    int count = in.readInt();
    return count < 0 ? refuse("a number is negative") : count;
  }

  private List<@Nullable Object> readList() throws IOException, ClassNotFoundException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int left = readCount(); left > 0; left--) {
      values.add(in.readObject());
    }
    return values;
  }

  private Map<String, @Nullable Object> readNamed() throws IOException, ClassNotFoundException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int left = readCount(); left > 0; left--) {
      values.put(readName(), in.readObject());
    }
    return values;
  }

  private <T> T refuse(String found) {
    throw unreadable(found, "The stream is damaged.");
  }

  private RuntimeException unreadable(String found, String cure) {
    return SerialForm.unreadable(shape.type(), found, cure);
  }

  /** The attributes that had values; one that the writer did not know has none. */
  private BitSet readLoaded() throws IOException, ClassNotFoundException {
    if (!(in.readObject() instanceof String[] names)) {
      return refuse("the names of its attributes are missing");
    }
    int length = readCount();
    if (length > names.length / Long.SIZE + 1) {
      return refuse("it has more attributes than names");
    }
    long[] words = new long[length];
    for (int i = 0; i < length; i++) {
      words[i] = in.readLong();
    }
    BitSet unloaded = BitSet.valueOf(words);
    BitSet loaded = new BitSet();
    boolean same = Arrays.equals(names, SerialForm.names(shape));
    for (int i = 0; i < names.length; i++) {
      int index = same ? i : indexOf(names[i]);
      if (index >= 0 && !unloaded.get(i)) {
        loaded.set(index);
      }
    }
    return loaded;
  }

  // Values

  /** An object that nobody keeps books of: its masks say what was set. */
  private void restoreValues(BitSet loaded, Map<String, @Nullable Object> leftOut) {
    leftOut.forEach((name, value) -> {
      int index = indexOf(name);
      if (index >= 0 && index < shape.size()) {
        write(index, name, value);
      }
    });
    long unloaded = shape.size() > EntityLayout.WIDE ? Weave.SHARED_BIT : 0;
    for (int index = 0; index < Math.min(shape.size(), EntityLayout.WIDE); index++) {
      unloaded |= loaded.get(index) ? 0 : Weave.bit(index);
    }
    entity.$unloaded(unloaded);
    entity.$watched(-1L);
  }

  private void write(int index, String name, @Nullable Object value) {
    try {
      entity.$write(index, value);
    } catch (ClassCastException other) {
      throw wrongType(name, value);
    }
  }

  private RuntimeException wrongType(String name, @Nullable Object value) {
    return unreadable(
        "its " + name + " is a " + (value == null ? "null" : value.getClass().getName())
            + ", which the mapping does not have there",
        SAME_MAPPING);
  }

  private void restoreValues(
      EntityState state, BitSet loaded, Map<String, @Nullable Object> leftOut) {
    EntityLayout own = state.layout();
    leftOut.forEach((name, value) -> {
      int index = indexOf(name);
      if (index < 0) {
        return;
      }
      if (own.isHidden(index)) {
        requireType(own.requireColumn(index), value);
        state.write(entity, index, value);
        state.markLoaded(entity, index);
      } else {
        write(index, name, value);
      }
    });
    for (int index = 0; index < own.fields(); index++) {
      if (loaded.get(index) && !own.isCollection(index) && own.derived(index) == null) {
        state.markLoaded(entity, index);
        if (own.isMutable(index)) {
          entity.$write(index, Specials.held(state, index, entity.$read(index)));
        }
      }
    }
  }

  private void requireType(ColumnProperty<?> property, @Nullable Object value) {
    if (value != null && !property.type().javaType().isInstance(value)) {
      throw wrongType(property.name(), value);
    }
  }

  // Bookkeeping

  private void readLife(EntityState state) throws IOException, ClassNotFoundException {
    int flags = in.readInt();
    List<@Nullable Object> parts = readList();
    if (!parts.isEmpty()) {
      state.identity(keyOf(state.layout(), parts));
    }
    readChanges(state);
    if ((flags & SerialForm.CHANGED) != 0) {
      state.register(entity);
    }
    state.restore(
        (flags & SerialForm.EXPIRED) != 0,
        (flags & SerialForm.ORPHANED) != 0,
        (flags & SerialForm.WAS_DELETED) != 0);
  }

  private Object keyOf(EntityLayout own, List<@Nullable Object> parts) {
    if (parts.size() != own.key().length) {
      throw unreadable(
          "its key has " + parts.size() + " parts, and the mapping has " + own.key().length,
          SAME_MAPPING);
    }
    for (int i = 0; i < parts.size(); i++) {
      requireType(own.requireColumn(own.key()[i]), parts.get(i));
    }
    if (parts.size() == 1 && parts.get(0) == null) {
      return refuse("its key is null");
    }
    return own.keyOf(parts.toArray());
  }

  private void readChanges(EntityState state) throws IOException, ClassNotFoundException {
    for (int left = readCount(); left > 0; left--) {
      String name = readName();
      int how = in.readUnsignedByte();
      List<@Nullable Object> members = how == SerialForm.MEMBERS ? readList() : List.of();
      Object committed = how == SerialForm.KNOWN ? in.readObject() : null;
      int index = indexOf(name);
      if (index < 0 || state.layout().property(index) == null) {
        throw unreadable(
            "its attribute " + name + " was changed and not written to the database, and is not"
                + " mapped here",
            SAME_MAPPING);
      }
      if (how == SerialForm.NEVER_LOADED) {
        state.record(entity, index, EntityState.UNKNOWN);
      } else if ((how == SerialForm.MEMBERS) != state.layout().isCollection(index)) {
        throw unreadable(
            "the last stored value of its " + name + " is of another kind than the attribute",
            SAME_MAPPING);
      } else if (how == SerialForm.MEMBERS) {
        requireMembers(state.layout().requireRelationship(index), members);
        state.record(entity, index, members.toArray());
      } else {
        requireStorable(state.layout(), index, committed);
        state.record(entity, index, committed);
      }
    }
  }

  private void requireStorable(EntityLayout own, int index, @Nullable Object committed) {
    ColumnProperty<?> column = own.column(index);
    RelationshipProperty reference = own.relationship(index);
    if (column != null) {
      requireType(column, committed);
    } else if (reference != null && committed != null) {
      requireMembers(reference, List.of(committed));
    }
  }

  private void readCollections(EntityState state) throws IOException, ClassNotFoundException {
    for (int left = readCount(); left > 0; left--) {
      String name = readName();
      int form = in.readUnsignedByte();
      boolean sorted = form == SerialForm.SORTED || form == SerialForm.SORTED_BY_KEY;
      Object order = sorted ? in.readObject() : null;
      boolean keyed = form == SerialForm.KEYED || form == SerialForm.SORTED_BY_KEY;
      List<@Nullable Object> keys = keyed ? readList() : List.of();
      List<@Nullable Object> members = readList();
      RelationshipProperty relationship = collection(state, name);
      if (relationship != null) {
        requireMembers(relationship, members);
        int index = relationship.index();
        LiveCollection live =
            Relations.create(state, entity, index, sorted ? like(form, order) : null);
        write(index, name, Relations.held(state, index, live));
        state.markLoaded(entity, index);
        revival.fill(live, keys, members);
      }
    }
  }

  private @Nullable RelationshipProperty collection(EntityState state, String name) {
    int index = indexOf(name);
    RelationshipProperty relationship = index < 0 ? null : state.layout().relationship(index);
    return relationship != null && relationship.isCollection() ? relationship : null;
  }

  @SuppressWarnings("unchecked") // what it compares is in the collection
  private static Object like(int form, @Nullable Object order) {
    Comparator<Object> comparator = order instanceof Comparator ? (Comparator<Object>) order : null;
    return form == SerialForm.SORTED ? new TreeSet<>(comparator) : new TreeMap<>(comparator);
  }

  private void requireMembers(RelationshipProperty relationship, List<?> members) {
    for (Object member : members) {
      if (member != null && !relationship.target().type().isInstance(member)) {
        throw wrongType(relationship.name(), member);
      }
    }
  }

  private void readQueues(EntityState state) throws IOException, ClassNotFoundException {
    for (int left = readCount(); left > 0; left--) {
      String name = readName();
      List<@Nullable Object> added = readList();
      List<@Nullable Object> removed = readList();
      List<@Nullable Object> stored = readList();
      RelationshipProperty relationship = collection(state, name);
      if (relationship != null) {
        requireMembers(relationship, added);
        requireMembers(relationship, removed);
        requireMembers(relationship, stored);
        QueuedMembers queue = state.queue(relationship.index());
        queue.added().addAll(added);
        queue.removed().addAll(removed);
        queue.stored(stored);
      } else if (!added.isEmpty() || !removed.isEmpty()) {
        throw unreadable(
            "its collection " + name + " was changed and not written to the database, and is not"
                + " mapped here",
            SAME_MAPPING);
      }
    }
  }

  private void readLost(EntityState state) throws IOException, ClassNotFoundException {
    List<@Nullable Object> names = readList();
    for (int i = 0; i + 1 < names.size(); i += 2) {
      for (Mapper<?> mapper : state.layout().mapper().registry().mappers()) {
        if (mapper.type().getName().equals(names.get(i))
            && mapper.findAttribute(String.valueOf(names.get(i + 1)))
                instanceof RelationshipProperty lost) {
          state.lost(lost);
        }
      }
    }
  }

  private void readOptions(EntityState state) throws IOException, ClassNotFoundException {
    String @Nullable [] wishes = in.readObject() instanceof String[] words ? words : null;
    List<StatementOption> options = new ArrayList<>();
    for (Object each : readList()) {
      options.add(each instanceof StatementOption option ? option : refuse("an option is none"));
    }
    if (wishes != null || !options.isEmpty()) {
      state.origin(new SerializedOrigin(wishes, options));
    }
  }

  private void readNotes() throws IOException, ClassNotFoundException {
    Map<String, @Nullable Object> notes = readNamed();
    Listeners<Object> listeners = SerialWriter.listenersOf(
        entity, entity.$state() instanceof EntityState state ? state : null);
    if (listeners != null && listeners.deserializations().isHeard()) {
      revival.tell(Objects.requireNonNull(listeners), notes);
    }
  }
}
