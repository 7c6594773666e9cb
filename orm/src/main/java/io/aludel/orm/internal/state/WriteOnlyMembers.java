package io.aludel.orm.internal.state;

import io.aludel.ArgumentException;
import io.aludel.InvalidRequestException;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.Orm;
import io.aludel.orm.OrmError;
import io.aludel.orm.collection.DynamicCollection;
import io.aludel.orm.collection.NewMembers;
import io.aludel.orm.collection.WriteOnlyCollection;
import io.aludel.orm.mapping.Direction;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.ColumnOfSource;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.relation.MembersOf;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.Condition;
import io.aludel.sql.Delete;
import io.aludel.sql.Insert;
import io.aludel.sql.OrderKey;
import io.aludel.sql.Select;
import io.aludel.sql.Update;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The write-only collection of an object (parity row ORM-REL-33), and what a dynamic one shares with it. Holds
 * nothing itself: what was added and removed is queued in the record, as it is for any collection that is not
 * loaded.
 */
sealed class WriteOnlyMembers<T> implements WriteOnlyCollection<T> permits DynamicMembers {
  private final ManagedEntity owner;
  private final RelationshipProperty relationship;

  WriteOnlyMembers(ManagedEntity owner, RelationshipProperty relationship) {
    this.owner = owner;
    this.relationship = relationship;
  }

  final ManagedEntity owner() {
    return owner;
  }

  final RelationshipProperty relationship() {
    return relationship;
  }

  // What bookkeeping does

  /** Puts the collection in place; what a constructor left there are its first members. */
  static void adopt(EntityState state, ManagedEntity entity, int index) {
    RelationshipProperty relationship = state.layout().requireRelationship(index);
    Object raw = entity.$read(index);
    WriteOnlyMembers<Object> own = relationship.isDynamic()
        ? new DynamicMembers<>(entity, relationship)
        : new WriteOnlyMembers<>(entity, relationship);
    entity.$write(index, own);
    state.markLoaded(entity, index);
    if (raw instanceof NewMembers<?> given) {
      own.addAll(given.members());
    }
  }

  /**
   * The application assigns the attribute: possible while all members are known, which is at first, or where they
   * may be loaded.
   */
  static Object assign(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object value) {
    state.load(entity, relationship.index());
    Object present = entity.$read(relationship.index());
    if (present != null && value == present) {
      return value;
    }
    if ((state.hasIdentity() && !relationship.isDynamic())
        || !(value instanceof NewMembers<?> given)
        || !(present instanceof WriteOnlyMembers<?>)) {
      throw new ObjectStateException(
          OrmError.WRITE_ONLY,
          state.toString(),
          "Cannot assign " + relationship + " of " + state + ": the collection is "
              + (relationship.isDynamic() ? "dynamic, and " : "write-only, and ")
              + (state.hasIdentity() && !relationship.isDynamic()
                  ? "what would have to be removed is not loaded. Add and remove members."
                  : "takes what " + wanted(relationship)
                      + ".of(…) makes. Assign that, or add members."));
    }
    @SuppressWarnings("unchecked") // an attribute of this relationship
    WriteOnlyMembers<Object> own = (WriteOnlyMembers<Object>) present;
    List<?> wanted = given.members();
    LinkHistory known = relationship.isDynamic() && state.hasIdentity() && state.owner() != null
        ? DynamicMembers.history(state, entity, relationship)
        : LinkHistory.of(state, entity, relationship.index());
    for (Object member : known.present()) {
      if (member != null && wanted.stream().noneMatch(each -> each == member)) {
        own.remove(member);
      }
    }
    for (Object member : wanted) {
      if (known.unchanged().stream().noneMatch(each -> each == member)) {
        own.add(member);
      }
    }
    return own;
  }

  private static String wanted(RelationshipProperty relationship) {
    return (relationship.isDynamic() ? DynamicCollection.class : WriteOnlyCollection.class)
        .getSimpleName();
  }

  /** The failure of whatever would have to load the members. */
  static ObjectStateException unloadable(EntityState state, RelationshipProperty relationship) {
    return new ObjectStateException(
        OrmError.WRITE_ONLY,
        state.toString(),
        "Cannot load " + relationship + " of " + state
            + " for its deletion or for a change of its key: the"
            + " collection is write-only. Leave its rows to the database: set passiveDeletes on the"
            + " relationship, with ON DELETE on the foreign key, and do not set passiveUpdates to"
            + " false.");
  }

  // Members

  @Override
  public void add(T member) {
    ArgumentException.requireNonNull(member, "the member to add to " + relationship);
    EntityState state = NewRecords.require(owner);
    QueuedMembers queue = state.findQueue(relationship.index());
    if (queue != null && queue.countAdded(member) > 0) {
      Listening.addedAgain(state, owner, relationship, member);
      Links.bringIn(state, relationship, member);
      return;
    }
    Object accepted = Links.askAdd(state, owner, relationship, member);
    state.queueAddition(owner, relationship.index(), accepted);
    Links.joined(state, owner, relationship, accepted);
  }

  @Override
  public void addAll(Collection<? extends T> members) {
    for (T each : new ArrayList<T>(
        ArgumentException.requireNonNull(members, "the members to add to " + relationship))) {
      add(each);
    }
  }

  @Override
  public void remove(T member) {
    ArgumentException.requireNonNull(member, "the member to remove from " + relationship);
    EntityState state = NewRecords.require(owner);
    QueuedMembers queue = state.findQueue(relationship.index());
    if (!state.hasIdentity() && (queue == null || queue.countAdded(member) == 0)) {
      return;
    }
    Links.askRemove(state, owner, relationship, member, 0);
    state.queueRemoval(owner, relationship.index(), member);
    Links.left(state, owner, relationship, member, 0);
  }

  // Statements

  @Override
  public Select<T> select() {
    EntitySource rows = EntitySource.of(relationship.target().type());
    OrderKey[] order = relationship.order(column -> new ColumnOfSource(rows, column)).stream()
        .map(node -> (OrderKey) () -> node)
        .toArray(OrderKey[]::new);
    @SuppressWarnings("unchecked") // it leads to the class of its members
    Class<T> type = (Class<T>) relationship.target().type();
    Select<T> select = Orm.select(type).where(members());
    return order.length == 0 ? select : select.orderBy(order);
  }

  @Override
  public Insert insert(String... attributes) {
    ArgumentException.requireNonNull(attributes, "the attributes to insert by " + relationship);
    if (relationship.direction() != Direction.ONE_TO_MANY) {
      throw new InvalidRequestException(
          OrmError.WRITE_ONLY,
          "Cannot insert members of " + relationship
              + " by a statement: a many-to-many needs rows in"
              + " the link table as well. Insert the members by a statement of their own, and add"
              + " them with addAll.");
    }
    Insert insert = Orm.insert(relationship.target().type());
    if (attributes.length > 0) {
      insert = insert.columns(attributes);
    }
    return membership().giveTo(insert);
  }

  @Override
  public Update update() {
    return Orm.update(relationship.target().type()).where(members());
  }

  @Override
  public Delete delete() {
    return Orm.delete(relationship.target().type()).where(members());
  }

  private Condition members() {
    return membership().condition();
  }

  private MembersOf membership() {
    return new MembersOf(relationship, owner);
  }

  /** Where the collection belongs; never its members. */
  @Override
  public String toString() {
    return relationship + " (write-only)";
  }
}
