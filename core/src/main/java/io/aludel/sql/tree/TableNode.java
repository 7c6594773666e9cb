package io.aludel.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of the schema. Two are the same only if they are one object. */
public non-sealed interface TableNode extends FromNode {
  /**
   * The table's name, without quotes.
   *
   * @return the name
   */
  String name();

  /**
   * The schema that holds the table.
   *
   * @return its name, or null for the default schema of the connection
   */
  @Nullable String schema();

  /**
   * Whether the name stands in quotes.
   *
   * @return {@link Quoting#AUTO} unless stated
   */
  default Quoting quoting() {
    return Quoting.AUTO;
  }

  /**
   * Whether the name of the schema stands in quotes.
   *
   * @return {@link Quoting#AUTO} unless stated
   */
  default Quoting schemaQuoting() {
    return Quoting.AUTO;
  }

  /**
   * The columns in their order.
   *
   * @return the columns
   */
  List<? extends ColumnNode> columnNodes();

  /**
   * The foreign keys of this table whose targets are known.
   *
   * @return one link for each constraint
   */
  List<ForeignKeyLink> foreignKeyLinks();

  @Override
  default void key(KeyBuilder keys) {
    keys.add(this);
  }

  @Override
  default void accept(FromVisitor visitor) {
    visitor.visit(this);
  }

  /**
   * A foreign key as far as joins need it.
   *
   * @param columns the referring columns
   * @param target the table referred to
   * @param targetColumns the columns referred to, in the order of {@code columns}
   */
  record ForeignKeyLink(
      List<? extends ColumnNode> columns,
      TableNode target,
      List<? extends ColumnNode> targetColumns) {}
}
