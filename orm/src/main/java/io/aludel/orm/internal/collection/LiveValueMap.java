package io.aludel.orm.internal.collection;

import io.aludel.orm.mapping.internal.property.ValueOwners;
import io.aludel.orm.weave.StateRecord;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map that reports each call that changes it, also through its views, iterators and entries. */
final class LiveValueMap<K extends @Nullable Object, V extends @Nullable Object>
    extends AbstractMap<K, V> implements LiveValue, Serializable {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // serializable if its content is
  private final LinkedHashMap<K, V> content;

  private transient @Nullable ValueOwners owners;

  LiveValueMap(LinkedHashMap<K, V> content) {
    this.content = content;
  }

  @Override
  public void heldBy(StateRecord owner, int index) {
    owners = owners == null ? new ValueOwners() : owners;
    owners.add(owner, index);
  }

  @Override
  public Object copy() {
    return new LiveValueMap<>(new LinkedHashMap<>(content));
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
  public boolean containsKey(@Nullable Object key) {
    return content.containsKey(key);
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    return content.get(key);
  }

  @Override
  public @Nullable V put(K key, V value) {
    V old = content.put(key, value);
    changed();
    return old;
  }

  @Override
  public @Nullable V remove(@Nullable Object key) {
    boolean present = content.containsKey(key);
    V old = content.remove(key);
    if (present) {
      changed();
    }
    return old;
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> others) {
    content.putAll(others);
    changed();
  }

  @Override
  public void clear() {
    content.clear();
    changed();
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return new Entries();
  }

  /** The entries, through which the map can be changed. */
  private final class Entries extends AbstractSet<Entry<K, V>> {
    @Override
    public int size() {
      return content.size();
    }

    @Override
    public void clear() {
      LiveValueMap.this.clear();
    }

    @Override
    public Iterator<Entry<K, V>> iterator() {
      Iterator<Entry<K, V>> inner = content.entrySet().iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return inner.hasNext();
        }

        @Override
        public Entry<K, V> next() {
          return new LiveEntry(inner.next());
        }

        @Override
        public void remove() {
          inner.remove();
          changed();
        }
      };
    }
  }

  /** An entry whose value can be set. */
  private final class LiveEntry extends SimpleEntry<K, V> {
    private static final long serialVersionUID = 1L;

    LiveEntry(Entry<K, V> entry) {
      super(entry);
    }

    @Override
    public V setValue(V value) {
      put(getKey(), value);
      return super.setValue(value);
    }
  }

  /** A plain map; the object that holds it makes it reporting again. */
  private Object writeReplace() {
    return content;
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw LiveCollections.neverWritten(this);
  }
}
