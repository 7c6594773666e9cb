package io.aludel.orm.collection;

import io.aludel.ArgumentException;
import io.aludel.sql.Delete;
import io.aludel.sql.Insert;
import io.aludel.sql.Select;
import io.aludel.sql.Update;
import java.util.Collection;
import java.util.List;

/**
 * A collection that is too large to load: it takes members and gives them away, and is read by statements
 * (parity row ORM-REL-33). The type of a field with {@code @Relationship}:
 *
 * <pre>{@code
 * @Relationship(backPopulates = "order") WriteOnlyCollection<LineItem> lines;
 *
 * order.lines.add(item);
 * session.scalars(order.lines.select().where(LineItem_.quantity.gt(10)));
 * }</pre>
 *
 * <p>It cannot be iterated, for which the compiler stands: iterating would load it. What is added and removed
 * waits for the next flush, brings both sides in step at once, and cascades as in other collections. A new
 * object may be assigned one made by {@link #of}; that of a stored object cannot be replaced, as its members are
 * not known. Deleting the owner needs {@code passiveDeletes}, for the same reason. Belongs to the thread of
 * its owner.
 *
 * @param <T> the class of the members
 */
public interface WriteOnlyCollection<T> {
  /**
   * Members for the collection of a new object, to be assigned to its attribute. It is the attribute's own
   * collection then; this one stays what it is.
   *
   * @param members the members
   * @param <T> their class
   * @return the members as a collection that belongs to nobody
   */
  @SafeVarargs
  static <T> NewMembers<T> of(T... members) {
    return new NewMembers<>(
        List.of(ArgumentException.requireNonNull(members, "the members of a collection")));
  }

  /**
   * Adds a member, at the next flush. Whether the database has it as a member already is not looked up: in
   * a many-to-many that is an error of the database.
   *
   * @param member the member; it is added once, however often this is called before the flush
   * @throws io.aludel.AludelException if a validator, a single parent or the other side refuses it
   */
  void add(T member);

  /**
   * Adds members, at the next flush.
   *
   * @param members the members
   * @throws io.aludel.AludelException if one of them is refused; those before it are added
   */
  void addAll(Collection<? extends T> members);

  /**
   * Takes a member out, at the next flush; one that was added since the last flush just stays out. Whether the
   * database has it as a member is not looked up.
   *
   * @param member the member
   * @throws io.aludel.AludelException if a validator or the other side refuses
   */
  void remove(T member);

  /**
   * A SELECT of the members, in the order of the relationship. The key of the owner is asked for when it
   * runs, after autoflush.
   *
   * @return the statement
   */
  Select<T> select();

  /**
   * An INSERT of members without objects, one-to-many only, which gives each row the key of the owner. For
   * many rows run it with their values:
   *
   * <pre>{@code
   * session.execute(order.lines.insert("quantity"), List.of(Map.of("quantity", 1), Map.of("quantity", 2)));
   * }</pre>
   *
   * @param attributes the attributes or columns that are given when it runs, as parameters of these names;
   *     none if the statement is completed with {@code set}
   * @return the statement
   * @throws io.aludel.InvalidRequestException if the relationship is many-to-many: insert the members, and
   *     add them
   */
  Insert insert(String... attributes);

  /**
   * An UPDATE of the rows of the members, and of no others.
   *
   * @return the statement, to be completed with {@code set}
   */
  Update update();

  /**
   * A DELETE of the rows of the members, and of no others.
   *
   * @return the statement
   */
  Delete delete();
}
