package io.aludel.orm.association;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A map of related objects as a map of values. */
final class MapView<K, R, V extends @Nullable Object> extends AbstractMap<K, V> {
  private final AssociationProxy<R, V> proxy;
  private final Map<K, R> related;
  private final BiFunction<? super K, ? super V, ? extends R> maker;

  MapView(
      AssociationProxy<R, V> proxy,
      Map<K, R> related,
      BiFunction<? super K, ? super V, ? extends R> maker) {
    this.proxy = proxy;
    this.related = related;
    this.maker = maker;
  }

  @Override
  public int size() {
    return related.size();
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return related.containsKey(key);
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    R present = related.get(key);
    return present == null ? null : proxy.read(present);
  }

  @Override
  public @Nullable V put(K key, V value) {
    R present = related.get(key);
    if (present == null) {
      related.put(key, maker.apply(key, value));
      return null;
    }
    V old = proxy.read(present);
    if (!proxy.write(present, value)) {
      related.put(key, maker.apply(key, value));
    }
    return old;
  }

  @Override
  public @Nullable V remove(@Nullable Object key) {
    R removed = related.remove(key);
    return removed == null ? null : proxy.read(removed);
  }

  @Override
  public void clear() {
    related.clear();
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return new Entries();
  }

  /** The entries, through which the map can be changed. */
  private final class Entries extends AbstractSet<Entry<K, V>> {
    @Override
    public int size() {
      return related.size();
    }

    @Override
    public Iterator<Entry<K, V>> iterator() {
      Iterator<Entry<K, R>> inner = related.entrySet().iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return inner.hasNext();
        }

        @Override
        public Entry<K, V> next() {
          Entry<K, R> entry = inner.next();
          return new LiveEntry(entry.getKey(), proxy.read(entry.getValue()));
        }

        @Override
        public void remove() {
          inner.remove();
        }
      };
    }
  }

  /** An entry whose value can be set. */
  private final class LiveEntry extends SimpleEntry<K, V> {
    private static final long serialVersionUID = 1L;

    LiveEntry(K key, V value) {
      super(key, value);
    }

    @Override
    public V setValue(V value) {
      put(getKey(), value);
      return super.setValue(value);
    }
  }
}
