package io.aludel.orm.internal.session;

import io.aludel.orm.internal.statement.FromStatementNode;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.ColumnOfSource;
import io.aludel.orm.mapping.internal.EntityNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.Traversal;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.UpdateNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The entities and tables that a statement mentions, those it is about first. */
final class Mentions {
  private final Set<Class<?>> entities = new LinkedHashSet<>();
  private final Set<Table> tables = new LinkedHashSet<>();

  private Mentions() {}

  static Mentions of(StatementNode statement) {
    Mentions mentions = new Mentions();
    FromNode target = target(FromStatementNode.sent(statement));
    if (target != null) {
      mentions.note(target);
    }
    for (Node item : statement.items()) {
      Traversal.forEach(item, mentions::note);
    }
    Traversal.forEach(statement, mentions::note);
    return mentions;
  }

  private static @Nullable FromNode target(StatementNode statement) {
    if (statement instanceof InsertNode insert) {
      return insert.target();
    }
    if (statement instanceof UpdateNode update) {
      return update.target();
    }
    return statement instanceof DeleteNode delete ? delete.target() : null;
  }

  private void note(Element element) {
    if (element instanceof EntitySource source) {
      entities.add(source.type());
    } else if (element instanceof EntityNode entity) {
      entities.add(entity.source().type());
    } else if (element instanceof AttributeNode attribute) {
      entities.add(attribute.owner().type());
    } else if (element instanceof ColumnOfSource column) {
      entities.add(column.owner().type());
    } else if (element instanceof Table table) {
      tables.add(table);
    } else if (element instanceof Column<?> column) {
      tables.add(column.table());
    }
  }

  /** The mappers of the entities. */
  List<Mapper<?>> mappers(Function<Class<?>, Mapper<?>> mappers) {
    return entities.stream().<Mapper<?>>map(mappers).toList();
  }

  Set<Table> tables() {
    return tables;
  }
}
