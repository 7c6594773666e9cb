package io.aludel.orm.mapping;

/** What a mapper knows of one attribute of its entity. Immutable, safe to share. */
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
}
