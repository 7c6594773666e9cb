package io.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.world.Course;
import io.aludel.fixture.world.Person;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Student;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.World;
import io.aludel.orm.Orm;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.StaleDataException;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many-to-many: rows of link tables. */
@ForEachDatabase
class LinkRowsTest {
  private static final Registry MODELS = World.registry();
  private static final String UNLINK = "DELETE FROM w_student_course WHERE"
      + " w_student_course.student_id = ? AND w_student_course.course_id = ?";

  private StatementRecorder recorder;
  private Session session;

  @BeforeEach
  void createTables(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    recorder = database.recorder();
    recorder.clear();
    session = SessionFactory.of(database.engine(), MODELS).open();
  }

  @AfterEach
  void close() {
    session.close();
    recorder.clear();
  }

  private List<String> flush() {
    recorder.clear();
    session.flush();
    return Writes.take(recorder);
  }

  private Student studentIn(Course... courses) {
    Student student = new Student("Ann");
    student.courses.addAll(List.of(courses));
    session.add(student);
    session.flush();
    recorder.clear();
    return student;
  }

  @Test
  @Parity("ORM-REL-05")
  void flush_newObjectsOnBothEnds_linksThemOnceAfterBoth() {
    Student ann = new Student("Ann");
    Course maths = new Course("maths");
    Course music = new Course("music");
    ann.courses.add(maths);
    music.students.add(ann);
    session.add(ann);

    List<String> writes = flush();
    assertThat(writes.subList(0, 2))
        .containsExactly("INSERT w_course(name) [maths] [music]", "INSERT w_student(name) [Ann]");
    assertThat(writes.subList(2, 3)).singleElement().asString().contains("[1, 1]", "[1, 2]");
    assertThat(writes).hasSize(3);
    assertThat(flush()).isEmpty();
  }

  @Test
  @Parity("ORM-REL-05")
  void flush_memberRemovedFromEitherSide_deletesTheLinkRow() {
    Course maths = new Course("maths");
    Course music = new Course("music");
    Student ann = studentIn(maths, music);
    ann.courses.remove(maths);
    music.students.remove(ann);

    List<String> writes = flush();
    assertThat(writes).singleElement().asString().startsWith(UNLINK).contains("[1, 1]", "[1, 2]");
  }

  @Test
  @Parity("ORM-REL-05")
  void delete_oneEnd_deletesItsLinkRowsAndNotTheOtherEnd() {
    Course maths = new Course("maths");
    Student ann = studentIn(maths);
    session.delete(ann);

    assertThat(flush())
        .containsExactly(UNLINK + " [1, 1]", "DELETE FROM w_student WHERE w_student.id = ? [1]");
    assertThat(session.contains(maths)).isTrue();
  }

  @Test
  @Parity("ORM-REL-05")
  void delete_bothEnds_deletesTheLinkRowOnce() {
    Course maths = new Course("maths");
    Student ann = studentIn(maths);
    session.delete(ann);
    session.delete(maths);

    assertThat(flush())
        .containsExactly(
            UNLINK + " [1, 1]",
            "DELETE FROM w_course WHERE w_course.id = ? [1]",
            "DELETE FROM w_student WHERE w_student.id = ? [1]");
  }

  @Test
  @Parity({"ORM-REL-05", "ORM-SES-44"})
  void flush_linkRowGone_reportsStaleData() {
    Course maths = new Course("maths");
    Student ann = studentIn(maths);
    session.connection().execute(Orm.text("DELETE FROM w_student_course"));
    ann.courses.clear();

    assertThatThrownBy(session::flush)
        .isInstanceOf(StaleDataException.class)
        .hasMessageStartingWith("DELETE on 'w_student_course' matched 0 of 1 rows for");
    session.rollback();
  }

  @Test
  @Parity("ORM-REL-05")
  void flush_sameClassOnBothEnds_writesFollowerAndFollowed() {
    Person ann = new Person("Ann");
    Person bob = new Person("Bob");
    ann.following.add(bob);
    session.add(ann);

    assertThat(flush())
        .containsExactly(
            "INSERT w_person(name) [Ann] [Bob]",
            "INSERT w_following(follower_id,followed_id) [1, 2]");
    bob.following.add(ann);
    ann.following.remove(bob);
    assertThat(flush())
        .containsExactly(
            "DELETE FROM w_following WHERE w_following.follower_id = ? AND"
                + " w_following.followed_id = ? [1, 2]",
            "INSERT w_following(follower_id,followed_id) [2, 1]");
  }

  @Test
  @Parity("ORM-REL-05")
  void flush_sameObjectTwiceInAList_writesTwoRows() {
    Tag red = new Tag("red");
    Post post = new Post("one");
    session.addAll(List.of(red, post));
    flush();
    red.posts.add(post);
    red.posts.remove(post);
    assertThat(flush()).isEmpty();
  }
}
