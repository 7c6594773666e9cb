package io.aludel.orm.internal.collection;

import io.aludel.orm.collection.ChangedWhileIteratedException;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Goes through a live list, or a part of one, in either direction; changes it makes are the list's own. */
final class ListWalk<E extends @Nullable Object> implements ListIterator<E> {
  private final List<E> list;
  private final Changing changing;
  private int next;
  private int last = -1;
  private int expected;

  /** A list that counts how often members came, went or changed places. */
  interface Changing {
    int changes();

    /** The failure of whoever counted less. */
    ChangedWhileIteratedException changedWhileIterated();
  }

  ListWalk(List<E> list, Changing changing, int next) {
    this.list = list;
    this.changing = changing;
    this.next = next;
    this.expected = changing.changes();
  }

  @Override
  public boolean hasNext() {
    return next != list.size();
  }

  @Override
  public E next() {
    requireUnchanged();
    if (next >= list.size()) {
      throw new NoSuchElementException("no member after the last");
    }
    last = next++;
    return list.get(last);
  }

  @Override
  public boolean hasPrevious() {
    return next > 0;
  }

  @Override
  public E previous() {
    requireUnchanged();
    if (next == 0) {
      throw new NoSuchElementException("no member before the first");
    }
    last = --next;
    return list.get(last);
  }

  @Override
  public int nextIndex() {
    return next;
  }

  @Override
  public int previousIndex() {
    return next - 1;
  }

  @Override
  public void remove() {
    int place = place();
    list.remove(place);
    next = place < next ? next - 1 : next;
    last = -1;
    expected = changing.changes();
  }

  @Override
  public void set(E member) {
    list.set(place(), member);
    expected = changing.changes();
  }

  @Override
  public void add(E member) {
    requireUnchanged();
    list.add(next++, member);
    last = -1;
    expected = changing.changes();
  }

  private int place() {
    if (last < 0) {
      throw new IllegalStateException("no member was given out since the last change");
    }
    requireUnchanged();
    return last;
  }

  private void requireUnchanged() {
    if (changing.changes() != expected) {
      throw changing.changedWhileIterated();
    }
  }
}
