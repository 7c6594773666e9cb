package io.aludel.orm.association;

import io.aludel.ArgumentException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Shows related objects as what each of them leads to: the links of a user as its keywords, a profile as its
 * picture (parity row ORM-MAP-26). Views are live: what is done to them is done to the related objects, which are
 * made by a function when a value comes in. Views of views work as well. Immutable, safe to share; kept in a
 * constant of the entity class:
 *
 * <pre>{@code
 * private static final AssociationProxy<Link, Keyword> KEYWORDS =
 *     AssociationProxy.of(Link::getKeyword, Link::new);
 *
 * public List<Keyword> keywords() {
 *   return KEYWORDS.list(links);
 * }
 * }</pre>
 *
 * <p>In statements {@code User_.links.through(link -> link.keyword…)} asks the same.
 *
 * @param <R> the related class
 * @param <V> what each of its objects leads to
 */
public final class AssociationProxy<R, V extends @Nullable Object> {
  private final Function<? super R, ? extends V> reading;
  private final Function<? super V, ? extends R> creating;
  private final @Nullable BiConsumer<? super R, ? super V> writing;
  private final boolean clearsTarget;
  private final boolean createsForNull;

  private AssociationProxy(
      Function<? super R, ? extends V> reading,
      Function<? super V, ? extends R> creating,
      @Nullable BiConsumer<? super R, ? super V> writing,
      boolean clearsTarget,
      boolean createsForNull) {
    this.reading = reading;
    this.creating = creating;
    this.writing = writing;
    this.clearsTarget = clearsTarget;
    this.createsForNull = createsForNull;
  }

  /**
   * A proxy.
   *
   * @param reading what a related object leads to
   * @param creating makes a related object that leads to a value
   * @param <R> the related class
   * @param <V> what each of its objects leads to
   * @return the proxy
   */
  public static <R, V extends @Nullable Object> AssociationProxy<R, V> of(
      Function<? super R, ? extends V> reading, Function<? super V, ? extends R> creating) {
    return new AssociationProxy<>(
        ArgumentException.requireNonNull(reading, "the reading of a proxy"),
        ArgumentException.requireNonNull(creating, "the creating of a proxy"),
        null,
        false,
        false);
  }

  /**
   * A proxy that changes related objects where a value is replaced, instead of replacing them.
   *
   * @param write makes a related object lead to another value
   * @return the proxy
   */
  public AssociationProxy<R, V> writing(BiConsumer<? super R, ? super V> write) {
    ArgumentException.requireNonNull(write, "the writing of a proxy");
    return new AssociationProxy<>(reading, creating, write, clearsTarget, createsForNull);
  }

  /**
   * A proxy that also clears the reference when null is assigned through it.
   *
   * @return the proxy
   */
  public AssociationProxy<R, V> clearingTarget() {
    return new AssociationProxy<>(reading, creating, writing, true, createsForNull);
  }

  /**
   * A proxy that makes a related object even for a null that is assigned where there is none.
   *
   * @return the proxy
   */
  public AssociationProxy<R, V> creatingForNull() {
    return new AssociationProxy<>(reading, creating, writing, clearsTarget, true);
  }

  V read(R related) {
    return reading.apply(related);
  }

  R create(V value) {
    return creating.apply(value);
  }

  /** Lets a related object lead to another value; false if it has to make way for a new one. */
  boolean write(R related, V value) {
    if (writing == null) {
      return false;
    }
    writing.accept(related, value);
    return true;
  }

  // One related object

  /**
   * The value behind a reference.
   *
   * @param related the related object, or null
   * @return what it leads to; null if there is none
   */
  public @Nullable V get(@Nullable R related) {
    return related == null ? null : read(related);
  }

  /**
   * Assigns a value through a reference. Where there is no related object one is made, but for null; an object that is
   * there is changed, or replaced if the proxy cannot write.
   *
   * @param related the related object, or null
   * @param value the value
   * @param assign assigns the reference
   */
  public void set(@Nullable R related, V value, Consumer<? super @Nullable R> assign) {
    ArgumentException.requireNonNull(assign, "the assignment of a reference");
    if (related == null) {
      if (value != null || createsForNull) {
        assign.accept(create(value));
      }
    } else if (value == null && clearsTarget) {
      assign.accept(null);
    } else if (!write(related, value)) {
      assign.accept(create(value));
    }
  }

  // Several related objects

  /**
   * A list of related objects as a list of values.
   *
   * @param related the related objects
   * @return a live view
   */
  public List<V> list(List<R> related) {
    return new ListView<>(this, ArgumentException.requireNonNull(related, "the related objects"));
  }

  /**
   * A collection of related objects as a set of values. A value that is there already is not added again.
   *
   * @param related the related objects
   * @return a live view
   */
  public Set<V> set(Collection<R> related) {
    return new SetView<>(this, ArgumentException.requireNonNull(related, "the related objects"));
  }

  /**
   * A map of related objects as a map of values.
   *
   * @param related the related objects
   * @param maker makes a related object for a key and a value
   * @param <K> the class of the keys
   * @return a live view
   */
  public <K> Map<K, V> map(Map<K, R> related, BiFunction<? super K, ? super V, ? extends R> maker) {
    ArgumentException.requireNonNull(maker, "the maker of related objects");
    return new MapView<>(
        this, ArgumentException.requireNonNull(related, "the related objects"), maker);
  }

  /**
   * Lets related objects lead to these values and no others: objects with equal values stay, in the order of the
   * values where they have an order; the others leave, and new ones are made for what is missing.
   *
   * @param related the related objects
   * @param values the values
   */
  public void replace(Collection<R> related, Collection<? extends V> values) {
    ArgumentException.requireNonNull(values, "the values");
    List<R> left =
        new LinkedList<>(ArgumentException.requireNonNull(related, "the related objects"));
    List<R> wanted = new ArrayList<>();
    boolean same = left.size() == values.size();
    for (V value : values) {
      R known = take(left, value);
      same &= known != null;
      wanted.add(known == null ? create(value) : known);
    }
    if (related instanceof List<R> list) {
      if (!same || !list.equals(wanted)) {
        list.clear();
        list.addAll(wanted);
      }
    } else {
      related.removeAll(left);
      wanted.stream().filter(each -> !related.contains(each)).forEach(related::add);
    }
  }

  private @Nullable R take(List<R> left, V value) {
    for (R each : left) {
      if (Objects.equals(read(each), value)) {
        left.remove(each);
        return each;
      }
    }
    return null;
  }
}
