package io.aludel.orm.mapping.internal.declared;

import io.aludel.orm.annotation.JoinColumn;
import java.util.ArrayList;
import java.util.List;

/** A column that a relationship names to join by; the texts are empty where nothing was said. */
public record ColumnReference(String name, String references, String onDelete, boolean unique) {
  public static List<ColumnReference> of(JoinColumn[] annotations) {
    if (annotations.length == 0) {
      return List.of();
    }
    List<ColumnReference> columns = new ArrayList<>();
    for (JoinColumn each : annotations) {
      columns.add(
          new ColumnReference(each.value(), each.references(), each.onDelete(), each.unique()));
    }
    return columns;
  }

  public static List<String> names(List<ColumnReference> columns) {
    return columns.isEmpty()
        ? List.of()
        : columns.stream().map(ColumnReference::name).toList();
  }
}
