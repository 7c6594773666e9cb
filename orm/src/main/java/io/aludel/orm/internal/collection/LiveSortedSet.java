package io.aludel.orm.internal.collection;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The live form of a sorted set, and of its parts, which report as the whole does. */
@SuppressWarnings("serial") // written as a plain set
public final class LiveSortedSet<E extends @Nullable Object> extends AbstractSet<E>
    implements SortedSet<E>, LiveCollection {
  private static final long serialVersionUID = 1L;

  private final SortedSet<E> members;
  private final @Nullable LiveSortedSet<E> whole;
  private @Nullable MemberEvents events;

  LiveSortedSet(@Nullable Comparator<? super E> order) {
    this.members = new TreeSet<>(order);
    this.whole = null;
  }

  private LiveSortedSet(SortedSet<E> part, LiveSortedSet<E> whole) {
    this.members = part;
    this.whole = whole;
  }

  // What bookkeeping sees

  @Override
  public @Nullable Object[] members() {
    return members.toArray();
  }

  @Override
  public int count(@Nullable Object member) {
    for (E each : members) {
      if (each == member) {
        return 1;
      }
    }
    return 0;
  }

  @Override
  @SuppressWarnings("unchecked") // bookkeeping puts in what the relationship leads to
  public void insert(@Nullable Object member) {
    members.add((E) member);
  }

  /** What orders the member may have changed since it came in, so all are looked at. */
  @Override
  public void take(@Nullable Object member) {
    Iterator<E> all = members.iterator();
    while (all.hasNext()) {
      if (all.next() == member) {
        all.remove();
        return;
      }
    }
  }

  @Override
  @SuppressWarnings("unchecked") // bookkeeping puts in what the relationship leads to
  public void fill(List<?> content) {
    members.clear();
    members.addAll((List<E>) content);
  }

  @Override
  public @Nullable MemberEvents events() {
    return whole == null ? events : whole.events();
  }

  @Override
  public void events(@Nullable MemberEvents listener) {
    events = listener;
  }

  // Reading

  @Override
  public @Nullable Comparator<? super E> comparator() {
    return members.comparator();
  }

  @Override
  public SortedSet<E> subSet(E from, E to) {
    return new LiveSortedSet<>(members.subSet(from, to), this);
  }

  @Override
  public SortedSet<E> headSet(E to) {
    return new LiveSortedSet<>(members.headSet(to), this);
  }

  @Override
  public SortedSet<E> tailSet(E from) {
    return new LiveSortedSet<>(members.tailSet(from), this);
  }

  @Override
  public E first() {
    return members.first();
  }

  @Override
  public E last() {
    return members.last();
  }

  @Override
  public int size() {
    return members.size();
  }

  @Override
  public boolean contains(@Nullable Object member) {
    return members.contains(member);
  }

  @Override
  public Iterator<E> iterator() {
    Iterator<E> all = members.iterator();
    return new Iterator<>() {
      private @Nullable E last;
      private boolean given;

      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public E next() {
        E member = following();
        last = member;
        given = true;
        return member;
      }

      @Override
      public void remove() {
        MemberEvents present = events();
        if (given && present != null) {
          present.removing(last, null);
        }
        given = false;
        all.remove();
      }

      private E following() {
        try {
          return all.next();
        } catch (ConcurrentModificationException e) {
          throw changedWhileIterated();
        }
      }
    };
  }

  // Changing

  @Override
  @SuppressWarnings("unchecked") // a listener gives a member back
  public boolean add(E member) {
    requireInRange(member);
    MemberEvents present = events();
    if (present == null) {
      return members.add(member);
    }
    if (members.contains(member)) {
      present.addedAgain(member);
      return false;
    }
    return members.add((E) present.adding(member, null));
  }

  /** A part refuses a member out of its range, and has to do so before anybody is told of the change. */
  private void requireInRange(E member) {
    members.tailSet(member);
  }

  @Override
  public boolean remove(@Nullable Object member) {
    E present = find(member);
    if (present == null) {
      return false;
    }
    MemberEvents listener = events();
    if (listener != null) {
      listener.removing(present, null);
    }
    take(present);
    return true;
  }

  /** The member that the order takes for {@code wanted}, which need not be the same object. */
  @SuppressWarnings("unchecked") // contains would have failed on an object that cannot be compared
  private @Nullable E find(@Nullable Object wanted) {
    if (!members.contains(wanted)) {
      return null;
    }
    return members.tailSet((E) wanted).first();
  }

  @Override
  public boolean addAll(Collection<? extends E> more) {
    boolean changed = false;
    for (E member : new ArrayList<>(more)) {
      changed |= add(member);
    }
    return changed;
  }

  @Override
  public void clear() {
    removeIf(member -> true);
  }

  @Override
  public boolean removeAll(Collection<?> others) {
    boolean changed = false;
    for (Object other : new ArrayList<>(others)) {
      changed |= remove(other);
    }
    return changed;
  }

  @Override
  public boolean retainAll(Collection<?> others) {
    return removeIf(member -> !others.contains(member));
  }

  @Override
  public boolean removeIf(Predicate<? super E> filter) {
    List<E> removed = new ArrayList<>();
    for (E member : members) {
      if (filter.test(member)) {
        removed.add(member);
      }
    }
    if (removed.isEmpty()) {
      return false;
    }
    MemberEvents present = events();
    if (present != null) {
      present.exchanging(removed, List.of());
    }
    removed.forEach(this::take);
    return true;
  }

  /** Written by itself, it is a plain set: only its owner makes it live. */
  private Object writeReplace() {
    return new TreeSet<>(members);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw LiveCollections.neverWritten(this);
  }
}
