package io.aludel.orm.mapping;

import io.aludel.orm.mapping.internal.declared.MappedField;
import io.aludel.orm.mapping.internal.property.Deferral;
import io.aludel.orm.mapping.internal.property.PropertyTraits;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.Node;
import io.aludel.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of an entity that is kept in a column, or a column that no attribute shows. Immutable,
 * safe to share.
 *
 * @param <T> the Java type of the values, boxed for a primitive field
 */
public final class ColumnProperty<T> implements MapperProperty {
  private final String entityName;
  private final String name;
  private @Nullable Mapper<?> owner;
  private final int index;
  private final @Nullable Class<?> fieldType;
  private final Column<T> column;
  private final List<Column<T>> columns;
  private final PropertyTraits traits;

  /** Found when first asked for: that of a foreign key may be that of a table not declared yet. */
  private @Nullable SqlType<T> type;

  ColumnProperty(MappedField field, String entityName, Column<T> column, PropertyTraits traits) {
    this(field, entityName, List.of(column), traits);
  }

  private ColumnProperty(
      MappedField field, String entityName, List<Column<T>> columns, PropertyTraits traits) {
    this.traits = traits;
    this.entityName = entityName;
    this.name = field.name();
    this.index = field.index();
    this.fieldType = field.type();
    this.column = columns.get(0);
    this.columns = columns;
  }

  /** The property of a field that several columns keep, which are equal wherever a row has them. */
  @SuppressWarnings("unchecked") // one is read in place of the other
  static ColumnProperty<?> over(
      MappedField field, String entityName, List<Column<?>> columns, PropertyTraits traits) {
    List<Column<Object>> all = new ArrayList<>();
    columns.forEach(each -> all.add((Column<Object>) each));
    return new ColumnProperty<>(field, entityName, List.copyOf(all), traits);
  }

  private ColumnProperty(
      ColumnProperty<T> above, String entityName, int index, List<Column<T>> columns) {
    this.traits = above.traits;
    this.entityName = entityName;
    this.name = above.name;
    this.index = index;
    this.fieldType = above.fieldType;
    this.column = columns.get(0);
    this.columns = columns;
  }

  private ColumnProperty(
      String entityName, String name, Column<T> column, int index, PropertyTraits traits) {
    this.traits = traits;
    this.entityName = entityName;
    this.name = name;
    this.index = index;
    this.fieldType = null;
    this.column = column;
    this.columns = List.of(column);
  }

  /** The property of a column without a field, at an index beyond the shape. */
  static <T> ColumnProperty<T> hidden(String entityName, Column<T> column, int index) {
    return new ColumnProperty<>(entityName, column.name(), column, index, PropertyTraits.NONE);
  }

  /** The property of a column without a field, under a name that no other has. */
  static <T> ColumnProperty<T> hidden(
      String entityName, String name, Column<T> column, int index, PropertyTraits traits) {
    return new ColumnProperty<>(entityName, name, column, index, traits);
  }

  /** The same attribute of an entity below. */
  ColumnProperty<T> inheritedBy(String entity, int indexThere) {
    return new ColumnProperty<>(this, entity, indexThere, columns);
  }

  /** The same attribute of an entity below, whose own table has a column for it too. */
  @SuppressWarnings("unchecked") // the column refers to one of this attribute
  ColumnProperty<T> inheritedBy(String entity, Column<?> local) {
    List<Column<T>> all = new ArrayList<>();
    all.add((Column<T>) local);
    all.addAll(columns);
    return new ColumnProperty<>(this, entity, index, List.copyOf(all));
  }

  /**
   * The name of the attribute: that of the field, or of the column if it is hidden.
   *
   * @return the name
   */
  @Override
  public String name() {
    return name;
  }

  /**
   * Where the attribute lies in the woven class.
   *
   * @return the index in its {@link io.aludel.orm.weave.EntityShape}; beyond the shape's size
   *     for a hidden column
   */
  @Override
  public int index() {
    return index;
  }

  /**
   * The entity that has the attribute.
   *
   * @return its mapper
   */
  @Override
  public Mapper<?> owner() {
    return Objects.requireNonNull(owner, "the mapper is being made");
  }

  /** Called by the mapper that is made of this. */
  void owner(Mapper<?> mapper) {
    owner = mapper;
  }

  /**
   * Whether no field shows the column, such as the foreign key of a relationship. Its value lies in the
   * object's record.
   *
   * @return true for a column without a field
   */
  public boolean isHidden() {
    return fieldType == null;
  }

  /**
   * The declared type of the field.
   *
   * @return the class, {@code int.class} for an {@code int}; of a hidden column that of its values
   */
  public Class<?> fieldType() {
    Class<?> declared = fieldType;
    return declared == null ? type().javaType() : declared;
  }

  /**
   * The column that keeps the attribute; of several, the one that is read.
   *
   * @return the column, of one of the mapper's tables
   */
  public Column<T> column() {
    return column;
  }

  /**
   * All columns that keep the attribute: several for the key of an entity whose tables are joined by
   * inheritance (parity row ORM-MAP-17), and for columns that the join a class is mapped to compares
   * (ORM-MAP-40).
   *
   * @return the columns, the one that is read first: of a hierarchy that of the table furthest down, of a
   *     join the leftmost
   */
  public List<Column<T>> columns() {
    return columns;
  }

  /**
   * The column of a table that keeps the attribute.
   *
   * @param table one of the tables of the mapper
   * @return the column, or null if the table does not have the attribute
   */
  public @Nullable Column<T> columnIn(Table table) {
    for (Column<T> each : columns) {
      if (each.table() == table) {
        return each;
      }
    }
    return null;
  }

  /**
   * The SQL type of the column.
   *
   * @return the type
   */
  public SqlType<T> type() {
    SqlType<T> known = type;
    if (known == null) {
      known = column.type();
      type = known;
    }
    return known;
  }

  /**
   * Whether SQL gives the value and no column keeps it, so that it is never written (parity rows
   * ORM-MAP-21 and 22). {@link #column()} then is a column of no table of the mapper.
   *
   * @return true for a column property over an expression, and for a query expression
   */
  public boolean isComputed() {
    return traits.isComputed();
  }

  /**
   * The SQL of a computed attribute as it was written.
   *
   * @return the expression, or null where there is none: of a plain attribute, or of a query expression
   *     without a default
   */
  public @Nullable Node expression() {
    return traits.expression();
  }

  /**
   * Whether statements supply the SQL of the attribute (parity row ORM-MAP-22).
   *
   * @return true for a query expression
   */
  public boolean isQueryExpression() {
    return traits.supplied();
  }

  /**
   * Whether a flush that wrote the row leaves the computed value as it is, instead of dropping it.
   *
   * @return true if so; without meaning for attributes with a column
   */
  public boolean isKeptByFlush() {
    return traits.keptByFlush();
  }

  /**
   * Whether the attribute is left out when objects are read (parity row ORM-MAP-20).
   *
   * @return true for a deferred attribute
   */
  public boolean isDeferred() {
    return traits.deferral() != null;
  }

  /**
   * Whether a plain SELECT of the entity leaves the attribute out: one that is deferred, and a query
   * expression without a default.
   *
   * @return true if it is left out
   */
  public boolean isLeftOut() {
    return isDeferred() || (isQueryExpression() && expression() == null);
  }

  /**
   * The group that a deferred attribute is loaded with.
   *
   * @return the name of the group, or null
   */
  public @Nullable String deferredGroup() {
    Deferral deferral = traits.deferral();
    return deferral == null || deferral.group().isEmpty() ? null : deferral.group();
  }

  /**
   * Whether reading the deferred attribute is an error as long as it has no value.
   *
   * @return true if it is refused
   */
  public boolean isRaiseLoad() {
    Deferral deferral = traits.deferral();
    return deferral != null && deferral.refused();
  }

  /**
   * Whether the old value is loaded before it is replaced (parity row ORM-MAP-31).
   *
   * @return true if so
   */
  public boolean hasActiveHistory() {
    return traits.activeHistory();
  }

  /**
   * Whether the value reports what changes inside it (parity row ORM-MAP-28).
   *
   * @return true if so; otherwise only replacing the value is a change
   */
  public boolean isMutable() {
    return traits.mutable();
  }

  /**
   * Whether the attribute is part of the primary key.
   *
   * @return true for a key attribute
   */
  public boolean isPrimaryKey() {
    return column.isPrimaryKey();
  }

  /**
   * Whether two values are the same to the database, so that replacing one by the other needs no UPDATE.
   *
   * @param left a value of the attribute, or null
   * @param right a value of the attribute, or null
   * @return true when nothing would change
   */
  @SuppressWarnings("unchecked") // values come from the field, whose type the column has
  public boolean sameValue(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return left == right;
    }
    return type().sameValue((T) left, (T) right);
  }

  /** The attribute as messages write it: {@code User.name}. */
  @Override
  public String toString() {
    return entityName + "." + name;
  }
}
