package io.aludel.automap;

import com.palantir.javapoet.ClassName;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A class that is going to be written for a table. */
final class EntityPlan {
  private final Table table;
  private final ClassName type;
  private final List<AttributePlan> attributes;
  private final List<RelationshipPlan> relationships = new ArrayList<>();
  private final List<ForeignKey> foreignKeys = new ArrayList<>();

  EntityPlan(Table table, ClassName type, List<AttributePlan> attributes) {
    this.table = table;
    this.type = type;
    this.attributes = List.copyOf(attributes);
  }

  Table table() {
    return table;
  }

  ClassName type() {
    return type;
  }

  List<AttributePlan> attributes() {
    return attributes;
  }

  List<RelationshipPlan> relationships() {
    return relationships;
  }

  /** The foreign keys whose target has a class. */
  List<ForeignKey> foreignKeys() {
    return foreignKeys;
  }

  AttributePlan attribute(String column) {
    return attributes.stream()
        .filter(attribute -> attribute.column().key().equals(column))
        .findFirst()
        .orElseThrow();
  }

  boolean hasAttribute(String column) {
    return attributes.stream()
        .anyMatch(attribute -> Objects.equals(attribute.column().key(), column));
  }
}
