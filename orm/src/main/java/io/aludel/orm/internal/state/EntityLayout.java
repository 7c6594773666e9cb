package io.aludel.orm.internal.state;

import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.weave.EntityShape;
import io.aludel.orm.weave.Weave;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Where the attributes of a mapper lie in its woven class: what bookkeeping, flush and loading need to
 * know by index. One per mapper and session factory.
 */
public final class EntityLayout {
  /** From this index on attributes share a bit. */
  static final int WIDE = 63;

  private final Mapper<?> mapper;
  private final int hierarchy;
  private final @Nullable ColumnProperty<?>[] byIndex;
  private final int[] columns;
  private final int[] key;
  private final long columnMask;
  private final long keyMask;

  /**
   * Reads the layout of a mapper.
   *
   * @param mapper the mapper
   * @param hierarchy the number of its class hierarchy, unique within the factory
   */
  public EntityLayout(Mapper<?> mapper, int hierarchy) {
    this.mapper = mapper;
    this.hierarchy = hierarchy;
    List<? extends ColumnProperty<?>> properties = mapper.columnProperties();
    this.byIndex = new ColumnProperty<?>[mapper.shape().size()];
    this.columns = new int[properties.size()];
    long mask = 0;
    for (int i = 0; i < columns.length; i++) {
      ColumnProperty<?> property = properties.get(i);
      byIndex[property.index()] = property;
      columns[i] = property.index();
      mask |= bit(property.index());
    }
    this.columnMask = mask;
    this.key = mapper.primaryKey().stream().mapToInt(ColumnProperty::index).toArray();
    long keys = 0;
    for (int index : key) {
      keys |= bit(index);
    }
    this.keyMask = keys;
  }

  /** The bit of attribute {@code index} in the masks of an object; shared from index 63 on. */
  public static long bit(int index) {
    return Weave.bit(index);
  }

  public Mapper<?> mapper() {
    return mapper;
  }

  public int hierarchy() {
    return hierarchy;
  }

  public EntityShape shape() {
    return mapper.shape();
  }

  /** The number of attributes of the woven class, mapped or not. */
  public int size() {
    return byIndex.length;
  }

  /** Whether several attributes share a bit of the masks. */
  public boolean isWide() {
    return byIndex.length > WIDE;
  }

  /** The column property at {@code index}, or null if the attribute has no column. */
  public @Nullable ColumnProperty<?> column(int index) {
    return byIndex[index];
  }

  /** The column property at an index that is known to have one. */
  public ColumnProperty<?> requireColumn(int index) {
    ColumnProperty<?> property = byIndex[index];
    if (property == null) {
      throw new IllegalStateException("no column at attribute " + index + " of " + mapper);
    }
    return property;
  }

  /** The indexes of the attributes with a column, in column order; not to be changed. */
  public int[] columns() {
    return columns;
  }

  /** The indexes of the key attributes, in key order; not to be changed. */
  public int[] key() {
    return key;
  }

  public boolean isKey(int index) {
    for (int part : key) {
      if (part == index) {
        return true;
      }
    }
    return false;
  }

  /** The bits of all attributes with a column. */
  public long columnMask() {
    return columnMask;
  }

  /** The bits of the key attributes. */
  public long keyMask() {
    return keyMask;
  }

  /** The attribute {@code index} as messages write it. */
  public String describe(int index) {
    ColumnProperty<?> property = byIndex[index];
    return mapper.entityName() + "." + (property == null ? "[" + index + "]" : property.name());
  }

  /**
   * The identity key of a row with one key value: the value itself, unless equal rows may have values
   * that Java calls different.
   */
  public Object keyOf(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros();
    }
    return value.getClass().isArray() ? new CompositeKey(new Object[] {value}) : value;
  }

  /** The identity key of a row, from its key values in key order; the array is taken over. */
  public Object keyOf(@Nullable Object[] parts) {
    if (parts.length == 1) {
      return keyOf(Objects.requireNonNull(parts[0]));
    }
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] instanceof BigDecimal decimal) {
        parts[i] = decimal.stripTrailingZeros();
      }
    }
    return new CompositeKey(parts);
  }

  /** The values of an identity key, in key order. */
  public @Nullable Object[] keyParts(Object identityKey) {
    @Nullable Object[] parts = new Object[key.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = identityKey instanceof CompositeKey composite ? composite.part(i) : identityKey;
    }
    return parts;
  }

  /** The value of key attribute {@code index} in an identity key. */
  public @Nullable Object keyPart(Object identityKey, int index) {
    if (!(identityKey instanceof CompositeKey composite)) {
      return identityKey;
    }
    for (int part = 0; part < key.length; part++) {
      if (key[part] == index) {
        return composite.part(part);
      }
    }
    throw new IllegalArgumentException(describe(index) + " is not part of the key");
  }

  /** An identity key as messages write it: {@code id=7}. */
  public String describeKey(@Nullable Object identityKey) {
    if (identityKey == null) {
      return "new";
    }
    StringJoiner text = new StringJoiner(", ");
    for (int index : key) {
      text.add(requireColumn(index).name() + "=" + show(keyPart(identityKey, index)));
    }
    return text.toString();
  }

  private static String show(@Nullable Object value) {
    return value instanceof String ? "'" + value + "'" : String.valueOf(value);
  }

  /** Whether a stored value may stay where {@code current} is wanted: the same to the database. */
  public boolean sameValue(int index, @Nullable Object committed, @Nullable Object current) {
    ColumnProperty<?> property = byIndex[index];
    return property == null || committed == current || property.sameValue(committed, current);
  }
}
