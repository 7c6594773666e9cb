package io.aludel.orm.internal.collection;

import io.aludel.orm.collection.ChangedWhileIteratedException;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A part of a live list: what is done to it is done to the list. It knows when somebody else changed the
 * number of members, and refuses to be used from then on.
 */
final class ListRange<E extends @Nullable Object> extends AbstractList<E>
    implements RandomAccess, ListWalk.Changing {
  private final LiveList<E> list;
  private final @Nullable ListRange<E> whole;
  private final int from;
  private int size;
  private int expected;

  ListRange(LiveList<E> list, @Nullable ListRange<E> whole, int from, int to) {
    this.list = list;
    this.whole = whole;
    this.from = from;
    this.size = to - from;
    this.expected = list.changes();
  }

  @Override
  public int changes() {
    return expected;
  }

  @Override
  public ChangedWhileIteratedException changedWhileIterated() {
    return list.changedWhileIterated();
  }

  private void requireUnchanged() {
    if (list.changes() != expected) {
      throw list.changedWhileIterated();
    }
  }

  /** The list has so many more members, all of them within this part. */
  private void grown(int more) {
    size += more;
    expected = list.changes();
    if (whole != null) {
      whole.grown(more);
    }
  }

  @Override
  public int size() {
    requireUnchanged();
    return size;
  }

  @Override
  public E get(int index) {
    requireUnchanged();
    return list.get(at(index));
  }

  private int at(int index) {
    return from + Objects.checkIndex(index, size);
  }

  @Override
  public E set(int index, E member) {
    requireUnchanged();
    return list.set(at(index), member);
  }

  @Override
  public void add(int index, E member) {
    requireUnchanged();
    MoreBounds.requirePosition(index, size);
    list.add(from + index, member);
    grown(1);
  }

  @Override
  public E remove(int index) {
    requireUnchanged();
    E removed = list.remove(at(index));
    grown(-1);
    return removed;
  }

  @Override
  public boolean addAll(Collection<? extends E> more) {
    return addAll(size(), more);
  }

  @Override
  public boolean addAll(int index, Collection<? extends E> more) {
    requireUnchanged();
    MoreBounds.requirePosition(index, size);
    int before = list.size();
    boolean changed = list.addAll(from + index, more);
    grown(list.size() - before);
    return changed;
  }

  @Override
  protected void removeRange(int first, int last) {
    requireUnchanged();
    list.removeRange(from + first, from + last);
    grown(first - last);
  }

  @Override
  public Iterator<E> iterator() {
    return listIterator(0);
  }

  @Override
  public ListIterator<E> listIterator(int index) {
    requireUnchanged();
    MoreBounds.requirePosition(index, size);
    return new ListWalk<>(this, this, index);
  }

  @Override
  public List<E> subList(int first, int last) {
    requireUnchanged();
    Objects.checkFromToIndex(first, last, size);
    return new ListRange<>(list, this, from + first, from + last);
  }
}
