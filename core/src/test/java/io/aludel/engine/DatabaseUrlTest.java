package io.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Database addresses, parity row ORM-ENG-01. */
class DatabaseUrlTest {
  @Test
  void parse_withALoginBeforeTheHost_takesItOut() {
    DatabaseUrl url = DatabaseUrl.parse("jdbc:postgresql://ann:s3cr:t/@db.example:5432/app?x=1");

    assertThat(url.scheme()).isEqualTo("postgresql");
    assertThat(url.user()).isEqualTo("ann");
    assertThat(url.password()).isEqualTo("s3cr:t/");
    assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5432/app?x=1");
    assertThat(url).hasToString("jdbc:postgresql://ann:***@db.example:5432/app?x=1");
  }

  @Test
  void toString_withSecretsAmongTheParameters_masksThem() {
    for (String url : List.of(
        "jdbc:postgresql://h/app?user=ann&password=s3cret&x=1",
        "jdbc:postgresql://h/app?sslpassword=s3cret",
        "jdbc:mariadb://h/app?trustStorePassword=s3cret&x=y",
        "jdbc:h2:mem:app;USER=sa;PASSWORD=s3cret",
        "jdbc:h2:mem:app;PASSWORD=a\\;s3cret;MODE=x",
        "jdbc:mysql://ann:s3cret@h/app",
        "jdbc:mysql://ann:p@s3cret@h/app")) {
      assertThat(DatabaseUrl.parse(url).toString())
          .as(url)
          .doesNotContain("s3cret")
          .contains("***");
    }
  }

  @Test
  void parse_ofSomethingElse_saysWhatToWriteAndNoSecret() {
    assertThatThrownBy(() -> DatabaseUrl.parse("postgresql://ann:s3cret@h/app"))
        .isInstanceOf(ArgumentException.class)
        .hasMessage(
            "'postgresql://ann:***@h/app' is not the URL of a database. Write a JDBC URL such as"
                + " jdbc:postgresql://host/database or jdbc:sqlite:file.db. [ENG-102]");
  }

  @Test
  void equals_ofEqualUrls_isTrue() {
    assertThat(DatabaseUrl.parse("jdbc:sqlite:a.db"))
        .isEqualTo(DatabaseUrl.parse("jdbc:sqlite:a.db"));
    assertThat(DatabaseUrl.parse("jdbc:sqlite:a.db"))
        .isNotEqualTo(DatabaseUrl.parse("jdbc:sqlite:b.db"));
  }
}
