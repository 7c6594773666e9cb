package io.aludel.queryset;

import io.aludel.orm.attribute.CollectionAttribute;
import io.aludel.orm.attribute.EntityReference;
import io.aludel.orm.attribute.OrderedAttribute;
import io.aludel.orm.attribute.ReferenceAttribute;
import io.aludel.orm.attribute.TextAttribute;
import io.aludel.orm.attribute.ValueAttribute;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.Weave;
import org.jspecify.annotations.Nullable;

/** An entity in a statement whose attributes are taken from its mapping, as generated code would. */
final class Occurrence<E> extends EntityReference<E> {
  private Occurrence(Mapper<E> mapper, @Nullable String alias) {
    super(mapper.type(), alias, Weave.VERSION);
  }

  static <E> Occurrence<E> of(Mapper<E> mapper) {
    return new Occurrence<>(mapper, null);
  }

  static <E> Occurrence<E> alias(Mapper<E> mapper) {
    return new Occurrence<>(mapper, "");
  }

  TextAttribute<E> words(ColumnProperty<?> property) {
    return text(property.name());
  }

  /** What is compared with it has been made to fit its type. */
  @SuppressWarnings("unchecked")
  OrderedAttribute<E, Object> ordered(ColumnProperty<?> property) {
    return ordered(property.name(), (Class<Object>) property.type().javaType());
  }

  /** What is compared with it has been made to fit its type. */
  @SuppressWarnings("unchecked")
  ValueAttribute<E, Object> value(ColumnProperty<?> property) {
    return value(property.name(), (Class<Object>) property.type().javaType());
  }

  ReferenceAttribute<E, Object, Occurrence<Object>> one(RelationshipProperty property) {
    Mapper<Object> target = target(property);
    return reference(property.name(), () -> of(target), () -> alias(target));
  }

  CollectionAttribute<E, Object, Occurrence<Object>> many(RelationshipProperty property) {
    Mapper<Object> target = target(property);
    return collection(property.name(), () -> of(target), () -> alias(target));
  }

  @SuppressWarnings("unchecked")
  private static Mapper<Object> target(RelationshipProperty property) {
    return (Mapper<Object>) property.target();
  }
}
