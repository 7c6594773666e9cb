package io.aludel.orm.loading;

import static io.aludel.orm.Orm.insert;
import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.Orm.subqueryLoad;
import static io.aludel.orm.Orm.yieldPer;
import static io.aludel.testing.Expectations.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.engine.Result;
import io.aludel.fixture.mail.Box;
import io.aludel.fixture.mail.Box_;
import io.aludel.fixture.mail.Letter;
import io.aludel.fixture.mail.Letter_;
import io.aludel.fixture.mail.Mail;
import io.aludel.fixture.mail.Parcel;
import io.aludel.fixture.mail.Parcel_;
import io.aludel.orm.FetchMode;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.SessionOption;
import io.aludel.orm.SessionStateException;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.mapping.Registry;
import io.aludel.sql.Row;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results of any size in constant memory. */
@ForEachDatabase
class StreamingTest {
  private SessionFactory sessions;
  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    Registry registry = Mail.registry();
    registry.metadata().createAll(database.engine());
    sessions = SessionFactory.of(database.engine(), registry);
    sessions.inTransaction(filling -> {
      for (int i = 1; i <= 5; i++) {
        Box box = new Box("box " + i);
        box.letters.add(new Letter("first of " + i, 1));
        box.letters.add(new Letter("second of " + i, 2));
        filling.add(box);
      }
    });
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  @Test
  @Parity("ORM-QRY-29")
  void yieldPer_manyRows_holdsOnePortionAtATime() {
    int all = 200_000;
    fillParcels(all);
    List<WeakReference<Parcel>> first = new ArrayList<>();
    int seen = 0;
    long last = 0;
    for (List<Parcel> portion : session
        .scalars(select(Parcel.class).orderBy(Parcel_.id).options(yieldPer(1000)))
        .partitions()) {
      assertThat(portion).hasSize(1000);
      seen += portion.size();
      last = portion.get(999).posted;
      if (first.isEmpty()) {
        portion.forEach(parcel -> first.add(new WeakReference<>(parcel)));
      }
    }

    assertThat(seen).isEqualTo(all);
    assertThat(last).isEqualTo(all - 1);
    System.gc();
    assertThat(first).as("objects nobody holds").allMatch(held -> held.get() == null);
    recorder.clear();
  }

  private void fillParcels(int all) {
    for (int from = 0; from < all; from += 20_000) {
      List<Map<String, Object>> rows = new ArrayList<>();
      for (int i = from; i < from + 20_000; i++) {
        rows.add(Map.of("id", i + 1, "posted", i));
      }
      session.execute(insert(Parcel.class), rows);
    }
    session.commit();
  }

  @Test
  @Parity("ORM-QRY-29")
  void selectinLoad_inAStream_runsForEachPortion() {
    Result<Box> boxes = session.scalars(
        select(Box.class).orderBy(Box_.id).options(selectinLoad(Box_.letters), yieldPer(2)));

    List<Integer> sizes = new ArrayList<>();
    boxes.forEach(box -> sizes.add(box.letters.size()));

    assertThat(sizes).containsExactly(2, 2, 2, 2, 2);
    recorder.assertStatements(count(4));
  }

  @Test
  @Parity("ORM-QRY-29")
  void joinedReference_inAStream_comesWithTheRows() {
    for (Letter letter : session.scalars(
        select(Letter.class).orderBy(Letter_.id).options(joinedLoad(Letter_.box), yieldPer(3)))) {
      assertThat(letter.box.name).startsWith("box");
    }
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-QRY-29")
  void rows_inAStream_haveAllTheirEntries() {
    int rows = 0;
    for (Row row : session.execute(select(Box.class, Letter_.subject)
        .join(Box_.letters)
        .orderBy(Letter_.id)
        .options(yieldPer(4)))) {
      assertThat(row.get(Letter_.subject)).endsWith(((Box) row.get(0)).name.substring(4));
      rows++;
    }
    assertThat(rows).isEqualTo(10);
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-QRY-29")
  void otherWork_betweenTheRows_disturbsNothing() {
    int changed = 0;
    for (Box box : session.scalars(select(Box.class).orderBy(Box_.id).options(yieldPer(2)))) {
      assertThat(box.letters).hasSize(2);
      box.name = "changed";
      session.flush();
      changed++;
    }
    assertThat(changed).isEqualTo(5);
    session.commit();
    assertThat(session.scalars(select(Box_.name)).unique().all()).containsExactly("changed");
  }

  @Test
  @Parity("ORM-QRY-29")
  void peers_inAStream_loadOneByOne() {
    try (Session peers = sessions.with(SessionOption.fetchMode(FetchMode.PEERS)).open()) {
      List<Box> boxes = new ArrayList<>();
      peers.scalars(select(Box.class).orderBy(Box_.id).options(yieldPer(2))).forEach(boxes::add);
      recorder.clear();
      boxes.forEach(box -> assertThat(box.letters).hasSize(2));
      recorder.assertStatements(count(5));
    }
  }

  @Test
  @Parity("ORM-QRY-29")
  void joinedCollection_inAStream_isRefused() {
    assertThatThrownBy(
            () -> session.scalars(select(Box.class).options(joinedLoad(Box_.letters), yieldPer(2))))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessage(
            "Cannot stream the rows of a statement: it loads collections by joins, whose rows"
                + " may be far apart. Load them by selectinLoad, or do not stream. [ORM-502]");
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-QRY-29")
  void subqueryLoad_inAStream_isRefused() {
    assertThatThrownBy(() ->
            session.scalars(select(Box.class).options(subqueryLoad(Box_.letters), yieldPer(2))))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageContaining("Use selectinLoad");
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-QRY-29")
  void unique_ofAStream_isRefused() {
    Result<Box> boxes = session.scalars(select(Box.class).options(yieldPer(2))).unique();

    assertThatThrownBy(boxes::all)
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageContaining("Leave unique() out");
    boxes.close();
  }

  @Test
  @Parity("ORM-QRY-29")
  void stream_ofAClosedSession_givesNothing() {
    Result<Box> boxes = session.scalars(select(Box.class).orderBy(Box_.id).options(yieldPer(1)));
    assertThat(boxes.iterator().next().name).isEqualTo("box 1");
    session.close();

    assertThatThrownBy(() -> boxes.iterator().hasNext()).isInstanceOf(SessionStateException.class);
  }

  @Test
  void yieldPer_noRows_isAnError() {
    assertThatThrownBy(() -> yieldPer(0)).isInstanceOf(ArgumentException.class);
  }
}
