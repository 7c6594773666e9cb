package io.aludel.orm.mapping;

import io.aludel.orm.annotation.Synonym;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A second name of an attribute (parity row ORM-MAP-24); see {@link Synonym}. Immutable, safe to share.
 */
public final class SynonymProperty implements MapperProperty {
  private final String entityName;
  private final String name;
  private @Nullable Mapper<?> owner;
  private final int index;
  private final MapperProperty target;

  SynonymProperty(String entityName, String name, int index, MapperProperty target) {
    this.entityName = entityName;
    this.name = name;
    this.index = index;
    this.target = target;
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
   * The attribute that this is another name of.
   *
   * @return the property of the attribute, with a column or a composite
   */
  public MapperProperty target() {
    return target;
  }

  /** The attribute as messages write it: {@code User.title}. */
  @Override
  public String toString() {
    return entityName + "." + name;
  }
}
