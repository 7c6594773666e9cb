package io.aludel.orm.loading;

import static io.aludel.orm.Orm.select;
import static io.aludel.testing.Expectations.count;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.fixture.mail.Box;
import io.aludel.fixture.mail.Letter;
import io.aludel.fixture.mail.Letter_;
import io.aludel.fixture.mail.Mail;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relationships that are only loaded: what they may be set to, and what becomes of it. */
@ForEachDatabase
class ViewOnlyTest {
  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    Registry registry = Mail.registry();
    registry.metadata().createAll(database.engine());
    SessionFactory sessions = SessionFactory.of(database.engine(), registry);
    sessions.inTransaction(filling -> {
      Box box = new Box("in");
      box.letters.add(new Letter("one", 1));
      filling.add(box);
    });
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private Letter letter() {
    return session
        .scalars(select(Letter.class).where(Letter_.subject.eq("one")))
        .one();
  }

  @Test
  void set_unloadedReference_isForgottenAtExpiry() {
    Letter letter = letter();
    Box other = new Box("other");
    recorder.clear();

    letter.shown = other;

    assertThat(letter.shown).isSameAs(other);
    assertThat(session.dirty()).isEmpty();
    assertThat(session.contains(other)).isFalse();
    session.commit();
    recorder.assertStatements();
    assertThat(letter.shown.name).isEqualTo("in");
    recorder.assertStatements(count(2));
  }

  @Test
  void change_viewedCollection_isForgottenAtExpiry() {
    Box box = session.scalars(select(Box.class)).one();
    assertThat(box.unread).hasSize(1);

    box.unread.add(new Letter("never sent", 2));

    assertThat(session.dirty()).isEmpty();
    recorder.clear();
    session.commit();
    recorder.assertStatements();
    assertThat(box.unread).hasSize(1);
  }
}
