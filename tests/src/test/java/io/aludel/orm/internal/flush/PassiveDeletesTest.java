package io.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.Session;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deletions that are the database's to follow up. */
@ForEachDatabase
class PassiveDeletesTest {
  private static final Registry MODELS = Registry.of(Shelf.class, Volume.class);

  private FlushFixture fixture;
  private Session session;
  private Shelf shelf;
  private Volume volume;

  @BeforeEach
  void store(TestDatabase database) {
    fixture = new FlushFixture(database, MODELS);
    session = fixture.session();
    shelf = new Shelf("top");
    volume = new Volume("one");
    shelf.volumes.add(volume);
    fixture.stored(shelf);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  @Parity("ORM-REL-22")
  void delete_neverNull_leavesLoadedMembersToTheDatabase() {
    session.delete(shelf);

    assertThat(fixture.flush()).containsExactly("DELETE FROM w_shelf WHERE w_shelf.id = ? [1]");
    session.commit();
    assertThat(volume.shelf).isNull();
    assertThat(volume.shelfId).isNull();
  }
}
