package io.aludel.orm.internal.flush;

import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object in a flush: what is to happen to its row, what it gets from other rows, and which deleted
 * rows have to wait for it. Holds the object, so that nothing collects it half way.
 */
final class FlushRow {
  private final EntityState state;
  private final ManagedEntity entity;
  private final EntityModel model;
  private Intent intent;
  private @Nullable EntityState replaced;
  private List<RelationshipProperty> takenBy = List.of();
  private List<RelationshipProperty> claimedBy = List.of();
  private boolean keyMoves;
  private Map<Integer, Node> expressions = Map.of();
  private Map<Integer, Node> defaults = Map.of();
  private @Nullable BitSet forced;
  private @Nullable BitSet unknown;
  private @Nullable BitSet filled;
  private List<RelationshipProperty> unloaded = List.of();
  private List<Link> links = List.of();
  private List<Departure> departures = List.of();

  /** What is to happen to a row. */
  enum Intent {
    /** It is new. */
    INSERT,
    /** It is there, and gets what differs. */
    UPDATE,
    /** The database changes it by itself; the object follows. */
    FOLLOW,
    /** It goes. */
    DELETE,
    /** It stays, but stands for a new object from now on. */
    GIVE_UP
  }

  /**
   * A row that refers to one that is to be deleted, and does not any more when it is written.
   *
   * @param left the row to be deleted
   * @param property what related them
   */
  record Departure(FlushRow left, RelationshipProperty property) {}

  FlushRow(EntityState state, ManagedEntity entity, EntityModel model, Intent intent) {
    this.state = state;
    this.entity = entity;
    this.model = model;
    this.intent = intent;
  }

  EntityState state() {
    return state;
  }

  ManagedEntity entity() {
    return entity;
  }

  EntityModel model() {
    return model;
  }

  Intent intent() {
    return intent;
  }

  boolean isInsert() {
    return intent == Intent.INSERT;
  }

  /** Whether the row is inserted or updated. */
  boolean isSaved() {
    return intent == Intent.INSERT || intent == Intent.UPDATE;
  }

  boolean isDeleted() {
    return intent == Intent.DELETE;
  }

  /** Whether the object goes, with its row or without. */
  boolean isLeaving() {
    return intent == Intent.DELETE || intent == Intent.GIVE_UP;
  }

  /** Whether all the object says is news: nothing of it was ever stored. */
  boolean isNew() {
    return !state.hasIdentity();
  }

  void intent(Intent next) {
    intent = next;
  }

  /** The object marked for deletion whose row this one takes over, or null. */
  @Nullable EntityState replaced() {
    return replaced;
  }

  void takesOver(EntityState old) {
    replaced = old;
  }

  /** An owner that stays took the object by a relationship. */
  void taken(RelationshipProperty property) {
    takenBy = with(takenBy, property);
  }

  /** An owner that goes, or let the object go, has it deleted by a relationship. */
  void claimed(RelationshipProperty property) {
    claimedBy = with(claimedBy, property);
  }

  /**
   * Whether a relationship has the object deleted by which no other owner took it: one who takes it
   * by the same relationship has moved it, one who takes it by another only refers to it.
   */
  boolean isClaimed() {
    for (RelationshipProperty claim : claimedBy) {
      if (takenBy.stream().noneMatch(taking -> isSame(taking, claim))) {
        return true;
      }
    }
    return false;
  }

  /** A class and one below it may each have a description of the relationship they share. */
  private static boolean isSame(RelationshipProperty one, RelationshipProperty other) {
    return one == other
        || (one.index() == other.index()
            && one.owner().type().equals(other.owner().type()));
  }

  /** Has what a relationship leads to deleted by a statement, because it was not loaded. */
  void leavesUnloaded(RelationshipProperty property) {
    unloaded = with(unloaded, property);
  }

  /** The relationships whose unloaded rows go by a statement when this one is deleted. */
  List<RelationshipProperty> unloaded() {
    return unloaded;
  }

  private static List<RelationshipProperty> with(
      List<RelationshipProperty> some, RelationshipProperty more) {
    if (some.contains(more)) {
      return some;
    }
    List<RelationshipProperty> all = some.isEmpty() ? new ArrayList<>(2) : some;
    all.add(more);
    return all;
  }

  /** Whether the key of the stored row changes, as far as known before the flush. */
  boolean keyMoves() {
    return keyMoves;
  }

  void keyMoves(boolean moves) {
    keyMoves = moves;
  }

  /** What the row gets from others when it is written. */
  List<Link> links() {
    return links;
  }

  /** Adds a link; the other side of a relationship, which says the same once more, adds nothing. */
  void add(Link link) {
    if (links.isEmpty()) {
      links = new ArrayList<>(1);
    } else if (links.get(links.size() - 1).saysSame(link)) {
      return;
    }
    links.add(link);
  }

  /** The rows that can be deleted only after this one was written. */
  List<Departure> departures() {
    return departures;
  }

  void leaves(FlushRow left, RelationshipProperty property) {
    if (departures.isEmpty()) {
      departures = new ArrayList<>(2);
    }
    departures.add(new Departure(left, property));
  }

  /** The present value of an attribute. */
  @Nullable Object value(int index) {
    return state.read(entity, index);
  }

  /** Puts a value in place that the flush or the database made. */
  void put(int index, @Nullable Object value) {
    state.write(entity, index, value);
    state.markLoaded(entity, index);
  }

  /** Puts a value in place that listeners of filled attributes hear of. */
  void fill(int index, @Nullable Object value) {
    put(index, value);
    noteFilled(index);
  }

  /** Gives an attribute another value that is to be written, and of which those listeners hear. */
  void fillChanged(int index, @Nullable Object value) {
    assign(index, value);
    noteFilled(index);
  }

  private void noteFilled(int index) {
    if (model.listeners().refreshesByFlush().isHeard() && !state.layout().isKey(index)) {
      filled = filled == null ? new BitSet() : filled;
      filled.set(index);
    }
  }

  /** The attributes that the flush filled and somebody wants to hear of; asking forgets them. */
  Set<String> takeFilled() {
    BitSet indexes = filled;
    filled = null;
    if (indexes == null) {
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>();
    indexes.stream().forEach(index -> names.add(state.layout().nameOf(index)));
    return names;
  }

  /** Gives an attribute another value that is to be written; what the row holds stays known. */
  void assign(int index, @Nullable Object value) {
    state.assign(entity, index, value);
  }

  boolean isUnloaded(int index) {
    return state.isUnloaded(entity, index);
  }

  /** The identity key of the row as the database has it. */
  Object storedKey() {
    EntityState old = replaced;
    return (old == null ? state : old).identityKey();
  }

  /** The identity key that a new object was given, or null if a part of it is null so far. */
  @Nullable Object completeKey() {
    EntityLayout layout = model.layout();
    int[] indexes = layout.key();
    if (indexes.length == 1) {
      Object only = givenPart(indexes[0]);
      return only == null ? null : layout.keyOf(only);
    }
    @Nullable Object[] parts = new Object[indexes.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = givenPart(indexes[i]);
      if (parts[i] == null) {
        return null;
      }
    }
    return layout.keyOf(parts);
  }

  private @Nullable Object givenPart(int index) {
    return isUnloaded(index) ? null : value(index);
  }

  /** The identity key that the present values of the object make, or null if they are all null. */
  @Nullable Object presentKey() {
    EntityLayout layout = model.layout();
    int[] indexes = layout.key();
    if (indexes.length == 1) {
      Object only = presentPart(indexes[0]);
      return only == null ? null : layout.keyOf(only);
    }
    @Nullable Object[] parts = new Object[indexes.length];
    boolean present = false;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = presentPart(indexes[i]);
      present |= parts[i] != null;
    }
    return present ? layout.keyOf(parts) : null;
  }

  private @Nullable Object presentPart(int index) {
    return isNew() || !isUnloaded(index) ? value(index) : RowValues.stored(this, index);
  }

  /** Takes over SQL expressions that the application set for attributes. */
  void expressions(Map<Integer, Node> set) {
    expressions = set;
  }

  /** Gives an attribute that nobody set an SQL expression, because its column has that as default. */
  void defaultTo(int index, Node expression) {
    defaults = defaults.isEmpty() ? new HashMap<>() : defaults;
    defaults.put(index, expression);
  }

  /** The SQL expression that is to be the value of an attribute; null if a value was set since. */
  @Nullable Node expression(int index) {
    Node made = defaults.isEmpty() ? null : defaults.get(index);
    if (made != null || expressions.isEmpty()) {
      return made;
    }
    Node expression = expressions.get(index);
    return expression != null && isUnloaded(index) && (isNew() || state.isRecorded(index))
        ? expression
        : null;
  }

  /** Whether an attribute is written though it seems unchanged, because the row was set aside. */
  boolean isForced(int index) {
    return forced != null && forced.get(index);
  }

  void force(int index) {
    if (forced == null) {
      forced = new BitSet();
    }
    forced.set(index);
  }

  /** The attributes whose values only the database knows, or null. */
  @Nullable BitSet unknown() {
    return unknown;
  }

  /** Adds attributes whose values only the database knows. */
  void unknown(BitSet attributes) {
    if (unknown == null) {
      unknown = attributes.isEmpty() ? null : (BitSet) attributes.clone();
    } else {
      unknown.or(attributes);
    }
  }

  /** The version of the row as last known; null if it has none. */
  @Nullable Object storedVersion() {
    return RowValues.stored(this, model.version());
  }

  /** Copies what the row gets from others; a value beats a clearing. */
  void pull() {
    if (links.size() == 1) {
      pull(links.get(0));
    } else if (!links.isEmpty()) {
      pullInTurn();
    }
  }

  private void pullInTurn() {
    for (Link link : links) {
      if (link.isClearing()) {
        link.copyTo(this);
      }
    }
    for (Link link : links) {
      if (!link.isClearing()) {
        link.copyTo(this);
      }
    }
    for (Link link : links) {
      link.requireKeyOf(this);
    }
  }

  private void pull(Link only) {
    only.copyTo(this);
    only.requireKeyOf(this);
  }

  /** The object as messages write it. */
  @Override
  public String toString() {
    return state.toString();
  }
}
