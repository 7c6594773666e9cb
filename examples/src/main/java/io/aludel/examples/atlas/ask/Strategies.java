package io.aludel.examples.atlas.ask;

import static io.aludel.orm.Orm.immediateLoad;
import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.lazyLoad;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.Orm.subqueryLoad;
import static io.aludel.orm.SessionOption.fetchMode;

import io.aludel.engine.Engine;
import io.aludel.examples.atlas.world.Country;
import io.aludel.examples.atlas.world.Country_;
import io.aludel.examples.page.StatementTape;
import io.aludel.orm.FetchMode;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.sql.tree.statement.StatementOption;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One question under each way of loading: the languages and names of all countries that pay with a currency. */
public final class Strategies {
  private static final int WARM = 3;

  private Strategies() {}

  /**
   * What a way of loading took and gave.
   *
   * @param strategy its name
   * @param statements how many SELECTs were sent
   * @param milliseconds how long the fastest of a few runs took
   * @param languages how many languages were met
   * @param names how many names were met
   */
  public record Cost(
      String strategy, long statements, double milliseconds, int languages, int names) {}

  /**
   * Asks in every way.
   *
   * @param sessions where
   * @param currency the code of the currency
   * @return what each took, in the order of trying
   */
  public static List<Cost> compare(SessionFactory sessions, String currency) {
    SessionFactory peers = sessions.with(fetchMode(FetchMode.PEERS));
    Map<String, List<StatementOption>> options = new LinkedHashMap<>();
    options.put("lazy", List.of(lazyLoad(Country_.languages), lazyLoad(Country_.names)));
    options.put("peers", List.of());
    options.put("joined", List.of(joinedLoad(Country_.languages), joinedLoad(Country_.names)));
    options.put(
        "selectin", List.of(selectinLoad(Country_.languages), selectinLoad(Country_.names)));
    options.put(
        "subquery", List.of(subqueryLoad(Country_.languages), subqueryLoad(Country_.names)));
    options.put(
        "immediate", List.of(immediateLoad(Country_.languages), immediateLoad(Country_.names)));
    return options.entrySet().stream()
        .map(way -> best(
            way.getKey().equals("peers") ? peers : sessions,
            way.getKey(),
            way.getValue(),
            currency))
        .toList();
  }

  private static Cost best(
      SessionFactory sessions, String strategy, List<StatementOption> options, String currency) {
    Cost best = ask(sessions, strategy, options, currency);
    for (int i = 0; i < WARM; i++) {
      Cost next = ask(sessions, strategy, options, currency);
      best = next.milliseconds() < best.milliseconds() ? next : best;
    }
    return best;
  }

  private static Cost ask(
      SessionFactory sessions, String strategy, List<StatementOption> options, String currency) {
    Engine engine = sessions.engine();
    try (StatementTape tape = StatementTape.on(engine);
        Session session = sessions.open()) {
      long began = System.nanoTime();
      var query = select(Country.class)
          .where(Country_.currencyCode.eq(currency))
          .orderBy(Country_.code)
          .options(options.toArray(StatementOption[]::new));
      int languages = 0;
      int names = 0;
      for (Country country : session.scalars(query).unique()) {
        languages += country.getLanguages().size();
        names += country.getNames().size();
      }
      double milliseconds = (System.nanoTime() - began) / 1e6;
      long selects =
          tape.take().stream().filter(sent -> sent.sql().startsWith("SELECT")).count();
      return new Cost(strategy, selects, milliseconds, languages, names);
    }
  }

  /**
   * Asks in every way and prints what each took.
   *
   * @param sessions where
   * @param currency the code of the currency
   * @param out where to print
   */
  public static void print(SessionFactory sessions, String currency, PrintStream out) {
    out.println();
    out.println("The languages and names of all countries that pay with " + currency
        + ", under each way of loading:");
    TextTable table = new TextTable("strategy", "statements", "time", "languages", "names");
    for (Cost cost : compare(sessions, currency)) {
      table.row(
          cost.strategy(),
          cost.statements(),
          String.format(Locale.ROOT, "%.1f ms", cost.milliseconds()),
          cost.languages(),
          cost.names());
    }
    table.print(out);
  }
}
