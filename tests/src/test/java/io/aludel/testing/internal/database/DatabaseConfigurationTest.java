package io.aludel.testing.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.spi.DatabaseAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseConfigurationTest {
  private static DatabaseConfiguration configuration(
      Map<String, String> properties, Map<String, String> variables) {
    return new DatabaseConfiguration(properties::get, variables::get);
  }

  @Test
  void names_nothingSet_areTheThreeOfTheOrdinaryRun() {
    assertThat(configuration(Map.of(), Map.of()).names())
        .containsExactly("sqlite", "h2", "postgresql");
  }

  @Test
  void names_listWithSpacesAndRepeats_isCleaned() {
    assertThat(configuration(Map.of("aludel.test.databases", " H2, sqlite,,h2 "), Map.of())
            .names())
        .containsExactly("h2", "sqlite");
  }

  @Test
  void names_variable_isUsedWhenNoPropertyIsSet() {
    Map<String, String> variables = Map.of("ALUDEL_TEST_DATABASES", "mariadb");

    assertThat(configuration(Map.of(), variables).names()).containsExactly("mariadb");
    assertThat(configuration(Map.of("aludel.test.databases", "h2"), variables).names())
        .containsExactly("h2");
  }

  @Test
  void server_variables_replaceTheEmbeddedOne() {
    Map<String, String> variables = Map.of(
        "ALUDEL_TEST_POSTGRESQL_URL", "jdbc:postgresql://db/test",
        "ALUDEL_TEST_POSTGRESQL_USER", "ed",
        "ALUDEL_TEST_POSTGRESQL_PASSWORD", "secret");

    assertThat(configuration(Map.of(), variables).server("postgresql"))
        .contains(new DatabaseAddress("jdbc:postgresql://db/test", "ed", "secret"));
    assertThat(configuration(Map.of(), variables).server("mariadb")).isEmpty();
  }

  @Test
  void server_emptyUrl_countsAsNone() {
    assertThat(
            configuration(Map.of(), Map.of("ALUDEL_TEST_POSTGRESQL_URL", "")).server("postgresql"))
        .isEmpty();
  }

  @Test
  void address_asText_hidesThePassword() {
    assertThat(new DatabaseAddress(
            "jdbc:postgresql://db/test?password=hidden&ssl=true", "ed", "secret"))
        .hasToString("jdbc:postgresql://db/test?password=***&ssl=true as ed");
  }
}
