package io.aludel.orm.internal.flush;

import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Profile;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.World;
import io.aludel.orm.Session;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.CapturedWarnings;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where implementers of cascades usually go wrong: who has a parent, and who is brought in by whom. */
@ForEachDatabase
class ParentsTest {
  private static final Registry MODELS = World.registry();

  private FlushFixture fixture;
  private Session session;

  @BeforeEach
  void createTables(TestDatabase database) {
    fixture = new FlushFixture(database, MODELS);
    session = fixture.session();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private User storedAuthor(String... titles) {
    User author = new User("author");
    for (String title : titles) {
      author.posts.add(new Post(title));
    }
    fixture.stored(author);
    session.commit();
    return author;
  }

  private List<String> writes() {
    return fixture.flush().stream()
        .filter(statement -> !statement.startsWith("SELECT"))
        .toList();
  }

  @Test
  @Parity("ORM-REL-18")
  void newChild_thatNeverHadAParent_isInserted() {
    session.add(new Post("alone"));
    assertThat(writes())
        .containsExactly("INSERT w_post(title,user_id,editor_id) [alone, null, null]");
  }

  @Test
  @Parity("ORM-REL-18")
  void storedChild_whoseParentWasNeverLoaded_isNoOrphan() {
    storedAuthor("one");
    session.expungeAll();
    Post post = session.scalars(select(Post.class)).one();
    post.title = "two";
    assertThat(writes())
        .containsExactly("UPDATE w_post SET title = ? WHERE w_post.id = ? [two, 1]");
  }

  @Test
  @Parity("ORM-REL-18")
  void storedChild_movedBetweenParents_isOneUpdate() {
    User author = storedAuthor("one");
    User other = fixture.stored(new User("other"));
    Post post = author.posts.get(0);
    author.posts.remove(post);
    other.posts.add(post);
    assertThat(writes())
        .containsExactly("UPDATE w_post SET user_id = ? WHERE w_post.id = ? [2, 1]");
  }

  @Test
  @Parity("ORM-REL-18")
  void clearedReference_ofAnUnloadedParent_deletesAsRemovingDoes() {
    storedAuthor("one");
    session.expungeAll();
    Post post = session.scalars(select(Post.class)).one();
    post.author = null;
    assertThat(writes()).containsExactly("DELETE FROM w_post WHERE w_post.id = ? [1]");
  }

  @Test
  @Parity("ORM-REL-17")
  void parent_addedAgain_leavesItsChildrenMarked() {
    User author = storedAuthor("one");
    session.delete(author);
    session.add(author);
    assertThat(session.deleted()).hasSize(1).noneMatch(User.class::isInstance);
    assertThat(writes()).containsExactly("DELETE FROM w_post WHERE w_post.id = ? [1]");
    assertThat(session.contains(author)).isTrue();
  }

  @Test
  @Parity("ORM-REL-17")
  void unloadedCollection_readInBetween_performsTheDelete() {
    User author = storedAuthor("one");
    User other = fixture.stored(new User("other"));
    session.commit();
    session.delete(author);
    fixture.sent();
    assertThat(other.posts).isEmpty();

    assertThat(fixture.sent().stream().filter(statement -> statement.startsWith("DELETE")))
        .containsExactly(
            "DELETE FROM w_post WHERE w_post.id = ? [1]",
            "DELETE FROM w_user WHERE w_user.id = ? [1]");
    assertThat(session.deleted()).isEmpty();
  }

  @Test
  @Parity("ORM-REL-16")
  void reference_toAnObjectOfTheSession_bringsNobodyIn() {
    User author = storedAuthor();
    Post post = new Post("outside");
    post.author = author;
    author.name = "changed";

    assertThat(session.contains(post)).isFalse();
    assertThat(CapturedWarnings.during(session::flush))
        .singleElement()
        .asString()
        .contains("User.posts");
    assertThat(session.scalars(select(Post.class)).all()).isEmpty();
    session.rollback();
    author.posts.add(post);
    assertThat(session.contains(post)).isTrue();
  }

  @Test
  @Parity("ORM-REL-14")
  void formerParent_thatNobodyLoaded_isLeftAlone() {
    User author = storedAuthor("one");
    author.profile = new Profile("bio");
    session.commit();
    session.expungeAll();
    Profile profile = session.scalars(select(Profile.class)).one();
    User other = new User("other");
    session.add(other);
    fixture.sent();
    profile.user = other;
    assertThat(fixture.sent()).noneMatch(statement -> statement.startsWith("UPDATE"));
    assertThat(writes()).last().asString().startsWith("UPDATE w_profile SET user_id = ?");
  }
}
