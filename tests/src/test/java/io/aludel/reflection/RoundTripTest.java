package io.aludel.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.Dialect;
import io.aludel.engine.Engine;
import io.aludel.schema.Constraint;
import io.aludel.schema.DdlElement;
import io.aludel.schema.Index;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A model that was created, and read back out of the database, would be created just the same. */
@ForEachDatabase
@Parity({"ORM-DDL-24", "ORM-DDL-25"})
class RoundTripTest {
  private static final int SCHEMAS = 12;

  @Test
  void reflect_randomModels_giveTheSameDdl(Engine engine) {
    for (int seed = 0; seed < SCHEMAS; seed++) {
      MetaData made = new RandomSchema(seed, engine.dialect()).metadata();
      made.createAll(engine);
      MetaData found = new MetaData();
      found.reflect(engine);

      assertThat(differences(ddl(engine.dialect(), made), ddl(engine.dialect(), found)))
          .as("seed %s", seed)
          .isEmpty();
      made.dropAll(engine);
    }
  }

  @Test
  void reflect_thenCreate_givesAnEqualDatabase(Engine engine) {
    MetaData made = new RandomSchema(99, engine.dialect()).metadata();
    made.createAll(engine);
    MetaData found = new MetaData();
    found.reflect(engine);
    made.dropAll(engine);

    found.createAll(engine);

    MetaData again = new MetaData();
    again.reflect(engine);
    assertThat(ddl(engine.dialect(), again))
        .containsExactlyElementsOf(ddl(engine.dialect(), found));
  }

  /** The lines that only one of two models has. */
  private static List<String> differences(List<String> made, List<String> found) {
    List<String> lines = new ArrayList<>();
    made.stream().filter(line -> !found.contains(line)).forEach(line -> lines.add("made " + line));
    found.stream().filter(line -> !made.contains(line)).forEach(line -> lines.add("found " + line));
    return lines;
  }

  /** What would be created, without the names that databases give, in an order that says nothing. */
  static List<String> ddl(Dialect dialect, MetaData metadata) {
    List<String> all = new ArrayList<>();
    for (Table table : metadata.tables()) {
      List<String> lines = new ArrayList<>();
      String create = dialect.ddl().compile(new DdlElement.CreateTable(table));
      all.add(normal(create));
      for (Constraint constraint : table.constraints()) {
        boolean empty =
            constraint.columnNames().isEmpty() && constraint instanceof io.aludel.schema.PrimaryKey;
        if (!empty) {
          lines.add(table + ": "
              + normal(dialect.ddl().compile(new DdlElement.AddConstraint(constraint)))
                  .replaceAll("constraint \\S+ ", ""));
        }
      }
      for (Index index : table.indexes()) {
        lines.add(normal(dialect.ddl().compile(new DdlElement.CreateIndex(index))));
      }
      all.addAll(lines);
    }
    boolean uniqueIsIndex = dialect.name().equals("mariadb");
    return new ArrayList<>(new TreeSet<>(all.stream()
        .map(line -> uniqueIsIndex ? line.replaceAll(" (engine=|collate )\\S+", "") : line)
        .toList()));
  }

  private static final Pattern BODY = Pattern.compile("(?s)\\(\n(.*)\n\\)");

  /** Columns only, in lower case, without the quotes and brackets that databases add to expressions. */
  private static String normal(String sql) {
    String text = BODY.matcher(sql).find() ? columnsOnly(sql) : sql;
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[\"`()]", "")
        .replaceAll("::(character varying|text|numeric)", "")
        .replaceAll("\\bchar32", "varchar32")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String columnsOnly(String sql) {
    List<String> kept = new ArrayList<>();
    for (String line : sql.split("\n", -1)) {
      String word = line.strip();
      boolean rule = word.startsWith("CONSTRAINT ")
          || word.startsWith("PRIMARY KEY")
          || word.startsWith("UNIQUE")
          || word.startsWith("CHECK")
          || word.startsWith("FOREIGN KEY");
      if (!rule) {
        kept.add(word.replaceAll(",$", ""));
      }
    }
    return String.join("\n", kept);
  }
}
