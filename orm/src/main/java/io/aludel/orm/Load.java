package io.aludel.orm;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.orm.attribute.Attribute;
import io.aludel.orm.attribute.EntityReference;
import io.aludel.orm.attribute.RelationshipAttribute;
import io.aludel.orm.attribute.ValueAttribute;
import io.aludel.orm.internal.option.Hop;
import io.aludel.orm.internal.option.LoadEntry;
import io.aludel.orm.internal.option.LoadOption;
import io.aludel.orm.internal.option.LoadStyle;
import io.aludel.orm.internal.option.LoadWish;
import io.aludel.orm.internal.option.LoadWish.Choice;
import io.aludel.orm.internal.option.LoadWish.Tuning;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.OccurrenceNode;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What a statement loads along with its entities: a chain of wishes, each about the entity that the
 * chain has reached. Made by the factory methods of {@link Orm}, given to a statement's {@code
 * options}. Two wishes for one relationship in one statement are an error when the statement runs.
 * Immutable (parity row ORM-QRY-09).
 *
 * @param <T> the entity reached
 */
public final class Load<T> implements StatementOption {
  private final LoadOption option;
  private final List<Hop> path;

  private Load(LoadOption option, List<Hop> path) {
    this.option = option;
    this.path = path;
  }

  /** Begins at an occurrence of an entity. */
  static <E> Load<E> from(EntityReference<E> entity) {
    ArgumentException.requireNonNull(entity, "the entity of a loader option");
    return new Load<>(new LoadOption((EntitySource) entity.fromNode(), List.of()), List.of());
  }

  /**
   * What the wishes are as data. For the loaders of a session.
   *
   * @return the data
   */
  @Override
  public StatementOption data() {
    return option;
  }

  /**
   * Leads on to a related entity, to say something about what is loaded there.
   *
   * @param relationship a relationship of the entity reached
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the options so far, reaching the related entity
   */
  public <X, R extends EntityReference<X>> Load<X> defaultLoad(
      RelationshipAttribute<? super T, X, R> relationship) {
    return relate(relationship, LoadStyle.DEFAULT, Tuning.NONE);
  }

  /**
   * Loads a relationship when it is first read (parity row ORM-QRY-12).
   *
   * @param relationship a relationship of the entity reached
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the options so far, reaching the related entity
   */
  public <X, R extends EntityReference<X>> Load<X> lazyLoad(
      RelationshipAttribute<? super T, X, R> relationship) {
    return relate(relationship, LoadStyle.LAZY, Tuning.NONE);
  }

  /**
   * Loads a relationship in the same SELECT, by an outer join (parity row ORM-QRY-13).
   *
   * @param relationship a relationship of the entity reached
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the options so far, reaching the related entity
   */
  public <X, R extends EntityReference<X>> Load<X> joinedLoad(
      RelationshipAttribute<? super T, X, R> relationship) {
    return relate(relationship, LoadStyle.JOINED, Tuning.NONE);
  }

  /**
   * Loads a relationship of all objects by one more SELECT for every 500 of them, 32 on H2 (parity row ORM-QRY-15).
   *
   * @param relationship a relationship of the entity reached
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the options so far, reaching the related entity
   */
  public <X, R extends EntityReference<X>> Load<X> selectinLoad(
      RelationshipAttribute<? super T, X, R> relationship) {
    return relate(relationship, LoadStyle.SELECTIN, Tuning.NONE);
  }

  /**
   * Loads a relationship of all objects by one more SELECT that repeats the first as a subquery (parity
   * row ORM-QRY-14).
   *
   * @param relationship a relationship of the entity reached
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the options so far, reaching the related entity
   */
  public <X, R extends EntityReference<X>> Load<X> subqueryLoad(
      RelationshipAttribute<? super T, X, R> relationship) {
    return relate(relationship, LoadStyle.SUBQUERY, Tuning.NONE);
  }

  /**
   * Loads a relationship of each object by a SELECT of its own, at once (parity row ORM-QRY-16).
   *
   * @param relationship a relationship of the entity reached
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the options so far, reaching the related entity
   */
  public <X, R extends EntityReference<X>> Load<X> immediateLoad(
      RelationshipAttribute<? super T, X, R> relationship) {
    return relate(relationship, LoadStyle.IMMEDIATE, Tuning.NONE);
  }

  /**
   * Refuses to load a relationship when it is read (parity row ORM-QRY-17).
   *
   * @param relationship a relationship of the entity reached
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the options so far, reaching the related entity
   */
  public <X, R extends EntityReference<X>> Load<X> raiseLoad(
      RelationshipAttribute<? super T, X, R> relationship) {
    return relate(relationship, LoadStyle.RAISE, Tuning.NONE);
  }

  /**
   * Refuses to load a relationship when that takes SQL (parity row ORM-QRY-17).
   *
   * @param relationship a relationship of the entity reached
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the options so far, reaching the related entity
   */
  public <X, R extends EntityReference<X>> Load<X> raiseLoadOnSql(
      RelationshipAttribute<? super T, X, R> relationship) {
    return relate(relationship, LoadStyle.RAISE_ON_SQL, Tuning.NONE);
  }

  /**
   * Leaves a relationship empty, whatever the database holds (parity row ORM-QRY-18).
   *
   * @param relationship a relationship of the entity reached
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the options so far, reaching the related entity
   */
  public <X, R extends EntityReference<X>> Load<X> noLoad(
      RelationshipAttribute<? super T, X, R> relationship) {
    return relate(relationship, LoadStyle.NO_LOAD, Tuning.NONE);
  }

  /**
   * Loads a relationship in the same SELECT, by an inner join: owners without a related object are not
   * found. Below an outer join it keeps them (parity row ORM-REL-31).
   *
   * @param relationship a relationship of the entity reached
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the options so far, reaching the related entity
   */
  public <X, R extends EntityReference<X>> Load<X> innerJoinedLoad(
      RelationshipAttribute<? super T, X, R> relationship) {
    return relate(relationship, LoadStyle.JOINED, new Tuning(true, 0, 0, null));
  }

  /**
   * Loads a relationship of an entity to itself by SELECTs for 500 objects each (32 on H2), again and again
   * (parity row ORM-QRY-20).
   *
   * @param relationship a relationship of the entity reached to itself
   * @param depth how often it is followed once more; -1 until nothing more is found
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the options so far, reaching the related entity
   */
  public <X, R extends EntityReference<X>> Load<X> selectinLoad(
      RelationshipAttribute<? super T, X, R> relationship, int depth) {
    return relate(relationship, LoadStyle.SELECTIN, new Tuning(false, depth, 0, null));
  }

  /**
   * Fills a relationship from the rows of a join that the statement makes itself (parity row
   * ORM-QRY-19).
   *
   * @param relationship a relationship of the entity reached
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the options so far, reaching the related entity
   */
  public <X, R extends EntityReference<X>> Load<X> containsEager(
      RelationshipAttribute<? super T, X, R> relationship) {
    return containsEager(relationship, relationship.target());
  }

  /**
   * Fills a relationship from the rows of a join to an alias that the statement makes itself (parity
   * row ORM-QRY-19).
   *
   * @param relationship a relationship of the entity reached
   * @param occurrence the related entity as the statement joins it
   * @param <X> the related entity class
   * @param <R> its metamodel
   * @return the options so far, reaching the related entity
   */
  public <X, R extends EntityReference<X>> Load<X> containsEager(
      RelationshipAttribute<? super T, X, R> relationship, R occurrence) {
    ArgumentException.requireNonNull(occurrence, "the occurrence that fills " + relationship);
    EntitySource source = (EntitySource) occurrence.fromNode();
    return relate(relationship, LoadStyle.CONTAINED, new Tuning(false, 0, 0, source));
  }

  /**
   * Loads lazily every relationship of the entity reached that no other option names (parity row
   * ORM-QRY-10).
   *
   * @return the options so far
   */
  public Load<T> lazyLoadAll() {
    return with(new LoadWish.Rest(LoadStyle.LAZY));
  }

  /**
   * Refuses to load every relationship of the entity reached that no other option names (parity rows
   * ORM-QRY-10 and 17).
   *
   * @return the options so far
   */
  public Load<T> raiseLoadAll() {
    return with(new LoadWish.Rest(LoadStyle.RAISE));
  }

  /**
   * Reads only these attributes, and the key, with the entity reached; the others when they are first
   * read (parity row ORM-QRY-21).
   *
   * @param first an attribute
   * @param more further attributes
   * @return the options so far
   */
  @SafeVarargs
  public final Load<T> loadOnly(
      ValueAttribute<? super T, ?> first, ValueAttribute<? super T, ?>... more) {
    return columns(Choice.ONLY, first, more);
  }

  /**
   * Leaves attributes of the entity reached for when they are first read (parity row ORM-QRY-21).
   *
   * @param first an attribute
   * @param more further attributes
   * @return the options so far
   */
  @SafeVarargs
  public final Load<T> defer(
      ValueAttribute<? super T, ?> first, ValueAttribute<? super T, ?>... more) {
    return columns(Choice.DEFER, first, more);
  }

  /**
   * Leaves attributes of the entity reached out, and refuses to read them later (parity row
   * ORM-QRY-21).
   *
   * @param first an attribute
   * @param more further attributes
   * @return the options so far
   */
  @SafeVarargs
  public final Load<T> deferAndRaise(
      ValueAttribute<? super T, ?> first, ValueAttribute<? super T, ?>... more) {
    return columns(Choice.DEFER_RAISE, first, more);
  }

  /**
   * Reads attributes with the entity reached that the mapping leaves for later (parity row
   * ORM-QRY-21).
   *
   * @param first an attribute
   * @param more further attributes
   * @return the options so far
   */
  @SafeVarargs
  public final Load<T> undefer(
      ValueAttribute<? super T, ?> first, ValueAttribute<? super T, ?>... more) {
    return columns(Choice.UNDEFER, first, more);
  }

  /**
   * Reads a group of attributes with the entity reached that the mapping leaves for later (parity row
   * ORM-QRY-21).
   *
   * @param group the name of the group
   * @return the options so far
   */
  public Load<T> undeferGroup(String group) {
    return with(new LoadWish.Group(ArgumentException.requireText(group, "a group of attributes")));
  }

  /**
   * Supplies the SQL of a query expression of the entity reached (parity row ORM-QRY-22). Objects that the
   * session has get the value only if they lack one, unless the statement populates existing objects.
   *
   * @param attribute an attribute marked {@link io.aludel.orm.annotation.QueryExpression}
   * @param expression the SQL
   * @param <V> the Java type of the value
   * @return the options so far
   */
  public <V> Load<T> withExpression(
      ValueAttribute<? super T, V> attribute, Expression<? extends V> expression) {
    ArgumentException.requireNonNull(attribute, "the attribute of withExpression");
    ArgumentException.requireNonNull(expression, "the SQL of " + attribute);
    return with(new LoadWish.Supplied(attribute.name(), expression.node()));
  }

  /**
   * Adds wishes about the entity reached, each chain beginning there.
   *
   * @param below options that begin at the entity reached
   * @return the options so far, where they were
   * @throws ArgumentException if an option begins at another entity
   */
  @SafeVarargs
  public final Load<T> options(Load<?>... below) {
    List<LoadEntry> entries = new ArrayList<>(option.entries());
    for (Load<?> each : ArgumentException.requireNonNull(below, "the options below")) {
      ArgumentException.requireNonNull(each, "an option below");
      entries.addAll(each.option.below(path, reached()));
    }
    return new Load<>(new LoadOption(option.root(), entries), path);
  }

  /**
   * Reads what sub classes add once the rows are read, by one SELECT for every 500 objects of each class
   * that appeared (parity row ORM-QRY-23). Other sub classes are read as the mapping says.
   *
   * @param classes sub classes of the entity that the path has reached
   * @return the longer option, reaching the same entity
   * @throws ArgumentException if none is named, or something is null
   */
  @SafeVarargs
  public final Load<T> selectinPolymorphic(Class<? extends T>... classes) {
    List<Class<?>> wanted = new ArrayList<>();
    for (Class<?> each : ArgumentException.requireNonNull(classes, "the sub classes to load")) {
      wanted.add(ArgumentException.requireNonNull(each, "a sub class to load"));
    }
    if (wanted.isEmpty()) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot load sub classes of " + reached().getSimpleName()
              + " by selectinPolymorphic: none is named. Name those whose attributes are wanted.");
    }
    return with(new LoadWish.Polymorphic(List.copyOf(wanted)));
  }

  private Class<?> reached() {
    return path.isEmpty() ? option.root().type() : path.get(path.size() - 1).target();
  }

  private <X, R extends EntityReference<X>> Load<X> relate(
      RelationshipAttribute<? super T, X, R> relationship, LoadStyle style, Tuning tuning) {
    ArgumentException.requireNonNull(relationship, "the relationship of " + style.word());
    List<Hop> longer = new ArrayList<>(path);
    EntitySource target = (EntitySource) relationship.target().fromNode();
    if (target.rows() != null && style != LoadStyle.CONTAINED) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot load " + relationship + " by " + style.word() + " from " + target
              + ": a relationship is loaded as a whole. Join it and fill the relationship by"
              + " containsEager, or add criteria to it.");
    }
    List<Node> criteria = OccurrenceNode.moved(
        relationship.criteria().stream().map(Condition::node).toList(),
        target,
        EntitySource.of(target.type()));
    longer.add(new Hop(
        relationship.owner().type(),
        relationship.name(),
        target.type(),
        target.subClasses(),
        criteria));
    List<LoadEntry> entries = new ArrayList<>(option.entries());
    entries.add(new LoadEntry(List.copyOf(longer), new LoadWish.Relate(style, tuning)));
    return new Load<>(new LoadOption(option.root(), entries), List.copyOf(longer));
  }

  private Load<T> columns(Choice choice, Attribute<?, ?> first, Attribute<?, ?>[] more) {
    List<String> names = new ArrayList<>();
    names.add(
        ArgumentException.requireNonNull(first, "an attribute to load or leave").name());
    for (Attribute<?, ?> each : more) {
      names.add(ArgumentException.requireNonNull(each, "an attribute to load or leave")
          .name());
    }
    return with(new LoadWish.Columns(List.copyOf(names), choice));
  }

  private Load<T> with(LoadWish wish) {
    List<LoadEntry> entries = new ArrayList<>(option.entries());
    entries.add(new LoadEntry(path, wish));
    return new Load<>(new LoadOption(option.root(), entries), path);
  }

  @Override
  public void key(KeyBuilder keys) {
    option.key(keys);
  }

  @Override
  public String toString() {
    return option.toString();
  }
}
