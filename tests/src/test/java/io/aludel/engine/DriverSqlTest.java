package io.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.sql.Row;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SQL that goes to the driver as it is, and the driver's own connection. */
@ForEachDatabase
@Parity("ORM-ENG-13")
class DriverSqlTest {
  @Test
  void driverSql_withColonsAndBraces_isNotLookedAt(Engine engine) {
    try (Connection connection = engine.connect()) {
      Row row = connection.driverSql("SELECT ':name' AS a, '%s' AS b").one();
      assertThat(row.asList()).containsExactly(":name", "%s");
      assertThat(row.get("A")).isEqualTo(":name");
      assertThat(connection.transaction()).isNotNull();
    }
    assertThat(engine.statistics().openResults()).isZero();
  }

  @Test
  void driverSql_withValues_bindsThemAsTheDriverDoes(Engine engine) {
    try (Connection connection = engine.connect()) {
      assertThat(
              connection.driverSql("CREATE TABLE t (a INTEGER, b VARCHAR(9))").givesRows())
          .isFalse();
      assertThat(connection
              .driverSql("INSERT INTO t VALUES (?, ?)", List.of(List.of(1, "x")))
              .rowCount())
          .isEqualTo(1);
      assertThat(connection
              .driverSql(
                  "INSERT INTO t VALUES (?, ?)",
                  List.of(Arrays.asList(2, "y"), Arrays.asList(3, "z")))
              .rowCount())
          .isIn(2, -1); // a driver that rewrites batches does not tell
      assertThat(connection
              .driverSql("SELECT b FROM t WHERE a > ? ORDER BY a", List.of(List.of(1)))
              .scalars()
              .all())
          .containsExactly("y", "z");
      assertThatThrownBy(() -> connection.driverSql("DELETE FROM t", List.of()))
          .isInstanceOf(ArgumentException.class)
          .hasMessageEndingWith("[ENG-117]");
      assertThatThrownBy(() -> connection.driverSql(" ")).isInstanceOf(ArgumentException.class);
    }
  }

  @Test
  void driverSql_thatFails_isTranslatedWithItsParameters(Engine engine) {
    try (Connection connection = engine.connect()) {
      assertThatThrownBy(() ->
              connection.driverSql("SELECT nothing FROM nowhere WHERE a = ?", List.of(List.of(7))))
          .isInstanceOf(ProgrammingException.class)
          .hasMessageContaining("Parameters: [7]");
    }
  }

  @Test
  void jdbc_ofAConnection_isTheDriversOwn(Engine engine) throws SQLException {
    try (Connection connection = engine.connect();
        PreparedStatement statement = connection.jdbc().prepareStatement("SELECT 7");
        ResultSet rows = statement.executeQuery()) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(7);
      assertThat(connection.jdbc().getClass().getName())
          .doesNotContain("Proxy")
          .doesNotContain("hikari");
    }
  }
}
