package io.aludel.testing.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.testing.TestingException;
import io.aludel.testing.spi.DatabaseAddress;
import io.aludel.testing.spi.DatabaseRequest;
import io.aludel.testing.spi.ProvidedDatabase;
import io.aludel.testing.spi.TestDatabaseProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabasesTest {
  private static Databases databases(
      Map<String, String> properties, TestDatabaseProvider... providers) {
    return new Databases(
        new DatabaseConfiguration(properties::get, name -> null), List.of(providers));
  }

  @Test
  void load_classPath_hasTheFourOfTheKit() {
    try (Databases databases = Databases.load(DatabaseConfiguration.of(System::getProperty))) {
      assertThat(databases.known()).contains("sqlite", "h2", "postgresql", "mariadb");
    }
  }

  @Test
  void names_unknownDatabase_namesThoseThereAre() {
    try (Databases databases = databases(
        Map.of("aludel.test.databases", "oracle"), new SqliteProvider(), new H2Provider())) {
      assertThatThrownBy(databases::names)
          .isInstanceOf(TestingException.class)
          .hasMessageContaining("'oracle'")
          .hasMessageContaining("h2, sqlite")
          .hasMessageEndingWith("[TST-101]");
    }
  }

  @Test
  void constructor_twoProvidersOfOneName_isRefused() {
    assertThatThrownBy(() -> databases(Map.of(), new H2Provider(), new H2Provider()))
        .isInstanceOf(TestingException.class)
        .hasMessageContaining("'h2'")
        .hasMessageEndingWith("[TST-102]");
  }

  @Test
  void create_thirdPartyProvider_isAskedWithItsServer() {
    List<DatabaseRequest> requests = new ArrayList<>();
    Map<String, String> properties =
        Map.of("aludel.test.databases", "mine", "aludel.test.mine.url", "jdbc:mine:there");
    try (Databases databases = databases(properties, new RememberingProvider(requests))) {
      assertThat(databases.create("mine", true).address().url()).isEqualTo("jdbc:mine:1");
    }
    assertThat(requests).hasSize(1);
    assertThat(requests.get(0).severalConnections()).isTrue();
    assertThat(requests.get(0).server()).contains(DatabaseAddress.of("jdbc:mine:there"));
  }

  @Test
  void create_urlForDatabaseInProcess_isRefused() {
    try (Databases databases =
        databases(Map.of("aludel.test.h2.url", "jdbc:h2:tcp://there/x"), new H2Provider())) {
      assertThatThrownBy(() -> databases.create("h2", false))
          .hasMessageContaining("Remove aludel.test.h2.url")
          .hasMessageEndingWith("[TST-105]");
    }
  }

  @Test
  void create_urlOfAnotherDatabase_isRefused() {
    try (Databases databases = databases(
        Map.of("aludel.test.postgresql.url", "jdbc:mysql://there/x"), new PostgresqlProvider())) {
      assertThatThrownBy(() -> databases.create("postgresql", false))
          .hasMessageContaining("begins with jdbc:postgresql:")
          .hasMessageEndingWith("[TST-105]");
    }
  }

  @Test
  void create_deadServer_saysWhere() {
    Map<String, String> properties = Map.of(
        "aludel.test.postgresql.url", "jdbc:postgresql://localhost:1/x",
        "aludel.test.postgresql.user", "ed",
        "aludel.test.postgresql.password", "secret");
    try (Databases databases = databases(properties, new PostgresqlProvider())) {
      assertThatThrownBy(() -> databases.create("postgresql", false))
          .hasMessageContaining("jdbc:postgresql://localhost:1/x as ed")
          .hasMessageNotContaining("secret")
          .hasMessageEndingWith("[TST-104]");
    }
  }

  private record RememberingProvider(List<DatabaseRequest> requests)
      implements TestDatabaseProvider {
    @Override
    public String name() {
      return "mine";
    }

    @Override
    public ProvidedDatabase create(DatabaseRequest request) {
      requests.add(request);
      return new SimpleDatabase(DatabaseAddress.of("jdbc:mine:" + requests.size()), () -> {});
    }
  }
}
