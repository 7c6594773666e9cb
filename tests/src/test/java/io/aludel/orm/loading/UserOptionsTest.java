package io.aludel.orm.loading;

import static io.aludel.orm.Orm.insert;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.Orm.text;
import static io.aludel.orm.Orm.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.UserOption;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an application attaches to statements for its own listeners. */
@ForEachDatabase
class UserOptionsTest {
  private final List<String> heard = new ArrayList<>();
  private Session session;
  private StatementRecorder recorder;

  record Tenant(String name) implements UserOption {}

  record Lasting(String name) implements UserOption {
    @Override
    public boolean followsLaterLoads() {
      return true;
    }
  }

  @BeforeEach
  void fillTables(TestDatabase database) {
    Registry registry = World.registry();
    registry.metadata().createAll(database.engine());
    SessionFactory sessions = SessionFactory.of(database.engine(), registry);
    sessions.inTransaction(filling -> {
      User ann = new User("Ann");
      ann.posts.add(new Post("one"));
      filling.add(ann);
    });
    recorder = database.recorder();
    recorder.clear();
    sessions
        .events()
        .doOrmExecute(state -> heard.add(state.cause() + " " + state.userOptions(Tenant.class) + " "
            + state.userOptions(UserOption.class).size()));
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
    recorder.clear();
  }

  @Test
  @Parity("ORM-QRY-25")
  void option_reachesListenersOfEachKindOfStatement() {
    Tenant tenant = new Tenant("a");
    session.scalars(select(User.class).options(tenant, new Lasting("b"))).all();
    session.execute(text("SELECT 1").options(tenant));
    session.execute(update(User.class).set(User_.name, "x").options(tenant));
    session.execute(
        insert(User.class).options(tenant), List.of(Map.of("name", "y"), Map.of("name", "z")));
    session.scalars(select(User.class)).all();

    assertThat(heard)
        .containsExactly(
            "STATEMENT [Tenant[name=a]] 2",
            "STATEMENT [Tenant[name=a]] 1",
            "STATEMENT [Tenant[name=a]] 1",
            "STATEMENT [Tenant[name=a]] 1",
            "STATEMENT [] 0");
  }

  @Test
  @Parity("ORM-QRY-25")
  void option_goesAlongWithLaterLoadsIfItSaysSo() {
    User ann = session
        .scalars(select(User.class).options(new Tenant("a"), new Lasting("b")))
        .one();
    assertThat(ann.posts).hasSize(1);
    assertThat(ann.edited).isEmpty();

    assertThat(heard)
        .containsExactly("STATEMENT [Tenant[name=a]] 2", "RELATIONSHIP [] 1", "RELATIONSHIP [] 1");
  }

  @Test
  @Parity("ORM-QRY-25")
  void option_goesAlongWithWhatTheStatementLoadsAfterwards() {
    session
        .scalars(select(User.class).options(new Tenant("a"), selectinLoad(User_.posts)))
        .all();

    assertThat(heard)
        .containsExactly("STATEMENT [Tenant[name=a]] 1", "RELATIONSHIP [Tenant[name=a]] 1");
  }

  @Test
  @Parity("ORM-QRY-25")
  void option_leavesSqlAsItIsAndIsNoPartOfItsShape() {
    session.scalars(select(User.class).options(new Tenant("a"))).all();
    session.scalars(select(User.class).options(new Tenant("b"))).all();
    assertThat(recorder.statements())
        .extracting(each -> each.sql())
        .containsOnly("SELECT w_user.id, w_user.name FROM w_user");
    assertThat(heard)
        .containsExactly("STATEMENT [Tenant[name=a]] 1", "STATEMENT [Tenant[name=b]] 1");
    assertThatThrownBy(() -> select(User.class).options((Tenant) null))
        .isInstanceOf(ArgumentException.class);
  }
}
