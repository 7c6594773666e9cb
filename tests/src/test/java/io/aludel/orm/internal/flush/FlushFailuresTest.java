package io.aludel.orm.internal.flush;

import static io.aludel.orm.Orm.select;
import static io.aludel.schema.Schema.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.world.Hall;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.World;
import io.aludel.orm.FlushException;
import io.aludel.orm.PendingRollbackException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every reason for which a flush gives up by itself; the session goes on after a rollback. */
@ForEachDatabase
@Parity("ORM-ERR-16")
class FlushFailuresTest {
  private final Registry models = World.registry();
  private TestDatabase database;
  private FlushFixture fixture;
  private Session session;

  @BeforeEach
  void createTables(TestDatabase given) {
    database = given;
    fixture = new FlushFixture(given, models);
    session = fixture.session();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private void expectFailure(String message, String code) {
    assertThatThrownBy(session::flush)
        .isInstanceOf(FlushException.class)
        .hasMessageContaining(message)
        .hasMessageEndingWith("[" + code + "]");
    assertThatThrownBy(session::connection).isInstanceOf(PendingRollbackException.class);
    session.rollback();
    assertThat(session.scalars(select(Tag.class)).all()).isEmpty();
  }

  @Test
  void key_halfGiven_isNamed() {
    Hall hall = new Hall("North", 1);
    hall.building = null;
    session.addAll(List.of(new Tag("never"), hall));
    expectFailure("Cannot insert Hall[new]: its key attribute Hall.building is null", "ORM-402");
  }

  @Test
  void key_takenAwayByAListenerOfTheInsert_isNamed() {
    models.events(User.class).afterInsert((mapper, connection, user) -> user.id = null);
    session.addAll(List.of(new Tag("never"), new User("Ann")));
    expectFailure("Cannot keep User[new] in the session: after its INSERT the key", "ORM-402");
  }

  @Test
  void key_setToNullBeforeAnUpdate_isNamed() {
    User ann = fixture.stored(new User("Ann"));
    session.commit();
    session.add(new Tag("never"));
    ann.name = "Anna";
    ann.id = null;
    expectFailure(
        "Cannot update User[id=1]: its key attribute User.id was set to null.", "ORM-402");
  }

  @Test
  void key_setToNullBeforeADelete_isThatOfTheRow() {
    User ann = fixture.stored(new User("Ann"));
    ann.id = null;
    session.delete(ann);
    assertThat(fixture.flush()).last().isEqualTo("DELETE FROM w_user WHERE w_user.id = ? [1]");
  }

  @Test
  void member_thatIsNull_isNamed() {
    User ann = new User("Ann");
    ann.posts.add(null);
    session.addAll(List.of(new Tag("never"), ann));
    expectFailure("Cannot flush User[new]: User.posts holds null.", "ORM-406");
    Post post = new Post("one");
    post.tags.add(null);
    session.addAll(List.of(new Tag("never"), post));
    expectFailure("Post.tags holds null.", "ORM-406");
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"}) // the mistake
  void member_ofAnotherClass_isNamed() {
    User ann = new User("Ann");
    session.addAll(List.of(new Tag("never"), ann));
    ((List) ann.posts).add(new Hall("North", 1));
    expectFailure(
        "User.posts holds a io.aludel.fixture.world.Hall, and takes io.aludel.fixture.world.Post only.",
        "ORM-406");
  }

  @Test
  void rounds_withoutEnd_areStopped() {
    fixture.sessions().events().afterFlushPostexec((each, flush) -> each.add(new User("another")));
    session.add(new User("Ann"));
    assertThatThrownBy(session::commit)
        .isInstanceOf(FlushException.class)
        .hasMessageContaining("Cannot commit: after 100 flushes there are still changes.")
        .hasMessageEndingWith("[ORM-404]");
    session.rollback();
    assertThat(session.scalars(select(User.class)).all()).isEmpty();
  }

  @Test
  void version_thatIsNull_isNamed() {
    MetaData metadata = new MetaData();
    Table table = Table.of(
        "fv_account",
        metadata,
        column("id", SqlTypes.INTEGER).primaryKey(),
        column("holder", SqlTypes.STRING(50)),
        column("balance", SqlTypes.INTEGER),
        column("version", SqlTypes.INTEGER).nullable());
    metadata.createAll(database.engine());
    Registry registry = Registry.over(metadata);
    registry.map(
        Account.class,
        table,
        m -> m.exclude("status").version("version", last -> last == null ? 1 : null));
    try (Session other = SessionFactory.of(database.engine(), registry).open()) {
      Account account = new Account("Ann");
      other.add(account);
      other.commit();
      account.holder = "Anna";
      assertThatThrownBy(other::flush)
          .isInstanceOf(FlushException.class)
          .hasMessageContaining("Cannot write Account[id=1]: its version Account.version is null")
          .hasMessageEndingWith("[ORM-408]");
      other.rollback();
      assertThat(account.holder).isEqualTo("Ann");
    }
  }
}
