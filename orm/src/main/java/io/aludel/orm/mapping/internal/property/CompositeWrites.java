package io.aludel.orm.mapping.internal.property;

import io.aludel.orm.mapping.internal.CompositeNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.OrderNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.Paging;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.sql.tree.statement.UpdateNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes composites apart where a statement writes them, or orders by them. */
public final class CompositeWrites {
  private CompositeWrites() {}

  /** The same UPDATE, setting each column of a composite. */
  public static UpdateNode expanded(UpdateNode statement) {
    if (statement.assignments().stream().noneMatch(each -> isComposite(each.column()))) {
      return statement;
    }
    List<UpdateNode.Assignment> assignments = new ArrayList<>();
    for (UpdateNode.Assignment each : statement.assignments()) {
      if (each.column() instanceof CompositeNode composite) {
        List<Node> parts = composite.parts();
        List<Node> values = values(composite, each.value());
        for (int i = 0; i < parts.size(); i++) {
          assignments.add(new UpdateNode.Assignment(parts.get(i), values.get(i)));
        }
      } else {
        assignments.add(each);
      }
    }
    return statement.withAssignments(assignments);
  }

  /** The same INSERT, with each column of a composite. */
  public static InsertNode expanded(InsertNode statement) {
    if (statement.source() != null
        || statement.columns().stream().noneMatch(CompositeWrites::isComposite)) {
      return statement;
    }
    List<Node> columns = new ArrayList<>();
    for (Node column : statement.columns()) {
      if (column instanceof CompositeNode composite) {
        columns.addAll(composite.parts());
      } else {
        columns.add(column);
      }
    }
    List<List<Node>> rows = new ArrayList<>();
    for (List<Node> row : statement.rows()) {
      List<Node> values = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        if (statement.columns().get(i) instanceof CompositeNode composite) {
          values.addAll(values(composite, row.get(i)));
        } else {
          values.add(row.get(i));
        }
      }
      rows.add(values);
    }
    return statement.withRows(columns, rows);
  }

  /** The same SELECT, ordered by each column of a composite. */
  public static SelectNode ordered(SelectNode statement) {
    Paging paging = statement.paging();
    if (paging.orderBy().stream().noneMatch(key -> isComposite(operand(key)))) {
      return statement;
    }
    List<Node> keys = new ArrayList<>();
    for (Node key : paging.orderBy()) {
      if (operand(key) instanceof CompositeNode composite) {
        composite
            .parts()
            .forEach(part -> keys.add(
                key instanceof OrderNode order
                    ? new OrderNode(part, order.direction(), order.nulls())
                    : part));
      } else {
        keys.add(key);
      }
    }
    return statement.withPaging(
        new Paging(keys, paging.limit(), paging.offset(), paging.measure()));
  }

  private static Node operand(Node key) {
    return key instanceof OrderNode order ? order.operand() : key;
  }

  private static boolean isComposite(Node node) {
    return node instanceof CompositeNode;
  }

  private static List<Node> values(CompositeNode composite, Node value) {
    if (value instanceof CompositeNode other) {
      return other.parts();
    }
    @Nullable Object[] leaves = composite.decompose(value instanceof BindNode bind ? bind.value() : value);
    List<Node> values = new ArrayList<>();
    for (Object leaf : leaves) {
      values.add(BindNode.of(leaf, null));
    }
    return values;
  }
}
