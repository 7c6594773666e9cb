package io.aludel.examples.atlas.load;

import io.aludel.examples.atlas.facts.CountryFact;
import io.aludel.examples.atlas.facts.CultureFact;
import io.aludel.examples.atlas.facts.CurrencyFact;
import io.aludel.examples.atlas.facts.JdkWorld;
import io.aludel.examples.atlas.facts.Kind;
import io.aludel.examples.atlas.world.Country;
import io.aludel.examples.atlas.world.Culture;
import io.aludel.examples.atlas.world.Currency;
import io.aludel.examples.atlas.world.Language;
import io.aludel.examples.atlas.world.Script;
import io.aludel.examples.atlas.world.Zone;
import io.aludel.orm.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Adds everything that is named, in the order it is first spoken of: a locale before its country, a country
 * before its currency, a child before its parent. The flush finds the order the foreign keys want.
 */
final class SkeletonWriter {
  private final Session session;
  private final Map<String, CurrencyFact> currencyFacts = new HashMap<>();
  private final Map<String, CountryFact> countryFacts = new HashMap<>();
  private final Map<String, Culture> cultures = new HashMap<>();
  private final Map<String, Country> countries = new HashMap<>();
  private final Map<String, Language> languages = new HashMap<>();
  private final Map<String, Script> scripts = new HashMap<>();
  private final Map<String, Currency> currencies = new HashMap<>();

  SkeletonWriter(Session session) {
    this.session = session;
  }

  void write(JdkWorld world) {
    world.currencies().forEach(fact -> currencyFacts.put(fact.code(), fact));
    world.countries().forEach(fact -> countryFacts.put(fact.code(), fact));
    for (CultureFact fact : world.cultures()) {
      Culture culture = culture(fact.tag());
      if (fact.parent() != null) {
        culture.setParent(culture(fact.parent()));
      }
      culture.setParts(
          ifNamed(fact.language(), this::language),
          ifNamed(fact.script(), this::script),
          ifNamed(fact.country(), this::country));
    }
    countryFacts.keySet().forEach(this::country);
    world.codes(Kind.LANGUAGE).forEach(this::language);
    world.codes(Kind.SCRIPT).forEach(this::script);
    currencyFacts.keySet().forEach(this::currency);
    world.codes(Kind.ZONE).forEach(id -> session.add(new Zone(id)));
  }

  private static <T> @Nullable T ifNamed(@Nullable String code, Function<String, T> thing) {
    return code == null ? null : thing.apply(code);
  }

  private Culture culture(String tag) {
    return cultures.computeIfAbsent(tag, missing -> added(new Culture(missing)));
  }

  private Language language(String code) {
    return languages.computeIfAbsent(code, missing -> added(new Language(missing)));
  }

  private Script script(String code) {
    return scripts.computeIfAbsent(code, missing -> added(new Script(missing)));
  }

  private Country country(String code) {
    return countries.computeIfAbsent(code, missing -> {
      CountryFact fact = countryFacts.get(missing);
      Country country = added(new Country(fact.code(), fact.longCode()));
      country.setCurrency(ifNamed(fact.currency(), this::currency));
      fact.languages().forEach(spoken -> country.getLanguages().add(language(spoken)));
      return country;
    });
  }

  private Currency currency(String code) {
    return currencies.computeIfAbsent(code, missing -> {
      CurrencyFact fact = currencyFacts.get(missing);
      Currency currency = added(new Currency(fact.code(), fact.digits()));
      currency.setValidity(fact.validFrom(), fact.validUntil());
      return currency;
    });
  }

  private <T> T added(T thing) {
    session.add(thing);
    return thing;
  }
}
