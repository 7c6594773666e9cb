package io.aludel.examples.atlas;

import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ListenerHandle;
import io.aludel.examples.atlas.ask.Rehearsal;
import io.aludel.examples.atlas.ask.Strategies;
import io.aludel.examples.atlas.facts.Kind;
import io.aludel.examples.atlas.load.AtlasLoad;
import io.aludel.examples.atlas.world.CountryName;
import io.aludel.examples.atlas.world.Transition_;
import io.aludel.examples.atlas.world.Zone;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@ForEachDatabase
class AtlasLoadTest {
  @Test
  void load_interrupted_keepsWholeBatchesAndGoesOn(TestDatabase database) {
    SessionFactory sessions = SmallWorld.tables(database.engine());
    SmallWorld.load(sessions, 3);
    long before = transitions(sessions);
    assertThat(before).isPositive().isEqualTo(promised(sessions));
    ListenerHandle powerCut = database.engine().events().beforeCursorExecute((connection, sent) -> {
      if (sent.sql().startsWith("UPDATE zones")) {
        throw new IllegalStateException("power cut");
      }
    });
    assertThatThrownBy(() -> SmallWorld.load(sessions, Integer.MAX_VALUE))
        .hasStackTraceContaining("power cut");
    powerCut.remove();

    assertThat(transitions(sessions)).isEqualTo(before).isEqualTo(promised(sessions));
    assertThat(AtlasLoad.missing(sessions)).isPositive();
    SmallWorld.load(sessions, Integer.MAX_VALUE);
    assertThat(AtlasLoad.missing(sessions)).isZero();
    assertThat(transitions(sessions)).isEqualTo(expectedTransitions());
    assertThat(SmallWorld.load(sessions, Integer.MAX_VALUE)).isZero();
  }

  private static long transitions(SessionFactory sessions) {
    return sessions.fromTransaction(
        session -> session.scalars(select(func.count(Transition_.zoneId))).one());
  }

  private static long promised(SessionFactory sessions) {
    return sessions.fromTransaction(session -> session.scalars(select(Zone.class)).all().stream()
        .mapToLong(zone -> zone.getTransitionCount() == null ? 0 : zone.getTransitionCount())
        .sum());
  }

  private static long expectedTransitions() {
    return SmallWorld.WORLD.codes(Kind.ZONE).stream()
        .mapToLong(id -> SmallWorld.WORLD.zone(id).changes().size())
        .sum();
  }

  @Test
  void rehearsal_rolledBack_leavesTheWorldAsItWas(TestDatabase database) {
    SessionFactory sessions = SmallWorld.loaded(database.engine());
    List<String> before = allCountryNames(sessions);
    Rehearsal.Outcome outcome = Rehearsal.run(sessions);
    Rehearsal.Census world = outcome.before();
    assertThat(outcome.during().countries()).isEqualTo(world.countries() - 1);
    assertThat(outcome.during().currencies()).isEqualTo(world.currencies() + 1);
    assertThat(outcome.during().euros()).isEqualTo(world.euros() + 1);
    assertThat(outcome.during().names()).isLessThan(world.names());
    assertThat(outcome.after()).isEqualTo(world);
    assertThat(outcome.plan()).contains("insert Currency", "link Country.languages");
    assertThat(allCountryNames(sessions)).isEqualTo(before);
  }

  private static List<String> allCountryNames(SessionFactory sessions) {
    try (Session session = sessions.open()) {
      return session.scalars(select(CountryName.class)).all().stream()
          .map(name -> name.getCountryCode() + " " + name.getCultureTag() + " " + name.getText())
          .sorted()
          .toList();
    }
  }

  @Test
  void strategies_always_findTheSameWithTheStatementsTheyPromise(TestDatabase database) {
    SessionFactory sessions = SmallWorld.loaded(database.engine());
    List<Strategies.Cost> costs = Strategies.compare(sessions, "EUR");
    long countries = SmallWorld.countriesPayingWith("EUR").size();
    long each = 1 + 2 * countries;
    int atATime = database.engine().dialect().keysPerLookup();
    long portions = 1 + 2 * ((countries + atATime - 1) / atATime);
    assertThat(costs)
        .extracting(Strategies.Cost::strategy)
        .containsExactly("lazy", "peers", "joined", "selectin", "subquery", "immediate");
    assertThat(costs)
        .extracting(Strategies.Cost::statements)
        .containsExactly(each, portions, 1L, portions, 3L, each);
    assertThat(costs)
        .extracting(Strategies.Cost::languages)
        .containsOnly(costs.get(0).languages());
    assertThat(costs)
        .extracting(Strategies.Cost::names)
        .containsOnly(costs.get(0).names());
    assertThat(costs.get(0).names()).isPositive();
  }
}
