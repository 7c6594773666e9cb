package io.aludel.orm.mapping.internal.property;

import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.ColumnOfSource;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.MappedSource;
import io.aludel.orm.mapping.internal.MapperLookup;
import io.aludel.schema.Column;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.ConstantNode;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import org.jspecify.annotations.Nullable;

/** Puts the SQL of computed attributes in the place of the columns they do not have. */
public final class ComputedColumns {
  private ComputedColumns() {}

  /** The SQL that {@code column} stands for in an occurrence of its entity, or null for a real column. */
  public static @Nullable Node find(CompileScope scope, EntitySource owner, Column<?> column) {
    Mapper<?> mapper = MapperLookup.in(scope, owner.type());
    if (mapper.tables().contains(column.table())) {
      return null;
    }
    for (Mapper<?> each : mapper.selfAndDescendants()) {
      ColumnProperty<?> property = each.findProperty(column);
      if (property != null && property.isComputed()) {
        return expression(property, owner, mapper);
      }
    }
    return null;
  }

  private static Node expression(ColumnProperty<?> property, EntitySource owner, Mapper<?> mapper) {
    Node written = property.expression();
    return written == null
        ? ConstantNode.NULL
        : owner.adapted(property, () -> seenBy(written, owner, mapper));
  }

  /** An expression written over an entity, as one of its occurrences sees it. */
  public static Node seenBy(Node expression, EntitySource owner, Mapper<?> mapper) {
    return new Rewriter(element -> replacement(element, owner, mapper)).node(expression);
  }

  private static @Nullable Element replacement(
      Element element, EntitySource owner, Mapper<?> mapper) {
    if (element instanceof AttributeNode attribute && isPlain(attribute.owner(), owner)) {
      return attribute.owner() == owner ? element : new AttributeNode(owner, attribute.name());
    }
    if (element instanceof ColumnOfSource column && isPlain(column.owner(), owner)) {
      return column.owner() == owner ? element : new ColumnOfSource(owner, column.column());
    }
    if (element instanceof Column<?> column
        && (owner.isAlias() || owner.concrete(mapper) != null)
        && mapper.tables().contains(column.table())) {
      return new ColumnOfSource(owner, column);
    }
    MappedSource source = owner.isAlias() ? MappedSource.of(mapper) : null;
    Column<?> named = source != null && element instanceof DerivedColumnNode derived
        ? source.find(derived, CompileScope.UNRESOLVED)
        : null;
    if (named != null) {
      return new ColumnOfSource(owner, named);
    }
    return element instanceof EntitySource || element instanceof Column<?> ? element : null;
  }

  /** Whether a source is the entity itself, or one that it extends. */
  private static boolean isPlain(EntitySource source, EntitySource owner) {
    return !source.isAlias() && source.type().isAssignableFrom(owner.type());
  }
}
