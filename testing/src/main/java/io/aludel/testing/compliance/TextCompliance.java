package io.aludel.testing.compliance;

import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.index;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.aludel.dialect.Capability;
import io.aludel.dialect.mysql.MysqlOptions;
import io.aludel.engine.DatabaseException;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text is compared, searched and rewritten by the rules that were asked for. */
public abstract class TextCompliance {
  /** Collations by the codes of characters, as databases call them. */
  private static final List<String> BINARY_COLLATIONS =
      List.of("C", "BINARY", "utf8mb4_bin", "Latin1_General_BIN2", "UCS_BASIC");

  /** For the classes of authors. */
  protected TextCompliance() {}

  @Test
  @Tries(Capability.ILIKE)
  void text_operators_select(TestDatabase database) {
    Engine engine = database.engine();
    People people = People.in(engine);
    assertEquals(List.of(2), people.where(engine, people.name.like("B%")));
    assertEquals(List.of(1), people.where(engine, people.name.ilike("aN_")));
    assertEquals(List.of(2, 3, 4), people.where(engine, people.name.ilike("aN_").not()));
    assertEquals(List.of(4), people.where(engine, people.name.startsWith("Do")));
    assertEquals(List.of(), people.where(engine, people.name.contains("%")));
    assertEquals(
        List.of("Ann!"),
        People.all(engine, select(people.name.concat("!")).where(people.id.eq(1))));
  }

  @Test
  @Tries(Capability.CASE_BEYOND_ASCII)
  void case_ofLettersBeyondAscii_changesWhereDeclared(TestDatabase database) {
    People people = People.in(database.engine());
    assertEquals(
        List.of(database.has(Capability.CASE_BEYOND_ASCII) ? "ÀÉ" : "àé"),
        People.all(
            database.engine(),
            select(literal("àé", SqlTypes.STRING).upper()).where(people.id.eq(1))));
  }

  @Test
  @Tries({Capability.REGULAR_EXPRESSIONS, Capability.REGULAR_REPLACEMENT})
  void patterns_regular_match(TestDatabase database) {
    People people = People.in(database.engine());
    People.gives(
        database,
        Capability.REGULAR_EXPRESSIONS,
        select(people.id).where(people.name.matches("^[AB]")).orderBy(people.id),
        List.of(1, 2));
    People.gives(
        database,
        Capability.REGULAR_REPLACEMENT,
        select(people.name.replaceMatches("^.", "-", "")).where(people.id.eq(1)),
        List.of("-nn"));
  }

  @Test
  @Tries(Capability.COLLATIONS)
  void collations_named_orderText(TestDatabase database) {
    Engine engine = database.engine();
    Words words = Words.in(engine, "b", "C", "a");
    if (!database.has(Capability.COLLATIONS)) {
      People.refused(engine, select(words.word.collate("C")));
      return;
    }
    assertEquals(List.of("C", "a", "b"), words.byCodes(engine));
    assertThrows(
        DatabaseException.class,
        () -> People.all(engine, select(words.word).orderBy(words.word.collate("no_such_rules"))));
  }

  /** MySQL searches through an index made for it; to others it is an index like any. */
  @Test
  @Tries(Capability.TEXT_SEARCH)
  void searches_ofText_findWords(TestDatabase database) {
    Words words =
        Words.in(database.engine(), "quick brown foxes jump", "quickly jumping", "brown bread");
    People.gives(
        database,
        Capability.TEXT_SEARCH,
        select(words.id).where(words.word.search("brown")).orderBy(words.id),
        List.of(1, 3));
  }

  /** A table of texts. */
  private static final class Words {
    final Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();
    final Column<String> word = column("word", SqlTypes.STRING(40));
    final MetaData metadata = new MetaData();
    final Table table = Table.of(
        "words", metadata, id, word, index("word").named("ix_words").with(MysqlOptions.fulltext()));

    static Words in(Engine engine, String... values) {
      Words words = new Words();
      words.metadata.createAll(engine);
      engine.inTransaction(connection -> {
        for (int i = 0; i < values.length; i++) {
          connection.execute(insert(words.table).values(row("id", i + 1, "word", values[i])));
        }
      });
      return words;
    }

    /** All of them in the order of the first collation of its kind that the database knows. */
    List<String> byCodes(Engine engine) {
      for (String collation : BINARY_COLLATIONS) {
        try {
          return People.all(engine, select(word).orderBy(word.collate(collation)));
        } catch (DatabaseException unknown) {
          // The next one, then.
        }
      }
      return fail("none of the collations " + BINARY_COLLATIONS + " is known to the database");
    }
  }
}
