package io.aludel.orm.internal.collection;

import io.aludel.orm.mapping.internal.property.ValueOwners;
import io.aludel.orm.weave.StateRecord;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/** A set that reports each call that changes it, also through its iterators. */
final class LiveValueSet<E extends @Nullable Object> extends AbstractSet<E>
    implements LiveValue, Serializable {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // serializable if its content is
  private final LinkedHashSet<E> content;

  private transient @Nullable ValueOwners owners;

  LiveValueSet(LinkedHashSet<E> content) {
    this.content = content;
  }

  @Override
  public void heldBy(StateRecord owner, int index) {
    owners = owners == null ? new ValueOwners() : owners;
    owners.add(owner, index);
  }

  @Override
  public Object copy() {
    return new LiveValueSet<>(new LinkedHashSet<>(content));
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
  public boolean contains(@Nullable Object member) {
    return content.contains(member);
  }

  @Override
  public boolean add(E member) {
    boolean added = content.add(member);
    if (added) {
      changed();
    }
    return added;
  }

  @Override
  public boolean remove(@Nullable Object member) {
    boolean removed = content.remove(member);
    if (removed) {
      changed();
    }
    return removed;
  }

  @Override
  public void clear() {
    content.clear();
    changed();
  }

  @Override
  public Iterator<E> iterator() {
    Iterator<E> inner = content.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return inner.hasNext();
      }

      @Override
      public E next() {
        return inner.next();
      }

      @Override
      public void remove() {
        inner.remove();
        changed();
      }
    };
  }

  /** A plain set; the object that holds it makes it reporting again. */
  private Object writeReplace() {
    return content;
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw LiveCollections.neverWritten(this);
  }
}
