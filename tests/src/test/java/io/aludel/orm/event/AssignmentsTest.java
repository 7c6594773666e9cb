package io.aludel.orm.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Post_;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.Orm;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.History;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ExecutedStatement;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values that are set: what listeners are told, and what they may do about it. */
@ForEachDatabase
@Parity({"ORM-EVT-02", "ORM-EVT-17"})
class AssignmentsTest {
  private final Registry models = World.registry();
  private final EntityEvents<User> users = models.events(User.class);
  private final EntityEvents<Post> posts = models.events(Post.class);
  private final List<String> log = new ArrayList<>();

  private TestDatabase database;
  private Session session;

  @BeforeEach
  void store(TestDatabase given) {
    database = given;
    models.metadata().createAll(given.engine());
    SessionFactory sessions = SessionFactory.of(given.engine(), models);
    sessions.inTransaction(filling -> {
      User ann = new User("Ann");
      ann.posts.add(new Post("one"));
      ann.edited.add(ann.posts.get(0));
      filling.addAll(List.of(ann, new User("Bob")));
    });
    session = sessions.open();
    given.recorder().clear();
  }

  @AfterEach
  void close() {
    session.close();
    database.recorder().clear();
  }

  private List<String> sent() {
    List<String> sql =
        database.recorder().statements().stream().map(ExecutedStatement::sql).toList();
    database.recorder().clear();
    return sql;
  }

  private <T> T note(Assignment<?, T> set) {
    log.add(show(set.old()) + ">" + show(set.value()) + " " + set.oldIs() + " " + set.initiator()
        + (set.fromOtherSide() ? " back" : ""));
    return set.value();
  }

  private static Object show(Object value) {
    return value instanceof User user ? "U" + user.id : value;
  }

  @Test
  void old_isKnownNeverSetOrNotLoaded() {
    users.onAssignment(User_.name, this::note);
    User cid = new User("Cid");
    cid.name = "Cid";
    User ann = session.get(User.class, 1);
    session.expire(ann);
    sent();
    ann.name = "Anna";
    ann.name = "Anne";
    assertThat(log)
        .containsExactly(
            "null>Cid NEVER_SET User.name",
            "Cid>Cid KNOWN User.name",
            "null>Anna NOT_LOADED User.name",
            "Anna>Anne KNOWN User.name");
    assertThat(sent()).as("nothing is loaded for it").isEmpty();
  }

  @Test
  void loadOldValues_readsWhatIsReplaced() {
    users.onAssignment(User_.name, this::note);
    ListenerHandle loading = users.loadOldValues(User_.name);
    User ann = session.get(User.class, 1);
    session.expire(ann);
    sent();
    ann.name = "Anna";
    assertThat(log).containsExactly("Ann>Anna KNOWN User.name");
    assertThat(sent()).singleElement().asString().startsWith("SELECT ");
    History<?> history = InstanceState.of(ann).attribute("name").history();
    assertThat(history.deleted()).asString().contains("Ann");
    ann.name = "Ann";
    session.flush();
    assertThat(sent()).as("the row has that value").isEmpty();

    loading.remove();
    session.expire(ann);
    ann.name = "Anne";
    assertThat(log).last().isEqualTo("null>Anne NOT_LOADED User.name");
    session.rollback();
    users.loadOldValues(User_.name);
    User bob = session.get(User.class, 2);
    session.expire(bob);
    session.expunge(bob);
    sent();
    bob.name = "Rob";
    assertThat(log).last().as("no session to ask").isEqualTo("null>Rob NOT_LOADED User.name");
    assertThat(sent()).isEmpty();
  }

  @Test
  void loadOldValues_ofAReference_readsTheObject() {
    posts.onAssignment(Post_.editor, this::note);
    Post one = session.get(Post.class, 1);
    sent();
    one.editor = null;
    assertThat(log).containsExactly("null>null NOT_LOADED Post.editor");
    session.rollback();
    session.expungeAll();
    posts.loadOldValues(Post_.editor);
    one = session.get(Post.class, 1);
    sent();
    one.editor = session.get(User.class, 2);
    assertThat(log).last().isEqualTo("U1>U2 KNOWN Post.editor");
    assertThat(sent()).hasSize(2);
  }

  @Test
  void initiator_isTheAttributeThatTheApplicationChanged() {
    posts.onAssignment(Post_.author, this::note);
    User ann = session.get(User.class, 1);
    Post one = ann.posts.get(0);
    User bob = session.get(User.class, 2);
    bob.posts.add(one);
    one.author = ann;
    ann.posts.remove(one);
    ann.posts = new ArrayList<>(List.of(one));
    assertThat(log)
        .containsExactly(
            "U1>U2 KNOWN User.posts back",
            "U2>U1 KNOWN Post.author",
            "U1>null KNOWN User.posts back",
            "null>U1 KNOWN User.posts back");
  }

  @Test
  void listeners_ofBothKinds_areAskedInTurnForWhatTheOneBeforeGave() {
    users.onSet(User_.name, (user, value, old) -> value + "1");
    users.onAssignment(User_.name, set -> set.value() + "2");
    ListenerHandle third = users.onSet(User_.name, (user, value, old) -> value + "3");
    User cid = new User("");
    cid.name = "Cid";
    assertThat(cid.name).isEqualTo("Cid123");
    third.remove();
    users.onAssignment(User_.name, set -> {
      throw new IllegalArgumentException("no " + set.value());
    });
    assertThatThrownBy(() -> cid.name = "Dan").hasMessage("no Dan12");
    assertThat(cid.name).isEqualTo("Cid123");
    session.add(cid);
    session.flush();
    assertThat(session.scalars(Orm.select(User_.name).orderBy(User_.id)).all())
        .containsExactly("Ann", "Bob", "Cid123");
  }

  @Test
  void load_andRefresh_areNoAssignments() {
    users.onAssignment(User_.name, this::note);
    User ann = session.get(User.class, 1);
    session.refresh(ann);
    session.expire(ann);
    assertThat(ann.name).isEqualTo("Ann");
    assertThat(log).isEmpty();
    User other = new User("Anna");
    log.clear();
    other.id = 1;
    session.merge(other);
    assertThat(log).containsExactly("Ann>Anna KNOWN User.name");
  }

  @Test
  void bookkeeping_isAtHandInAListener() {
    users.onSet(User_.name, (user, value, old) -> {
      log.add(InstanceState.of(user).attribute("name").isLoaded() + "");
      return value;
    });
    User ann = session.get(User.class, 1);
    session.expire(ann);
    ann.name = "Anna";
    assertThat(log).containsExactly("false");
  }

  @Test
  void onLoad_mayUseTheSession() {
    posts.onLoad(
        post -> log.add(post.title + " by " + session.getOne(User.class, post.userId).name));
    assertThat(session.scalars(Orm.select(Post.class)).all()).hasSize(1);
    assertThat(log).containsExactly("one by Ann");
  }

  @Test
  void registration_withoutAListenerOrOfAStranger_isRefused() {
    EventAttribute<Object, String> stranger = () -> "stranger";
    assertThatThrownBy(() -> users.onAssignment(User_.name, null))
        .isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> users.loadOldValues(stranger))
        .hasMessageContaining("User has no such attribute");
    assertThatThrownBy(() -> users.propagated().onAssignment(stranger, this::note))
        .hasMessageContaining("User has no such attribute");
  }
}
