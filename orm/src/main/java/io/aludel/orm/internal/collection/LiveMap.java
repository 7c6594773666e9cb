package io.aludel.orm.internal.collection;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The live form of a map: members by key, in the order in which they came. Whatever is not overridden
 * here comes down to {@code put}, {@code remove}, an entry's {@code setValue} and the iterator of the
 * entries, the views of keys and values included.
 */
@SuppressWarnings("serial") // written as a plain map
public final class LiveMap<K extends @Nullable Object, V extends @Nullable Object>
    extends AbstractMap<K, V> implements LiveCollection {
  private static final long serialVersionUID = 1L;

  private final MapMembers<K, V> members = new MapMembers<>(new LinkedHashMap<>());

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
  public int size() {
    return members.map().size();
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return members.map().containsKey(key);
  }

  @Override
  public boolean containsValue(@Nullable Object value) {
    return members.count(value) > 0 || members.map().containsValue(value);
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    return members.map().get(key);
  }

  @Override
  public @Nullable V put(K key, V value) {
    return members.put(key, value);
  }

  @Override
  public @Nullable V remove(@Nullable Object key) {
    return members.remove(key);
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> more) {
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
    return new LinkedHashMap<>(members.map());
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw LiveCollections.neverWritten(this);
  }
}
