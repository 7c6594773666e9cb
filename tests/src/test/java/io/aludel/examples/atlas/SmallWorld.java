package io.aludel.examples.atlas;

import io.aludel.engine.Engine;
import io.aludel.examples.atlas.facts.JdkWorld;
import io.aludel.examples.atlas.load.AtlasLoad;
import io.aludel.examples.atlas.load.Models;
import io.aludel.examples.atlas.load.Progress;
import io.aludel.orm.SessionFactory;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The atlas of a few locales, and of clocks until 1920: enough for every question, and soon loaded. */
final class SmallWorld {
  static final Instant END = Instant.parse("1920-01-01T00:00:00Z");
  static final List<String> TAGS = List.of("und", "en", "de", "de-CH", "ja");
  static final JdkWorld WORLD = new JdkWorld(Set.of("en", "de-CH", "ja"), END);

  private SmallWorld() {}

  static SessionFactory tables(Engine engine) {
    Models.ATLAS.metadata().createAll(engine);
    return SessionFactory.of(engine, Models.ATLAS);
  }

  static SessionFactory loaded(Engine engine) {
    SessionFactory sessions = tables(engine);
    load(sessions, Integer.MAX_VALUE);
    return sessions;
  }

  static long load(SessionFactory sessions, int batches) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new AtlasLoad(sessions, WORLD, new Progress(nowhere, false)).run(batches);
  }

  /** Asked of the JDK. */
  static List<String> countriesPayingWith(String currency) {
    return Arrays.stream(Locale.getISOCountries())
        .filter(country -> {
          Currency known = Currency.getInstance(new Locale("", country));
          return known != null && known.getCurrencyCode().equals(currency);
        })
        .toList();
  }
}
