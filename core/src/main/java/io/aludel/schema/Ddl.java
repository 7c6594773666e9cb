package io.aludel.schema;

import io.aludel.ArgumentException;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A DDL statement that runs when something is created or dropped, on the databases it is meant for
 * (parity row ORM-DDL-18). Immutable.
 *
 * <pre>{@code
 * account.events().afterCreate(
 *     Ddl.text("ALTER TABLE %(fullname)s SET (fillfactor = 70)").onlyOn("postgresql"));
 * }</pre>
 */
public final class Ddl implements Consumer<DdlEvents.Event> {
  private final DdlElement element;
  private final Condition condition;

  private Ddl(DdlElement element, Condition condition) {
    this.element = element;
    this.condition = condition;
  }

  /**
   * A statement as text.
   *
   * @param sql one statement; {@code %(table)s}, {@code %(schema)s} and {@code %(fullname)s} stand for the
   *     table that is created or dropped, the rest is sent as it is
   * @return the statement, which runs everywhere
   * @throws ArgumentException if {@code sql} is null or blank
   */
  public static Ddl text(String sql) {
    return of(new DdlElement.DdlText(sql));
  }

  /**
   * Any DDL element.
   *
   * @param element the statement
   * @return the statement, which runs everywhere
   */
  public static Ddl of(DdlElement element) {
    return new Ddl(ArgumentException.requireNonNull(element, "a DDL statement"), Condition.ALWAYS);
  }

  /**
   * The same statement for some kinds of databases only.
   *
   * @param dialects their names, such as {@code postgresql}
   * @return a copy
   */
  public Ddl onlyOn(String... dialects) {
    return onlyIf(Condition.on(dialects));
  }

  /**
   * The same statement under a condition, which is asked with the thing created or dropped.
   *
   * @param wanted the condition
   * @return a copy
   */
  public Ddl onlyIf(Condition wanted) {
    return new Ddl(element, ArgumentException.requireNonNull(wanted, "a condition of DDL"));
  }

  /**
   * The statement without its condition.
   *
   * @return what a connection executes
   */
  public DdlElement element() {
    return element;
  }

  /**
   * Runs the statement if its condition holds. Emits it.
   *
   * @param event what is created or dropped
   */
  @Override
  public void accept(DdlEvents.Event event) {
    if (!condition.holds(event.runner().dialect(), event.subject())) {
      return;
    }
    boolean about = element instanceof DdlElement.DdlText && event.subject() instanceof Table;
    event
        .runner()
        .run(
            about
                ? new DdlElement.DdlText(
                    ((DdlElement.DdlText) element).sql(), (Table) event.subject())
                : element);
  }

  @Override
  public String toString() {
    return element.toString();
  }

  /**
   * Decides whether a constraint, an index or a piece of DDL is wanted on a database (parity row
   * ORM-DDL-18). Called each time the DDL is spelled.
   */
  @FunctionalInterface
  public interface Condition {
    /** Holds everywhere. */
    Condition ALWAYS = (dialect, subject) -> true;

    /**
     * Whether the DDL is wanted.
     *
     * @param dialect the name of the dialect
     * @param subject the constraint, index or DDL
     * @return false to leave it out
     */
    boolean holds(String dialect, Object subject);

    /**
     * A condition that holds on some kinds of databases.
     *
     * @param dialects their names, such as {@code postgresql}
     * @return the condition
     */
    static Condition on(String... dialects) {
      Set<String> names =
          Set.of(ArgumentException.requireNonNull(dialects, "the dialects of a condition"));
      return (dialect, subject) -> names.contains(dialect);
    }
  }
}
