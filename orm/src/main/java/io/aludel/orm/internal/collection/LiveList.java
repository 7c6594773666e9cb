package io.aludel.orm.internal.collection;

import io.aludel.orm.collection.ChangedWhileIteratedException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The live form of a list, and of a plain collection. Whatever is not overridden here comes down to
 * {@code set}, {@code add} and {@code remove} at an index, views and iterators included. A member itself
 * is found before an equal one.
 */
@SuppressWarnings("serial") // written as a plain list
public final class LiveList<E extends @Nullable Object> extends AbstractList<E>
    implements RandomAccess, LiveCollection, ListWalk.Changing {
  private static final long serialVersionUID = 1L;

  private ArrayList<E> members = new ArrayList<>(0);
  private @Nullable MemberEvents events;

  // What bookkeeping sees

  @Override
  public @Nullable Object[] members() {
    return members.toArray();
  }

  @Override
  public int count(@Nullable Object member) {
    int count = 0;
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i) == member) {
        count++;
      }
    }
    return count;
  }

  @Override
  @SuppressWarnings("unchecked") // bookkeeping puts in what the relationship leads to
  public void insert(@Nullable Object member) {
    modCount++;
    members.add((E) member);
    appended(members.size() - 1);
  }

  @Override
  public void take(@Nullable Object member) {
    int index = find(member);
    if (index >= 0) {
      modCount++;
      members.remove(index);
      rearranged();
    }
  }

  @Override
  @SuppressWarnings("unchecked") // bookkeeping puts in what the relationship leads to
  public void fill(List<?> content) {
    modCount++;
    members = new ArrayList<>((List<E>) content);
  }

  @Override
  public @Nullable MemberEvents events() {
    return events;
  }

  @Override
  public void events(@Nullable MemberEvents listener) {
    events = listener;
  }

  // Reading

  @Override
  public E get(int index) {
    return members.get(index);
  }

  @Override
  public int size() {
    return members.size();
  }

  private int find(@Nullable Object member) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i) == member) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean contains(@Nullable Object member) {
    return indexOf(member) >= 0;
  }

  @Override
  public int indexOf(@Nullable Object member) {
    int index = find(member);
    return index >= 0 ? index : members.indexOf(member);
  }

  @Override
  public int lastIndexOf(@Nullable Object member) {
    for (int i = members.size() - 1; i >= 0; i--) {
      if (members.get(i) == member) {
        return i;
      }
    }
    return members.lastIndexOf(member);
  }

  @Override
  public Iterator<E> iterator() {
    return new ListWalk<>(this, this, 0);
  }

  @Override
  public ListIterator<E> listIterator(int index) {
    MoreBounds.requirePosition(index, size());
    return new ListWalk<>(this, this, index);
  }

  @Override
  public List<E> subList(int from, int to) {
    Objects.checkFromToIndex(from, to, size());
    return new ListRange<>(this, null, from, to);
  }

  @Override
  public ChangedWhileIteratedException changedWhileIterated() {
    return LiveCollection.super.changedWhileIterated();
  }

  @Override
  public int changes() {
    return modCount;
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

  // Changing one member

  @Override
  public boolean add(E member) {
    add(size(), member);
    return true;
  }

  @Override
  @SuppressWarnings("unchecked") // a listener gives a member back
  public void add(int index, E member) {
    MoreBounds.requirePosition(index, size());
    E accepted = events == null ? member : (E) events.adding(member, null);
    modCount++;
    int place = Math.min(index, members.size());
    if (members.isEmpty()) {
      members.ensureCapacity(LiveCollections.FEW);
    }
    members.add(place, accepted);
    arrived(place, 1);
  }

  @Override
  @SuppressWarnings("unchecked") // a listener gives a member back
  public E set(int index, E member) {
    E old = members.get(index);
    E accepted = events == null ? member : (E) events.replacing(old, member, null);
    members.set(index, accepted);
    if (events != null) {
      events.placed(this, index);
    }
    return old;
  }

  @Override
  public E remove(int index) {
    E old = members.get(index);
    if (events != null) {
      events.removing(old, null);
    }
    modCount++;
    members.remove(index);
    rearranged();
    return old;
  }

  @Override
  public boolean remove(@Nullable Object member) {
    int index = indexOf(member);
    if (index < 0) {
      return false;
    }
    remove(index);
    return true;
  }

  // Changing several members

  @Override
  public boolean addAll(Collection<? extends E> more) {
    return addAll(size(), more);
  }

  @Override
  public boolean addAll(int index, Collection<? extends E> more) {
    MoreBounds.requirePosition(index, size());
    List<E> added = new ArrayList<>(more);
    if (added.isEmpty()) {
      return false;
    }
    List<E> accepted = exchange(List.of(), added);
    modCount++;
    int place = Math.min(index, members.size());
    members.addAll(place, accepted);
    arrived(place, accepted.size());
    return true;
  }

  @Override
  public void clear() {
    removeRange(0, size());
  }

  @Override
  protected void removeRange(int from, int to) {
    List<E> range = members.subList(from, to);
    if (!range.isEmpty()) {
      exchange(new ArrayList<>(range), List.of());
      modCount++;
      members.subList(from, to).clear();
      rearranged();
    }
  }

  @Override
  public boolean removeAll(Collection<?> others) {
    return removeIf(others::contains);
  }

  @Override
  public boolean retainAll(Collection<?> others) {
    return removeIf(member -> !others.contains(member));
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
    rearranged();
    return true;
  }

  @Override
  @SuppressWarnings("NullAway") // it takes the E of an operator for one without null
  public void replaceAll(UnaryOperator<E> operator) {
    List<E> content = new ArrayList<>(size());
    for (E member : this) {
      content.add(operator.apply(member));
    }
    List<E> removed = new ArrayList<>();
    List<E> added = new ArrayList<>();
    for (int i = 0; i < content.size(); i++) {
      if (content.get(i) != members.get(i)) {
        removed.add(members.get(i));
        added.add(content.get(i));
      }
    }
    List<E> accepted = exchange(removed, added);
    for (int i = 0, next = 0; i < content.size(); i++) {
      if (content.get(i) != members.get(i)) {
        members.set(i, accepted.get(next++));
      }
    }
    rearranged();
  }

  /** The order is nobody's business but the list's. */
  @Override
  public void sort(@Nullable Comparator<? super E> order) {
    modCount++;
    members.sort(order);
    rearranged();
  }

  /** Members came in: at the end, or before others, which have other places now. */
  private void arrived(int place, int count) {
    if (place + count == members.size()) {
      appended(place);
    } else {
      rearranged();
    }
  }

  private void appended(int first) {
    if (events != null) {
      events.appended(this, first);
    }
  }

  private void rearranged() {
    if (events != null) {
      events.rearranged(this);
    }
  }

  @SuppressWarnings("unchecked") // a listener gives members back
  private List<E> exchange(List<E> removed, List<E> added) {
    return events == null ? added : (List<E>) events.exchanging(removed, added);
  }

  /** Written by itself, it is a plain list: only its owner makes it live. */
  private Object writeReplace() {
    return new ArrayList<>(members);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw LiveCollections.neverWritten(this);
  }
}
