package io.aludel.orm.mapping.internal.inheritance;

import io.aludel.orm.annotation.InheritanceStrategy;
import io.aludel.orm.mapping.Mapper;
import io.aludel.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an entity stands among the entities it extends.
 *
 * @param parent the entity it extends, or null
 * @param strategy how its rows lie beside those of the parent, or null without one
 * @param tables the tables of a row, the topmost first
 * @param discriminator the name of the attribute that tells classes apart, or null
 * @param value the discriminator of rows of this very class as it was written, or null
 * @param apart the entity it extends while its rows lie in a table of their own, or null
 * @param hasRows false for an abstract class whose sub classes have tables of their own
 */
public record HierarchyPlace(
    @Nullable Mapper<?> parent,
    @Nullable InheritanceStrategy strategy,
    List<Table> tables,
    @Nullable String discriminator,
    @Nullable String value,
    @Nullable Mapper<?> apart,
    boolean hasRows) {
  /** The place of an entity by itself. */
  public static HierarchyPlace alone(List<Table> tables) {
    return new HierarchyPlace(null, null, tables, null, null, null, true);
  }
}
