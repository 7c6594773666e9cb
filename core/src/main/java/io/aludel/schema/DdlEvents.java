package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where one listens to the creation and dropping of a {@link MetaData} or {@link Table} and of all that
 * belongs to it: listeners of a metadata hear of its tables, listeners of a table of its indexes and
 * constraints. An exception of a listener ends the work. Safe to share.
 *
 * <pre>{@code
 * metadata.events().afterCreate(event -> event.runner().run(Ddl.text("GRANT … ON …").ddl()));
 * }</pre>
 */
public final class DdlEvents {
  private final List<Consumer<Event>> beforeCreate = new CopyOnWriteArrayList<>();
  private final List<Consumer<Event>> afterCreate = new CopyOnWriteArrayList<>();
  private final List<Consumer<Event>> beforeDrop = new CopyOnWriteArrayList<>();
  private final List<Consumer<Event>> afterDrop = new CopyOnWriteArrayList<>();
  private final List<AttachListener> beforeAttach = new CopyOnWriteArrayList<>();
  private final List<AttachListener> afterAttach = new CopyOnWriteArrayList<>();
  private final List<ReflectListener> columnReflect = new CopyOnWriteArrayList<>();
  private final @Nullable DdlEvents parent;

  DdlEvents(@Nullable DdlEvents parent) {
    this.parent = parent;
  }

  /** Hears of parts that a table gets. */
  @FunctionalInterface
  public interface AttachListener {
    /**
     * Called for each part.
     *
     * @param part the column, constraint, index or, on a metadata, table
     * @param owner the table, or the metadata for a table
     */
    void attached(Object part, Object owner);
  }

  /** Hears of columns that were found in the database, and may change them. */
  @FunctionalInterface
  public interface ReflectListener {
    /**
     * Called for each column before it is added to its table.
     *
     * @param table the table, whose other parts are not there yet
     * @param column the column found
     * @return the column to be added, {@code column} itself or another, or null to leave it out
     */
    @Nullable Column<?> reflected(Table table, Column<?> column);
  }

  private static <L> ListenerHandle add(List<L> list, L listener) {
    ArgumentException.requireNonNull(listener, "a listener of DDL");
    list.add(listener);
    return () -> list.remove(listener);
  }

  /**
   * Registers for things about to be created.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle beforeCreate(Consumer<Event> listener) {
    return add(beforeCreate, listener);
  }

  /**
   * Registers for things that were created.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterCreate(Consumer<Event> listener) {
    return add(afterCreate, listener);
  }

  /**
   * Registers for things about to be dropped.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle beforeDrop(Consumer<Event> listener) {
    return add(beforeDrop, listener);
  }

  /**
   * Registers for things that were dropped.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterDrop(Consumer<Event> listener) {
    return add(afterDrop, listener);
  }

  /**
   * Registers for parts about to be added to a table, and tables to a metadata.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle beforeParentAttach(AttachListener listener) {
    return add(beforeAttach, listener);
  }

  /**
   * Registers for parts that were added to a table, and tables to a metadata.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterParentAttach(AttachListener listener) {
    return add(afterAttach, listener);
  }

  /**
   * Registers for columns found in the database.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle columnReflect(ReflectListener listener) {
    return add(columnReflect, listener);
  }

  void tellBeforeCreate(Event event) {
    tell(beforeCreate, event);
    if (parent != null) {
      parent.tellBeforeCreate(event);
    }
  }

  void tellAfterCreate(Event event) {
    tell(afterCreate, event);
    if (parent != null) {
      parent.tellAfterCreate(event);
    }
  }

  void tellBeforeDrop(Event event) {
    tell(beforeDrop, event);
    if (parent != null) {
      parent.tellBeforeDrop(event);
    }
  }

  void tellAfterDrop(Event event) {
    tell(afterDrop, event);
    if (parent != null) {
      parent.tellAfterDrop(event);
    }
  }

  private static void tell(List<Consumer<Event>> listeners, Event event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  void tellBeforeAttach(Object part, Object owner) {
    tell(beforeAttach, part, owner);
    if (parent != null) {
      parent.tellBeforeAttach(part, owner);
    }
  }

  void tellAfterAttach(Object part, Object owner) {
    tell(afterAttach, part, owner);
    if (parent != null) {
      parent.tellAfterAttach(part, owner);
    }
  }

  /** Called for each column of a model. */
  private static void tell(List<AttachListener> listeners, Object part, Object owner) {
    for (AttachListener listener : listeners) {
      listener.attached(part, owner);
    }
  }

  /**
   * Asks the listeners of {@link #columnReflect} about a column. For what reads catalogues.
   *
   * @param table the table, whose other parts are not there yet
   * @param found the column found
   * @return the column to be added, or null to leave it out
   */
  public @Nullable Column<?> reflect(Table table, Column<?> found) {
    Column<?> column = found;
    for (ReflectListener listener : columnReflect) {
      column = column == null ? null : listener.reflected(table, column);
    }
    return parent == null || column == null ? column : parent.reflect(table, column);
  }

  /**
   * Something is about to be created or dropped, or has just been (parity row ORM-EVT-48).
   *
   * @param subject the {@link MetaData}, {@link Table}, {@link Index}, {@link Constraint} or {@link
   *     Sequence}
   * @param runner runs further DDL on the same connection and in the same transaction
   * @param tables the tables that are created or dropped along with it, in their order
   * @param checkFirst what was looked for in the database before
   */
  public record Event(Object subject, DdlRunner runner, List<Table> tables, CheckFirst checkFirst) {
    /** Creates the event. */
    public Event {
      ArgumentException.requireNonNull(subject, "the subject of a DDL event");
      ArgumentException.requireNonNull(runner, "the runner of a DDL event");
      ArgumentException.requireNonNull(checkFirst, "the check of a DDL event");
      tables = List.copyOf(ArgumentException.requireNonNull(tables, "the tables of a DDL event"));
    }
  }
}
