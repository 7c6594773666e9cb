package io.aludel.orm.mapping.internal;

import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.schema.Column;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ProjectionNode;
import io.aludel.sql.tree.ReferenceNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A whole entity in a select list; stands for all its columns but those left for later. A session makes
 * objects of them; a connection, which knows no objects, gives the list of their values.
 *
 * @param source the occurrence
 */
public record EntityNode(EntitySource source) implements ReferenceNode {
  @Override
  public Node resolve(CompileScope scope) {
    Mapper<?> mapper = MapperLookup.in(scope, source.type());
    List<Node> columns = new ArrayList<>();
    ConcreteRows concrete = source.rows() == null ? source.concrete(mapper) : null;
    if (concrete != null) {
      concrete.columns().forEach(each -> columns.add(new ColumnOfSource(source, each)));
      return new ProjectionNode(columns, values -> Arrays.asList(values.clone()));
    }
    Set<Column<?>> known = new HashSet<>();
    for (ColumnProperty<?> property : mapper.columnProperties()) {
      boolean needed = mapper.primaryKey().contains(property)
          || property == mapper.hierarchy().discriminator();
      if (!property.isLeftOut() && (needed || source.shows(property, scope))) {
        columns.add(AttributeNode.columnOf(scope, source, property.column()));
      }
      known.addAll(property.columns());
    }
    for (Mapper<?> below : source.more(mapper)) {
      addColumns(below, scope, columns, known);
    }
    return new ProjectionNode(columns, values -> Arrays.asList(values.clone()));
  }

  /** What a sub class adds that comes along. */
  private void addColumns(
      Mapper<?> below, CompileScope scope, List<Node> columns, Set<Column<?>> known) {
    EntitySource seen = source.seenAs(below.type());
    for (ColumnProperty<?> property : below.columnProperties()) {
      if (property.columns().stream().noneMatch(known::contains)
          && !property.isLeftOut()
          && seen.shows(property, scope)) {
        columns.add(AttributeNode.columnOf(scope, source, property.column()));
      }
      known.addAll(property.columns());
    }
  }

  @Override
  public FromReference home() {
    return source;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(EntityNode.class).element(source);
  }

  @Override
  public String toString() {
    return source.toString();
  }
}
