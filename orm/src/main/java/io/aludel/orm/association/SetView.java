package io.aludel.orm.association;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A collection of related objects as a set of values. */
final class SetView<R, V extends @Nullable Object> extends AbstractSet<V> {
  private final AssociationProxy<R, V> proxy;
  private final Collection<R> related;

  SetView(AssociationProxy<R, V> proxy, Collection<R> related) {
    this.proxy = proxy;
    this.related = related;
  }

  @Override
  public int size() {
    return related.size();
  }

  @Override
  public boolean add(V value) {
    return !contains(value) && related.add(proxy.create(value));
  }

  @Override
  public void clear() {
    related.clear();
  }

  @Override
  public Iterator<V> iterator() {
    Iterator<R> inner = related.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return inner.hasNext();
      }

      @Override
      public V next() {
        return proxy.read(inner.next());
      }

      @Override
      public void remove() {
        inner.remove();
      }
    };
  }
}
