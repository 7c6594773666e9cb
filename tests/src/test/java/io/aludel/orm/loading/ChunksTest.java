package io.aludel.orm.loading;

import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.testing.Expectations.count;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.fixture.mail.Box;
import io.aludel.fixture.mail.Box_;
import io.aludel.fixture.mail.Letter;
import io.aludel.fixture.mail.Mail;
import io.aludel.orm.FetchMode;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.SessionOption;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many owners are asked for in portions, of as many as the database looks up well. */
@ForEachDatabase
class ChunksTest {
  private static final int BOXES = 1_001;

  private SessionFactory sessions;
  private StatementRecorder recorder;
  private int selects;

  @BeforeEach
  void fillTables(TestDatabase database) {
    Registry registry = Mail.registry();
    registry.metadata().createAll(database.engine());
    sessions = SessionFactory.of(database.engine(), registry);
    sessions.inTransaction(session -> {
      for (int number = 0; number < BOXES; number++) {
        Box box = new Box("box " + number);
        box.letters.add(new Letter("letter " + number, number));
        session.add(box);
      }
    });
    recorder = database.recorder();
    recorder.clear();
    int atATime = database.engine().dialect().keysPerLookup();
    selects = 1 + (BOXES + atATime - 1) / atATime;
  }

  private void assertEachHasItsLetter(List<Box> boxes) {
    assertThat(boxes).hasSize(BOXES);
    for (Box box : boxes) {
      assertThat(box.letters)
          .extracting(letter -> letter.subject)
          .containsExactly(box.name.replace("box", "letter"));
    }
    recorder.assertStatements(count(selects));
  }

  @Test
  @Parity("ORM-QRY-15")
  void selectin_manyOwners_asksInPortions() {
    try (Session session = sessions.open()) {
      assertEachHasItsLetter(
          session.scalars(select(Box.class).options(selectinLoad(Box_.letters))).all());
    }
  }

  @Test
  void peers_manyOwners_asksInPortions() {
    SessionFactory peers = sessions.with(SessionOption.fetchMode(FetchMode.PEERS));
    try (Session session = peers.open()) {
      assertEachHasItsLetter(session.scalars(select(Box.class)).all());
    }
  }
}
