package io.aludel.dialect.postgresql;

import io.aludel.dialect.BulkLoad;
import io.aludel.dialect.Dialect;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.InsertNode;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code COPY … FROM STDIN}. The driver offers it by classes of its own, which are not on the class path
 * of everybody: they are called by name, once a load.
 */
final class CopyLoad implements BulkLoad {
  private static final int BUFFER = 65_536;

  private final String sql;
  private final List<CopyText.Field> fields;

  private CopyLoad(String sql, List<CopyText.Field> fields) {
    this.sql = sql;
    this.fields = fields;
  }

  /** The load of an INSERT of plain values, or null if one of its columns needs SQL to be written. */
  static @Nullable CopyLoad of(Dialect dialect, InsertNode insert) {
    if (!(insert.target() instanceof Table table) || insert.columns().isEmpty()) {
      return null;
    }
    List<CopyText.Field> fields = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Node node : insert.columns()) {
      CopyText.Field field =
          node instanceof Column<?> column ? CopyText.field(column.type()) : null;
      if (field == null) {
        return null;
      }
      fields.add(field);
      names.add(dialect.identifiers().prepare(((Column<?>) node).name()));
    }
    String sql = "COPY " + dialect.identifiers().prepare(table.schema(), table.name()) + " ("
        + String.join(", ", names) + ") FROM STDIN";
    return new CopyLoad(sql, List.copyOf(fields));
  }

  @Override
  public String sql() {
    return sql;
  }

  @Override
  public long run(Connection connection, List<@Nullable Object[]> rows) throws SQLException {
    InputStream text = new CopyText(fields, rows.iterator());
    try {
      Class<?> driver = Class.forName(
          "org.postgresql.PGConnection", true, connection.getClass().getClassLoader());
      Object copies = driver.getMethod("getCopyAPI").invoke(connection.unwrap(driver));
      Method copyIn =
          copies.getClass().getMethod("copyIn", String.class, InputStream.class, int.class);
      return (long) copyIn.invoke(copies, sql, text, BUFFER);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof SQLException cause ? cause : failed(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw failed(e);
    }
  }

  /** What a value made impossible is told as it is; the driver has ended the load by then. */
  private static SQLException failed(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException mistake) {
      throw mistake;
    }
    return new SQLException("COPY is not possible through this driver: " + cause, "0A000", cause);
  }
}
