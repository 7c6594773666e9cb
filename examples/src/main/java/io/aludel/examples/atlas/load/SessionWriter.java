package io.aludel.examples.atlas.load;

import static io.aludel.orm.Orm.select;

import io.aludel.examples.atlas.facts.JdkWorld;
import io.aludel.examples.atlas.facts.NamesFact;
import io.aludel.examples.atlas.facts.ZoneFact;
import io.aludel.examples.atlas.world.Country;
import io.aludel.examples.atlas.world.CountryName;
import io.aludel.examples.atlas.world.Culture;
import io.aludel.examples.atlas.world.Currency;
import io.aludel.examples.atlas.world.CurrencyName;
import io.aludel.examples.atlas.world.Language;
import io.aludel.examples.atlas.world.LanguageName;
import io.aludel.examples.atlas.world.Script;
import io.aludel.examples.atlas.world.ScriptName;
import io.aludel.examples.atlas.world.Transition;
import io.aludel.examples.atlas.world.Zone;
import io.aludel.examples.atlas.world.ZoneName;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes facts as objects, each call in a transaction of its own: it is there as a whole, or not at all. */
final class SessionWriter implements Writer {
  private final SessionFactory sessions;

  SessionWriter(SessionFactory sessions) {
    this.sessions = sessions;
  }

  @Override
  public void skeleton(JdkWorld world) {
    sessions.inTransaction(session -> new SkeletonWriter(session).write(world));
  }

  @Override
  public void changes(List<ZoneFact> zones) {
    sessions.inTransaction(session -> {
      for (ZoneFact fact : zones) {
        Zone zone = session.getOne(Zone.class, fact.id());
        zone.setTransitionCount(fact.changes().size());
        for (ZoneFact.Change change : fact.changes()) {
          session.add(new Transition(zone, change.instant(), change.before(), change.after()));
        }
      }
    });
  }

  @Override
  public void names(List<NamesFact> batch) {
    sessions.inTransaction(session -> {
      Things things = new Things(session);
      for (NamesFact fact : batch) {
        Culture culture = session.getOne(Culture.class, fact.tag());
        culture.setNameCount(fact.names().size());
        for (NamesFact.Name name : fact.names()) {
          session.add(things.named(name, culture));
        }
      }
    });
  }

  /** All that can be named, as objects of one session. */
  private static final class Things {
    private final Map<String, Country> countries;
    private final Map<String, Language> languages;
    private final Map<String, Script> scripts;
    private final Map<String, Currency> currencies;
    private final Map<String, Zone> zones;

    Things(Session session) {
      countries = all(session, Country.class, Country::getCode);
      languages = all(session, Language.class, Language::getCode);
      scripts = all(session, Script.class, Script::getCode);
      currencies = all(session, Currency.class, Currency::getCode);
      zones = all(session, Zone.class, Zone::getId);
    }

    private static <T> Map<String, T> all(
        Session session, Class<T> entity, Function<T, String> key) {
      return session.scalars(select(entity)).all().stream()
          .collect(Collectors.toMap(key, thing -> thing));
    }

    Object named(NamesFact.Name name, Culture culture) {
      String code = name.code();
      String text = name.text();
      return switch (name.kind()) {
        case COUNTRY -> new CountryName(countries.get(code), culture, text);
        case LANGUAGE -> new LanguageName(languages.get(code), culture, text);
        case SCRIPT -> new ScriptName(scripts.get(code), culture, text);
        case CURRENCY -> new CurrencyName(currencies.get(code), culture, text);
        case ZONE -> new ZoneName(zones.get(code), culture, text);
      };
    }
  }
}
