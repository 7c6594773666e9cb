package io.aludel.dialect.oracle;

import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.TypeCompiler;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code RETURNING … INTO}. JDBC has no words for several rows in parameters, but the
 * database's own driver has; its interface is called by name, because it is not on everybody's class path.
 */
record OutParameters(List<Integer> jdbcTypes) {
  private static final String DRIVER = "oracle.jdbc.OraclePreparedStatement";

  static OutParameters of(TypeCompiler types, CompiledStatement compiled) {
    List<Integer> all = new ArrayList<>();
    compiled.outParameters().forEach(type -> all.add(jdbcType(types, type)));
    return new OutParameters(List.copyOf(all));
  }

  private static int jdbcType(TypeCompiler types, SqlType<?> type) {
    if (type == SqlTypes.UNKNOWN) {
      return Types.VARCHAR;
    }
    if (!types.selected(type).isEmpty()) {
      return Types.CLOB;
    }
    String spelled = types.spell(type);
    return switch (spelled.split("[ (]", 2)[0]) {
      case "NUMBER", "INTEGER", "SMALLINT", "FLOAT" -> Types.NUMERIC;
      case "BINARY_FLOAT" -> OracleCodecs.BINARY_FLOAT;
      case "BINARY_DOUBLE" -> OracleCodecs.BINARY_DOUBLE;
      case "DATE" -> Types.DATE;
      case "TIMESTAMP" -> spelled.endsWith("TIME ZONE") ? -101 : Types.TIMESTAMP;
      case "INTERVAL" -> -104;
      case "CLOB" -> Types.CLOB;
      case "BLOB" -> Types.BLOB;
      case "RAW" -> Types.VARBINARY;
      case "BOOLEAN" -> 252;
      case "JSON" -> 2016;
      case "ROWID" -> Types.ROWID;
      default -> Types.VARCHAR;
    };
  }

  /** Runs a statement and gives what came back in its parameters. */
  ResultSet run(PreparedStatement statement, int bound) throws SQLException {
    try {
      Class<?> driver = Class.forName(DRIVER, true, statement.getClass().getClassLoader());
      Object own = statement.unwrap(driver);
      Method register = driver.getMethod("registerReturnParameter", int.class, int.class);
      for (int i = 0; i < jdbcTypes.size(); i++) {
        register.invoke(own, bound + i + 1, jdbcTypes.get(i));
      }
      statement.executeUpdate();
      return (ResultSet) driver.getMethod("getReturnResultSet").invoke(own);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof SQLException cause ? cause : failed(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw failed(e);
    }
  }

  private static SQLException failed(@Nullable Throwable cause) {
    return new SQLException(
        "RETURNING is not possible through this driver: " + cause, "0A000", cause);
  }
}
