package io.aludel.orm.mapping;

import io.aludel.ArgumentException;
import io.aludel.orm.annotation.Composite;
import io.aludel.orm.mapping.internal.property.RecordShape;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record that is kept in several columns (parity row ORM-MAP-23); see {@link Composite}. Immutable, safe to
 * share.
 */
public final class CompositeProperty implements MapperProperty {
  private final String entityName;
  private final String name;
  private @Nullable Mapper<?> owner;
  private final int index;
  private final boolean nullable;
  private final RecordShape shape;
  private final List<ColumnProperty<?>> parts;

  CompositeProperty(
      String entityName,
      String name,
      int index,
      boolean nullable,
      RecordShape shape,
      List<ColumnProperty<?>> parts) {
    this.entityName = entityName;
    this.name = name;
    this.index = index;
    this.nullable = nullable;
    this.shape = shape;
    this.parts = List.copyOf(parts);
  }

  /** The same composite of an entity below. */
  CompositeProperty inheritedBy(String entity, List<ColumnProperty<?>> partsThere) {
    return new CompositeProperty(entity, name, index, nullable, shape, partsThere);
  }

  @Override
  public String name() {
    return name;
  }

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
   * The class of the values.
   *
   * @return a record class
   */
  public Class<?> type() {
    return shape.type();
  }

  /**
   * Whether an object whose columns are all NULL has null here, and no record of nulls.
   *
   * @return true if the field takes null
   */
  public boolean isNullable() {
    return nullable;
  }

  /**
   * The columns, in the order of the components, those of nested records in their place.
   *
   * @return the properties that keep the parts
   */
  public List<ColumnProperty<?>> parts() {
    return parts;
  }

  /**
   * The part of a name.
   *
   * @param path the name of a component, or of a component of a nested record with points between
   * @return the property that keeps it, or null
   */
  public @Nullable ColumnProperty<?> findPart(String path) {
    for (int i = 0; i < parts.size(); i++) {
      if (shape.leaves().get(i).path().equals(path)) {
        return parts.get(i);
      }
    }
    return null;
  }

  /**
   * The value that parts make.
   *
   * @param values the values of the columns, in the order of {@link #parts()}
   * @return a new record; null if all are null and the composite takes null
   * @throws MappingException if a part is null that is a primitive in the record
   */
  public @Nullable Object compose(@Nullable Object[] values) {
    return nullable && isNull(values) ? null : shape.compose(values, this::missing);
  }

  private static boolean isNull(@Nullable Object[] values) {
    for (Object value : values) {
      if (value != null) {
        return false;
      }
    }
    return true;
  }

  private MappingException missing(int part) {
    return MappingException.of(
        MappingMessage.COMPOSITE_PART_NULL,
        toString(),
        toString(),
        shape.leaves().get(part).path(),
        parts.get(part).column().name());
  }

  /**
   * The parts of a value.
   *
   * @param value a record of the class, or null
   * @return the values of the columns, in the order of {@link #parts()}; all null for null
   * @throws ArgumentException if the value is of another class
   */
  public @Nullable Object[] decompose(@Nullable Object value) {
    if (value != null && !type().isInstance(value)) {
      throw MappingException.of(
          MappingMessage.WRONG_COMPOSITE,
          toString(),
          toString(),
          type().getSimpleName(),
          value.getClass().getName());
    }
    return shape.decompose(value);
  }

  RecordShape shape() {
    return shape;
  }

  /** The attribute as messages write it: {@code Vertex.start}. */
  @Override
  public String toString() {
    return entityName + "." + name;
  }
}
