package io.aludel.orm;

import static io.aludel.orm.Orm.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.Capability;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineBuilder;
import io.aludel.engine.EngineEvents.TwoPhaseStep;
import io.aludel.engine.TransactionStateException;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.World;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.TestDatabase;
import io.aludel.testing.spi.DatabaseAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions whose databases all promise before any of them commits. */
@ForEachDatabase
@SeveralConnections
@Requires(Capability.TWO_PHASE)
class TwoPhaseSessionTest {
  private static final Registry MODELS = World.registry();

  private final List<String> steps = new ArrayList<>();
  private TestDatabase database;
  private Engine second;
  private SessionFactory sessions;

  @BeforeEach
  void createTables(TestDatabase given) {
    database = given;
    second = another(given.address());
    MODELS.metadata().createAll(given.engine());
    sessions = SessionFactory.of(given.engine(), MODELS)
        .with(SessionOption.twoPhase(true), SessionOption.bind(Tag.class, second));
    given.engine().events().onTwoPhase((connection, id, step) -> steps.add("first " + step));
    second.events().onTwoPhase((connection, id, step) -> steps.add("second " + step));
  }

  /** A second engine on the same database is as good as one on another. */
  private static Engine another(DatabaseAddress address) {
    EngineBuilder builder = Engine.builder(address.url());
    builder = address.user() == null ? builder : builder.user(address.user());
    return (address.password() == null ? builder : builder.password(address.password())).create();
  }

  @AfterEach
  void closeSecond() {
    second.close();
    database.recorder().clear();
  }

  private static long count(Engine engine, String table) {
    return engine.fromTransaction(connection ->
        ((Number) connection.execute(text("SELECT COUNT(*) FROM " + table)).scalar()).longValue());
  }

  @Test
  @Parity("ORM-SES-18")
  void commit_preparesAll_andThenCommitsAll() {
    try (Session session = sessions.open()) {
      session.addAll(List.of(new Tag("red"), new User("Ann")));
      session.commit();
    }
    assertThat(steps).hasSize(6);
    assertThat(steps.subList(2, 4)).containsExactlyInAnyOrder("first PREPARE", "second PREPARE");
    assertThat(steps.subList(4, 6)).containsExactlyInAnyOrder("first COMMIT", "second COMMIT");
    assertThat(count(database.engine(), "w_user")).isOne();
    assertThat(count(second, "w_tag")).isOne();
  }

  @Test
  @Parity("ORM-SES-18")
  void prepare_flushes_andLetsNothingFollowButTheEnd() {
    try (Session session = sessions.open()) {
      SessionTransaction transaction = session.begin();
      Tag tag = new Tag("red");
      session.addAll(List.of(tag, new User("Ann")));
      transaction.prepare();
      assertThat(steps).contains("first PREPARE", "second PREPARE");
      assertThatThrownBy(() -> session.execute(text("SELECT 1")))
          .isInstanceOf(TransactionStateException.class);
      assertThatThrownBy(transaction::prepare).isInstanceOf(SessionStateException.class);
      transaction.commit();
      assertThat(count(second, "w_tag")).isOne();
      session.begin().prepare();
      session.rollback();
    }
  }

  @Test
  @Parity("ORM-SES-18")
  void prepare_thatOneRefuses_rollsAllBack() {
    database.engine().events().onTwoPhase((connection, id, step) -> {
      if (step == TwoPhaseStep.PREPARE) {
        throw new DatabaseRefuses();
      }
    });
    try (Session session = sessions.open()) {
      session.addAll(List.of(new Tag("red"), new User("Ann")));
      assertThatThrownBy(session::commit).isInstanceOf(DatabaseRefuses.class);
      session.rollback();
      assertThat(session.isActive()).isTrue();
    }
    assertThat(count(database.engine(), "w_user")).isZero();
    assertThat(count(second, "w_tag")).isZero();
  }

  /** What a listener throws is as good as a refusal. */
  private static final class DatabaseRefuses extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  @Parity("ORM-SES-18")
  void prepare_ofOnePhaseOrASavepoint_isRefused() {
    try (Session session = sessions.with(SessionOption.twoPhase(false)).open()) {
      SessionTransaction transaction = session.begin();
      assertThatThrownBy(transaction::prepare)
          .isInstanceOf(SessionStateException.class)
          .hasMessageContaining("the session commits in one phase")
          .hasMessageEndingWith("[ORM-205]");
    }
    try (Session session = sessions.open()) {
      session.begin();
      SessionTransaction savepoint = session.beginNested();
      assertThatThrownBy(savepoint::prepare).hasMessageContaining("this is a savepoint");
    }
  }

  @Test
  @Parity("ORM-SES-18")
  void commit_ofAPreparedTransactionWithNewChanges_isRefused() {
    try (Session session = sessions.open()) {
      SessionTransaction transaction = session.begin();
      session.add(new Tag("red"));
      transaction.prepare();
      session.add(new Tag("blue"));
      assertThatThrownBy(transaction::commit)
          .isInstanceOf(SessionStateException.class)
          .hasMessageContaining("objects were changed after the transaction was prepared");
      session.rollback();
    }
    assertThat(count(second, "w_tag")).isZero();
  }
}
