package io.aludel.orm.loading;

import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.fixture.mail.Box;
import io.aludel.fixture.mail.Box_;
import io.aludel.fixture.mail.Letter;
import io.aludel.fixture.mail.Mail;
import io.aludel.orm.FetchMode;
import io.aludel.orm.RepeatedLoad;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.SessionOption;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session loads again and again is reported, with who did it and what would have helped. */
@ForEachDatabase
class RepeatedLoadsTest {
  private final List<RepeatedLoad> reports = new ArrayList<>();
  private SessionFactory sessions;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    Registry registry = Mail.registry();
    registry.metadata().createAll(database.engine());
    SessionFactory plain = SessionFactory.of(database.engine(), registry);
    plain.inTransaction(filling -> {
      for (int i = 1; i <= 4; i++) {
        Box box = new Box("box " + i);
        box.letters.add(new Letter("letter " + i, i));
        filling.add(box);
      }
    });
    sessions = plain.with(SessionOption.reportRepeatedLoads(3, reports::add));
    recorder = database.recorder();
    recorder.clear();
  }

  private static void readAll(List<Box> boxes) {
    for (Box box : boxes) {
      assertThat(box.letters).hasSize(1);
    }
  }

  @Test
  void lazyCollections_ofManyOwners_areReportedOnceWithLineAndCure() {
    try (Session session = sessions.open()) {
      readAll(session.scalars(select(Box.class)).all());
      assertThat(reports).isEmpty();
    }

    assertThat(reports).hasSize(1);
    RepeatedLoad report = reports.get(0);
    assertThat(report.attribute()).isEqualTo("Box.letters");
    assertThat(report.times()).isEqualTo(4);
    assertThat(report.lines())
        .singleElement()
        .asString()
        .contains("RepeatedLoadsTest.readAll(RepeatedLoadsTest.java:");
    assertThat(report.cure()).isEqualTo("options(selectinLoad(Box_.letters))");
    assertThat(report.toString())
        .startsWith("Box.letters was loaded 4 times by a statement of its own, at ");
    assertThatThrownBy(() -> recorder.assertNoRepeats(3))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("4 times SELECT m_letter.id");
    recorder.clear();
  }

  @Test
  void plannedLoads_areNotReported() {
    try (Session session = sessions.open()) {
      readAll(
          session.scalars(select(Box.class).options(selectinLoad(Box_.letters))).all());
    }
    try (Session peers = sessions.with(SessionOption.fetchMode(FetchMode.PEERS)).open()) {
      readAll(peers.scalars(select(Box.class)).all());
    }

    assertThat(reports).isEmpty();
    recorder.assertNoRepeats(2);
    recorder.clear();
  }

  @Test
  void references_fromTheIdentityMap_areNotReported() {
    try (Session session = sessions.open()) {
      List<Box> boxes = session.scalars(select(Box.class)).all();
      session
          .scalars(select(Letter.class))
          .all()
          .forEach(letter -> assertThat(boxes).contains(letter.box));
    }

    assertThat(reports).isEmpty();
    recorder.clear();
  }

  @Test
  void expiredObjects_readOneByOne_areReported() {
    try (Session session = sessions.open()) {
      List<Box> boxes = session.scalars(select(Box.class)).all();
      session.commit();
      boxes.forEach(box -> assertThat(box.name).startsWith("box"));
    }

    assertThat(reports).hasSize(1);
    assertThat(reports.get(0).attribute()).isEqualTo("Box.name");
    assertThat(reports.get(0).cure()).contains("one statement");
    recorder.clear();
  }

  @Test
  void onceIsNoRepetition() {
    assertThatThrownBy(() -> SessionOption.reportRepeatedLoads(1, reports::add))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("at least 2");
  }
}
