package io.aludel.orm.state;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.sql.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tells one row of a mapped class from every other (parity row ORM-SES-52). Equal keys are
 * keys of one row.
 *
 * @param type the mapped class; of classes that share identities the topmost
 * @param values the values of the key attributes, in the order of the key
 */
public record IdentityKey(Class<?> type, List<@Nullable Object> values) {
  /**
   * The key of a row, whether there is such a row or not. Emits no SQL.
   *
   * @param type a mapped class
   * @param values the values of the key attributes, in the order of the key
   * @return the key
   * @throws UnmappedClassException if no registry maps the class
   * @throws ArgumentException if the key has another number of parts, or one is null or of another
   *     class
   */
  public static IdentityKey of(Class<?> type, Object... values) {
    Mapper<?> mapper = mapperOf(type);
    return of(mapper, Arrays.asList(ArgumentException.requireNonNull(values, "a key")));
  }

  /**
   * The key that an object has, or will have by the values of its attributes. Emits no SQL.
   *
   * @param object an object of a mapped class, new or stored
   * @return the key
   * @throws UnmappedClassException if no registry maps its class
   * @throws ArgumentException if the object is null, or has no value in a key attribute
   */
  public static IdentityKey of(Object object) {
    InstanceState state =
        InstanceState.of(ArgumentException.requireNonNull(object, "the object to tell the key of"));
    IdentityKey known = state.identityKey();
    return known == null ? of(state.mapper(), state.primaryKey()) : known;
  }

  /**
   * The key of the object in a row, which has the columns of the key under their own names.
   *
   * @param type a mapped class
   * @param row the row
   * @return the key
   * @throws UnmappedClassException if no registry maps the class
   * @throws io.aludel.engine.NoSuchColumnException if the row has no such columns
   * @throws ArgumentException if a part is null or of another class
   */
  public static IdentityKey of(Class<?> type, Row row) {
    Mapper<?> mapper = mapperOf(type);
    ArgumentException.requireNonNull(row, "the row to tell the key of");
    List<@Nullable Object> values = new ArrayList<>();
    for (ColumnProperty<?> part : mapper.primaryKey()) {
      values.add(row.get(part.column().name()));
    }
    return of(mapper, values);
  }

  private static Mapper<?> mapperOf(Class<?> type) {
    Mapper<?> mapper =
        Registry.findNewestMapper(ArgumentException.requireNonNull(type, "the class of a key"));
    if (mapper == null) {
      throw UnmappedClassException.anywhere(type);
    }
    return mapper;
  }

  private static IdentityKey of(Mapper<?> mapper, List<? extends @Nullable Object> values) {
    List<ColumnProperty<?>> key = mapper.primaryKey();
    if (values.size() != key.size()) {
      throw refused(mapper, "it has " + values.size() + " parts instead of " + key.size());
    }
    List<@Nullable Object> fitted = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      Object value = values.get(i);
      Object part = value == null ? null : key.get(i).type().fit(value);
      if (part == null) {
        String found = value == null ? "null" : "a " + value.getClass().getSimpleName();
        throw refused(mapper, key.get(i).name() + " is " + found);
      }
      fitted.add(part);
    }
    return new IdentityKey(mapper.root().type(), fitted);
  }

  private static ArgumentException refused(Mapper<?> mapper, String reason) {
    return new ArgumentException(
        CoreError.ARGUMENT,
        "Cannot tell the key of a row of " + mapper.entityName() + ": " + reason
            + ". Give a value for each of "
            + mapper.primaryKey().stream().map(ColumnProperty::name).toList() + ".");
  }

  @Override
  public String toString() {
    return type.getSimpleName() + values;
  }
}
