package io.aludel.orm.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a mapper knows of one attribute of its entity (parity row ORM-INS-04). Safe to share. */
public sealed interface MapperProperty
    permits ColumnProperty, RelationshipProperty, CompositeProperty, SynonymProperty {
  /**
   * The name of the attribute.
   *
   * @return the name of the field; of a column without a field that of the column
   */
  String name();

  /**
   * Where the attribute lies among those of its entity.
   *
   * @return the index in its {@link io.aludel.orm.weave.EntityShape}; beyond the shape's size for a
   *     column without a field
   */
  int index();

  /**
   * The entity that has the attribute; of a relationship the one that declares it.
   *
   * @return its mapper
   */
  Mapper<?> owner();

  /**
   * What was written about the attribute with {@link AttributeMapping#doc}.
   *
   * @return the text, or null
   */
  default @Nullable String doc() {
    AttributeMapping words = owner().words(name());
    return words == null ? null : words.doc();
  }

  /**
   * What the application noted about the attribute with {@link AttributeMapping#info}.
   *
   * @return the notes by name; not to be changed
   */
  default Map<String, Object> info() {
    AttributeMapping words = owner().words(name());
    return words == null ? Map.of() : words.info();
  }
}
