package io.aludel.dialect.oracle;

import io.aludel.testing.compile.SourceCompiler;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * An H2 in the mode of Oracle that takes RETURNING into parameters as the driver of Oracle does, whose terms
 * keep it from being a dependency: it gives back what the columns named there hold after the statement.
 */
final class OutParametersOnH2 {
  private static final Pattern RETURNING =
      Pattern.compile("(.*) RETURNING (.*) INTO \\?(?:, \\?)*", Pattern.DOTALL);

  /** The two methods of the driver's interface that the dialect calls by their names. */
  private static final String DRIVER = """
      package oracle.jdbc;

      public interface OraclePreparedStatement extends java.sql.PreparedStatement {
        void registerReturnParameter(int index, int type) throws java.sql.SQLException;

        java.sql.ResultSet getReturnResultSet() throws java.sql.SQLException;
      }
      """;

  private final Class<?> driver = SourceCompiler.create()
      .compile(DRIVER)
      .requireSuccess()
      .load("oracle.jdbc.OraclePreparedStatement");
  final List<String> registered = new ArrayList<>();
  private final DataSource real;

  OutParametersOnH2(String name) {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:" + name + ";MODE=Oracle;DB_CLOSE_DELAY=-1");
    real = h2;
  }

  DataSource dataSource() {
    return proxy(DataSource.class, (proxy, method, arguments) -> {
      Object result = invoke(real, method, arguments);
      return result instanceof Connection connection ? wrapped(connection) : result;
    });
  }

  private Connection wrapped(Connection connection) {
    return proxy(Connection.class, (proxy, method, arguments) -> {
      if (method.getName().equals("prepareStatement") && arguments.length == 1) {
        Matcher sql = RETURNING.matcher((String) arguments[0]);
        if (sql.matches()) {
          String[] columns = sql.group(2).replaceAll("\\w+\\.", "").split(", ");
          return wrapped(connection.prepareStatement(sql.group(1), columns));
        }
      }
      return invoke(connection, method, arguments);
    });
  }

  private PreparedStatement wrapped(PreparedStatement statement) {
    return (PreparedStatement) proxy(driver, (proxy, method, arguments) -> {
      switch (method.getName()) {
        case "unwrap" -> {
          return proxy;
        }
        case "registerReturnParameter" -> {
          registered.add(arguments[0] + ":" + arguments[1]);
          return null;
        }
        case "getReturnResultSet" -> {
          return statement.getGeneratedKeys();
        }
        default -> {
          return invoke(statement, method, arguments);
        }
      }
    });
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof SQLException failure ? failure : e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
