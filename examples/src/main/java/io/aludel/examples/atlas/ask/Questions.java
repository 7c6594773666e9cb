package io.aludel.examples.atlas.ask;

import io.aludel.examples.atlas.world.Country;
import io.aludel.examples.atlas.world.Currency;
import io.aludel.examples.atlas.world.Transition;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Asks everything and prints the answers as one page. */
public final class Questions {
  private static final int FEW = 5;

  private final PrintStream out;
  private final String country;
  private final LocalDate date;
  private final List<String> tags;
  private int number;

  /**
   * Prepares the page.
   *
   * @param out where it is printed
   * @param country the country some questions are about
   * @param date the date one question is about
   * @param tags the locales one question is about
   */
  public Questions(PrintStream out, String country, LocalDate date, List<String> tags) {
    this.out = out;
    this.country = country;
    this.date = date;
    this.tags = tags;
  }

  /**
   * Asks.
   *
   * @param sessions where
   */
  public void ask(SessionFactory sessions) {
    try (Session session = sessions.open()) {
      Answers answers = new Answers(session);
      money(answers);
      people(answers);
      clocks(answers);
    }
  }

  private void money(Answers answers) {
    tally(
        "Which currencies are shared by the most countries?",
        "countries",
        answers.sharedCurrencies(FEW));
    title("Which currencies of today do not have two digits behind the point?");
    TextTable digits = new TextTable("currency", "digits", "countries");
    for (Currency currency : answers.unusualDigits()) {
      digits.row(currency.getCode(), currency.getDigits(), join(currency.getCountries()));
    }
    digits.print(out);
    title("Which currencies went last?");
    TextTable gone = new TextTable("currency", "from", "until");
    for (Currency currency : answers.lastToGo(FEW)) {
      gone.row(currency.getCode(), currency.getValidFrom(), currency.getValidUntil());
    }
    gone.print(out);
  }

  private void people(Answers answers) {
    title("What is " + country + " called in other languages?");
    TextTable names = new TextTable("locale", "name");
    for (Map.Entry<String, String> name : answers.namesOf(country, tags).entrySet()) {
      names.row(name.getKey(), name.getValue());
    }
    names.print(out);
    countries(
        answers,
        "With which countries does " + country + " share the most languages?",
        "languages",
        answers.neighboursByLanguage(country, FEW));
    tally(
        "Which languages are spoken in the most countries?",
        "countries",
        answers.widestLanguages(FEW));
    countries(
        answers, "Which countries have the most different names?", "names", answers.manyNamed(FEW));
  }

  private void clocks(Answers answers) {
    List<Transition> changed = answers.clocksChangedOn(date);
    title("Which clocks were changed on " + date + "? " + changed.size() + ", the first of them:");
    changes(changed.stream().limit(2 * FEW).toList());
    title("Which clocks were ever put forward the furthest?");
    changes(answers.longestLeaps(FEW));
    tally(
        "Which clocks were changed most often since 1900?", "changes", answers.restlessClocks(FEW));
  }

  private void changes(List<Transition> transitions) {
    TextTable table = new TextTable("zone", "when", "from", "to");
    for (Transition transition : transitions) {
      table.row(
          transition.getZoneId(),
          transition.getInstant().toString().replace('T', ' ').replace("Z", ""),
          ZoneOffset.ofTotalSeconds(transition.getOffsetBefore()),
          ZoneOffset.ofTotalSeconds(transition.getOffsetAfter()));
    }
    table.print(out);
  }

  private void tally(String question, String counted, List<Answers.Tally> tallies) {
    title(question);
    TextTable table = new TextTable("", counted);
    tallies.forEach(tally -> table.row(tally.code(), tally.count()));
    table.print(out);
  }

  private void countries(
      Answers answers, String question, String counted, List<Answers.Tally> tallies) {
    title(question);
    TextTable table = new TextTable("country", counted, "name");
    for (Answers.Tally tally : tallies) {
      String name = answers.namesOf(tally.code(), List.of("en")).getOrDefault("en", "");
      table.row(tally.code(), tally.count(), name);
    }
    table.print(out);
  }

  private void title(String question) {
    out.println();
    out.println(++number + ". " + question);
  }

  private static String join(List<Country> countries) {
    return String.join(" ", countries.stream().map(Country::getCode).toList());
  }
}
