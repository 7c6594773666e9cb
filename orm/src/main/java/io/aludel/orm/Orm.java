package io.aludel.orm;

import io.aludel.ArgumentException;
import io.aludel.orm.attribute.EntityReference;
import io.aludel.orm.mapping.internal.EntityNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.join.MarkedNode;
import io.aludel.sql.ColumnExpression;
import io.aludel.sql.Delete;
import io.aludel.sql.Expression;
import io.aludel.sql.FromClause;
import io.aludel.sql.Insert;
import io.aludel.sql.Select;
import io.aludel.sql.Selectable;
import io.aludel.sql.Sql;
import io.aludel.sql.Update;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;

/**
 * The words that start statements over entities, together with all words of SQL that {@link Sql} has: one
 * static import of {@code io.aludel.orm.Orm.*} is enough for both.
 */
public class Orm extends Sql {
  private static final Selectable<?>[] NOTHING_MORE = {};

  /** For those who collect words of their own. */
  protected Orm() {}

  /**
   * A SELECT of whole entities.
   *
   * @param entity the entity class
   * @param <E> the entity class
   * @return the statement
   */
  public static <E> Select<E> select(Class<E> entity) {
    return select(new Entity<>(entity), NOTHING_MORE);
  }

  /**
   * A SELECT of whole entities, of an occurrence of their own.
   *
   * @param entity the entity, or an alias of it
   * @param <E> the entity class
   * @return the statement
   */
  public static <E> Select<E> select(EntityReference<E> entity) {
    return select(entity, NOTHING_MORE);
  }

  /**
   * A SELECT of whole entities together with other things in each row.
   *
   * @param entity the entity class
   * @param more what else each row has
   * @param <E> the entity class
   * @return the statement
   */
  public static <E> Select<E> select(Class<E> entity, Selectable<?>... more) {
    return select((Selectable<E>) new Entity<>(entity), more);
  }

  /**
   * An entity as something to select, or to select from.
   *
   * @param entity the entity class
   * @param <E> the entity class
   * @return the entity
   */
  public static <E> Entity<E> entity(Class<E> entity) {
    return new Entity<>(entity);
  }

  /**
   * An INSERT of rows for an entity, without objects.
   *
   * @param entity the entity class
   * @return the statement
   */
  public static Insert insert(Class<?> entity) {
    return insert(new Entity<>(entity));
  }

  /**
   * An UPDATE of entities by criteria. Objects of the session are kept in step; no object's own hooks
   * run.
   *
   * @param entity the entity class
   * @return the statement
   */
  public static Update update(Class<?> entity) {
    return update(new Entity<>(entity));
  }

  /**
   * A DELETE of entities by criteria. Objects of the session are kept in step; no object's own hooks run
   * and nothing cascades but what the database does.
   *
   * @param entity the entity class
   * @return the statement
   */
  public static Delete delete(Class<?> entity) {
    return delete(new Entity<>(entity));
  }

  /**
   * The option by which rows overwrite the objects that the session holds, changes included.
   *
   * @return the option
   */
  public static ExecutionOption populateExisting() {
    return new ExecutionOption.PopulateExisting();
  }

  /**
   * The option by which a statement runs without a flush before it.
   *
   * @return the option
   */
  public static ExecutionOption withoutAutoflush() {
    return new ExecutionOption.WithoutAutoflush();
  }

  /**
   * The option that says how objects are kept in step with an UPDATE or DELETE of entities.
   *
   * @param how the way; {@link Synchronize#AUTO} unless said
   * @return the option
   */
  public static ExecutionOption synchronize(Synchronize how) {
    return new ExecutionOption.Synchronizing(
        ArgumentException.requireNonNull(how, "the way of synchronizing"));
  }

  /**
   * Marks a column in the condition of a relationship as one that holds the copy of another, as a foreign
   * key does (parity row ORM-REL-09). Means nothing elsewhere.
   *
   * @param column an attribute or column, or an expression over columns
   * @param <T> the Java type of the value
   * @return the same, marked
   */
  public static <T> ColumnExpression<T> foreign(Expression<T> column) {
    Node node = ArgumentException.requireNonNull(column, "a foreign column").node();
    return new Marked<>(new MarkedNode(node, true, false));
  }

  /**
   * Marks a column in the condition of a relationship as one of the related entity, where an entity is
   * related to itself (parity row ORM-REL-09). Means nothing elsewhere.
   *
   * @param column an attribute or column, or an expression over columns
   * @param <T> the Java type of the value
   * @return the same, marked
   */
  public static <T> ColumnExpression<T> remote(Expression<T> column) {
    Node node = ArgumentException.requireNonNull(column, "a remote column").node();
    return new Marked<>(new MarkedNode(node, false, true));
  }

  /** A marked expression, with all operators. */
  private record Marked<T>(Node node) implements ColumnExpression<T> {}

  /**
   * A mapped class as something to select, and to select from.
   *
   * @param type the entity class
   * @param <E> the entity class
   */
  public record Entity<E>(Class<E> type) implements FromClause, Selectable<E> {
    /** Checks the class. */
    public Entity {
      ArgumentException.requireNonNull(type, "the class of an entity");
    }

    @Override
    public FromNode fromNode() {
      return EntitySource.of(type);
    }

    @Override
    public Node node() {
      return new EntityNode(EntitySource.of(type));
    }
  }
}
