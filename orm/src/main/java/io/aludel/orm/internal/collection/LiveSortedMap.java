package io.aludel.orm.internal.collection;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.AbstractMap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The live form of a sorted map, and of its parts, which report as the whole does. */
@SuppressWarnings("serial") // written as a plain map
public final class LiveSortedMap<K extends @Nullable Object, V extends @Nullable Object>
    extends AbstractMap<K, V> implements SortedMap<K, V>, LiveCollection {
  private static final long serialVersionUID = 1L;

  private final SortedMap<K, V> sorted;
  private final MapMembers<K, V> members;

  LiveSortedMap(@Nullable Comparator<? super K> order) {
    this.sorted = new TreeMap<>(order);
    this.members = new MapMembers<>(sorted);
  }

  private LiveSortedMap(SortedMap<K, V> part, MapMembers<K, V> whole) {
    this.sorted = part;
    this.members = new MapMembers<>(part, whole);
  }

  @Override
  public @Nullable Object[] members() {
    return members.values();
  }

  @Override
  public int count(@Nullable Object member) {
    return members.count(member);
  }

  @Override
  public void insert(@Nullable Object member) {
    members.insert(member);
  }

  @Override
  public @Nullable Object evicted(@Nullable Object member) {
    return members.evicted(member);
  }

  @Override
  public void take(@Nullable Object member) {
    members.take(member);
  }

  @Override
  public void fill(List<?> content) {
    members.fill(content);
  }

  @Override
  public void fill(List<?> keys, List<?> content) {
    members.fill(keys, content);
  }

  @Override
  public @Nullable MemberEvents events() {
    return members.events();
  }

  @Override
  public void events(@Nullable MemberEvents listener) {
    members.events(listener);
  }

  @Override
  public @Nullable Comparator<? super K> comparator() {
    return sorted.comparator();
  }

  @Override
  public SortedMap<K, V> subMap(K from, K to) {
    return new LiveSortedMap<>(sorted.subMap(from, to), members);
  }

  @Override
  public SortedMap<K, V> headMap(K to) {
    return new LiveSortedMap<>(sorted.headMap(to), members);
  }

  @Override
  public SortedMap<K, V> tailMap(K from) {
    return new LiveSortedMap<>(sorted.tailMap(from), members);
  }

  @Override
  public K firstKey() {
    return sorted.firstKey();
  }

  @Override
  public K lastKey() {
    return sorted.lastKey();
  }

  @Override
  public int size() {
    return sorted.size();
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return sorted.containsKey(key);
  }

  @Override
  public boolean containsValue(@Nullable Object value) {
    return members.count(value) > 0 || sorted.containsValue(value);
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    return sorted.get(key);
  }

  @Override
  public @Nullable V put(K key, V value) {
    requireInRange(key);
    return members.put(key, value);
  }

  /** A part refuses a key out of its range, and has to do so before anybody is told of the change. */
  private void requireInRange(K key) {
    if (!sorted.containsKey(key)) {
      sorted.tailMap(key);
    }
  }

  @Override
  public @Nullable V remove(@Nullable Object key) {
    return members.remove(key);
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> more) {
    more.keySet().forEach(this::requireInRange);
    members.putAll(more);
  }

  @Override
  public void clear() {
    members.clear();
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return members.entries();
  }

  /** Written by itself, it is a plain map: only its owner makes it live. */
  private Object writeReplace() {
    return new TreeMap<>(sorted);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw LiveCollections.neverWritten(this);
  }
}
