package io.aludel.examples.atlas.ask;

import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.select;

import io.aludel.examples.atlas.world.Country;
import io.aludel.examples.atlas.world.CountryName_;
import io.aludel.examples.atlas.world.Country_;
import io.aludel.examples.atlas.world.Currency;
import io.aludel.examples.atlas.world.Currency_;
import io.aludel.examples.atlas.world.Language;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.io.PrintStream;

/** Changes the world, looks at it, and takes everything back. */
public final class Rehearsal {
  private Rehearsal() {}

  /**
   * How many of everything.
   *
   * @param countries countries
   * @param currencies currencies
   * @param names names of countries
   * @param euros countries that pay with the euro
   */
  public record Census(long countries, long currencies, long names, long euros) {}

  /**
   * The world before, meanwhile and after.
   *
   * @param before before the edit
   * @param during after the flush, within the transaction
   * @param after after the rollback
   * @param plan what the flush was going to do
   */
  public record Outcome(Census before, Census during, Census after, String plan) {}

  /**
   * Edits and rolls back: Switzerland takes the euro, Liechtenstein money of its own, Germany speaks
   * Japanese, and Antarctica is taken off the map with all its names.
   *
   * @param sessions where
   * @return what was seen
   */
  public static Outcome run(SessionFactory sessions) {
    try (Session session = sessions.open()) {
      Census before = count(session);
      // @start region="edit"
      Country switzerland = session.getOne(Country.class, "CH");
      Country germany = session.getOne(Country.class, "DE");
      Country liechtenstein = session.getOne(Country.class, "LI");
      Country antarctica = session.getOne(Country.class, "AQ");
      Language japanese = session.getOne(Language.class, "ja");
      Currency euro = session.getOne(Currency.class, "EUR");

      session.noAutoflush(() -> {
        session.delete(antarctica);
        japanese.getCountries().add(germany);
        switzerland.setCurrency(euro);
        Currency edelweiss = new Currency("XEW", 0);
        edelweiss.getCountries().add(liechtenstein);
        session.add(edelweiss);
      });
      String plan = session.explainFlush();
      session.flush();
      // @end
      Census during = count(session);
      session.rollback();
      return new Outcome(before, during, count(session), plan);
    }
  }

  private static Census count(Session session) {
    return new Census(
        session.scalars(select(func.count(Country_.code))).one(),
        session.scalars(select(func.count(Currency_.code))).one(),
        session.scalars(select(func.count(CountryName_.countryCode))).one(),
        session
            .scalars(select(func.count(Country_.code)).where(Country_.currencyCode.eq("EUR")))
            .one());
  }

  /**
   * Edits, rolls back and prints what was seen.
   *
   * @param sessions where
   * @param out where to print
   */
  public static void print(SessionFactory sessions, PrintStream out) {
    Outcome outcome = run(sessions);
    out.println();
    out.println("Switzerland takes the euro, Liechtenstein money of its own, Germany speaks"
        + " Japanese, Antarctica goes; then a rollback.");
    out.println("What the flush is going to do, as session.explainFlush() tells:");
    outcome.plan().lines().forEach(line -> out.println("    " + line));
    TextTable table =
        new TextTable("", "countries", "currencies", "names of countries", "with the euro");
    row(table, "before", outcome.before());
    row(table, "flushed", outcome.during());
    row(table, "rolled back", outcome.after());
    table.print(out);
  }

  private static void row(TextTable table, String moment, Census census) {
    table.row(moment, census.countries(), census.currencies(), census.names(), census.euros());
  }
}
