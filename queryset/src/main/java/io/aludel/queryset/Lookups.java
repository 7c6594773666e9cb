package io.aludel.queryset;

import io.aludel.orm.attribute.OrderedAttribute;
import io.aludel.orm.attribute.ReferenceAttribute;
import io.aludel.orm.attribute.ValueAttribute;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.MapperProperty;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.sql.Condition;
import io.aludel.sql.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@code album__name__icontains} and a value into a condition. Every part of a name has to be that
 * of a mapped attribute or of a look-up; nothing of it ever becomes SQL text, and values are only bound.
 */
final class Lookups {
  static final String SEPARATOR = "__";

  /** More relationships in one look-up are a mistake, or a wish to keep the database busy. */
  private static final int DEEPEST = 6;

  private final Mapper<?> mapper;

  Lookups(Mapper<?> mapper) {
    this.mapper = mapper;
  }

  /**
   * A look-up taken apart.
   *
   * @param hops the relationships that lead to the attribute
   * @param end the attribute that is compared, a column or a relationship
   * @param lookup how it is compared
   */
  private record Way(
      String name, List<RelationshipProperty> hops, MapperProperty end, Lookup lookup) {}

  /** The condition that a look-up says, over the entity itself. */
  Condition condition(String name, @Nullable Object value) {
    Way way = way(name);
    return over(Occurrence.of(mapper), way, 0, value);
  }

  /** The relationships that a look-up crosses, if each leads to one object; else none. */
  List<RelationshipProperty> references(String name) {
    Way way = way(name);
    return way.hops().stream().anyMatch(RelationshipProperty::isCollection)
        ? List.of()
        : way.hops();
  }

  /** A sort key: the name of an attribute, across references, descending behind a minus. */
  Sort order(String key) {
    return SortKeys.of(mapper, key);
  }

  /** Whether a look-up comes back to the table of the entity. */
  boolean revisits(String name) {
    Way way = way(name);
    List<RelationshipProperty> crossed = new ArrayList<>(way.hops());
    if (way.end() instanceof RelationshipProperty last) {
      crossed.add(last);
    }
    return crossed.stream()
        .anyMatch(hop -> hop.target().tables().stream().anyMatch(mapper.tables()::contains));
  }

  String entityName() {
    return mapper.entityName();
  }

  /** Refuses a look-up that does not exist. */
  void check(String name) {
    way(name);
  }

  /** The relationships that a path names, one after another. */
  List<RelationshipProperty> path(String path) {
    List<RelationshipProperty> hops = new ArrayList<>();
    Mapper<?> at = mapper;
    for (String part : parts(path)) {
      if (!(Model.find(at, part) instanceof RelationshipProperty property)) {
        throw new LookupException(
            path,
            "'"
                + Names.printable(part, 40)
                + "' is no relationship of "
                + at.entityName()
                + ", which has "
                + listed(
                    at.relationships().stream().map(RelationshipProperty::name).toList())
                + ".");
      }
      hops.add(property);
      at = property.target();
    }
    checkDepth(path, hops);
    return hops;
  }

  private static String listed(List<String> names) {
    return names.isEmpty() ? "none" : Names.list(names);
  }

  static void checkDepth(String name, List<?> hops) {
    if (hops.size() > DEEPEST) {
      throw new LookupException(
          name, "it crosses " + hops.size() + " relationships. At most " + DEEPEST + " may be.");
    }
  }

  static List<String> parts(String name) {
    return Arrays.asList(name.split(SEPARATOR, -1));
  }

  private Way way(String name) {
    List<String> parts = parts(name);
    List<RelationshipProperty> hops = new ArrayList<>();
    Mapper<?> at = mapper;
    MapperProperty end = null;
    int used = 0;
    while (used < parts.size() && (end == null || end instanceof RelationshipProperty)) {
      MapperProperty next = Model.find(at, parts.get(used));
      if (next == null) {
        break;
      }
      if (end instanceof RelationshipProperty crossed) {
        hops.add(crossed);
      }
      if (next instanceof RelationshipProperty property) {
        at = property.target();
      }
      end = next;
      used++;
    }
    checkDepth(name, hops);
    Lookup lookup = used == parts.size() ? Lookup.EXACT : Lookup.named(parts.get(used));
    if (end == null || lookup == null || used < parts.size() - 1) {
      throw unknown(name, parts.get(Math.min(used, parts.size() - 1)), at, end);
    }
    return new Way(name, hops, end, lookup);
  }

  private static LookupException unknown(
      String name, String part, Mapper<?> at, @Nullable MapperProperty end) {
    String shown = "'" + Names.printable(part, 40) + "'";
    boolean column = end instanceof ColumnProperty<?>;
    String attributes = at.entityName() + " has " + Names.list(Model.names(at));
    String lookups = "look-ups are " + Names.list(Lookup.words());
    if (end == null) {
      return new LookupException(name, shown + " is unknown. " + attributes + ".");
    }
    return new LookupException(
        name,
        shown
            + " cannot follow '"
            + end.name()
            + "'. "
            + (column ? "" : attributes + "; ")
            + lookups
            + ", one at the end.");
  }

  private static <E> Condition over(Occurrence<E> here, Way way, int done, @Nullable Object value) {
    if (done == way.hops().size()) {
      return way.end() instanceof RelationshipProperty property
          ? related(here, way, property, value)
          : compared(here, way, (ColumnProperty<?>) way.end(), value);
    }
    RelationshipProperty hop = way.hops().get(done);
    return among(here, hop, there -> over(there, way, done + 1, value));
  }

  private static <E> Condition among(
      Occurrence<E> here,
      RelationshipProperty hop,
      Function<Occurrence<Object>, Condition> condition) {
    return hop.isCollection() ? here.many(hop).any(condition) : here.one(hop).has(condition);
  }

  private static <E> Condition related(
      Occurrence<E> here, Way way, RelationshipProperty property, @Nullable Object value) {
    return switch (way.lookup()) {
      case EXACT -> isRelated(here, way, property, value);
      case IN -> {
        ColumnProperty<?> key = Model.key(property.target());
        List<Object> keys = new ArrayList<>();
        for (Object each : many(way, value)) {
          keys.add(key(way, property, each));
        }
        yield among(here, property, there -> there.value(key).in(keys));
      }
      default ->
        throw new LookupException(
            way.name(),
            property
                + " is a relationship, which "
                + way.lookup().word()
                + " does not apply to. Use exact or in, or go on to one of "
                + Names.list(Model.names(property.target()))
                + ".");
    };
  }

  private static <E> Condition isRelated(
      Occurrence<E> here, Way way, RelationshipProperty property, @Nullable Object value) {
    if (property.isCollection()) {
      if (value == null) {
        return here.many(property).isEmpty();
      }
      Object key = key(way, property, value);
      return here.many(property)
          .any(there -> there.value(Model.key(property.target())).eq(key));
    }
    ReferenceAttribute<E, Object, Occurrence<Object>> reference = here.one(property);
    return value == null
        ? reference.isNull()
        : reference.eq(References.sparse(property.target(), key(way, property, value)));
  }

  /** The key of a related object, which is given itself or by its key. */
  private static Object key(Way way, RelationshipProperty property, @Nullable Object value) {
    Mapper<?> target = property.target();
    if (value != null && target.type().isInstance(value)) {
      Object key = Model.keyOf(target, value);
      if (key == null) {
        throw new LookupException(
            way.name(), "the " + target.entityName() + " given has no key. Save it first.");
      }
      return key;
    }
    Object key = value == null ? null : Conversion.to(Model.key(target).type(), value);
    if (key == null) {
      throw new LookupException(
          way.name(),
          "it takes a "
              + target.entityName()
              + " or its key, "
              + Conversion.wanted(Model.key(target).type())
              + ".");
    }
    return key;
  }

  private static <E> Condition compared(
      Occurrence<E> here, Way way, ColumnProperty<?> property, @Nullable Object value) {
    if (way.lookup().isForText()) {
      return written(here, way, property, value);
    }
    ValueAttribute<E, Object> attribute = here.value(property);
    if (Model.isJson(property) && !(value == null && way.lookup() == Lookup.EXACT)) {
      throw new LookupException(
          way.name(), property + " is JSON, which is not compared. Ask exact of null only.");
    }
    if (way.lookup() == Lookup.IN) {
      return among(attribute, way, property, value);
    }
    if (value == null && way.lookup() == Lookup.EXACT) {
      return attribute.isNull();
    }
    OrderedAttribute<E, Object> ordered = here.ordered(property);
    Object fitted = fitted(way, property, value);
    return switch (way.lookup()) {
      case GT -> ordered.gt(fitted);
      case GTE -> ordered.ge(fitted);
      case LT -> ordered.lt(fitted);
      case LTE -> ordered.le(fitted);
      default -> attribute.eq(fitted);
    };
  }

  private static Condition among(
      ValueAttribute<?, Object> attribute,
      Way way,
      ColumnProperty<?> property,
      @Nullable Object value) {
    List<Object> wanted = new ArrayList<>();
    boolean orNull = false;
    for (Object each : many(way, value)) {
      if (each == null) {
        orNull = true;
      } else {
        wanted.add(fitted(way, property, each));
      }
    }
    Condition among = attribute.in(wanted);
    return orNull ? Sql.or(among, attribute.isNull()) : among;
  }

  private static Collection<?> many(Way way, @Nullable Object value) {
    if (value instanceof Collection<?> values) {
      return values;
    }
    if (value instanceof Object[] values) {
      return Arrays.asList(values);
    }
    throw new LookupException(way.name(), "it takes a list.");
  }

  private static <E> Condition written(
      Occurrence<E> here, Way way, ColumnProperty<?> property, @Nullable Object value) {
    if (!Model.isText(property)) {
      throw new LookupException(
          way.name(), property + " is no text. Use one of exact, in, gt, gte, lt and lte on it.");
    }
    if (!(value instanceof String text)) {
      throw new LookupException(way.name(), "it takes text.");
    }
    String plain = withoutNul(text);
    return switch (way.lookup()) {
      case CONTAINS -> here.words(property).like(Patterns.around(plain), Patterns.ESCAPE);
      case ICONTAINS -> here.words(property).ilike(Patterns.around(plain), Patterns.ESCAPE);
      default -> here.words(property).ilike(Patterns.literal(plain), Patterns.ESCAPE);
    };
  }

  private static Object fitted(Way way, ColumnProperty<?> property, @Nullable Object value) {
    Object given = value instanceof String text ? withoutNul(text) : value;
    Object fitted = given == null ? null : Conversion.to(property.type(), given);
    if (fitted == null) {
      throw new LookupException(
          way.name(),
          "the value given does not suit "
              + property
              + ". Give "
              + Conversion.wanted(property.type())
              + ".");
    }
    return fitted;
  }

  /** No text of a database holds one, and some refuse to be asked. */
  static String withoutNul(String text) {
    return text.replace("\0", "");
  }
}
