package io.aludel.orm.serial;

import static io.aludel.orm.Orm.defaultLoad;
import static io.aludel.orm.Orm.defer;
import static io.aludel.orm.Orm.lazyLoad;
import static io.aludel.orm.Orm.raiseLoad;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.Orm.withLoaderCriteria;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.Warning;
import io.aludel.orm.LoadRefusedException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.UserOption;
import io.aludel.orm.serial.Painter.Picture;
import io.aludel.sql.tree.statement.StatementOption;
import io.aludel.testing.CapturedWarnings;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects in another process, and the loader options that they take along. */
@ForEachDatabase
class SerializedElsewhereTest {
  private SessionFactory sessions;
  private StatementRecorder recorder;

  /** Follows later loads, and can be written. */
  record Tenant(String name) implements UserOption, Serializable {
    @Override
    public boolean followsLaterLoads() {
      return true;
    }
  }

  /** Follows later loads, and cannot be written. */
  record Guest(String name) implements UserOption {
    @Override
    public boolean followsLaterLoads() {
      return true;
    }
  }

  @BeforeEach
  void fillTables(TestDatabase database) {
    SerializedObjectsTest.MODELS.metadata().createAll(database.engine());
    sessions = SessionFactory.of(database.engine(), SerializedObjectsTest.MODELS);
    sessions.inTransaction(filling -> {
      Painter ann = new Painter("Ann");
      filling.add(ann);
      ann.pictures.add(new Picture("one"));
      filling.flush();
      ann.pictures.add(new Picture("two"));
    });
    recorder = database.recorder();
    recorder.clear();
  }

  private Painter loadedWith(StatementOption... options) {
    return sessions.fromTransaction(
        session -> session.scalars(select(Painter.class).options(options)).one());
  }

  @Test
  void otherProcess_readsAndWritesIt(@TempDir Path folder) throws Exception {
    Painter given = sessions.fromTransaction(session -> {
      Painter ann = session.getOne(Painter.class, 1);
      ann.pictures.forEach(each -> assertThat(each.painter).isSameAs(ann));
      return ann;
    });
    given.name = "Anna";
    Path in = folder.resolve("in");
    Path said = folder.resolve("said");
    Path out = folder.resolve("out");
    Files.write(in, Bytes.write(given));
    run(in, said, out);

    assertThat(Files.readAllLines(said))
        .containsExactly(
            "Painter[id=1] (detached)",
            "DETACHED",
            "[bio, home, liked, prizes, sketches, styles, taught]",
            "[Ann]",
            "true");
    Painter back = (Painter) Bytes.read(Files.readAllBytes(out), null);
    recorder.clear();
    sessions.inTransaction(session -> session.add(back));
    recorder.assertStatements(
        sql("UPDATE f_painter SET name = ? WHERE f_painter.id = ?", "Anna", 1),
        sql("UPDATE f_picture SET title = ? WHERE f_picture.id = ?", "changed", 2));
  }

  private static void run(Path... files) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        OtherProcess.class.getName()));
    for (Path each : files) {
      command.add(each.toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isZero();
  }

  @Test
  void raise_staysRaised() {
    Painter copy = Bytes.copy(loadedWith(raiseLoad(Painter_.pictures)));
    try (Session session = sessions.open()) {
      session.add(copy);
      recorder.clear();
      assertThatThrownBy(() -> String.valueOf(copy.pictures))
          .isInstanceOf(LoadRefusedException.class);
      assertThat(copy.prizes).isEmpty();
      assertThat(recorder.statements()).hasSize(1);
    }
  }

  @Test
  void wishesBelowARelationship_holdForItsLaterLoad() {
    Painter copy = Bytes.copy(
        Bytes.copy(loadedWith(lazyLoad(Painter_.pictures).defer(Painter_Picture_.title))));
    try (Session session = sessions.open()) {
      session.add(copy);
      recorder.clear();
      assertThat(copy.pictures).hasSize(2);
      recorder.assertStatements(sql(
          "SELECT f_picture.id, f_picture.painter_id FROM f_picture"
              + " WHERE ? = f_picture.painter_id ORDER BY f_picture.id",
          1));
    }
  }

  @Test
  void eagerWishes_holdForALaterLoadAboveThem() {
    Picture copy = Bytes.copy(sessions.fromTransaction(session -> session
        .scalars(select(Picture.class)
            .options(
                defaultLoad(Painter_Picture_.painter).selectinLoad(Painter_.pictures),
                defaultLoad(Painter_Picture_.painter).defer(Painter_.name))
            .where(Painter_Picture_.id.eq(1)))
        .one()));
    try (Session session = sessions.open()) {
      session.add(copy);
      recorder.clear();
      Painter painter = copy.painter;
      assertThat(painter).isNotNull();
      assertThat(recorder.statements()).hasSize(2);
      assertThat(recorder.statements().get(0).sql()).doesNotContain("f_painter.name");
      assertThat(painter.pictures).hasSize(2).contains(copy);
      assertThat(recorder.statements()).hasSize(2);
    }
  }

  @Test
  void refusedColumns_stayRefused() {
    Painter copy = Bytes.copy(loadedWith(defer(Painter_.fame).deferAndRaise(Painter_.name)));
    try (Session session = sessions.open()) {
      session.add(copy);
      assertThatThrownBy(() -> String.valueOf(copy.name)).isInstanceOf(LoadRefusedException.class);
      assertThat(copy.fame).isZero();
    }
  }

  @Test
  void eagerOptions_needNothingLater() {
    Painter copy = Bytes.copy(loadedWith(selectinLoad(Painter_.pictures)));
    assertThat(copy.pictures).hasSize(2);
  }

  @Test
  void criteria_areLeftBehindWithAWarning() {
    Painter given = loadedWith(
        lazyLoad(Painter_.pictures.and(Painter_Picture_.title.eq("one"))),
        withLoaderCriteria(Painter_Picture_.entity, p -> p.title.ne("two")),
        new Guest("guest"));
    List<byte[]> written = new ArrayList<>();
    List<Warning> warnings = CapturedWarnings.during(() -> {
      written.add(Bytes.write(given));
      written.add(Bytes.write(given));
    });
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0).message())
        .contains("Painter[id=1] is serialized without some of its loader options")
        .contains("criteria of Painter.pictures")
        .contains("withLoaderCriteria")
        .contains("Guest");
    Painter copy = (Painter) Bytes.read(written.get(1), null);
    try (Session session = sessions.open()) {
      session.add(copy);
      assertThat(copy.pictures).hasSize(2);
    }
  }

  @Test
  void optionsOfTheApplication_followIfTheyAreSerializable() {
    Painter copy = Bytes.copy(loadedWith(new Tenant("north")));
    List<Tenant> heard = new ArrayList<>();
    sessions.events().doOrmExecute(state -> heard.addAll(state.userOptions(Tenant.class)));
    try (Session session = sessions.open()) {
      session.add(copy);
      assertThat(copy.pictures).hasSize(2);
    }
    assertThat(heard).containsExactly(new Tenant("north"));
  }
}
