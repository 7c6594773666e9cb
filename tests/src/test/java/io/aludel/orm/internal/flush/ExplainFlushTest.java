package io.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.fixture.world.Course;
import io.aludel.fixture.world.Document;
import io.aludel.fixture.world.Page;
import io.aludel.fixture.world.Student;
import io.aludel.fixture.world.World;
import io.aludel.orm.Session;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plan of a flush in words. */
@ForEachDatabase
class ExplainFlushTest {
  private final Registry models = World.registry();

  private FlushFixture fixture;
  private Session session;

  @BeforeEach
  void createTables(TestDatabase database) {
    models.map(Locker.class, lockers(), mapping -> {});
    fixture = new FlushFixture(database, models);
    session = fixture.session();
  }

  private io.aludel.schema.Table lockers() {
    return io.aludel.schema.Table.of(
        "w_locker",
        models.metadata(),
        io.aludel.schema.Schema.column("id", io.aludel.types.SqlTypes.INTEGER).primaryKey(),
        io.aludel.schema.Schema.column("number", io.aludel.types.SqlTypes.INTEGER)
            .unique(),
        io.aludel.schema.Schema.column("owner", io.aludel.types.SqlTypes.STRING));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void explainFlush_nothingToDo_isEmpty() {
    assertThat(session.explainFlush()).isEmpty();
  }

  @Test
  void explainFlush_steps_areNumberedAndNameTheirObjects() {
    Student ann = new Student("Ann");
    ann.courses.add(new Course("maths"));
    Document atlas = new Document("atlas");
    Page page = new Page("first");
    atlas.pages.put("first", page);
    atlas.cover = page;
    session.addAll(List.of(ann, atlas));

    assertThat(session.explainFlush()).isEqualTo("""
            1. save Course: insert Course[new]
            2. save Document: insert Document[new]
            3. save Page: insert Page[new]
            4. save Student: insert Student[new]
            5. link Student.courses: Student[new] - Course[new]
            6. post-update Document.cover: Document[new]
            """);
    assertThat(session.newObjects()).as("nothing happened").hasSize(4);
    assertThat(fixture.sent()).isEmpty();
    session.flush();
    ann.courses.clear();
    session.delete(atlas);

    assertThat(session.explainFlush()).isEqualTo("""
            1. save Course: update Course[id=1]
            2. save Student: update Student[id=1]
            3. unlink Student.courses: Student[id=1] - Course[id=1]
            4. post-update Document.cover: Document[id=1]
            5. delete Page: Page[id=1]
            6. delete Document: Document[id=1]
            """);
  }

  @Test
  void explainFlush_manyObjects_namesTheFirst() {
    List<Locker> lockers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      lockers.add(new Locker(i, "owner"));
    }
    session.addAll(lockers);
    session.flush();
    lockers.forEach(locker -> locker.owner = "other");
    lockers.get(0).number = 1;
    lockers.get(1).number = 0;

    assertThat(session.explainFlush()).isEqualTo("""
            1. set aside w_locker.number: Locker[id=1]
            2. save Locker: update Locker[id=2], Locker[id=3], Locker[id=4], Locker[id=5], Locker[id=6] and 2 more
            3. save Locker: update Locker[id=1]
            """);
  }
}
