package io.aludel.orm.mapping;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import io.aludel.orm.event.internal.ListenerList;
import java.util.function.Consumer;

/**
 * Where listeners of mapping itself are registered: classes that get a mapper, and mappers whose
 * relationships are worked out. Made before the registry where its first classes are to be heard
 * of, and given to {@link Registry#heard}; one may serve several registries.
 *
 * <pre>{@code
 * RegistryEvents events = new RegistryEvents();
 * events.afterMapperConstructed(mapper -> tables.add(mapper.table().name()));
 * Registry models = Registry.heard(events, User.class, Post.class);
 * }</pre>
 *
 * <p>Listeners are called in the order in which they were registered, by the thread that maps or
 * configures; what one throws ends the mapping or the round. Safe to share.
 */
public final class RegistryEvents {
  private final ListenerList<Consumer<Class<?>>> instrumented = new ListenerList<>();
  private final ListenerList<Consumer<Mapper<?>>> constructed = new ListenerList<>();
  private final ListenerList<ConfigureListener> beforeMapper = new ListenerList<>();
  private final ListenerList<Consumer<Mapper<?>>> afterMapper = new ListenerList<>();
  private final ListenerList<Consumer<Registry>> beforeRound = new ListenerList<>();
  private final ListenerList<Consumer<Registry>> afterRound = new ListenerList<>();

  /** What becomes of a mapper that is to be configured. */
  public enum Decision {
    /** It is configured now. */
    CONFIGURE,
    /** It is left for a later round; until then it cannot be used. */
    SKIP
  }

  /** Decides on mappers that are to be configured. */
  @FunctionalInterface
  public interface ConfigureListener {
    /**
     * Called before the relationships of a mapper are worked out.
     *
     * @param mapper the mapper, which does not know its relationships
     * @return what becomes of it; one listener that skips is enough
     */
    Decision configuring(Mapper<?> mapper);
  }

  /** Creates a place for listeners, with none. */
  public RegistryEvents() {}

  /**
   * Hears of each class that is about to be mapped, before anything of it is read (parity row
   * ORM-EVT-04). It was woven when it was compiled; whether it was, is checked afterwards.
   *
   * @param listener gets the class
   * @return takes the listener out again
   * @throws ArgumentException if the listener is null
   */
  public ListenerHandle instrumentClass(Consumer<Class<?>> listener) {
    return instrumented.add(present(listener));
  }

  /**
   * Hears of each mapper that was made, with columns and key and without relationships (parity row
   * ORM-EVT-04). Those of classes above are heard of first.
   *
   * @param listener gets the mapper
   * @return takes the listener out again
   * @throws ArgumentException if the listener is null
   */
  public ListenerHandle afterMapperConstructed(Consumer<Mapper<?>> listener) {
    return constructed.add(present(listener));
  }

  /**
   * Decides on each mapper whose relationships are about to be worked out (parity row ORM-EVT-05).
   * One that is skipped is asked for again in every later round, and each use of a mapper begins
   * one.
   *
   * @param listener decides
   * @return takes the listener out again
   * @throws ArgumentException if the listener is null
   */
  public ListenerHandle beforeMapperConfigured(ConfigureListener listener) {
    return beforeMapper.add(present(listener));
  }

  /**
   * Hears of each mapper whose relationships were worked out (parity row ORM-EVT-05). Those of
   * other mappers need not be there; wait for {@link #afterConfigured} to use them.
   *
   * @param listener gets the mapper
   * @return takes the listener out again
   * @throws ArgumentException if the listener is null
   */
  public ListenerHandle mapperConfigured(Consumer<Mapper<?>> listener) {
    return afterMapper.add(present(listener));
  }

  /**
   * Hears of each round of configuration before it begins, if there is anything to configure
   * (parity row ORM-EVT-06). Classes may still be mapped here.
   *
   * @param listener gets the registry
   * @return takes the listener out again
   * @throws ArgumentException if the listener is null
   */
  public ListenerHandle beforeConfigured(Consumer<Registry> listener) {
    return beforeRound.add(present(listener));
  }

  /**
   * Hears of each round of configuration when all mappers of it are done (parity row ORM-EVT-06).
   * Not called if it fails.
   *
   * @param listener gets the registry
   * @return takes the listener out again
   * @throws ArgumentException if the listener is null
   */
  public ListenerHandle afterConfigured(Consumer<Registry> listener) {
    return afterRound.add(present(listener));
  }

  private static <L> L present(L listener) {
    return ArgumentException.requireNonNull(listener, "a listener of mappings");
  }

  void instrumenting(Class<?> type) {
    tell(instrumented, type);
  }

  void constructed(Mapper<?> mapper) {
    tell(constructed, mapper);
  }

  boolean lets(Mapper<?> mapper) {
    boolean goesOn = true;
    for (ConfigureListener each : beforeMapper.all()) {
      goesOn &= each.configuring(mapper) != Decision.SKIP;
    }
    return goesOn;
  }

  void configured(Mapper<?> mapper) {
    tell(afterMapper, mapper);
  }

  void beginning(Registry registry) {
    tell(beforeRound, registry);
  }

  void done(Registry registry) {
    tell(afterRound, registry);
  }

  private static <T> void tell(ListenerList<Consumer<T>> listeners, T happened) {
    for (Consumer<T> each : listeners.all()) {
      each.accept(happened);
    }
  }
}
