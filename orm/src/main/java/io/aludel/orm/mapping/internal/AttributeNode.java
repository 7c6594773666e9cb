package io.aludel.orm.mapping.internal;

import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.internal.property.ComputedColumns;
import io.aludel.schema.Column;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ReferenceNode;

/**
 * A mapped attribute of an occurrence of an entity; stands for its column.
 *
 * @param owner the occurrence
 * @param name the name of the attribute
 */
public record AttributeNode(EntitySource owner, String name) implements OccurrenceNode {
  @Override
  public Node resolve(CompileScope scope) {
    Mapper<?> mapper = MapperLookup.in(scope, owner.type());
    return columnOf(scope, owner, mapper.property(name).column());
  }

  @Override
  public FromReference home() {
    return owner;
  }

  /** A column of the tables of {@code owner}, as the occurrence shows it. */
  public static Node columnOf(CompileScope scope, EntitySource owner, Column<?> column) {
    Mapper<?> mapper = MapperLookup.in(scope, owner.type());
    EntityRows rows = owner.rows();
    ConcreteRows concrete = owner.concrete(mapper);
    Node shown =
        concrete == null || rows != null ? null : concrete.find(scope.resolve(owner), column);
    if (shown != null) {
      return shown;
    }
    Node computed = ComputedColumns.find(scope, owner, column);
    if (computed != null) {
      return computed;
    }
    if (rows != null) {
      return rows.require(owner, mapper, column, scope);
    }
    if (concrete != null) {
      return concrete.column(scope.resolve(owner), column);
    }
    MappedSource source = MappedSource.of(mapper);
    if (source != null) {
      return source.column(scope.resolve(owner), column);
    }
    return owner.isAlias() ? EntityTables.column(scope.resolve(owner), column) : column;
  }

  /** What a reference stands for while relationships are worked out: the entity's own column, if it is one. */
  public static Node inMapping(ReferenceNode reference, CompileScope scope) {
    if (reference instanceof AttributeNode attribute && !attribute.owner.isAlias()) {
      ColumnProperty<?> property =
          MapperLookup.in(scope, attribute.owner.type()).property(attribute.name);
      if (!property.isComputed()) {
        return property.column();
      }
    }
    return reference.resolve(scope);
  }

  @Override
  public Node moved(EntitySource from, EntitySource to) {
    return owner == from ? new AttributeNode(to, name) : this;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(AttributeNode.class).add(name).element(owner);
  }

  @Override
  public String toString() {
    return owner + "." + name;
  }
}
