package io.aludel.orm.internal.collection;

import io.aludel.orm.mapping.internal.property.ValueOwners;
import io.aludel.orm.weave.StateRecord;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list that reports each call that changes it, also through its iterators and sub lists. */
final class LiveValueList<E extends @Nullable Object> extends AbstractList<E>
    implements LiveValue, RandomAccess, Serializable {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // serializable if its content is
  private final ArrayList<E> content;

  private transient @Nullable ValueOwners owners;

  LiveValueList(Collection<? extends E> content) {
    this.content = new ArrayList<>(content);
  }

  @Override
  public void heldBy(StateRecord owner, int index) {
    owners = owners == null ? new ValueOwners() : owners;
    owners.add(owner, index);
  }

  @Override
  public Object copy() {
    return new LiveValueList<>(content);
  }

  private void changed() {
    if (owners != null) {
      owners.changed(this);
    }
  }

  @Override
  public int size() {
    return content.size();
  }

  @Override
  public E get(int position) {
    return content.get(position);
  }

  @Override
  public E set(int position, E member) {
    E old = content.set(position, member);
    changed();
    return old;
  }

  @Override
  public void add(int position, E member) {
    content.add(position, member);
    modCount++;
    changed();
  }

  @Override
  public E remove(int position) {
    E old = content.remove(position);
    modCount++;
    changed();
    return old;
  }

  @Override
  protected void removeRange(int from, int to) {
    content.subList(from, to).clear();
    modCount++;
    changed();
  }

  @Override
  public void sort(@Nullable Comparator<? super E> order) {
    content.sort(order);
    modCount++;
    changed();
  }

  /** A plain list; the object that holds it makes it reporting again. */
  private Object writeReplace() {
    return content;
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw LiveCollections.neverWritten(this);
  }
}
