package io.aludel.examples.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.atlas.ask.Answers;
import io.aludel.examples.atlas.ask.Answers.Tally;
import io.aludel.examples.atlas.world.Transition;
import io.aludel.orm.Session;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The same questions, asked of the atlas and of the JDK. */
@ForEachDatabase
class AnswersTest {
  private static final int ALL = 1000;

  @Test
  void answers_ofASmallWorld_areThoseOfTheJdk(TestDatabase database) {
    try (Session session = SmallWorld.loaded(database.engine()).open()) {
      Answers answers = new Answers(session);
      SoftAssertions.assertSoftly(softly -> {
        softly.assertThat(answers.sharedCurrencies(ALL)).isEqualTo(sharedCurrencies());
        softly.assertThat(answers.widestLanguages(ALL)).isEqualTo(widestLanguages());
        softly.assertThat(answers.neighboursByLanguage("CH", ALL)).isEqualTo(neighbours("CH"));
        softly.assertThat(answers.manyNamed(ALL)).isEqualTo(manyNamed());
        softly
            .assertThat(answers.unusualDigits().stream()
                .map(currency -> currency.getCode() + currency.getDigits()))
            .containsExactlyElementsOf(unusualDigits());
        softly
            .assertThat(answers.restlessClocks(ALL))
            .as("equal counts stand in the order of the database's alphabet")
            .containsExactlyInAnyOrderElementsOf(restlessClocks());
        softly
            .assertThat(answers.longestLeaps(20).stream().map(AnswersTest::told))
            .containsExactlyElementsOf(longestLeaps(20));
      });
      LocalDate summerTime = LocalDate.of(1916, 4, 30);
      assertThat(answers.clocksChangedOn(summerTime).stream().map(AnswersTest::told))
          .isNotEmpty()
          .containsExactlyElementsOf(changedOn(summerTime));
    }
  }

  @Test
  void names_inEveryLocale_areThoseOfTheJdk(TestDatabase database) {
    try (Session session = SmallWorld.loaded(database.engine()).open()) {
      Answers answers = new Answers(session);
      for (String country : List.of("CH", "JP", "GB", "AQ", "BV", "HK")) {
        Map<String, String> expected = new LinkedHashMap<>();
        for (String tag : SmallWorld.TAGS) {
          expected.put(tag, new Locale("", country).getDisplayCountry(Locale.forLanguageTag(tag)));
        }
        assertThat(answers.namesOf(country, SmallWorld.TAGS)).isEqualTo(expected);
      }
      assertThat(answers.namesOf("CH", List.of("xx"))).isEmpty();
      assertThat(answers.lastToGo(1))
          .allSatisfy(gone -> assertThat(
                  Currency.getInstance(gone.getCode()).getDisplayName(Locale.ENGLISH))
              .contains(gone.getValidFrom() + "–" + gone.getValidUntil()));
    }
  }

  private static List<Tally> sharedCurrencies() {
    return tallies(countries().flatMap(country -> {
      Currency currency = Currency.getInstance(new Locale("", country));
      return currency == null ? Stream.empty() : Stream.of(currency.getCurrencyCode());
    }));
  }

  private static List<String> unusualDigits() {
    return sharedCurrencies().stream()
        .map(tally -> Currency.getInstance(tally.code()))
        .filter(currency -> currency.getDefaultFractionDigits() != 2)
        .sorted(Comparator.comparing(Currency::getDefaultFractionDigits)
            .reversed()
            .thenComparing(Currency::getCurrencyCode))
        .map(currency -> currency.getCurrencyCode() + currency.getDefaultFractionDigits())
        .toList();
  }

  private static List<Tally> widestLanguages() {
    return tallies(spoken().values().stream().flatMap(Set::stream));
  }

  private static List<Tally> neighbours(String country) {
    Map<String, Set<String>> spoken = spoken();
    Set<String> own = spoken.get(country);
    return tallies(spoken.entrySet().stream()
        .filter(other -> !other.getKey().equals(country))
        .flatMap(other ->
            other.getValue().stream().filter(own::contains).map(language -> other.getKey())));
  }

  private static Map<String, Set<String>> spoken() {
    Set<String> known = countries().collect(Collectors.toSet());
    Map<String, Set<String>> spoken = new HashMap<>();
    for (Locale locale : Locale.getAvailableLocales()) {
      if (known.contains(locale.getCountry()) && !locale.getLanguage().isEmpty()) {
        spoken
            .computeIfAbsent(locale.getCountry(), country -> new TreeSet<>())
            .add(Locale.forLanguageTag(locale.toLanguageTag()).getLanguage());
      }
    }
    return spoken;
  }

  private static List<Tally> manyNamed() {
    return tallies(countries()
        .flatMap(country -> SmallWorld.TAGS.stream()
            .map(tag -> new Locale("", country).getDisplayCountry(Locale.forLanguageTag(tag)))
            .filter(name -> !name.equals(country))
            .distinct()
            .map(name -> country)));
  }

  private static List<Tally> restlessClocks() {
    return tallies(changes().stream().map(Told::zone));
  }

  private static List<Told> longestLeaps(int limit) {
    return changes().stream()
        .sorted(Comparator.comparing((Told change) -> change.before() - change.after())
            .thenComparing(Told::instant)
            .thenComparing(Told::zone))
        .limit(limit)
        .toList();
  }

  private static List<Told> changedOn(LocalDate date) {
    return changes().stream()
        .filter(
            change -> change.instant().atOffset(ZoneOffset.UTC).toLocalDate().equals(date))
        .sorted(Comparator.comparing(Told::instant).thenComparing(Told::zone))
        .toList();
  }

  private static List<Told> changes() {
    List<Told> changes = new ArrayList<>();
    Instant beginning = Instant.parse("1900-01-01T00:00:00Z");
    for (String id : ZoneId.getAvailableZoneIds()) {
      ZoneRules rules = ZoneId.of(id).getRules();
      for (ZoneOffsetTransition change : rules.getTransitions()) {
        if (!change.getInstant().isBefore(beginning)
            && change.getInstant().isBefore(SmallWorld.END)) {
          changes.add(new Told(
              id,
              change.getInstant(),
              change.getOffsetBefore().getTotalSeconds(),
              change.getOffsetAfter().getTotalSeconds()));
        }
      }
    }
    return changes;
  }

  private static Told told(Transition transition) {
    return new Told(
        transition.getZoneId(),
        transition.getInstant(),
        transition.getOffsetBefore(),
        transition.getOffsetAfter());
  }

  private static Stream<String> countries() {
    return Arrays.stream(Locale.getISOCountries());
  }

  private static List<Tally> tallies(Stream<String> met) {
    return met
        .collect(Collectors.groupingBy(code -> code, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> new Tally(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Tally::count).reversed().thenComparing(Tally::code))
        .toList();
  }

  private record Told(String zone, Instant instant, int before, int after) {}
}
