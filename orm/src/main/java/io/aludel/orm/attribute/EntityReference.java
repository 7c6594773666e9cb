package io.aludel.orm.attribute;

import io.aludel.ArgumentException;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.orm.mapping.internal.EntityNode;
import io.aludel.orm.mapping.internal.EntityRows;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.weave.Weave;
import io.aludel.sql.Expression;
import io.aludel.sql.FromClause;
import io.aludel.sql.NewRow;
import io.aludel.sql.Selectable;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.SourceNode;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An occurrence of an entity in a statement, to select, to select from and to take attributes of: the
 * entity itself ({@code User_.entity}), or an alias of it ({@code User_.as("u2")}). Sub classes are
 * generated and hold the attributes as fields. Immutable and safe to share; makes no SQL by itself.
 *
 * @param <E> the entity class
 */
public abstract class EntityReference<E> implements FromClause, Selectable<E> {
  private final Class<E> type;
  private final EntitySource source;
  private final EntityNode node;

  /**
   * Called by generated code.
   *
   * @param type the entity class
   * @param alias the name of the alias, empty for one made at compilation, or null for the entity itself
   * @param version the version of the contract that the code was generated for
   * @throws MappingException if that is not the version of this run time
   */
  protected EntityReference(Class<E> type, @Nullable String alias, int version) {
    if (version != Weave.VERSION) {
      throw otherVersion(type.getSimpleName(), version);
    }
    this.type = type;
    this.source = alias == null
        ? EntitySource.of(type)
        : EntitySource.alias(type, alias.isEmpty() ? null : alias);
    this.node = new EntityNode(source);
  }

  /**
   * Called by generated code, for the same occurrence seen as one of its class or a super class of it.
   *
   * @param seenAs the class
   * @param occurrence the occurrence
   */
  @SuppressWarnings("unchecked") // an occurrence of a sub class gives objects of the class
  protected EntityReference(Class<E> seenAs, EntityReference<? extends E> occurrence) {
    this((Class<E>) occurrence.type(), (EntitySource) occurrence.fromNode());
  }

  EntityReference(Class<E> type, EntitySource source) {
    this.type = type;
    this.source = source;
    this.node = new EntityNode(source);
  }

  /**
   * Called by generated code, for an entity that is read from the rows of something else.
   *
   * @param type the entity class
   * @param rows a subquery, a common table expression, an alias, or one of them matched by name
   * @param <E> the entity class
   * @return the occurrence
   * @throws ArgumentException if {@code rows} is null, a table, a join or an entity
   */
  public static <E> EntityReference<E> over(Class<E> type, FromClause rows) {
    return new Over<>(type, EntitySource.over(type, rowsOf(type, rows)));
  }

  /** The rows that an entity is read from in place of its tables. */
  static EntityRows rowsOf(Class<?> type, FromClause rows) {
    String name = type.getSimpleName();
    FromClause present =
        ArgumentException.requireNonNull(rows, "the rows to read " + name + " from");
    FromNode from = present.fromNode();
    if (!(from instanceof AliasNode) && !(from instanceof SourceNode)) {
      throw new ArgumentException(
          MappingMessage.NOT_ROWS, MappingMessage.NOT_ROWS.text(name, from));
    }
    return new EntityRows(from, present instanceof MatchedByName);
  }

  /** An entity read from other rows, before its metamodel takes it over. */
  private static final class Over<E> extends EntityReference<E> {
    Over(Class<E> type, EntitySource source) {
      super(type, source);
    }
  }

  private static MappingException otherVersion(String name, int version) {
    String text =
        MappingMessage.GENERATED_FOR_OTHER_VERSION.text(name, version, Weave.VERSION, name);
    return new MappingException(MappingMessage.GENERATED_FOR_OTHER_VERSION, name, text);
  }

  /**
   * The entity class.
   *
   * @return the class
   */
  public final Class<E> type() {
    return type;
  }

  /**
   * Whether this is an alias of the entity (parity row ORM-INS-05). Mapper and discriminator are those of the
   * class: {@code registry.mapper(alias.type())}.
   *
   * @return false for the entity itself
   */
  public final boolean isAlias() {
    return source.isAlias();
  }

  /**
   * The name that was given to the alias.
   *
   * @return the name; null for the entity itself, and for an alias that is named when a statement is compiled
   */
  public final @Nullable String aliasName() {
    return source.name();
  }

  @Override
  public final Node node() {
    return node;
  }

  @Override
  public final FromNode fromNode() {
    return source;
  }

  /**
   * This joined along one of its relationships, as one thing to select from.
   *
   * @param relationship the relationship, of this very occurrence
   * @return the join
   * @throws io.aludel.ArgumentException if it is a relationship of another occurrence
   */
  public final FromClause join(RelationshipAttribute<? super E, ?, ?> relationship) {
    return new Joined(relationship.joined(this, JoinNode.Kind.INNER));
  }

  /**
   * This joined along one of its relationships, keeping rows of this without a partner.
   *
   * @param relationship the relationship, of this very occurrence
   * @return the join
   * @throws io.aludel.ArgumentException if it is a relationship of another occurrence
   */
  public final FromClause leftJoin(RelationshipAttribute<? super E, ?, ?> relationship) {
    return new Joined(relationship.joined(this, JoinNode.Kind.LEFT));
  }

  /** A join as words. */
  private record Joined(FromNode fromNode) implements FromClause {}

  /**
   * Called by generated code for text.
   *
   * @param name the name of the attribute
   * @return the attribute
   */
  protected final TextAttribute<E> text(String name) {
    return new TextAttribute<>(this, name);
  }

  /**
   * Called by generated code for numbers.
   *
   * @param name the name of the attribute
   * @param javaType its class, boxed
   * @param <N> its type
   * @return the attribute
   */
  protected final <N extends Number> NumericAttribute<E, N> numeric(
      String name, Class<N> javaType) {
    return new NumericAttribute<>(this, name, javaType);
  }

  /**
   * Called by generated code for values with an order, such as dates.
   *
   * @param name the name of the attribute
   * @param javaType its class
   * @param <T> its type
   * @return the attribute
   */
  protected final <T> OrderedAttribute<E, T> ordered(String name, Class<T> javaType) {
    return new OrderedAttribute<>(this, name, javaType);
  }

  /**
   * Called by generated code for truth values.
   *
   * @param name the name of the attribute
   * @return the attribute
   */
  protected final BooleanAttribute<E> truth(String name) {
    return new BooleanAttribute<>(this, name);
  }

  /**
   * Called by generated code for values that can only be equal or not.
   *
   * @param name the name of the attribute
   * @param javaType its class
   * @param <T> its type
   * @return the attribute
   */
  protected final <T> ValueAttribute<E, T> value(String name, Class<T> javaType) {
    return new ValueAttribute<>(this, name, javaType);
  }

  /**
   * Called by generated code for records kept in several columns.
   *
   * @param name the name of the attribute
   * @param javaType the record class
   * @param <T> its type
   * @return the attribute
   */
  protected final <T> CompositeAttribute<E, T> composite(String name, Class<T> javaType) {
    return new CompositeAttribute<>(this, name, javaType);
  }

  /**
   * Called by generated code for a relationship to one object.
   *
   * @param name the name of the attribute
   * @param target the related entity, asked for when it is first needed
   * @param alias makes a further occurrence of it
   * @param <T> the related entity class
   * @param <R> its metamodel
   * @return the attribute
   */
  protected final <T, R extends EntityReference<T>> ReferenceAttribute<E, T, R> reference(
      String name, Supplier<R> target, Supplier<R> alias) {
    return new ReferenceAttribute<>(this, name, new Target<>(target, alias), List.of());
  }

  /**
   * Called by generated code for a relationship to a collection.
   *
   * @param name the name of the attribute
   * @param target the related entity, asked for when it is first needed
   * @param alias makes a further occurrence of it
   * @param <T> the related entity class
   * @param <R> its metamodel
   * @return the attribute
   */
  protected final <T, R extends EntityReference<T>> CollectionAttribute<E, T, R> collection(
      String name, Supplier<R> target, Supplier<R> alias) {
    return new CollectionAttribute<>(this, name, new Target<>(target, alias), List.of());
  }

  /**
   * Called by generated code for a hybrid that is text.
   *
   * @param name its name
   * @param sql gives its SQL side, asked for when a statement is compiled
   * @param update says what is written when it is set, or null if it cannot be
   * @return the hybrid
   */
  protected final TextHybrid<E> textHybrid(
      String name,
      Supplier<? extends Expression<?>> sql,
      @Nullable Function<@Nullable Object, NewRow> update) {
    return new TextHybrid<>(this, name, sql, update);
  }

  /**
   * Called by generated code for a hybrid that is a number.
   *
   * @param name its name
   * @param javaType its class, boxed
   * @param sql gives its SQL side, asked for when a statement is compiled
   * @param update says what is written when it is set, or null if it cannot be
   * @param <N> its type
   * @return the hybrid
   */
  protected final <N extends Number> NumericHybrid<E, N> numericHybrid(
      String name,
      Class<N> javaType,
      Supplier<? extends Expression<?>> sql,
      @Nullable Function<@Nullable Object, NewRow> update) {
    return new NumericHybrid<>(this, name, javaType, sql, update);
  }

  /**
   * Called by generated code for a hybrid whose values have an order.
   *
   * @param name its name
   * @param javaType its class
   * @param sql gives its SQL side, asked for when a statement is compiled
   * @param update says what is written when it is set, or null if it cannot be
   * @param <T> its type
   * @return the hybrid
   */
  protected final <T> OrderedHybrid<E, T> orderedHybrid(
      String name,
      Class<T> javaType,
      Supplier<? extends Expression<?>> sql,
      @Nullable Function<@Nullable Object, NewRow> update) {
    return new OrderedHybrid<>(this, name, javaType, sql, update);
  }

  /**
   * Called by generated code for a hybrid that is true or false.
   *
   * @param name its name
   * @param sql gives its SQL side, asked for when a statement is compiled
   * @param update says what is written when it is set, or null if it cannot be
   * @return the hybrid
   */
  protected final BooleanHybrid<E> truthHybrid(
      String name,
      Supplier<? extends Expression<?>> sql,
      @Nullable Function<@Nullable Object, NewRow> update) {
    return new BooleanHybrid<>(this, name, sql, update);
  }

  /**
   * Called by generated code for a hybrid whose values can only be equal or not.
   *
   * @param name its name
   * @param javaType its class
   * @param sql gives its SQL side, asked for when a statement is compiled
   * @param update says what is written when it is set, or null if it cannot be
   * @param <T> its type
   * @return the hybrid
   */
  protected final <T> HybridAttribute<E, T> valueHybrid(
      String name,
      Class<T> javaType,
      Supplier<? extends Expression<?>> sql,
      @Nullable Function<@Nullable Object, NewRow> update) {
    return new HybridAttribute<>(this, name, javaType, sql, update);
  }

  /** The entity as messages write it: {@code User}, or {@code User as u2}. */
  @Override
  public final String toString() {
    return source.toString();
  }
}
