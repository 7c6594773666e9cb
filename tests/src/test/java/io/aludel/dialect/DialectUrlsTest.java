package io.aludel.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The dialects that come with Aludel are found by the beginning of a URL, without being made; it must be
 * the one that they would accept themselves. Each of them has a row of URLs here.
 */
class DialectUrlsTest {
  private static final Map<String, List<String>> URLS = Map.of(
      "sqlite", List.of("jdbc:sqlite:", "jdbc:sqlite::memory:", "jdbc:sqlite:/tmp/x.db?a=b"),
      "h2", List.of("jdbc:h2:", "jdbc:h2:mem:", "jdbc:h2:mem:x;MODE=MySQL", "jdbc:h2:tcp://h/x"),
      "postgresql",
          List.of("jdbc:postgresql:", "jdbc:postgresql:x", "jdbc:postgresql://h1,h2:5432/x?a=b"),
      "mysql", List.of("jdbc:mysql:", "jdbc:mysql://h/x", "jdbc:mysql://h:3306/x?useSSL=true"),
      "mariadb", List.of("jdbc:mariadb:", "jdbc:mariadb://h/x", "jdbc:mariadb:sequential://h/x"),
      "oracle", List.of("jdbc:oracle:", "jdbc:oracle:thin:@//h:1521/x", "jdbc:oracle:oci:@x"),
      "sqlserver", List.of("jdbc:sqlserver:", "jdbc:sqlserver://h:1433;databaseName=x"));

  /** What nobody serves, beside what comes of the URLs above by a slip. */
  private static final List<String> NOBODYS =
      List.of("", "jdbc:", "jdbc::", "jdbc:nothing:x", "sqlite:x", "x jdbc:h2:mem:x");

  private static List<Dialect> ours() {
    List<Class<?>> declared = ServiceLoader.load(Dialect.class).stream()
        .<Class<?>>map(ServiceLoader.Provider::type)
        .toList();
    return Dialects.all().stream()
        .filter(dialect -> !declared.contains(dialect.getClass()))
        .toList();
  }

  /** The same URL with slips that make it somebody else's, or nobody's. */
  private static Stream<String> nearMisses(String url) {
    int kind = "jdbc:".length();
    int end = url.indexOf(':', kind);
    String name = url.substring(kind, end);
    return Stream.of(
        url.substring(kind),
        " " + url,
        "JDBC:" + url.substring(kind),
        "jdbc:" + name.toUpperCase(Locale.ROOT) + url.substring(end),
        "jdbc:" + name + "x" + url.substring(end),
        "jdbc:x" + name + url.substring(end),
        "jdbc:" + name.substring(1) + url.substring(end),
        "jdbc:" + name + "/" + url.substring(end + 1),
        "jdbc:other:" + url.substring(kind));
  }

  @Test
  void table_always_hasARowForEachDialect() {
    assertThat(new TreeSet<>(URLS.keySet()))
        .as("give each dialect that comes with Aludel a row of URLs")
        .isEqualTo(new TreeSet<>(ours().stream().map(Dialect::name).toList()));
    assertThat(URLS.values()).allSatisfy(urls -> assertThat(urls).hasSizeGreaterThan(1));
  }

  @TestFactory
  Stream<DynamicTest> url_ofADialect_isAcceptedByItAlone() {
    return URLS.entrySet().stream()
        .flatMap(row -> row.getValue().stream()
            .map(url -> DynamicTest.dynamicTest(
                row.getKey() + " " + url, () -> servedBy(url, List.of(row.getKey())))));
  }

  @TestFactory
  Stream<DynamicTest> url_nearlyOfADialect_isServedByNobody() {
    return Stream.concat(
            NOBODYS.stream(),
            URLS.values().stream().flatMap(List::stream).flatMap(DialectUrlsTest::nearMisses))
        .distinct()
        .map(url -> DynamicTest.dynamicTest("'" + url + "'", () -> servedBy(url, List.of())));
  }

  private static void servedBy(String url, List<String> names) {
    assertThat(ours().stream().filter(dialect -> dialect.accepts(url)).map(Dialect::name))
        .as("who accepts it")
        .containsExactlyElementsOf(names);
    assertThat(Dialects.forUrl(url).map(Dialect::name).stream())
        .as("what is found")
        .containsExactlyElementsOf(names);
  }
}
