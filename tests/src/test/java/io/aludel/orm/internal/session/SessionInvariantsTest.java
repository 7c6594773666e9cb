package io.aludel.orm.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.Seat;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.SessionOption;
import io.aludel.orm.User;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.testing.DatabaseTest;
import io.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That wrong bookkeeping is noticed at the latest when the session closes, in this and every other test. */
@DatabaseTest
class SessionInvariantsTest {
  private Session session;
  private User user;

  @BeforeEach
  void load(TestDatabase database) {
    Registry models = Registry.of(User.class, Seat.class);
    models.metadata().createAll(database.engine());
    SessionFactory sessions =
        SessionFactory.of(database.engine(), models).with(SessionOption.expireOnCommit(false));
    sessions.inTransaction(filling -> filling.add(new User("Ann", 30)));
    session = sessions.open();
    user = session.getOne(User.class, 1);
  }

  private EntityState state() {
    ManagedEntity entity = (ManagedEntity) (Object) user;
    return (EntityState) entity.$state();
  }

  @Test
  void close_soundBookkeeping_saysNothing() {
    session.add(new Seat(1, 2, "Bob"));
    user.setName("Bea");
    session.close();

    assertThat(session).hasToString("Session(closed)");
  }

  @Test
  void close_identityThatIsNotTheKeyOfTheObject_isNoticedAndTheSessionClosed() {
    state().identity(7);

    assertThatThrownBy(session::close)
        .isInstanceOf(AssertionError.class)
        .hasMessage("User[id=7] is not found under its own key");
    assertThat(session).hasToString("Session(closed)");
  }

  @Test
  void close_newObjectThatHasAnIdentity_isNoticed() {
    User pending = new User("Bea");
    session.add(pending);
    ((EntityState) ((ManagedEntity) (Object) pending).$state()).identity(9);

    assertThatThrownBy(session::close)
        .isInstanceOf(AssertionError.class)
        .hasMessage("User[id=9] is to be inserted and not pending");
  }
}
