package io.aludel.dialect.postgresql;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.Placeholder;
import io.aludel.schema.Column;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.Node;
import io.aludel.types.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows of which each column is one array: <code>unnest(?::int4[], ?::varchar[])</code>. The server reads an
 * array faster than as many parameters, and any number of rows has one spelling. The casts are for
 * connections that do not tell it the types of parameters.
 */
final class GivenColumns {
  /** What the rows are called where a statement names them. */
  static final String NAME = "given_rows";

  private GivenColumns() {}

  /**
   * Whether the driver says that text is text. With {@code stringtype=unspecified} it leaves that open, and
   * text goes to columns of any type; but of a list the server must know what it is of.
   */
  static boolean takenBy(Connection connection) {
    try {
      Class<?> driver = Class.forName(
          "org.postgresql.core.BaseConnection", true, connection.getClass().getClassLoader());
      return (boolean) driver.getMethod("getStringVarcharFlag").invoke(connection.unwrap(driver));
    } catch (ReflectiveOperationException | SQLException another) {
      return true;
    }
  }

  /** A list in place of a value that a column gets or is compared with; null if it cannot be one. */
  static @Nullable BindNode list(Node column, Node value) {
    if (!(value instanceof BindNode bind)) {
      return null;
    }
    SqlType<?> own = bind.ownType();
    SqlType<?> type = own == null && column instanceof Column<?> named ? named.type() : own;
    return type == null || ArrayBinder.of(type) == null
        ? null
        : BindNode.expanding(new Object[0], type);
  }

  static boolean isList(Node value) {
    return value instanceof BindNode bind && bind.expanding();
  }

  /** Writes the rows. */
  static void write(Compilation compilation, List<Node> lists) {
    String separator = "unnest(";
    for (Node list : lists) {
      Placeholder value = compilation.placeholder((BindNode) list, null);
      ArrayBinder binder = Objects.requireNonNull(ArrayBinder.of(value.type()));
      compilation.out().append(separator);
      compilation
          .out()
          .value(new Placeholder(value.slot(), value.constant(), value.type(), binder, false))
          .append("::" + binder.arrayType());
      separator = ", ";
    }
    compilation.out().append(")");
  }

  /** The column of the rows that a list is. */
  static String column(Compilation compilation, BindNode list) {
    return "c" + (compilation.placeholder(list, null).slot() + 1);
  }
}
