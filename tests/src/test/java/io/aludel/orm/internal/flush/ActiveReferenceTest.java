package io.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.Session;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.History;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** References that want to know what they led to before. */
@ForEachDatabase
class ActiveReferenceTest {
  private static final Registry MODELS =
      Registry.of(Album.class, Track.class, Label.class, Remark.class, Shelf.class, Volume.class);

  private FlushFixture fixture;
  private Session session;

  @BeforeEach
  void store(TestDatabase database) {
    fixture = new FlushFixture(database, MODELS);
    session = fixture.session();
    Label label = new Label("red");
    label.remarks.add(new Remark("first"));
    fixture.stored(label);
    Shelf shelf = new Shelf("top");
    shelf.volumes.add(new Volume("one"));
    fixture.stored(shelf);
    session.commit();
    session.expungeAll();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static History<Object> history(Object object, String attribute) {
    return InstanceState.of(object).attribute(attribute).history();
  }

  @Test
  void set_activeHistory_loadsWhatItLedTo() {
    Remark remark = session.getOne(Remark.class, 1);
    fixture.sent();
    remark.label = null;

    assertThat(fixture.sent())
        .containsExactly("SELECT w_label.id, w_label.name FROM w_label WHERE w_label.id = ? [1]");
    assertThat(history(remark, "label").deleted()).containsExactly(session.getOne(Label.class, 1));
    assertThat(fixture.flush())
        .containsExactly("UPDATE w_remark SET label_id = ? WHERE w_remark.id = ? [null, 1]");
  }

  @Test
  void set_withoutActiveHistory_loadsNothing() {
    Volume volume = session.getOne(Volume.class, 1);
    fixture.sent();
    volume.shelf = null;

    assertThat(fixture.sent()).isEmpty();
    assertThat(history(volume, "shelf").deleted()).isEmpty();
    assertThat(fixture.flush())
        .containsExactly("UPDATE w_volume SET shelf_id = ? WHERE w_volume.id = ? [null, 1]");
  }
}
