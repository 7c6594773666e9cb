package io.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ListenerHandle;
import io.aludel.orm.FlushException;
import io.aludel.orm.Orm;
import io.aludel.orm.Session;
import io.aludel.orm.SessionEvents;
import io.aludel.orm.SessionStateException;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears of rows, flushes, and objects that move between states. */
@ForEachDatabase
class ListenersTest {
  private final Registry models = Registry.of(Account.class, Locker.class);
  private final List<String> heard = new ArrayList<>();

  private FlushFixture fixture;
  private Session session;

  @BeforeEach
  void createTables(TestDatabase database) {
    fixture = new FlushFixture(database, models);
    session = fixture.session();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  // Rows

  @Test
  @Parity({"ORM-EVT-08", "ORM-EVT-09", "ORM-EVT-10"})
  void flush_methodsOfTheEntity_areCalledAroundTheirStatements() {
    Account account = new Account("Ann");
    session.add(account);
    session.flush();
    assertThat(account.told).containsExactly("before insert", "after insert 1");
    account.told.clear();
    account.balance = 7;
    session.flush();
    assertThat(account.told).containsExactly("before update", "after update");
    account.told.clear();
    session.delete(account);
    session.flush();
    assertThat(account.told).containsExactly("before delete", "after delete");
  }

  @Test
  @Parity("ORM-EVT-08")
  void flush_listenersBefore_allComeBeforeTheFirstStatement() {
    models.events(Locker.class).beforeInsert((mapper, connection, locker) -> {
      heard.add("before " + locker.number + " " + mapper.entityName());
      locker.owner = "set by listener";
      heard.addAll(fixture.sent());
    });
    models
        .events(Locker.class)
        .afterInsert((mapper, connection, locker) -> heard.add("after " + locker.id));
    session.addAll(List.of(new Locker(1, "a"), new Locker(2, "b")));

    assertThat(fixture.flush())
        .containsExactly("INSERT w_locker(number,owner) [1, set by listener] [2, set by listener]");
    assertThat(heard).containsExactly("before 1 Locker", "before 2 Locker", "after 1", "after 2");
  }

  @Test
  @Parity("ORM-EVT-09")
  void flush_nothingToWrite_stillTellsOfTheUpdate() {
    Locker locker = fixture.stored(new Locker(1, "a"));
    models
        .events(Locker.class)
        .beforeUpdate((mapper, connection, each) -> heard.add("before " + each.id));
    models
        .events(Locker.class)
        .afterUpdate((mapper, connection, each) -> heard.add("after " + each.id));
    locker.owner = "b";
    locker.owner = "a";

    assertThat(fixture.flush()).isEmpty();
    assertThat(heard).containsExactly("before 1", "after 1");
  }

  @Test
  @Parity("ORM-EVT-01")
  void remove_handle_silencesTheListener() {
    ListenerHandle handle = models
        .events(Locker.class)
        .beforeInsert((mapper, connection, locker) -> heard.add("heard"));
    handle.remove();
    handle.remove();
    fixture.stored(new Locker(1, "a"));

    assertThat(heard).isEmpty();
  }

  @Test
  @Parity("ORM-EVT-08")
  void flush_listenerUsesItsConnection_withinTheTransaction() {
    models
        .events(Locker.class)
        .afterInsert((mapper, connection, locker) ->
            connection.execute(Orm.text("UPDATE w_locker SET owner = 'sql'")));
    Locker locker = fixture.stored(new Locker(1, "a"));
    session.refresh(locker);

    assertThat(locker.owner).isEqualTo("sql");
  }

  @Test
  @Parity({"ORM-EVT-03", "ORM-SES-28"})
  void flush_listenerThrows_rollsBackAndTheSessionRecovers() {
    ListenerHandle handle = models
        .events(Locker.class)
        .afterInsert((mapper, connection, locker) -> {
          throw new IllegalStateException("no");
        });
    Locker locker = new Locker(1, "a");
    session.add(locker);

    assertThatThrownBy(session::flush).isInstanceOf(IllegalStateException.class).hasMessage("no");
    assertThat(InstanceState.of(locker).isTransient()).isTrue();
    session.rollback();
    handle.remove();
    session.add(locker);
    session.commit();
    assertThat(session.scalars(Orm.select(Locker.class)).all()).containsExactly(locker);
  }

  @Test
  @Parity({"ORM-SES-27", "ORM-EVT-08"})
  void flush_listenerOfRowsAddsAnObject_waitsForTheNextFlush() {
    ListenerHandle handle = models
        .events(Locker.class)
        .afterInsert((mapper, connection, locker) -> session.add(new Locker(2, "late")));
    session.add(new Locker(1, "a"));

    assertThat(fixture.flush()).containsExactly("INSERT w_locker(number,owner) [1, a]");
    handle.remove();
    assertThat(session.newObjects()).hasSize(1);
    assertThat(fixture.flush()).containsExactly("INSERT w_locker(number,owner) [2, late]");
  }

  @Test
  @Parity("ORM-SES-27")
  void flush_listenerOfRowsChangesAnotherObject_isNotWritten() {
    Locker other = fixture.stored(new Locker(1, "a"));
    models
        .events(Locker.class)
        .afterInsert((mapper, connection, locker) -> other.owner = "changed");
    session.add(new Locker(2, "b"));

    assertThat(fixture.flush()).containsExactly("INSERT w_locker(number,owner) [2, b]");
    assertThat(session.dirty()).isEmpty();
    assertThat(fixture.flush()).isEmpty();
  }

  // Flushes

  @Test
  @Parity({"ORM-EVT-28", "ORM-EVT-29"})
  void flush_sessionListeners_seeBeforeDuringAndAfter() {
    SessionEvents events = fixture.sessions().events();
    events.beforeFlush((each, flush) -> {
      heard.add("before " + each.newObjects().size() + " " + flush.plan().strip());
      each.add(new Locker(2, "from listener"));
    });
    events.afterFlush((each, flush) -> heard.add("after " + each.newObjects().size()));
    events.afterFlushPostexec(
        (each, flush) -> heard.add("over " + each.newObjects().size()));
    session.flush();
    assertThat(heard).as("nothing to flush").isEmpty();
    session.add(new Locker(1, "a"));

    assertThat(fixture.flush())
        .containsExactly("INSERT w_locker(number,owner) [1, a] [2, from listener]");
    assertThat(heard)
        .containsExactly("before 1 1. save Locker: insert Locker[new]", "after 2", "over 0");
  }

  @Test
  @Parity({"ORM-EVT-29", "ORM-SES-14"})
  void commit_objectAddedAfterTheFlush_isFlushedToo() {
    SessionEvents events = fixture.sessions().events();
    events.afterFlush((each, flush) -> {
      if (heard.isEmpty()) {
        heard.add("once");
        each.add(new Locker(2, "late"));
      }
    });
    session.add(new Locker(1, "a"));
    session.commit();

    assertThat(session.scalars(Orm.select(Locker.class)).all()).hasSize(2);
  }

  @Test
  @Parity("ORM-SES-14")
  void commit_listenerThatNeverEnds_isStoppedAfterAHundredRounds() {
    fixture
        .sessions()
        .events()
        .afterFlushPostexec(
            (each, flush) -> each.add(new Locker(heard.size(), "again" + heard.add("round"))));
    session.add(new Locker(-1, "a"));

    assertThatThrownBy(session::commit)
        .isInstanceOf(FlushException.class)
        .hasMessageEndingWith("[ORM-404]");
    assertThat(heard).hasSize(100);
    session.rollback();
  }

  @Test
  @Parity("ORM-SES-27")
  void flush_fromWithinAFlush_isRefused() {
    fixture.sessions().events().beforeFlush((each, flush) -> each.flush());
    session.add(new Locker(1, "a"));

    assertThatThrownBy(session::flush)
        .isInstanceOf(SessionStateException.class)
        .hasMessageEndingWith("[ORM-204]");
    session.rollback();
  }

  // Rollbacks

  @Test
  @Parity("ORM-EVT-27")
  void rollback_everyLevel_isHeardSoftly() {
    SessionEvents events = fixture.sessions().events();
    events.afterRollback(each -> heard.add("rollback"));
    events.afterSoftRollback(each -> heard.add("soft " + each.isActive()));
    session.beginNested().rollback();
    session.rollback();

    assertThat(heard).containsExactly("soft true", "rollback", "soft true");
  }

  // Objects between their states

  @Test
  @Parity({"ORM-EVT-32", "ORM-EVT-33", "ORM-EVT-34"})
  void objects_betweenTheirStates_areHeard() {
    listen();
    Locker locker = new Locker(1, "a");
    session.add(locker);
    session.expunge(locker);
    session.add(locker);
    session.flush();
    session.rollback();
    session.add(locker);
    session.commit();
    session.delete(locker);
    session.flush();
    session.rollback();
    session.delete(locker);
    session.rollback();
    session.expunge(locker);
    session.add(locker);
    session.delete(locker);
    session.commit();

    assertThat(heard)
        .containsExactly(
            "transientToPending",
            "pendingToTransient",
            "transientToPending",
            "pendingToPersistent",
            "persistentToTransient",
            "transientToPending",
            "pendingToPersistent",
            "persistentToDeleted",
            "deletedToPersistent",
            "deletedToPersistent",
            "persistentToDetached",
            "detachedToPersistent",
            "persistentToDeleted",
            "deletedToDetached");
  }

  @Test
  @Parity("ORM-EVT-33")
  void pendingToPersistent_ofAFlush_comesAfterItsSqlAndBeforeItsEnd() {
    SessionEvents events = fixture.sessions().events();
    models.events(Locker.class).afterInsert((mapper, connection, locker) -> heard.add("inserted"));
    events.afterFlush((each, flush) -> heard.add("flushed"));
    events.pendingToPersistent((each, object) -> {
      heard.addAll(fixture.sent());
      heard.add("persistent " + InstanceState.of(object).isPersistent());
    });
    events.afterFlushPostexec((each, flush) -> heard.add("over"));
    session.add(new Locker(1, "a"));
    session.flush();

    assertThat(heard).endsWith("persistent true", "over").contains("inserted", "flushed");
    assertThat(heard).anyMatch(each -> each.startsWith("INSERT w_locker"));
  }

  @Test
  @Parity("ORM-EVT-33")
  void loadedAsPersistent_ofAnObject_comesOnceAndAfterItsLoad() {
    fixture.stored(new Locker(1, "a"));
    session.commit();
    session.expungeAll();
    models.events(Locker.class).onLoad(locker -> heard.add("load"));
    fixture.sessions().events().loadedAsPersistent((each, object) -> {
      heard.add("loadedAsPersistent " + (each == session));
      assertThat(InstanceState.of(object).isPersistent()).isTrue();
    });
    Locker locker = session.getOne(Locker.class, 1);
    session.refresh(locker);
    session.getOne(Locker.class, 1);

    assertThat(heard).containsExactly("load", "loadedAsPersistent true");
  }

  @Test
  @Parity({"ORM-EVT-32", "ORM-EVT-34"})
  void close_objectsInside_areHeardLeaving() {
    Locker stored = fixture.stored(new Locker(1, "a"));
    session.commit();
    listen();
    session.add(new Locker(2, "b"));
    session.close();

    assertThat(heard)
        .containsExactly("transientToPending", "pendingToTransient", "persistentToDetached");
    assertThat(InstanceState.of(stored).isDetached()).isTrue();
  }

  private void listen() {
    SessionEvents events = fixture.sessions().events();
    events.transientToPending((each, object) -> heard.add("transientToPending"));
    events.pendingToTransient((each, object) -> heard.add("pendingToTransient"));
    events.persistentToTransient((each, object) -> heard.add("persistentToTransient"));
    events.pendingToPersistent((each, object) -> heard.add("pendingToPersistent"));
    events.detachedToPersistent((each, object) -> heard.add("detachedToPersistent"));
    events.persistentToDeleted((each, object) -> heard.add("persistentToDeleted"));
    events.deletedToPersistent((each, object) -> heard.add("deletedToPersistent"));
    events.deletedToDetached((each, object) -> heard.add("deletedToDetached"));
    events.persistentToDetached((each, object) -> heard.add("persistentToDetached"));
  }
}
