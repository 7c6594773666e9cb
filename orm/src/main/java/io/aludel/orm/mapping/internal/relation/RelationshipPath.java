package io.aludel.orm.mapping.internal.relation;

import io.aludel.InvalidRequestException;
import io.aludel.orm.mapping.JoinCondition;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.MapperLookup;
import io.aludel.schema.Column;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import java.util.function.Function;

/**
 * A relationship of an occurrence of an entity.
 *
 * @param owner the occurrence
 * @param name the name of the attribute
 */
public record RelationshipPath(EntitySource owner, String name) {
  RelationshipProperty in(CompileScope scope) {
    RelationshipProperty found = MapperLookup.in(scope, owner.type()).relationship(name);
    if (found.isOverRows()) {
      throw new InvalidRequestException(
          MappingMessage.ROWS_NOT_JOINED,
          MappingMessage.ROWS_NOT_JOINED.text(found, found.target().entityName()));
    }
    return found;
  }

  void key(KeyBuilder keys) {
    keys.add(name).element(owner);
  }

  Function<Column<?>, Node> ownerColumns(CompileScope scope) {
    return column -> AttributeNode.columnOf(scope, owner, column);
  }

  /** The condition of a relationship over this owner, an occurrence of the target and a link table. */
  JoinCondition.Sides sides(CompileScope scope, FromNode target, FromNode link) {
    return new JoinCondition.Sides(
        ownerColumns(scope), columnsOf(scope, target), columnsOf(scope, link));
  }

  static Function<Column<?>, Node> columnsOf(CompileScope scope, FromNode source) {
    return column -> {
      if (source instanceof EntitySource entity) {
        return AttributeNode.columnOf(scope, entity, column);
      }
      return source == column.table()
          ? column
          : new DerivedColumnNode(source, column.name(), column);
    };
  }

  @Override
  public String toString() {
    return owner + "." + name;
  }
}
