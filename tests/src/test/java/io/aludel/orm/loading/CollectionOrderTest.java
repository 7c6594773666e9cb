package io.aludel.orm.loading;

import static io.aludel.orm.Orm.select;
import static io.aludel.testing.Expectations.count;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.fixture.mail.Box;
import io.aludel.fixture.mail.Box_;
import io.aludel.fixture.mail.Letter;
import io.aludel.fixture.mail.Mail;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way of loading keeps to the order of a collection, whatever it is made of. */
@ForEachDatabase
class CollectionOrderTest {
  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    Registry registry = Mail.registry();
    registry.metadata().createAll(database.engine());
    SessionFactory sessions = SessionFactory.of(database.engine(), registry);
    sessions.inTransaction(filling -> {
      Box box = new Box("in");
      box.letters.add(new Letter("undated", null));
      box.letters.add(new Letter("old", 1));
      box.letters.add(new Letter("b new", 9));
      box.letters.add(new Letter("a new", 9));
      box.letters.add(new Letter("sealed", 5));
      filling.addAll(List.of(box, new Box("out")));
    });
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private static List<String> subjects(List<Letter> letters) {
    return letters.stream().map(letter -> letter.subject).toList();
  }

  @ParameterizedTest
  @EnumSource
  @Parity("ORM-REL-36")
  void order_withNulls_isThatOfTheCollection(Way way) {
    List<Box> boxes = session
        .scalars(select(Box.class).orderBy(Box_.id).options(way.of(Box_.letters)))
        .unique()
        .all();

    assertThat(subjects(boxes.get(0).letters))
        .containsExactly("a new", "b new", "sealed", "old", "undated");
    assertThat(boxes.get(1).letters).isEmpty();
    recorder.assertStatements(count(way.selects(2)));
  }

  @ParameterizedTest
  @EnumSource
  @Parity("ORM-REL-36")
  void order_byExpressions_isThatOfTheCollection(Way way) {
    List<Box> boxes = session
        .scalars(select(Box.class).orderBy(Box_.id).options(way.of(Box_.unread)))
        .unique()
        .all();

    assertThat(subjects(boxes.get(0).unread))
        .containsExactly("old", "b new", "a new", "sealed", "undated");
    assertThat(boxes.get(1).unread).isEmpty();
    recorder.assertStatements(count(way.selects(2)));
  }
}
