package io.aludel.orm.internal.state;

import io.aludel.orm.DetachedInstanceException;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.Orm;
import io.aludel.orm.OrmError;
import io.aludel.orm.collection.DynamicCollection;
import io.aludel.orm.collection.MemberQuery;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.Condition;
import io.aludel.sql.OrderKey;
import io.aludel.sql.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dynamic collection of an object (parity row ORM-REL-34): a write-only one that reads itself. */
final class DynamicMembers<T> extends WriteOnlyMembers<T> implements DynamicCollection<T> {
  DynamicMembers(ManagedEntity owner, RelationshipProperty relationship) {
    super(owner, relationship);
  }

  // What bookkeeping does

  /** What happened to the collection of a stored object, and the members that stay, which are read. */
  static LinkHistory history(
      EntityState state, ManagedEntity entity, RelationshipProperty relationship) {
    int index = relationship.index();
    state.queue(index).stored(new DynamicMembers<>(entity, relationship).stored());
    return LinkHistory.of(state, entity, index);
  }

  /** The members of a stored owner, without a flush. */
  private List<T> stored() {
    StateOwner reader = NewRecords.require(owner()).owner();
    return reader == null ? List.of() : reader.select(select().options(Orm.withoutAutoflush()));
  }

  // Reading

  /** Who runs a SELECT of the members; null while the owner has no row. */
  private @Nullable StateOwner findReader() {
    EntityState state = NewRecords.require(owner());
    StateOwner reader = state.owner();
    if (reader != null && !state.hasIdentity()) {
      reader.flushFirst();
    }
    if (state.hasIdentity() && reader == null) {
      throw DetachedInstanceException.notLoaded(relationship().toString(), state.toString(), null);
    }
    return state.hasIdentity() ? reader : null;
  }

  private StateOwner reader() {
    StateOwner reader = findReader();
    if (reader == null) {
      throw new ObjectStateException(
          OrmError.WRITE_ONLY,
          NewRecords.require(owner()).toString(),
          "Cannot select members of " + relationship() + " of " + NewRecords.require(owner())
              + ": it has no row yet. Flush first, or look at all() of the collection.");
    }
    return reader;
  }

  @SuppressWarnings("unchecked") // only members are added
  private List<T> added() {
    return (List<T>)
        LinkHistory.of(NewRecords.require(owner()), owner(), relationship().index())
            .added();
  }

  @Override
  public List<T> all() {
    StateOwner reader = findReader();
    return reader == null ? added() : reader.select(select());
  }

  @Override
  public long count() {
    StateOwner reader = findReader();
    return reader == null ? added().size() : reader.count(select());
  }

  @Override
  public List<T> slice(long from, long to) {
    MemberQuery.requirePlaces(from, to);
    if (findReader() == null) {
      return added().stream().skip(from).limit(to - from).toList();
    }
    return DynamicCollection.super.slice(from, to);
  }

  @Override
  public MemberQuery<T> where(Condition... conditions) {
    return new Restricted<>(this, select().where(conditions));
  }

  @Override
  public MemberQuery<T> orderBy(OrderKey... keys) {
    return new Restricted<>(this, select().orderBy(keys));
  }

  @Override
  public MemberQuery<T> limit(long most) {
    return new Restricted<>(this, select().limit(most));
  }

  @Override
  public MemberQuery<T> offset(long first) {
    return new Restricted<>(this, select().offset(first));
  }

  /** Where the collection belongs; never its members, which would be read. */
  @Override
  public String toString() {
    return relationship() + " (dynamic)";
  }

  /** A SELECT of some of the members. */
  private record Restricted<T>(DynamicMembers<T> of, Select<T> select) implements MemberQuery<T> {
    @Override
    public MemberQuery<T> where(Condition... conditions) {
      return new Restricted<>(of, select.where(conditions));
    }

    @Override
    public MemberQuery<T> orderBy(OrderKey... keys) {
      return new Restricted<>(of, select.orderBy(keys));
    }

    @Override
    public MemberQuery<T> limit(long most) {
      return new Restricted<>(of, select.limit(most));
    }

    @Override
    public MemberQuery<T> offset(long first) {
      return new Restricted<>(of, select.offset(first));
    }

    @Override
    public List<T> all() {
      return of.reader().select(select);
    }

    @Override
    public long count() {
      return of.reader().count(select);
    }

    @Override
    public String toString() {
      return select.toString();
    }
  }
}
