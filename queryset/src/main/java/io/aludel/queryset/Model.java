package io.aludel.queryset;

import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.NewRecords;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Direction;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.MapperProperty;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.types.JsonType;
import io.aludel.types.StringType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What query sets ask of the mapping of an entity: its public names, its key, the values of an object. */
final class Model {
  /** The name of the key, whatever it is called. */
  static final String KEY = "pk";

  private Model() {}

  /** The attribute of that name that look-ups and values may name, or null. */
  static @Nullable MapperProperty find(Mapper<?> mapper, String name) {
    MapperProperty found = name.isBlank() ? null : mapper.findAttribute(name);
    if (found == null && name.equals(KEY) && mapper.primaryKey().size() == 1) {
      found = mapper.primaryKey().get(0);
    }
    if (found instanceof ColumnProperty<?> column) {
      return column.isHidden() || column.isQueryExpression() ? null : found;
    }
    return found instanceof RelationshipProperty ? found : null;
  }

  static List<String> names(Mapper<?> mapper) {
    List<String> names = new ArrayList<>();
    for (ColumnProperty<?> property : mapper.columnProperties()) {
      if (!property.isHidden()) {
        names.add(property.name());
      }
    }
    mapper.relationships().forEach(each -> names.add(each.name()));
    return names;
  }

  static ColumnProperty<?> key(Mapper<?> mapper) {
    if (mapper.primaryKey().size() != 1) {
      throw new QuerySetException(
          QuerySetError.MISUSE,
          mapper.entityName()
              + " cannot be asked for by pk: its key has "
              + mapper.primaryKey().size()
              + " attributes. Name them one by one.");
    }
    return mapper.primaryKey().get(0);
  }

  /** Whether it leads to one object whose key the row itself holds. */
  static boolean isForeignKey(RelationshipProperty property) {
    return property.direction() == Direction.MANY_TO_ONE && property.join().isKeyLookup();
  }

  static boolean isText(ColumnProperty<?> property) {
    return property.type().generic() instanceof StringType;
  }

  static boolean isJson(ColumnProperty<?> property) {
    return property.type().generic() instanceof JsonType;
  }

  static EntityState state(Object object) {
    return Objects.requireNonNull(NewRecords.find((ManagedEntity) object));
  }

  /** The value of an attribute as the object has it; loads nothing. */
  static @Nullable Object read(Object object, MapperProperty property) {
    return state(object).read((ManagedEntity) object, property.index());
  }

  /** The value of a single key, as the object has it. */
  static @Nullable Object keyOf(Mapper<?> mapper, Object object) {
    return read(object, key(mapper));
  }
}
