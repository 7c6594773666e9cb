package io.aludel.orm.collection;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.InvalidRequestException;
import io.aludel.sql.Condition;
import io.aludel.sql.Delete;
import io.aludel.sql.Insert;
import io.aludel.sql.OrderKey;
import io.aludel.sql.Select;
import io.aludel.sql.Update;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Members that belong to nobody yet: what a write-only or dynamic attribute can be assigned. Made by {@link
 * WriteOnlyCollection#of} and {@link DynamicCollection#of}; has no statements, because it has no owner. Not
 * safe for use by several threads.
 *
 * @param <T> the class of the members
 */
public final class NewMembers<T> implements DynamicCollection<T>, Serializable {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // serializable if the members are
  private final ArrayList<T> members;

  NewMembers(List<T> members) {
    this.members = new ArrayList<>(members);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    if (members == null) {
      throw new InvalidObjectException(
          "Cannot read new members from a stream: there is no list of them. The stream is forged.");
    }
  }

  /**
   * The members, in the order in which they were added.
   *
   * @return a copy
   */
  public List<T> members() {
    return List.copyOf(members);
  }

  @Override
  public void add(T member) {
    members.add(ArgumentException.requireNonNull(member, "the member to add"));
  }

  @Override
  public void addAll(Collection<? extends T> more) {
    ArgumentException.requireNonNull(more, "the members to add").forEach(this::add);
  }

  @Override
  public void remove(T member) {
    ArgumentException.requireNonNull(member, "the member to remove");
    members.removeIf(each -> each == member);
  }

  /**
   * Refused: there is no owner whose members could be selected.
   *
   * @throws InvalidRequestException always
   */
  @Override
  public Select<T> select() {
    throw ownerless("select");
  }

  /**
   * Refused: there is no owner whose members could be inserted.
   *
   * @throws InvalidRequestException always
   */
  @Override
  public Insert insert(String... attributes) {
    throw ownerless("insert");
  }

  /**
   * Refused: there is no owner whose members could be updated.
   *
   * @throws InvalidRequestException always
   */
  @Override
  public Update update() {
    throw ownerless("update");
  }

  /**
   * Refused: there is no owner whose members could be deleted.
   *
   * @throws InvalidRequestException always
   */
  @Override
  public Delete delete() {
    throw ownerless("delete");
  }

  /**
   * Refused: there is no owner among whose members could be searched.
   *
   * @throws InvalidRequestException always
   */
  @Override
  public MemberQuery<T> where(Condition... conditions) {
    throw ownerless("search");
  }

  /**
   * Refused: there is no owner whose members could be ordered.
   *
   * @throws InvalidRequestException always
   */
  @Override
  public MemberQuery<T> orderBy(OrderKey... keys) {
    throw ownerless("order");
  }

  /**
   * Refused: there is no owner whose members could be selected.
   *
   * @throws InvalidRequestException always
   */
  @Override
  public MemberQuery<T> limit(long most) {
    throw ownerless("limit");
  }

  /**
   * Refused: there is no owner whose members could be selected.
   *
   * @throws InvalidRequestException always
   */
  @Override
  public MemberQuery<T> offset(long first) {
    throw ownerless("pass over");
  }

  @Override
  public List<T> all() {
    return members();
  }

  @Override
  public long count() {
    return members.size();
  }

  @Override
  public List<T> slice(long from, long to) {
    MemberQuery.requirePlaces(from, to);
    return members.stream().skip(from).limit(to - from).toList();
  }

  private static InvalidRequestException ownerless(String what) {
    return new InvalidRequestException(
        CoreError.INCOMPLETE_STATEMENT,
        "Cannot " + what
            + " the members of a collection that belongs to no object: which"
            + " rows these are is known from the owner. Assign it to the attribute of a new object, and"
            + " take the statement from there.");
  }

  @Override
  public String toString() {
    return members.toString();
  }
}
