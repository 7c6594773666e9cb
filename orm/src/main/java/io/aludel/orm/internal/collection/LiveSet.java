package io.aludel.orm.internal.collection;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The live form of a set: members by identity, in the order in which they came. So an object stays in its
 * set when a flush gives it a key, and no load ever calls the application's {@code hashCode}; within a
 * session, equal and identical are the same anyway.
 */
@SuppressWarnings("serial") // written as a plain set
public final class LiveSet<E extends @Nullable Object> extends AbstractSet<E>
    implements LiveCollection {
  private static final long serialVersionUID = 1L;

  /**
   * Up to this size looking at each member is cheaper than an index, which first asks the JVM for the
   * identity of each object.
   */
  private static final int SMALL = 32;

  private final ArrayList<E> members = new ArrayList<>(0);
  private @Nullable Map<@Nullable Object, Boolean> index;
  private @Nullable MemberEvents events;
  private int changes;

  // What bookkeeping sees

  @Override
  public @Nullable Object[] members() {
    return members.toArray();
  }

  @Override
  public int count(@Nullable Object member) {
    return contains(member) ? 1 : 0;
  }

  @Override
  public void insert(@Nullable Object member) {
    if (!contains(member)) {
      put(member);
    }
  }

  @Override
  public void take(@Nullable Object member) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i) == member) {
        takeAt(i);
        return;
      }
    }
  }

  @Override
  @SuppressWarnings("unchecked") // bookkeeping puts in what the relationship leads to
  public void fill(List<?> content) {
    changes++;
    members.clear();
    members.ensureCapacity(content.size());
    index = null;
    content.forEach(this::insert);
  }

  @Override
  public @Nullable MemberEvents events() {
    return events;
  }

  @Override
  public void events(@Nullable MemberEvents listener) {
    events = listener;
  }

  @SuppressWarnings("unchecked") // bookkeeping puts in what the relationship leads to
  private void put(@Nullable Object member) {
    changes++;
    members.add((E) member);
    if (index != null) {
      index.put(member, true);
    } else if (members.size() > SMALL) {
      index = new IdentityHashMap<>();
      for (E each : members) {
        index.put(each, true);
      }
    }
  }

  private void takeAt(int position) {
    changes++;
    E member = members.remove(position);
    if (index != null) {
      index.remove(member);
    }
  }

  // Reading

  @Override
  public int size() {
    return members.size();
  }

  @Override
  public boolean contains(@Nullable Object member) {
    if (index != null) {
      return index.containsKey(member);
    }
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i) == member) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Iterator<E> iterator() {
    return new Members();
  }

  @Override
  @SuppressWarnings("NullAway") // the JDK says that an array of members holds no null; ours may
  public @Nullable Object[] toArray() {
    return members.toArray();
  }

  @Override
  public <T extends @Nullable Object> T[] toArray(T[] array) {
    return members.toArray(array);
  }

  // Changing

  @Override
  @SuppressWarnings("unchecked") // a listener gives a member back
  public boolean add(E member) {
    if (contains(member)) {
      if (events != null) {
        events.addedAgain(member);
      }
      return false;
    }
    if (members.isEmpty()) {
      members.ensureCapacity(LiveCollections.FEW);
    }
    int before = changes; // who hears of it may change this set
    E accepted = events == null ? member : (E) events.adding(member, null);
    if (accepted == member && changes == before) {
      put(accepted);
    } else {
      insert(accepted);
    }
    return true;
  }

  @Override
  public boolean remove(@Nullable Object member) {
    if (!contains(member)) {
      return false;
    }
    if (events != null) {
      events.removing(member, null);
    }
    take(member);
    return true;
  }

  @Override
  public boolean addAll(Collection<? extends E> more) {
    Map<E, Boolean> seen = new IdentityHashMap<>();
    List<E> added = new ArrayList<>();
    for (E member : more) {
      if (!contains(member) && seen.put(member, true) == null) {
        added.add(member);
      } else if (events != null) {
        events.addedAgain(member);
      }
    }
    exchange(List.of(), added).forEach(this::insert);
    return !added.isEmpty();
  }

  @Override
  public void clear() {
    exchange(new ArrayList<>(members), List.of());
    fill(List.of());
  }

  @Override
  public boolean removeAll(Collection<?> others) {
    Map<@Nullable Object, Boolean> identities = identitiesOf(others);
    return removeIf(identities::containsKey);
  }

  @Override
  public boolean retainAll(Collection<?> others) {
    Map<@Nullable Object, Boolean> identities = identitiesOf(others);
    return removeIf(member -> !identities.containsKey(member));
  }

  private static Map<@Nullable Object, Boolean> identitiesOf(Collection<?> others) {
    Map<@Nullable Object, Boolean> identities = new IdentityHashMap<>();
    for (Object other : others) {
      identities.put(other, true);
    }
    return identities;
  }

  @Override
  public boolean removeIf(Predicate<? super E> filter) {
    List<E> kept = new ArrayList<>(size());
    List<E> removed = new ArrayList<>();
    for (E member : this) {
      (filter.test(member) ? removed : kept).add(member);
    }
    if (removed.isEmpty()) {
      return false;
    }
    exchange(removed, List.of());
    fill(kept);
    return true;
  }

  @SuppressWarnings("unchecked") // a listener gives members back
  private List<E> exchange(List<E> removed, List<E> added) {
    return events == null || (removed.isEmpty() && added.isEmpty())
        ? added
        : (List<E>) events.exchanging(removed, added);
  }

  /** Goes through the members in order, and can take the last one given out. */
  private final class Members implements Iterator<E> {
    private int next;
    private int last = -1;
    private int expected = changes;

    @Override
    public boolean hasNext() {
      return next < members.size();
    }

    @Override
    public E next() {
      requireUnchanged();
      if (next >= members.size()) {
        throw new NoSuchElementException();
      }
      last = next++;
      return members.get(last);
    }

    @Override
    public void remove() {
      if (last < 0) {
        throw new IllegalStateException("no member was given out since the last removal");
      }
      requireUnchanged();
      if (events != null) {
        events.removing(members.get(last), null);
      }
      takeAt(last);
      next = last;
      last = -1;
      expected = changes;
    }

    private void requireUnchanged() {
      if (changes != expected) {
        throw changedWhileIterated();
      }
    }
  }

  /** Written by itself, it is a plain set, by the equals of its members: only its owner makes it live. */
  private Object writeReplace() {
    return new LinkedHashSet<>(members);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw LiveCollections.neverWritten(this);
  }
}
