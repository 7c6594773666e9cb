package io.aludel.orm.mapping.internal.declared;

import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Secondary;
import io.aludel.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a relationship says of its link table; the texts and lists are empty where nothing was said. */
public record LinkDeclaration(
    String table, String schema, List<ColumnReference> owner, List<ColumnReference> target) {

  /** For a table that is given. */
  public static LinkDeclaration of(Table table) {
    return new LinkDeclaration(table.name(), "", List.of(), List.of());
  }

  public static @Nullable LinkDeclaration of(
      @Nullable Relationship relationship, @Nullable Secondary secondary) {
    if (secondary != null) {
      return new LinkDeclaration(
          secondary.table(),
          secondary.schema(),
          ColumnReference.of(secondary.owner()),
          ColumnReference.of(secondary.target()));
    }
    return relationship == null || relationship.secondary().isEmpty()
        ? null
        : new LinkDeclaration(relationship.secondary(), "", List.of(), List.of());
  }
}
