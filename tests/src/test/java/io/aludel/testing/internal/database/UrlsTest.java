package io.aludel.testing.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UrlsTest {
  @Test
  void withOption_urlWithAndWithoutOptions_appends() {
    assertThat(Urls.withOption("jdbc:postgresql://h/d", "a=b"))
        .isEqualTo("jdbc:postgresql://h/d?a=b");
    assertThat(Urls.withOption("jdbc:postgresql://h/d?x=y", "a=b"))
        .isEqualTo("jdbc:postgresql://h/d?x=y&a=b");
  }

  @Test
  void withDatabase_anyForm_replacesTheDatabase() {
    assertThat(Urls.withDatabase("jdbc:mariadb://h:1/", "n")).isEqualTo("jdbc:mariadb://h:1/n");
    assertThat(Urls.withDatabase("jdbc:mariadb://h:1/old?x=y", "n"))
        .isEqualTo("jdbc:mariadb://h:1/n?x=y");
    assertThat(Urls.withDatabase("jdbc:mariadb://h:1?x=/y", "n"))
        .isEqualTo("jdbc:mariadb://h:1/n?x=/y");
    assertThat(Urls.withDatabase("jdbc:mariadb://h", "n")).isEqualTo("jdbc:mariadb://h/n");
  }
}
