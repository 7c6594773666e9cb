package io.aludel.examples.atlas.ask;

import static io.aludel.orm.Orm.distinct;
import static io.aludel.orm.Orm.entity;
import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.into;
import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.select;

import io.aludel.examples.atlas.world.Country;
import io.aludel.examples.atlas.world.CountryName;
import io.aludel.examples.atlas.world.CountryName_;
import io.aludel.examples.atlas.world.Country_;
import io.aludel.examples.atlas.world.Culture;
import io.aludel.examples.atlas.world.Culture_;
import io.aludel.examples.atlas.world.Currency;
import io.aludel.examples.atlas.world.Currency_;
import io.aludel.examples.atlas.world.Language_;
import io.aludel.examples.atlas.world.Transition;
import io.aludel.examples.atlas.world.Transition_;
import io.aludel.orm.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Questions to the atlas, and answers from its database alone. */
public final class Answers {
  private final Session session;

  /**
   * Asks within a session.
   *
   * @param session stays open
   */
  public Answers(Session session) {
    this.session = session;
  }

  /**
   * Something and how often it was met.
   *
   * @param code what
   * @param count how often
   */
  public record Tally(String code, long count) {}

  /** Which currencies do most countries pay with? */
  public List<Tally> sharedCurrencies(int limit) {
    // @start region="shared-currencies"
    var countries = func.count(Country_.code);
    return session
        .scalars(select(into(Tally::new, Currency_.code, countries))
            .join(Currency_.countries)
            .groupBy(Currency_.code)
            .orderBy(countries.desc(), Currency_.code)
            .limit(limit))
        .all();
    // @end
  }

  /** Which languages are spoken in most countries? */
  public List<Tally> widestLanguages(int limit) {
    var countries = func.count(Country_.code);
    return session
        .scalars(select(into(Tally::new, Language_.code, countries))
            .join(Language_.countries)
            .groupBy(Language_.code)
            .orderBy(countries.desc(), Language_.code)
            .limit(limit))
        .all();
  }

  /** With which countries does a country share most languages? */
  public List<Tally> neighboursByLanguage(String country, int limit) {
    // @start region="neighbours"
    var neighbour = Country_.as("neighbour");
    var shared = func.count(Language_.code);
    return session
        .scalars(select(into(Tally::new, neighbour.code, shared))
            .from(entity(Country.class))
            .join(Country_.languages)
            .join(Language_.countries, neighbour)
            .where(Country_.code.eq(country).and(neighbour.code.ne(country)))
            .groupBy(neighbour.code)
            .orderBy(shared.desc(), neighbour.code)
            .limit(limit))
        .all();
    // @end
  }

  /**
   * What is a country called in some locales? A name is stored once, with the most general locale that has
   * it; the others are led there by their parents.
   */
  public Map<String, String> namesOf(String country, List<String> tags) {
    // @start region="names"
    Map<String, String> stored = new HashMap<>();
    for (CountryName name :
        session.scalars(select(CountryName.class).where(CountryName_.countryCode.eq(country)))) {
      stored.put(name.getCultureTag(), name.getText());
    }
    Map<String, String> names = new LinkedHashMap<>();
    for (Culture culture : session.scalars(
        select(Culture.class).where(Culture_.tag.in(tags)).options(joinedLoad(Culture_.parent)))) {
      names.put(culture.getTag(), nearest(culture, stored, country));
    }
    // @end
    Map<String, String> inOrder = new LinkedHashMap<>();
    for (String tag : tags) {
      String name = names.get(tag);
      if (name != null) {
        inOrder.put(tag, name);
      }
    }
    return inOrder;
  }

  private static String nearest(
      @Nullable Culture from, Map<String, String> stored, String otherwise) {
    for (Culture culture = from; culture != null; culture = culture.getParent()) {
      String name = stored.get(culture.getTag());
      if (name != null) {
        return name;
      }
    }
    return otherwise;
  }

  /** Which clocks were changed on a date, by Greenwich? */
  public List<Transition> clocksChangedOn(LocalDate date) {
    // @start region="clocks"
    Instant midnight = date.atStartOfDay().toInstant(ZoneOffset.UTC);
    Instant nextMidnight = date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return session
        .scalars(select(Transition.class)
            .where(Transition_.instant.ge(midnight).and(Transition_.instant.lt(nextMidnight)))
            .orderBy(Transition_.instant, Transition_.zoneId))
        .all();
    // @end
  }

  /** Which clocks were ever put forward the furthest? */
  public List<Transition> longestLeaps(int limit) {
    return session
        .scalars(select(Transition.class)
            .orderBy(
                Transition_.offsetAfter.minus(Transition_.offsetBefore).desc(),
                Transition_.instant,
                Transition_.zoneId)
            .limit(limit))
        .all();
  }

  /** Which clocks were changed most often? */
  public List<Tally> restlessClocks(int limit) {
    var changes = func.count(Transition_.instant);
    return session
        .scalars(select(into(Tally::new, Transition_.zoneId, changes))
            .groupBy(Transition_.zoneId)
            .orderBy(changes.desc(), Transition_.zoneId)
            .limit(limit))
        .all();
  }

  /** Which currencies that somebody pays with today have no cents, or finer ones? */
  public List<Currency> unusualDigits() {
    // @start region="digits"
    return session
        .scalars(select(Currency.class)
            .where(Currency_.digits.ne(2).and(Currency_.countries.any()))
            .orderBy(Currency_.digits.desc(), Currency_.code))
        .all();
    // @end
  }

  /** Which currencies went last? */
  public List<Currency> lastToGo(int limit) {
    return session
        .scalars(select(Currency.class)
            .where(Currency_.validUntil.isNotNull())
            .orderBy(Currency_.validUntil.desc(), Currency_.code)
            .limit(limit))
        .all();
  }

  /** Which countries go by the most different names? */
  public List<Tally> manyNamed(int limit) {
    var names = func.count(distinct(CountryName_.text));
    return session
        .scalars(select(into(Tally::new, CountryName_.countryCode, names))
            .where(CountryName_.text.ne(CountryName_.countryCode))
            .groupBy(CountryName_.countryCode)
            .orderBy(names.desc(), CountryName_.countryCode)
            .limit(limit))
        .all();
  }
}
