package io.aludel.orm.collection;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.InvalidRequestException;
import io.aludel.sql.Delete;
import io.aludel.sql.Insert;
import io.aludel.sql.Select;
import io.aludel.sql.Update;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Members that belong to nobody yet: what the write-only attribute of a new object can be assigned. Made
 * by {@link WriteOnlyCollection#of}; has no statements, because it has no owner. Not safe for use by
 * several threads.
 *
 * @param <T> the class of the members
 */
public final class NewMembers<T> implements WriteOnlyCollection<T> {
  private final List<T> members;

  NewMembers(List<T> members) {
    this.members = new ArrayList<>(members);
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

  private static InvalidRequestException ownerless(String what) {
    return new InvalidRequestException(
        CoreError.INCOMPLETE_STATEMENT,
        "Cannot " + what
            + " the members of a write-only collection that belongs to no object: which"
            + " rows these are is known from the owner. Assign it to the attribute of a new object, and"
            + " take the statement from there.");
  }

  @Override
  public String toString() {
    return members.toString();
  }
}
