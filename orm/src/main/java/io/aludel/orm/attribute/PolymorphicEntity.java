package io.aludel.orm.attribute;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.orm.mapping.internal.EntityRows;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.SubClasses;
import io.aludel.sql.FromClause;
import java.util.ArrayList;
import java.util.List;

/**
 * An entity together with what some of its sub classes add, read in the same row by joins of their tables
 * (parity row ORM-MAP-39). Selected, joined to and given to {@code ofType} like any occurrence; attributes,
 * those of the sub classes too, are taken from it by {@code get}. Immutable and safe to share; makes no SQL
 * by itself.
 *
 * @param <E> the entity class
 * @see io.aludel.orm.Orm#withPolymorphic
 */
public final class PolymorphicEntity<E> extends EntityReference<E> {
  private PolymorphicEntity(Class<E> type, EntitySource source) {
    super(type, source);
  }

  /**
   * Called by {@link io.aludel.orm.Orm#withPolymorphic}.
   *
   * @param type the entity class
   * @param classes sub classes of it; none for all there are, the class itself alone for its own rows
   * @param <E> the entity class
   * @return the entity
   * @throws ArgumentException if something is null, or a class is no sub class
   */
  public static <E> PolymorphicEntity<E> of(Class<E> type, List<Class<? extends E>> classes) {
    ArgumentException.requireNonNull(type, "the class of an entity");
    List<Class<?>> more = new ArrayList<>();
    for (Class<?> each : classes) {
      ArgumentException.requireNonNull(each, "a sub class of " + type.getSimpleName());
      if (!type.isAssignableFrom(each)) {
        throw new ArgumentException(
            CoreError.ARGUMENT,
            "Cannot read " + each.getSimpleName() + " with " + type.getSimpleName()
                + ": it is no sub class of it. Name classes that extend "
                + type.getSimpleName() + ".");
      }
      if (each != type) {
        more.add(each);
      }
    }
    SubClasses wanted =
        more.isEmpty() && !classes.isEmpty() ? SubClasses.only(type) : SubClasses.of(more);
    return new PolymorphicEntity<>(type, EntitySource.withMore(type, wanted));
  }

  /**
   * A further occurrence under a name; each of its tables gets an alias that begins with it.
   *
   * @param alias the name
   * @return the alias
   * @throws ArgumentException if the name is empty, or this is read {@link #from} other rows
   */
  public PolymorphicEntity<E> aliased(String alias) {
    requireTables();
    return new PolymorphicEntity<>(
        type(), source().as(ArgumentException.requireText(alias, "the alias of " + this)));
  }

  /**
   * A further occurrence under a name made when a statement is compiled.
   *
   * @return the alias
   * @throws ArgumentException if this is read {@link #from} other rows
   */
  public PolymorphicEntity<E> aliased() {
    requireTables();
    return new PolymorphicEntity<>(type(), source().as(null));
  }

  /**
   * The same with inner joins of the sub classes' tables, which leaves out rows of other classes.
   * Of an alias it is another alias under the same name.
   *
   * @return the entity
   * @throws ArgumentException if this is read {@link #from} other rows
   */
  public PolymorphicEntity<E> innerJoined() {
    requireTables();
    return new PolymorphicEntity<>(type(), source().inner());
  }

  /**
   * A further occurrence that is read from the rows of a query in place of joins of the tables:
   * attributes of the entity and of the sub classes are looked up among its columns. Those it does
   * not show are left for when they are read; the key and what tells the classes apart must be
   * there.
   *
   * @param rows a subquery, a common table expression, an alias, or one of them by {@link
   *     io.aludel.orm.Orm#byName name}
   * @return the occurrence
   * @throws ArgumentException if {@code rows} is null, a table, a join or an entity
   */
  public PolymorphicEntity<E> from(FromClause rows) {
    EntityRows present = rowsOf(type(), rows);
    return new PolymorphicEntity<>(
        type(), EntitySource.over(type(), present, source().subClasses()));
  }

  private void requireTables() {
    if (source().rows() != null) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot make another alias or join of " + this
              + ": it is read from rows that say themselves"
              + " what they join. Call aliased() and innerJoined() before from(…), or alias the query.");
    }
  }

  /**
   * An attribute of this occurrence.
   *
   * @param attribute the attribute, as the metamodel of its class has it
   * @param <S> the entity class or one of the sub classes
   * @return the same attribute, of this occurrence
   * @throws ArgumentException if its class does not come with this occurrence
   */
  public <S extends E> TextAttribute<S> get(TextAttribute<S> attribute) {
    return new TextAttribute<>(home(attribute), attribute.name());
  }

  /**
   * An attribute of this occurrence.
   *
   * @param attribute the attribute, as the metamodel of its class has it
   * @param <S> the entity class or one of the sub classes
   * @param <N> its type
   * @return the same attribute, of this occurrence
   * @throws ArgumentException if its class does not come with this occurrence
   */
  public <S extends E, N extends Number> NumericAttribute<S, N> get(
      NumericAttribute<S, N> attribute) {
    return new NumericAttribute<>(home(attribute), attribute.name(), attribute.javaType());
  }

  /**
   * An attribute of this occurrence.
   *
   * @param attribute the attribute, as the metamodel of its class has it
   * @param <S> the entity class or one of the sub classes
   * @return the same attribute, of this occurrence
   * @throws ArgumentException if its class does not come with this occurrence
   */
  public <S extends E> BooleanAttribute<S> get(BooleanAttribute<S> attribute) {
    return new BooleanAttribute<>(home(attribute), attribute.name());
  }

  /**
   * An attribute of this occurrence.
   *
   * @param attribute the attribute, as the metamodel of its class has it
   * @param <S> the entity class or one of the sub classes
   * @param <T> its type
   * @return the same attribute, of this occurrence
   * @throws ArgumentException if its class does not come with this occurrence
   */
  public <S extends E, T> OrderedAttribute<S, T> get(OrderedAttribute<S, T> attribute) {
    return new OrderedAttribute<>(home(attribute), attribute.name(), attribute.javaType());
  }

  /**
   * An attribute of this occurrence.
   *
   * @param attribute the attribute, as the metamodel of its class has it
   * @param <S> the entity class or one of the sub classes
   * @param <T> its type
   * @return the same attribute, of this occurrence
   * @throws ArgumentException if its class does not come with this occurrence
   */
  public <S extends E, T> ValueAttribute<S, T> get(ValueAttribute<S, T> attribute) {
    return new ValueAttribute<>(home(attribute), attribute.name(), attribute.javaType());
  }

  /**
   * A relationship of this occurrence.
   *
   * @param attribute the relationship, as the metamodel of its class has it
   * @param <S> the entity class or one of the sub classes
   * @param <T> the related entity class
   * @param <R> its metamodel
   * @return the same relationship, of this occurrence
   * @throws ArgumentException if its class does not come with this occurrence
   */
  public <S extends E, T, R extends EntityReference<T>> ReferenceAttribute<S, T, R> get(
      ReferenceAttribute<S, T, R> attribute) {
    return new ReferenceAttribute<>(
        home(attribute), attribute.name(), attribute.way(), attribute.criteria());
  }

  /**
   * A relationship of this occurrence.
   *
   * @param attribute the relationship, as the metamodel of its class has it
   * @param <S> the entity class or one of the sub classes
   * @param <T> the related entity class
   * @param <R> its metamodel
   * @return the same relationship, of this occurrence
   * @throws ArgumentException if its class does not come with this occurrence
   */
  public <S extends E, T, R extends EntityReference<T>> CollectionAttribute<S, T, R> get(
      CollectionAttribute<S, T, R> attribute) {
    return new CollectionAttribute<>(
        home(attribute), attribute.name(), attribute.way(), attribute.criteria());
  }

  private EntitySource source() {
    return (EntitySource) fromNode();
  }

  private <S extends E> EntityReference<S> home(Attribute<S, ?> attribute) {
    Class<S> wanted = ArgumentException.requireNonNull(attribute, "an attribute of " + this)
        .owner()
        .type();
    if (wanted != type() && !source().subClasses().reach(wanted)) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot take " + attribute + " from " + this + ": " + wanted.getSimpleName()
              + " is not read with it. Name that class in withPolymorphic.");
    }
    return new Seen<>(wanted, source().seenAs(wanted));
  }

  /** The occurrence as one of a class below. */
  private static final class Seen<S> extends EntityReference<S> {
    Seen(Class<S> type, EntitySource source) {
      super(type, source);
    }
  }
}
