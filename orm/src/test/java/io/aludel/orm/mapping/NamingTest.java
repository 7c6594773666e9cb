package io.aludel.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {
  @ParameterizedTest
  @CsvSource({
    "name, name",
    "userId, user_id",
    "HTTPPort2, http_port2",
    "OrderLine, order_line",
    "aB, a_b",
    "already_there, already_there",
    "x1y2, x1y2",
    "userID, user_id"
  })
  void snakeCase_anyName_partsItsWords(String name, String expected) {
    assertThat(Naming.snakeCase(name)).isEqualTo(expected);
  }
}
