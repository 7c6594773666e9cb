package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.function.Consumer;

/**
 * A query within an expression.
 *
 * @param query the query
 * @param kind what becomes of its rows
 */
public record SubqueryNode(QueryNode query, Kind kind) implements Node {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return kind == Kind.EXISTS ? SqlTypes.BOOLEAN : query.items().get(0).type(scope);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(SubqueryNode.class).add(kind).element(query);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(query);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    QueryNode newQuery = parts.query(query);
    return newQuery == query ? this : new SubqueryNode(newQuery, kind);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }

  /** What becomes of the rows. */
  public enum Kind {
    /** The value of the only column of the only row. */
    SCALAR,
    /** The members of an {@code IN}. */
    MEMBERS,
    /** Whether there are any. */
    EXISTS
  }
}
