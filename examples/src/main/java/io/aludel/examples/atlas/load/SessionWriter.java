package io.aludel.examples.atlas.load;

import static io.aludel.orm.Orm.select;
import static java.util.stream.Collectors.toMap;

import io.aludel.examples.atlas.facts.JdkWorld;
import io.aludel.examples.atlas.facts.NamesFact;
import io.aludel.examples.atlas.facts.ZoneFact;
import io.aludel.examples.atlas.world.CountryName;
import io.aludel.examples.atlas.world.Culture;
import io.aludel.examples.atlas.world.Culture_;
import io.aludel.examples.atlas.world.CurrencyName;
import io.aludel.examples.atlas.world.LanguageName;
import io.aludel.examples.atlas.world.ScriptName;
import io.aludel.examples.atlas.world.Transition;
import io.aludel.examples.atlas.world.Zone;
import io.aludel.examples.atlas.world.ZoneName;
import io.aludel.examples.atlas.world.Zone_;
import io.aludel.orm.SessionFactory;
import java.util.List;
import java.util.Map;

/**
 * Writes facts as objects, each call in a transaction of its own: it is there as a whole, or not at all. What
 * a call will change it reads before it adds anything: to look one object up after the other would cost a
 * SELECT each, and flush what was added so far before each.
 */
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
      List<String> ids = zones.stream().map(ZoneFact::id).toList();
      Map<String, Zone> known = session.scalars(select(Zone.class).where(Zone_.id.in(ids))).stream()
          .collect(toMap(Zone::getId, zone -> zone));
      for (ZoneFact fact : zones) {
        Zone zone = known.get(fact.id());
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
      List<String> tags = batch.stream().map(NamesFact::tag).toList();
      Map<String, Culture> known =
          session.scalars(select(Culture.class).where(Culture_.tag.in(tags))).stream()
              .collect(toMap(Culture::getTag, culture -> culture));
      for (NamesFact fact : batch) {
        known.get(fact.tag()).setNameCount(fact.names().size());
        for (NamesFact.Name name : fact.names()) {
          session.add(named(name, fact.tag()));
        }
      }
    });
  }

  private static Object named(NamesFact.Name name, String tag) {
    String code = name.code();
    String text = name.text();
    return switch (name.kind()) {
      case COUNTRY -> new CountryName(code, tag, text);
      case LANGUAGE -> new LanguageName(code, tag, text);
      case SCRIPT -> new ScriptName(code, tag, text);
      case CURRENCY -> new CurrencyName(code, tag, text);
      case ZONE -> new ZoneName(code, tag, text);
    };
  }
}
