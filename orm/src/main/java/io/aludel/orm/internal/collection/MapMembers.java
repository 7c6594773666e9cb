package io.aludel.orm.internal.collection;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of a live map, or of a part of one, and every way to change them. */
final class MapMembers<K extends @Nullable Object, V extends @Nullable Object> {
  private final Map<K, V> map;
  private final @Nullable MapMembers<K, V> whole;
  private @Nullable MemberEvents events;

  MapMembers(Map<K, V> map) {
    this.map = map;
    this.whole = null;
  }

  /** Part of {@code whole}, which {@code map} is a view of. */
  MapMembers(Map<K, V> map, MapMembers<K, V> whole) {
    this.map = map;
    this.whole = whole;
  }

  Map<K, V> map() {
    return map;
  }

  @Nullable MemberEvents events() {
    return whole == null ? events : whole.events();
  }

  void events(@Nullable MemberEvents listener) {
    events = listener;
  }

  // What bookkeeping sees

  @Nullable Object[] values() {
    return map.values().toArray();
  }

  int count(@Nullable Object member) {
    int count = 0;
    for (V each : map.values()) {
      if (each == member) {
        count++;
      }
    }
    return count;
  }

  @SuppressWarnings("unchecked") // bookkeeping puts in what the relationship leads to
  void insert(@Nullable Object member) {
    MemberEvents present = events();
    Object key = present == null ? MemberEvents.NO_KEY : present.keyOf(member);
    if (key != MemberEvents.NO_KEY) {
      map.put((K) key, (V) member);
    }
  }

  /** The member that would have to make way for another, or null. */
  @Nullable Object evicted(@Nullable Object member) {
    MemberEvents present = events();
    Object key = present == null ? MemberEvents.NO_KEY : present.keyOf(member);
    return key == MemberEvents.NO_KEY ? null : map.get(key);
  }

  /** The key of the member may have changed since it came in, so the entries are searched. */
  void take(@Nullable Object member) {
    Iterator<V> values = map.values().iterator();
    while (values.hasNext()) {
      if (values.next() == member) {
        values.remove();
        return;
      }
    }
  }

  void fill(List<?> content) {
    map.clear();
    content.forEach(this::insert);
  }

  /** Puts members in under given keys, which may not be those they would get now. */
  @SuppressWarnings("unchecked") // they come from a map of the same relationship
  void fill(List<?> keys, List<?> content) {
    map.clear();
    for (int i = 0; i < content.size(); i++) {
      map.put((K) keys.get(i), (V) content.get(i));
    }
  }

  // What the application calls

  @SuppressWarnings("unchecked") // a listener gives a member back
  @Nullable V put(K key, V value) {
    MemberEvents present = events();
    if (present == null) {
      return map.put(key, value);
    }
    if (!map.containsKey(key)) {
      return map.put(key, (V) present.adding(value, key));
    }
    return map.put(key, (V) present.replacing(map.get(key), value, key));
  }

  @Nullable V remove(@Nullable Object key) {
    if (!map.containsKey(key)) {
      return null;
    }
    MemberEvents present = events();
    if (present != null) {
      present.removing(map.get(key), key);
    }
    return map.remove(key);
  }

  @SuppressWarnings("unchecked") // a listener gives members back
  void putAll(Map<? extends K, ? extends V> more) {
    List<@Nullable Object> removed = new ArrayList<>();
    List<@Nullable Object> added = new ArrayList<>();
    List<K> keys = new ArrayList<>();
    MemberEvents present = events();
    more.forEach((key, value) -> {
      V old = map.get(key);
      if (map.containsKey(key) && old == value) {
        if (present != null) {
          present.addedAgain(value);
        }
        return;
      }
      if (map.containsKey(key)) {
        removed.add(old);
      }
      keys.add(key);
      added.add(value);
    });
    List<@Nullable Object> accepted =
        present == null || added.isEmpty() ? added : present.exchanging(removed, added);
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), (V) accepted.get(i));
    }
  }

  void clear() {
    MemberEvents present = events();
    if (present != null && !map.isEmpty()) {
      present.exchanging(new ArrayList<>(map.values()), List.of());
    }
    map.clear();
  }

  Set<Entry<K, V>> entries() {
    return new Entries();
  }

  /** The entries, which can be taken out and given other values. */
  private final class Entries extends AbstractSet<Entry<K, V>> {
    @Override
    public int size() {
      return map.size();
    }

    @Override
    public boolean contains(@Nullable Object entry) {
      return entry instanceof Entry<?, ?> pair
          && map.containsKey(pair.getKey())
          && isSame(map.get(pair.getKey()), pair.getValue());
    }

    @Override
    public boolean remove(@Nullable Object entry) {
      if (!contains(entry) || !(entry instanceof Entry<?, ?> pair)) {
        return false;
      }
      MapMembers.this.remove(pair.getKey());
      return true;
    }

    private boolean isSame(@Nullable Object left, @Nullable Object right) {
      return left == right || Objects.equals(left, right);
    }

    @Override
    public void clear() {
      MapMembers.this.clear();
    }

    @Override
    public Iterator<Entry<K, V>> iterator() {
      return new EntryIterator();
    }
  }

  /** Goes through the entries; taking one out is reported. */
  private final class EntryIterator implements Iterator<Entry<K, V>> {
    private final Iterator<Entry<K, V>> entries = map.entrySet().iterator();
    private @Nullable Entry<K, V> last;

    @Override
    public boolean hasNext() {
      return entries.hasNext();
    }

    @Override
    public Entry<K, V> next() {
      Entry<K, V> entry = following();
      last = entry;
      return new LiveEntry(entry);
    }

    private Entry<K, V> following() {
      try {
        return entries.next();
      } catch (ConcurrentModificationException e) {
        throw MemberEvents.changedWhileIterated(events());
      }
    }

    @Override
    public void remove() {
      Entry<K, V> entry = last;
      if (entry == null) {
        throw new IllegalStateException("no entry was given out since the last removal");
      }
      MemberEvents present = events();
      if (present != null) {
        present.removing(entry.getValue(), entry.getKey());
      }
      last = null;
      entries.remove();
    }
  }

  /** An entry whose change of value is reported. */
  private final class LiveEntry implements Entry<K, V> {
    private final Entry<K, V> entry;

    LiveEntry(Entry<K, V> entry) {
      this.entry = entry;
    }

    @Override
    public K getKey() {
      return entry.getKey();
    }

    @Override
    public V getValue() {
      return entry.getValue();
    }

    @Override
    @SuppressWarnings("unchecked") // a listener gives a member back
    public V setValue(V value) {
      MemberEvents present = events();
      return entry.setValue(
          present == null ? value : (V) present.replacing(entry.getValue(), value, entry.getKey()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry<?, ?> that
          && Objects.equals(getKey(), that.getKey())
          && (getValue() == that.getValue() || Objects.equals(getValue(), that.getValue()));
    }

    @Override
    public int hashCode() {
      return new SimpleImmutableEntry<>(getKey(), getValue()).hashCode();
    }

    @Override
    public String toString() {
      return getKey() + "=" + getValue();
    }
  }
}
