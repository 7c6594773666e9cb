package io.aludel.dialect;

import io.aludel.testing.TestDatabase;
import io.aludel.testing.spi.DatabaseAddress;
import io.aludel.types.Codec;
import io.aludel.types.SqlType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** One JDBC connection to a test database, with nothing of the engine in between. */
final class PlainDatabase implements AutoCloseable {
  final Dialect dialect;
  final Connection connection;

  private PlainDatabase(Dialect dialect, Connection connection) {
    this.dialect = dialect;
    this.connection = connection;
  }

  static PlainDatabase open(TestDatabase database) throws SQLException {
    DatabaseAddress address = database.address();
    Dialect dialect = Dialects.forUrl(address.url()).orElseThrow();
    return new PlainDatabase(dialect, DriverManager.getConnection(address.url(), login(address)));
  }

  private static Properties login(DatabaseAddress address) {
    Properties login = new Properties();
    if (address.user() != null) {
      login.setProperty("user", address.user());
    }
    if (address.password() != null) {
      login.setProperty("password", address.password());
    }
    return login;
  }

  void run(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Makes table {@code name} with a number for each row and a column {@code v} of the type. */
  void createTable(String name, SqlType<?> type) throws SQLException {
    run("CREATE TABLE " + name + " (id INTEGER PRIMARY KEY, v "
        + dialect.types().spell(type) + ")");
  }

  <T> void insert(String table, int id, SqlType<T> type, @Nullable T value) throws SQLException {
    String sql = "INSERT INTO " + table + " (id, v) VALUES (" + id + ", ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      dialect.types().codec(type).binder().bind(statement, 1, value);
      statement.executeUpdate();
    }
  }

  /** The values of the first column. */
  <T> List<@Nullable T> read(String sql, SqlType<T> type) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return values(rows, dialect.types().codec(type));
    }
  }

  /** The values of the first column of a query with one parameter. */
  <T, P> List<@Nullable T> read(String sql, SqlType<T> type, SqlType<P> bound, P parameter)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      dialect.types().codec(bound).binder().bind(statement, 1, parameter);
      try (ResultSet rows = statement.executeQuery()) {
        return values(rows, dialect.types().codec(type));
      }
    }
  }

  private static <T> List<@Nullable T> values(ResultSet rows, Codec<T> codec) throws SQLException {
    List<@Nullable T> values = new ArrayList<>();
    while (rows.next()) {
      values.add(codec.reader().read(rows, 1));
    }
    return values;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
