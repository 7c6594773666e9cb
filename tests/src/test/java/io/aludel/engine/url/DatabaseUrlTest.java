package io.aludel.engine.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.aludel.ArgumentException;
import io.aludel.testing.Parity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Database addresses. */
@Parity("ORM-ENG-01")
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

  @Test
  void parts_ofAServerUrl_areReadAsTheyAreMeant() {
    DatabaseUrl url = DatabaseUrl.parse(
        "jdbc:postgresql://us%40er:p%2Fw%zz@[::1]:5433/db%3Fx?a=1&a=2&b=3%20c&plain");

    assertThat(url.user()).isEqualTo("us@er");
    assertThat(url.password()).isEqualTo("p/w%zz");
    assertThat(url.host()).isEqualTo("[::1]");
    assertThat(url.port()).isEqualTo(5433);
    assertThat(url.database()).isEqualTo("db?x");
    assertThat(url.parameters())
        .containsExactly(
            entry("a", List.of("1", "2")), entry("b", List.of("3 c")), entry("plain", List.of("")));
    assertThat(url)
        .hasToString("jdbc:postgresql://us%40er:***@[::1]:5433/db%3Fx?a=1&a=2&b=3%20c&plain=");
    assertThat(DatabaseUrl.parse(url.showingSecrets())).isEqualTo(url);
  }

  @Test
  void parts_ofALocalDatabase_areItsLocationAndParameters() {
    DatabaseUrl h2 = DatabaseUrl.parse("jdbc:h2:~/100%25/app;MODE=PostgreSQL;INIT=a\\;b");
    assertThat(h2.host()).isNull();
    assertThat(h2.port()).isNull();
    assertThat(h2.database()).isEqualTo("~/100%25/app");
    assertThat(h2.parameters().get("INIT")).containsExactly("a\\;b");
    assertThat(h2.jdbcUrl()).isEqualTo("jdbc:h2:~/100%25/app;MODE=PostgreSQL;INIT=a\\;b");

    DatabaseUrl sqlite = DatabaseUrl.parse("jdbc:sqlite:file:x.db?mode=ro");
    assertThat(sqlite.database("file:y.db").parameter("cache", "shared").jdbcUrl())
        .isEqualTo("jdbc:sqlite:file:y.db?mode=ro&cache=shared");
    assertThatThrownBy(() -> sqlite.port(3))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("the database is not on a server");
  }

  @Test
  void changes_giveOtherUrlsAndLeaveTheFirst() {
    DatabaseUrl first = DatabaseUrl.of("postgresql", "h").database("a b/c?d").user("ann:x");

    DatabaseUrl changed = first
        .host("::1")
        .port(7)
        .password("s3/cr@t")
        .parameter("ssl", "true")
        .parameter("options", "-c x=1&y%");
    assertThat(first.jdbcUrl()).isEqualTo("jdbc:postgresql://h/a%20b/c%3Fd");
    assertThat(changed.showingSecrets())
        .isEqualTo("jdbc:postgresql://ann%3Ax:s3%2Fcr%40t@[::1]:7/a%20b/c%3Fd"
            + "?ssl=true&options=-c%20x=1%26y%25");
    assertThat(changed.parameters().get("options")).containsExactly("-c x=1&y%");
    assertThat(DatabaseUrl.parse(changed.showingSecrets())).isEqualTo(changed);
    assertThat(changed.toString()).doesNotContain("s3").contains("***");
    assertThat(changed.port(null).host("h").password(null).withoutParameters("ssl", "options"))
        .isEqualTo(first);
  }

  @Test
  void sqlServer_namesItsDatabaseAmongTheParameters() {
    String text = "jdbc:sqlserver://h\\inst:1433;databaseName=app;password={a;b}}c};encrypt=false";
    DatabaseUrl url = DatabaseUrl.parse(text);

    assertThat(url.jdbcUrl()).isEqualTo(text);
    assertThat(url.host()).isEqualTo("h\\inst");
    assertThat(url.port()).isEqualTo(1433);
    assertThat(url.database()).isEqualTo("app");
    assertThat(url.parameters()).containsEntry("password", List.of("{a;b}}c}"));
    assertThat(url.toString()).doesNotContain("a;b").contains(";encrypt=false");
    assertThat(url.database("x").database()).isEqualTo("x");
    assertThat(DatabaseUrl.of("sqlserver", "h").database("x").jdbcUrl())
        .isEqualTo("jdbc:sqlserver://h;databaseName=x");
  }

  @Test
  void parameters_changedTogether_replaceAddOrGo() {
    DatabaseUrl url = DatabaseUrl.parse("jdbc:mariadb://h/app?a=1&a=2&b=3");

    assertThat(url.parameters(Map.of("a", "9")).jdbcUrl())
        .isEqualTo("jdbc:mariadb://h/app?b=3&a=9");
    assertThat(url.parameter("z", "1", "2").jdbcUrl())
        .isEqualTo("jdbc:mariadb://h/app?a=1&a=2&b=3&z=1&z=2");
    assertThat(url.addParameters(List.of(new DatabaseUrl.Parameter("a", "3"))).parameters())
        .containsEntry("a", List.of("1", "2", "3"));
    assertThat(url.withoutParameters("a", "none").jdbcUrl()).isEqualTo("jdbc:mariadb://h/app?b=3");
    assertThat(url.parameter("b").parameters()).doesNotContainKey("b");
  }
}
