package io.aludel.orm;

import io.aludel.ArgumentException;
import io.aludel.engine.ExecutionOptions;
import io.aludel.orm.attribute.EntityReference;
import io.aludel.orm.attribute.MatchedByName;
import io.aludel.orm.attribute.PolymorphicEntity;
import io.aludel.orm.attribute.RelationshipAttribute;
import io.aludel.orm.attribute.ValueAttribute;
import io.aludel.orm.mapping.internal.EntityCriteria;
import io.aludel.orm.mapping.internal.EntityCriteria.Reach;
import io.aludel.orm.mapping.internal.EntityNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.join.MarkedNode;
import io.aludel.sql.ColumnExpression;
import io.aludel.sql.Condition;
import io.aludel.sql.Delete;
import io.aludel.sql.Executable;
import io.aludel.sql.Expression;
import io.aludel.sql.FromClause;
import io.aludel.sql.Insert;
import io.aludel.sql.RowStatement;
import io.aludel.sql.Select;
import io.aludel.sql.Selectable;
import io.aludel.sql.Sql;
import io.aludel.sql.Update;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import java.util.Arrays;
import java.util.function.Function;

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
   * Entities and values read from the rows of a statement that is sent as it is: {@code
   * fromStatement(select(User.class), text("SELECT * FROM users"))} (parity row ORM-QRY-08).
   *
   * <p>Where the statement says what its rows are, which is so for text with {@code columns(…)},
   * for anything that returns rows it wrote, and for queries, each column is found by what it
   * shows. Of other text it is found by name: that of the column, or where several entities have
   * one of that name, that of the table or alias, an underscore and the column. Attributes that the
   * rows do not show are left for when they are read; the key must be there.
   *
   * <p>Loader options of both count. {@code containsEager} takes the related objects from the same
   * rows; what would have to be joined, or need the statement again, is loaded as by {@code
   * selectinLoad}.
   *
   * @param wanted what to read, with options and nothing else
   * @param statement the statement to send
   * @param <T> the first of what is read
   * @return the statement to execute; an error when it runs if the rows do not show what is wanted
   * @throws ArgumentException if {@code wanted} says more than what to read, or the statement gives
   *     no rows
   */
  public static <T> RowStatement<T> fromStatement(Select<T> wanted, Executable statement) {
    return FromStatement.of(
        ArgumentException.requireNonNull(wanted, "what to read from a statement"),
        ArgumentException.requireNonNull(statement, "the statement to read from"));
  }

  /**
   * Rows of which an entity takes columns by name too, where they are not the entity's own: {@code
   * User_.from(byName(latest.subquery()))}. A column of the entity is meant by its name in the
   * database; its value is read as that of the attribute (parity row ORM-QRY-42).
   *
   * @param rows a subquery, a common table expression or an alias
   * @return the same rows, for the {@code from} of a metamodel
   * @throws ArgumentException if {@code rows} is null
   */
  public static FromClause byName(FromClause rows) {
    return new MatchedByName(rows);
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
   * The option by which {@link Session#get}, {@link Session#getOne} and {@link Session#refresh} lock the row
   * until the transaction ends. It is read in any case. Statements are told by {@link Select#lock}.
   *
   * @param lock the lock
   * @return the option
   */
  public static ExecutionOption locking(Select.Lock lock) {
    return new ExecutionOption.Locking(ArgumentException.requireNonNull(lock, "the lock of a row"));
  }

  /**
   * The option by which rows are read, and objects made, so many at a time, while they are handed out: a
   * result of any size needs constant memory. The result must be read, or closed, before the
   * transaction ends. Collections must not be loaded by joins or subqueries, and rows cannot be made unique
   * (parity row ORM-QRY-29).
   *
   * @param rows how many rows are read at a time; the size of {@link
   *     io.aludel.engine.Result#partitions()}, too
   * @return the option
   * @throws ArgumentException if there are fewer than one
   */
  public static ExecutionOptions yieldPer(int rows) {
    return ExecutionOptions.NONE.yieldPer(rows);
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
   * The option by which an INSERT of an entity that is run with maps sends the nulls among them as NULL. Without
   * it a null counts as not said, so that the column gets its default; and rows with it and without it go in
   * statements of their own (parity row ORM-QRY-31).
   *
   * @return the option
   */
  public static ExecutionOption renderNulls() {
    return new ExecutionOption.RenderingNulls();
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
   * Leads to a related entity, to say something about what is loaded there.
   *
   * @param relationship the relationship
   * @param <E> the entity class
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the option, reaching the related entity
   * @see Load#defaultLoad(RelationshipAttribute)
   */
  public static <E, X, R extends EntityReference<X>> Load<X> defaultLoad(
      RelationshipAttribute<E, X, R> relationship) {
    return begin(relationship).defaultLoad(relationship);
  }

  /**
   * Loads a relationship when it is first read (parity row ORM-QRY-12).
   *
   * @param relationship the relationship
   * @param <E> the entity class
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the option, reaching the related entity
   * @see Load#lazyLoad(RelationshipAttribute)
   */
  public static <E, X, R extends EntityReference<X>> Load<X> lazyLoad(
      RelationshipAttribute<E, X, R> relationship) {
    return begin(relationship).lazyLoad(relationship);
  }

  /**
   * Loads a relationship in the same SELECT, by an outer join (parity row ORM-QRY-13).
   *
   * @param relationship the relationship
   * @param <E> the entity class
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the option, reaching the related entity
   * @see Load#joinedLoad(RelationshipAttribute)
   */
  public static <E, X, R extends EntityReference<X>> Load<X> joinedLoad(
      RelationshipAttribute<E, X, R> relationship) {
    return begin(relationship).joinedLoad(relationship);
  }

  /**
   * Loads a relationship in the same SELECT, by an inner join (parity row ORM-REL-31).
   *
   * @param relationship the relationship
   * @param <E> the entity class
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the option, reaching the related entity
   * @see Load#innerJoinedLoad(RelationshipAttribute)
   */
  public static <E, X, R extends EntityReference<X>> Load<X> innerJoinedLoad(
      RelationshipAttribute<E, X, R> relationship) {
    return begin(relationship).innerJoinedLoad(relationship);
  }

  /**
   * Loads a relationship of all objects by one more SELECT for every 500 of them, 32 on H2 (parity row ORM-QRY-15).
   *
   * @param relationship the relationship
   * @param <E> the entity class
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the option, reaching the related entity
   * @see Load#selectinLoad(RelationshipAttribute)
   */
  public static <E, X, R extends EntityReference<X>> Load<X> selectinLoad(
      RelationshipAttribute<E, X, R> relationship) {
    return begin(relationship).selectinLoad(relationship);
  }

  /**
   * Loads a relationship of an entity to itself by SELECTs for 500 objects each (32 on H2), again and again
   * (parity row ORM-QRY-20).
   *
   * @param relationship the relationship
   * @param depth how often it is followed once more; -1 until nothing more is found
   * @param <E> the entity class
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the option, reaching the related entity
   */
  public static <E, X, R extends EntityReference<X>> Load<X> selectinLoad(
      RelationshipAttribute<E, X, R> relationship, int depth) {
    return begin(relationship).selectinLoad(relationship, depth);
  }

  /**
   * Loads a relationship of all objects by one more SELECT that repeats the first as a subquery (parity
   * row ORM-QRY-14).
   *
   * @param relationship the relationship
   * @param <E> the entity class
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the option, reaching the related entity
   * @see Load#subqueryLoad(RelationshipAttribute)
   */
  public static <E, X, R extends EntityReference<X>> Load<X> subqueryLoad(
      RelationshipAttribute<E, X, R> relationship) {
    return begin(relationship).subqueryLoad(relationship);
  }

  /**
   * Loads a relationship of each object by a SELECT of its own, at once (parity row ORM-QRY-16).
   *
   * @param relationship the relationship
   * @param <E> the entity class
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the option, reaching the related entity
   * @see Load#immediateLoad(RelationshipAttribute)
   */
  public static <E, X, R extends EntityReference<X>> Load<X> immediateLoad(
      RelationshipAttribute<E, X, R> relationship) {
    return begin(relationship).immediateLoad(relationship);
  }

  /**
   * Refuses to load a relationship when it is read (parity row ORM-QRY-17).
   *
   * @param relationship the relationship
   * @param <E> the entity class
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the option, reaching the related entity
   * @see Load#raiseLoad(RelationshipAttribute)
   */
  public static <E, X, R extends EntityReference<X>> Load<X> raiseLoad(
      RelationshipAttribute<E, X, R> relationship) {
    return begin(relationship).raiseLoad(relationship);
  }

  /**
   * Refuses to load a relationship when that takes SQL (parity row ORM-QRY-17).
   *
   * @param relationship the relationship
   * @param <E> the entity class
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the option, reaching the related entity
   * @see Load#raiseLoadOnSql(RelationshipAttribute)
   */
  public static <E, X, R extends EntityReference<X>> Load<X> raiseLoadOnSql(
      RelationshipAttribute<E, X, R> relationship) {
    return begin(relationship).raiseLoadOnSql(relationship);
  }

  /**
   * Leaves a relationship empty, whatever the database holds (parity row ORM-QRY-18).
   *
   * @param relationship the relationship
   * @param <E> the entity class
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the option, reaching the related entity
   * @see Load#noLoad(RelationshipAttribute)
   */
  public static <E, X, R extends EntityReference<X>> Load<X> noLoad(
      RelationshipAttribute<E, X, R> relationship) {
    return begin(relationship).noLoad(relationship);
  }

  /**
   * Fills a relationship from the rows of a join that the statement makes itself (parity row ORM-QRY-19).
   *
   * @param relationship the relationship
   * @param <E> the entity class
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the option, reaching the related entity
   * @see Load#containsEager(RelationshipAttribute)
   */
  public static <E, X, R extends EntityReference<X>> Load<X> containsEager(
      RelationshipAttribute<E, X, R> relationship) {
    return begin(relationship).containsEager(relationship);
  }

  /**
   * Fills a relationship from the rows of a join to an alias that the statement makes itself (parity
   * row ORM-QRY-19).
   *
   * @param relationship the relationship
   * @param occurrence the related entity as the statement joins it
   * @param <E> the entity class
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the option, reaching the related entity
   */
  public static <E, X, R extends EntityReference<X>> Load<X> containsEager(
      RelationshipAttribute<E, X, R> relationship, R occurrence) {
    return begin(relationship).containsEager(relationship, occurrence);
  }

  /**
   * Reads only these attributes, and the key, of an entity (parity row ORM-QRY-21).
   *
   * @param first an attribute
   * @param more further attributes of the same entity
   * @param <E> the entity class
   * @return the option, reaching the entity
   */
  @SafeVarargs
  public static <E> Load<E> loadOnly(
      ValueAttribute<E, ?> first, ValueAttribute<? super E, ?>... more) {
    return load(owner(first)).loadOnly(first, more);
  }

  /**
   * Leaves attributes of an entity for when they are first read (parity row ORM-QRY-21).
   *
   * @param first an attribute
   * @param more further attributes of the same entity
   * @param <E> the entity class
   * @return the option, reaching the entity
   */
  @SafeVarargs
  public static <E> Load<E> defer(
      ValueAttribute<E, ?> first, ValueAttribute<? super E, ?>... more) {
    return load(owner(first)).defer(first, more);
  }

  /**
   * Reads attributes of an entity along that the mapping leaves for later (parity row ORM-QRY-21).
   *
   * @param first an attribute
   * @param more further attributes of the same entity
   * @param <E> the entity class
   * @return the option, reaching the entity
   */
  @SafeVarargs
  public static <E> Load<E> undefer(
      ValueAttribute<E, ?> first, ValueAttribute<? super E, ?>... more) {
    return load(owner(first)).undefer(first, more);
  }

  /**
   * Supplies the SQL of a query expression of an entity (parity row ORM-QRY-22).
   *
   * @param attribute an attribute marked {@link io.aludel.orm.annotation.QueryExpression}
   * @param expression the SQL
   * @param <E> the entity class
   * @param <V> the Java type of the value
   * @return the option, reaching the entity
   */
  public static <E, V> Load<E> withExpression(
      ValueAttribute<E, V> attribute, Expression<? extends V> expression) {
    return load(owner(attribute)).withExpression(attribute, expression);
  }

  /**
   * Asks something of every row of an entity, wherever it occurs in the statement (parity row ORM-QRY-24).
   *
   * @param entity the entity class, or a mapped super class of several
   * @param criteria what is asked, over the entity itself
   * @return the option
   */
  public static LoaderCriteria withLoaderCriteria(Class<?> entity, Condition criteria) {
    ArgumentException.requireNonNull(entity, "the class that loader criteria are for");
    Node node =
        ArgumentException.requireNonNull(criteria, "the criteria of " + entity).node();
    return new LoaderCriteria(
        new EntityCriteria(EntitySource.of(entity), () -> node, new Reach(false, true, false)));
  }

  /**
   * Asks something of every row of an entity, or of one alias of it, wherever it occurs in the statement.
   * What is asked is worked out anew for each execution, those of later loads included, so that it
   * may depend on the moment: {@code withLoaderCriteria(Post_.entity, p -> p.tenant.eq(current()))}
   * (parity row ORM-QRY-24).
   *
   * @param entity the entity itself, or the alias
   * @param criteria gives what is asked
   * @param <R> the metamodel of the entity
   * @return the option
   */
  public static <R extends EntityReference<?>> LoaderCriteria withLoaderCriteria(
      R entity, Function<? super R, Condition> criteria) {
    ArgumentException.requireNonNull(entity, "the entity that loader criteria are for");
    ArgumentException.requireNonNull(criteria, "the criteria of " + entity);
    return new LoaderCriteria(new EntityCriteria(
        (EntitySource) entity.fromNode(),
        () -> ArgumentException.requireNonNull(criteria.apply(entity), "the criteria of " + entity)
            .node(),
        new Reach(false, true, true)));
  }

  /**
   * Begins options about an occurrence of an entity, such as {@code load(User_.entity).raiseLoadAll()}.
   *
   * @param entity the entity itself, or an alias
   * @param <E> the entity class
   * @return options that say nothing yet
   */
  public static <E> Load<E> load(EntityReference<E> entity) {
    return Load.from(entity);
  }

  private static <E> Load<E> begin(RelationshipAttribute<E, ?, ?> relationship) {
    return load(ArgumentException.requireNonNull(relationship, "the relationship of an option")
        .owner());
  }

  private static <E> EntityReference<E> owner(ValueAttribute<E, ?> attribute) {
    return ArgumentException.requireNonNull(attribute, "the attribute of an option")
        .owner();
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

  /**
   * Whether rows are those that a relationship of an object leads to: {@code
   * select(Post.class).where(withParent(alice, User_.posts))} (parity row ORM-QRY-41). The key of the
   * object is asked for when the statement runs.
   *
   * @param parent the object
   * @param relationship one of its relationships
   * @param <E> the class of the object
   * @return the condition, over the related entity
   * @throws ArgumentException if the object is null, or of another class
   */
  public static <E> Condition withParent(E parent, RelationshipAttribute<E, ?, ?> relationship) {
    return ArgumentException.requireNonNull(relationship, "the relationship of a parent")
        .leadsFrom(parent);
  }

  /** A marked expression, with all operators. */
  private record Marked<T>(Node node) implements ColumnExpression<T> {}

  /**
   * An entity together with what some of its sub classes add, read in the same row by outer joins of their
   * tables (parity row ORM-MAP-39). Objects of other classes come too, without what these add. Conditions
   * may name attributes of the sub classes, plainly or by {@link PolymorphicEntity#get}.
   *
   * @param type the entity class
   * @param classes sub classes of it; none for all there are
   * @param <E> the entity class
   * @return something to select, to select from and to join to
   * @throws ArgumentException if something is null
   */
  @SafeVarargs
  public static <E> PolymorphicEntity<E> withPolymorphic(
      Class<E> type, Class<? extends E>... classes) {
    return PolymorphicEntity.of(
        type,
        Arrays.asList(ArgumentException.requireNonNull(classes, "the sub classes of an entity")));
  }

  /**
   * Reads what sub classes add once the rows are read, by one SELECT for every 500 objects of each class
   * that appeared (parity row ORM-QRY-23).
   *
   * @param entity the entity itself, or an alias
   * @param classes sub classes of it
   * @param <E> the entity class
   * @return the option, reaching the entity
   * @throws ArgumentException if no sub class is named, or something is null
   * @see Load#selectinPolymorphic
   */
  @SafeVarargs
  public static <E> Load<E> selectinPolymorphic(
      EntityReference<E> entity, Class<? extends E>... classes) {
    return load(entity).selectinPolymorphic(classes);
  }

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
