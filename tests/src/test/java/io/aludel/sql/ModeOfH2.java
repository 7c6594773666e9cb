package io.aludel.sql;

import io.aludel.dialect.Dialect;
import io.aludel.engine.Engine;
import io.aludel.schema.CheckFirst;
import io.aludel.schema.MetaData;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * An H2 that is told to be another database, one of which no server can be had. What it lacks it is given as far as
 * that is a matter of names: functions for parts of JSON, the word before a recursive query. It must
 * understand the rest by itself, or say that it does not.
 */
enum ModeOfH2 {
  ORACLE("Oracle") {
    @Override
    String spelled(String sql) {
      String numbers = NUMBER.matcher(sql).replaceAll("JSON_NUMBER($1)");
      return TEXT.matcher(numbers).replaceAll("JSON_VALUE($1)");
    }
  },

  SQL_SERVER("MSSQLServer") {
    @Override
    String spelled(String sql) {
      String allowed = IDENTITY.matcher(sql).replaceAll("");
      return allowed.replace(" WITH (HOLDLOCK)", "");
    }
  };

  private static final Pattern NUMBER =
      Pattern.compile("JSON_VALUE\\(([^()]*) RETURNING NUMBER\\)");
  private static final Pattern TEXT =
      Pattern.compile("JSON_VALUE\\(([^()]*) RETURNING VARCHAR2\\(4000\\)\\)");
  private static final Pattern IDENTITY =
      Pattern.compile("SET IDENTITY_INSERT \\w+ ON; |; SET IDENTITY_INSERT \\w+ OFF$");

  /** As soon as one common table is recursive, H2 wants to know the columns of all. */
  private static final Pattern RECURSIVE =
      Pattern.compile("WITH .*\\bcounted_\\d+\\(k, n\\) AS \\(");

  private static final Pattern COMMON = Pattern.compile("\\b([a-z]+_\\d+) AS \\(");

  private final String mode;

  ModeOfH2(String mode) {
    this.mode = mode;
  }

  /** The SQL with other names for what H2 has under other names. */
  abstract String spelled(String sql);

  /** An engine for a new database, in which the tables are made by the dialect itself. */
  Engine engine(String name, Dialect dialect, MetaData metadata) {
    Engine engine = Engine.builder(source(name)).dialect(dialect).create();
    engine.inTransaction(connection -> {
      for (String function : List.of("JSON_VALUE", "JSON_QUERY", "JSON_NUMBER")) {
        String method = function.replace("JSON_", "").toLowerCase(Locale.ROOT);
        connection.driverSql(
            "CREATE ALIAS " + function + " FOR '" + JsonOfH2.class.getName() + "." + method + "'");
      }
      metadata.createAll(connection, metadata.tables(), CheckFirst.OFF);
    });
    return engine;
  }

  private DataSource source(String name) {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:" + name + ";MODE=" + mode + ";DB_CLOSE_DELAY=-1");
    return proxy(DataSource.class, h2, arguments -> arguments);
  }

  private <T> T proxy(Class<T> type, T real, UnaryOperator<Object @Nullable []> given) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
          Object result = invoke(real, method, given.apply(arguments));
          if (result instanceof Connection connection) {
            return proxy(Connection.class, connection, this::spelled);
          }
          boolean plain = result instanceof Statement && !(result instanceof PreparedStatement);
          return plain ? proxy(Statement.class, (Statement) result, this::spelled) : result;
        }));
  }

  private Object @Nullable [] spelled(Object @Nullable [] arguments) {
    if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
      String own = spelled(sql);
      boolean recursive = RECURSIVE.matcher(own).find();
      arguments[0] = recursive
          ? COMMON.matcher(own.replaceFirst("WITH ", "WITH RECURSIVE ")).replaceAll("$1(k, n) AS (")
          : own;
    }
    return arguments;
  }

  private static Object invoke(Object real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof SQLException failure ? failure : e.getCause();
    }
  }
}
