package io.aludel.orm.mapping;

import io.aludel.orm.annotation.PolymorphicLoad;
import io.aludel.orm.mapping.internal.inheritance.DiscriminatorValues;
import io.aludel.orm.mapping.internal.inheritance.HierarchyPlace;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Schema;
import io.aludel.schema.Table;
import io.aludel.types.SqlTypes;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A hierarchy of entities as one of them sees it: what tells its rows from others, and who extends it. Safe
 * to share.
 */
public final class Hierarchy {
  private static final String CLASS_COLUMN = "row_class";

  private final Mapper<?> mapper;
  private final HierarchyPlace place;
  private final @Nullable ColumnProperty<?> discriminator;
  private final List<Mapper<?>> below = new CopyOnWriteArrayList<>();

  /** Who has which discriminator; kept by the topmost entity for all. */
  private final Map<Object, Mapper<?>> byValue = new ConcurrentHashMap<>();

  private final List<Mapper<?>> apart = new CopyOnWriteArrayList<>();

  private @Nullable Object value;
  private volatile @Nullable Column<String> classColumn;

  Hierarchy(Mapper<?> mapper, HierarchyPlace place, Map<String, ColumnProperty<?>> properties) {
    this.mapper = mapper;
    this.place = place;
    this.discriminator =
        place.discriminator() == null ? null : properties.get(place.discriminator());
  }

  /** Takes the mapper's place in the hierarchy. */
  void join() {
    String text = place.value();
    if (text != null && discriminator != null) {
      Object own = DiscriminatorValues.parse(text, discriminator);
      Mapper<?> other = mapper.root().hierarchy().byValue.putIfAbsent(own, mapper);
      if (other != null) {
        throw MappingException.of(
            MappingMessage.DUPLICATE_DISCRIMINATOR_VALUE,
            mapper.entityName(),
            other.entityName(),
            mapper.entityName(),
            text);
      }
      value = own;
    }
    Mapper<?> parent = place.parent();
    if (parent != null) {
      parent.hierarchy().below.add(mapper);
    }
    Mapper<?> extended = place.apart();
    if (extended != null) {
      extended.hierarchy().apart.add(mapper);
    }
  }

  /**
   * The entity whose class this one extends while their rows lie in tables of their own (parity row
   * ORM-MAP-36).
   *
   * @return its mapper, or null if there is none
   */
  public @Nullable Mapper<?> concreteParent() {
    Mapper<?> parent = place.parent();
    return parent == null ? place.apart() : parent.hierarchy().concreteParent();
  }

  /**
   * The entities that extend this one, near and far, and whose rows do not lie in its tables; reading this
   * one finds them too (parity row ORM-MAP-36).
   *
   * @return their mappers, each before those that extend it
   */
  public List<Mapper<?>> concreteDescendants() {
    List<Mapper<?>> all = new ArrayList<>();
    for (Mapper<?> each : selfAndDescendants()) {
      for (Mapper<?> extending : each.hierarchy().apart) {
        for (Mapper<?> found : extending.hierarchy().selfAndDescendants()) {
          all.add(found);
        }
        all.addAll(extending.hierarchy().concreteDescendants());
      }
    }
    return all;
  }

  /**
   * Whether others extend the entity, or one below it, with tables of their own.
   *
   * @return true if reading the entity reads several tables, one after the other
   */
  public boolean isConcreteBase() {
    if (!apart.isEmpty()) {
      return true;
    }
    for (Mapper<?> each : below) {
      if (each.hierarchy().isConcreteBase()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether rows can be of this very class.
   *
   * @return false for an abstract class
   */
  public boolean hasOwnRows() {
    return place.hasRows() && !Modifier.isAbstract(mapper.type().getModifiers());
  }

  /**
   * Whether there is a table for the entity.
   *
   * @return false for an abstract class whose sub classes have tables of their own
   */
  public boolean hasTable() {
    return place.hasRows();
  }

  /**
   * The column that tells of which class a row is where tables are read one after the other. No table has
   * it: its values, the simple names of the classes, are written into the query.
   *
   * @return the column, always the same
   */
  public Column<String> classColumn() {
    Column<String> known = classColumn;
    return known == null ? makeClassColumn() : known;
  }

  private synchronized Column<String> makeClassColumn() {
    Column<String> known = classColumn;
    if (known == null) {
      known = Schema.column(CLASS_COLUMN, SqlTypes.STRING);
      Table.of(mapper.table().name(), new MetaData(), known);
      classColumn = known;
    }
    return known;
  }

  /**
   * The attribute that tells of which class a row is.
   *
   * @return the property of this entity, or null for an entity by itself
   */
  public @Nullable ColumnProperty<?> discriminator() {
    return discriminator;
  }

  /**
   * Whether a new object is given the discriminator of its class: where a column holds it, and not where SQL
   * works it out.
   *
   * @return true if a column of the row tells of which class it is
   */
  public boolean isDiscriminatorStored() {
    return discriminator != null && !discriminator.isComputed();
  }

  /**
   * The discriminator of rows of this very class.
   *
   * @return the value, or null for an abstract class or an entity by itself
   */
  public @Nullable Object value() {
    return value;
  }

  /**
   * The entity whose rows have a discriminator, anywhere in the hierarchy.
   *
   * @param discriminatorValue the value
   * @return its mapper, or null
   */
  public @Nullable Mapper<?> find(Object discriminatorValue) {
    return mapper.root().hierarchy().byValue.get(discriminatorValue);
  }

  /**
   * The discriminators of rows of this class and those below.
   *
   * @return the values, this class's first
   */
  public List<Object> values() {
    List<Object> values = new ArrayList<>();
    for (Mapper<?> each : selfAndDescendants()) {
      Object one = each.hierarchy().value;
      if (one != null) {
        values.add(one);
      }
    }
    return values;
  }

  /**
   * Whether a discriminator is that of a class whose rows look like those of this one: this class, or one
   * that extends it in the same table.
   *
   * @param discriminator the value
   * @return true if an object of this class may have it
   */
  public boolean fits(@Nullable Object discriminator) {
    for (Mapper<?> each : selfAndDescendants()) {
      if (each.table() == mapper.table() && Objects.equals(each.hierarchy().value, discriminator)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the table holds rows of other classes too, so that a statement must ask for the discriminator.
   *
   * @return true for a sub class in the table of its super class
   */
  public boolean isTableShared() {
    Mapper<?> parent = place.parent();
    return parent != null && parent.table() == mapper.table();
  }

  /**
   * How attributes of this class are read when objects are loaded as those of a class above.
   *
   * @return when
   */
  public PolymorphicLoad.When load() {
    PolymorphicLoad said = mapper.type().getAnnotation(PolymorphicLoad.class);
    return said == null ? PolymorphicLoad.When.ON_ACCESS : said.value();
  }

  /**
   * Whether the attributes of this class come in the same row as those of a class above. A class further
   * down comes along with its own parent only.
   *
   * @param queried the class above
   * @return true if this class extends it directly and is marked so
   */
  public boolean isInline(Mapper<?> queried) {
    return place.parent() == queried && load() == PolymorphicLoad.When.INLINE;
  }

  /**
   * The classes whose attributes come in the same row when objects are loaded as those of this class.
   *
   * @return their mappers, without this one
   */
  public List<Mapper<?>> inline() {
    return selfAndDescendants().stream()
        .filter(each -> each != mapper && each.hierarchy().isInline(mapper))
        .toList();
  }

  /** The mapper and those below it, each before those that extend it. */
  List<Mapper<?>> selfAndDescendants() {
    List<Mapper<?>> all = new ArrayList<>();
    all.add(mapper);
    for (Mapper<?> each : below) {
      all.addAll(each.hierarchy().selfAndDescendants());
    }
    return all;
  }
}
