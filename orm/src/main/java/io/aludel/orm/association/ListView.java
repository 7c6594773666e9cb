package io.aludel.orm.association;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of related objects as values. */
final class ListView<R, V extends @Nullable Object> extends AbstractList<V> {
  private final AssociationProxy<R, V> proxy;
  private final List<R> related;

  ListView(AssociationProxy<R, V> proxy, List<R> related) {
    this.proxy = proxy;
    this.related = related;
  }

  @Override
  public int size() {
    return related.size();
  }

  @Override
  public V get(int place) {
    return proxy.read(related.get(place));
  }

  @Override
  public V set(int place, V value) {
    R present = related.get(place);
    V old = proxy.read(present);
    if (!proxy.write(present, value)) {
      related.set(place, proxy.create(value));
    }
    return old;
  }

  @Override
  public void add(int place, V value) {
    related.add(place, proxy.create(value));
    modCount++;
  }

  @Override
  public V remove(int place) {
    modCount++;
    return proxy.read(related.remove(place));
  }

  @Override
  protected void removeRange(int from, int to) {
    modCount++;
    related.subList(from, to).clear();
  }
}
