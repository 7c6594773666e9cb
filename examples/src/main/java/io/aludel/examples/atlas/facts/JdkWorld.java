package io.aludel.examples.atlas.facts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What this JDK knows of the world, in the order in which it happens to tell. Safe to share. */
public final class JdkWorld {
  /** Before it, clocks were set by the sun of each town. */
  public static final Instant BEGINNING = Instant.parse("1900-01-01T00:00:00Z");

  private static final Pattern YEARS = Pattern.compile("\\((\\d{4})[–-](\\d{4})\\)");

  private final Instant end;
  private final Map<String, Locale> everyLocale = new LinkedHashMap<>();
  private final Map<String, Locale> locales = new LinkedHashMap<>();
  private final Set<String> countryCodes;
  private final Map<Kind, List<String>> codes = new HashMap<>();
  private final Map<String, Map<Kind, List<String>>> parentNames = new ConcurrentHashMap<>();

  /**
   * The world as seen at a moment.
   *
   * @param tags the locales to take, with the more general ones they need; empty for all
   * @param end until when changes of clocks are told
   */
  public JdkWorld(Set<String> tags, Instant end) {
    this.end = end;
    this.countryCodes = new LinkedHashSet<>(List.of(Locale.getISOCountries()));
    for (Locale locale : Locale.getAvailableLocales()) {
      // Some old locales share a tag with a newer one; the tag stands for that.
      if (Locale.forLanguageTag(locale.toLanguageTag()).equals(locale)) {
        everyLocale.put(locale.toLanguageTag(), locale);
      }
    }
    everyLocale.forEach((tag, locale) -> {
      if (tags.isEmpty() || tags.contains(tag)) {
        addWithParents(locale);
      }
    });
    for (Kind kind : Kind.values()) {
      codes.put(kind, List.copyOf(codesOf(kind)));
    }
  }

  private void addWithParents(Locale locale) {
    for (Locale next = locale; next != null; next = parentOf(next)) {
      locales.put(next.toLanguageTag(), next);
    }
  }

  /**
   * The locales.
   *
   * @return in no particular order; a more general one may come after those that need it
   */
  public List<CultureFact> cultures() {
    List<CultureFact> cultures = new ArrayList<>();
    locales.forEach((tag, locale) -> {
      Locale parent = parentOf(locale);
      cultures.add(new CultureFact(
          tag,
          parent == null ? null : parent.toLanguageTag(),
          orNull(locale.getLanguage()),
          orNull(locale.getScript()),
          countryCodes.contains(locale.getCountry()) ? locale.getCountry() : null));
    });
    return cultures;
  }

  /**
   * The codes of all things of a kind.
   *
   * @param kind the kind
   * @return each code once
   */
  public List<String> codes(Kind kind) {
    return codes.getOrDefault(kind, List.of());
  }

  /**
   * The countries.
   *
   * @return all of ISO 3166
   */
  public List<CountryFact> countries() {
    Map<String, Set<String>> spoken = new HashMap<>();
    for (Locale locale : everyLocale.values()) {
      if (!locale.getLanguage().isEmpty() && countryCodes.contains(locale.getCountry())) {
        spoken
            .computeIfAbsent(locale.getCountry(), code -> new TreeSet<>())
            .add(locale.getLanguage());
      }
    }
    List<CountryFact> countries = new ArrayList<>();
    for (String code : countryCodes) {
      Locale place = new Locale("", code);
      Currency currency = Currency.getInstance(place);
      countries.add(new CountryFact(
          code,
          place.getISO3Country(),
          currency == null ? null : currency.getCurrencyCode(),
          spoken.getOrDefault(code, Set.of())));
    }
    return countries;
  }

  /**
   * The currencies.
   *
   * @return those of today and of the past
   */
  public List<CurrencyFact> currencies() {
    List<CurrencyFact> currencies = new ArrayList<>();
    for (Currency currency : Currency.getAvailableCurrencies()) {
      Matcher years = YEARS.matcher(currency.getDisplayName(Locale.ENGLISH));
      boolean past = years.find();
      int digits = currency.getDefaultFractionDigits();
      currencies.add(new CurrencyFact(
          currency.getCurrencyCode(),
          digits < 0 ? null : digits,
          past ? Integer.valueOf(years.group(1)) : null,
          past ? Integer.valueOf(years.group(2)) : null));
    }
    return currencies;
  }

  /**
   * When the clocks of a time zone were changed.
   *
   * @param id its name
   * @return the changes since {@link #BEGINNING}
   */
  public ZoneFact zone(String id) {
    ZoneRules rules = ZoneId.of(id).getRules();
    List<ZoneFact.Change> changes = new ArrayList<>();
    ZoneOffsetTransition next = rules.nextTransition(BEGINNING.minusNanos(1));
    while (next != null && next.getInstant().isBefore(end)) {
      changes.add(new ZoneFact.Change(
          next.getInstant(),
          next.getOffsetBefore().getTotalSeconds(),
          next.getOffsetAfter().getTotalSeconds()));
      next = rules.nextTransition(next.getInstant());
    }
    return new ZoneFact(id, changes);
  }

  /**
   * What all things are called in a locale, where that differs from the more general locale; for the root,
   * from the code.
   *
   * @param tag one of {@link #cultures()}
   * @return the names
   */
  public NamesFact names(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    Locale parent = parentOf(locale);
    Map<Kind, List<String>> general = parent == null ? codes : namesForChildren(parent);
    List<NamesFact.Name> names = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<String> things = codes(kind);
      List<String> known = general.getOrDefault(kind, List.of());
      for (int i = 0; i < things.size(); i++) {
        String text = kind.name(things.get(i), locale);
        if (!text.equals(known.get(i))) {
          names.add(new NamesFact.Name(kind, things.get(i), text));
        }
      }
    }
    return new NamesFact(tag, names);
  }

  private Map<Kind, List<String>> namesForChildren(Locale parent) {
    return parentNames.computeIfAbsent(parent.toLanguageTag(), tag -> {
      Map<Kind, List<String>> names = new HashMap<>();
      codes.forEach((kind, things) ->
          names.put(kind, things.stream().map(code -> kind.name(code, parent)).toList()));
      return names;
    });
  }

  /** The more general locale among those there are: without variant, then country, then script. */
  private @Nullable Locale parentOf(Locale locale) {
    if (locale.equals(Locale.ROOT)) {
      return null;
    }
    Locale.Builder builder = new Locale.Builder().setLanguage(locale.getLanguage());
    Locale plain = builder.build();
    Locale written = builder.setScript(locale.getScript()).build();
    Locale placed = builder.setRegion(locale.getCountry()).build();
    for (Locale candidate : List.of(placed, written, plain)) {
      if (!candidate.equals(locale)
          && !candidate.equals(Locale.ROOT)
          && everyLocale.containsKey(candidate.toLanguageTag())) {
        return candidate;
      }
    }
    return Locale.ROOT;
  }

  private Set<String> codesOf(Kind kind) {
    return switch (kind) {
      case COUNTRY -> countryCodes;
      case LANGUAGE -> languageCodes();
      case SCRIPT -> scriptCodes();
      case CURRENCY -> {
        Set<String> currencies = new LinkedHashSet<>();
        Currency.getAvailableCurrencies().forEach(c -> currencies.add(c.getCurrencyCode()));
        yield currencies;
      }
      case ZONE -> ZoneId.getAvailableZoneIds();
    };
  }

  private Set<String> languageCodes() {
    Set<String> languages = new LinkedHashSet<>(List.of(Locale.getISOLanguages()));
    everyLocale.values().forEach(locale -> languages.add(locale.getLanguage()));
    languages.remove("");
    return languages;
  }

  /** The JDK lists no scripts, but for each of its writing systems it knows the code when it hears it. */
  private Set<String> scriptCodes() {
    Set<String> scripts = new TreeSet<>(ScriptCodes.all());
    everyLocale.values().forEach(locale -> scripts.add(locale.getScript()));
    scripts.remove("");
    return scripts;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
