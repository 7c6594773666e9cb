package io.aludel.orm.loading;

import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.withParent;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.fixture.world.Node;
import io.aludel.fixture.world.Node_;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Post_;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.Tag_;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.attribute.RelationshipAttribute;
import io.aludel.orm.mapping.Registry;
import io.aludel.sql.Condition;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that a relationship of an object leads to. */
@ForEachDatabase
class WithParentTest {
  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    Registry registry = World.registry();
    registry.metadata().createAll(database.engine());
    SessionFactory sessions = SessionFactory.of(database.engine(), registry);
    sessions.inTransaction(filling -> {
      User ann = new User("Ann");
      User bob = new User("Bob");
      filling.addAll(List.of(ann, bob));
      filling.flush();
      Tag java = new Tag("java");
      for (String title : List.of("one", "two")) {
        Post post = new Post(title);
        post.editor = bob;
        post.tags.add(java);
        ann.posts.add(post);
        filling.flush();
      }
      bob.posts.add(new Post("three"));
      Node root = new Node("root");
      filling.add(root);
      filling.flush();
      root.children.add(new Node("leaf"));
    });
    recorder = database.recorder();
    session = sessions.open();
    recorder.clear();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private List<String> titles(Condition... conditions) {
    return session
        .scalars(select(Post_.title).where(conditions).orderBy(Post_.id))
        .all();
  }

  @Test
  @Parity("ORM-QRY-07")
  void object_isBoundByItsKey() {
    User ann = session.getOne(User.class, 1);
    Tag java = session.getOne(Tag.class, 1);
    Post one = session.getOne(Post.class, 1);
    recorder.clear();

    assertThat(titles(withParent(ann, User_.posts))).containsExactly("one", "two");
    assertThat(titles(withParent(java, Tag_.posts))).containsExactly("one", "two");
    assertThat(session
            .scalars(select(User_.name).where(withParent(one, Post_.editor)))
            .one())
        .isEqualTo("Bob");
    recorder.assertStatements(
        sql("SELECT w_post.title FROM w_post WHERE w_post.user_id = ? ORDER BY w_post.id", 1),
        sql(
            "SELECT w_post.title FROM w_post WHERE EXISTS (SELECT 1 FROM w_post_tag WHERE"
                + " w_post_tag.tag_id = ? AND w_post.id = w_post_tag.post_id) ORDER BY w_post.id",
            1),
        sql("SELECT w_user.name FROM w_user WHERE w_user.id = ?", 2));
  }

  @Test
  @Parity("ORM-QRY-07")
  void occurrence_ofTheRelatedEntity_isNamedByOfType() {
    User ann = session.getOne(User.class, 1);
    var other = Post_.as("other");
    recorder.clear();

    assertThat(session
            .execute(select(Post_.title, other.title.as("beside"))
                .where(
                    withParent(ann, User_.posts),
                    withParent(ann, User_.posts.ofType(other)),
                    Post_.id.lt(other.id)))
            .one()
            .asList())
        .isEqualTo(List.of("one", "two"));
    recorder.assertStatements(sql(
        "SELECT w_post.title, other.title AS beside FROM w_post, w_post AS other"
            + " WHERE w_post.user_id = ? AND other.user_id = ? AND w_post.id < other.id",
        1,
        1));
  }

  @Test
  @Parity("ORM-QRY-07")
  void selfReference_goesDownAndUp() {
    Node root = session.scalars(select(Node.class).where(Node_.name.eq("root"))).one();
    recorder.clear();

    Node leaf = session
        .scalars(select(Node.class).where(withParent(root, Node_.children)))
        .one();
    assertThat(leaf.name).isEqualTo("leaf");
    assertThat(session
            .scalars(select(Node.class).where(withParent(leaf, Node_.parent)))
            .one())
        .isSameAs(root);
    recorder.assertStatements(count(1), count(1));
  }

  @Test
  @Parity("ORM-QRY-07")
  void key_isThatOfTheMomentTheStatementRuns() {
    User eve = new User("Eve");
    Condition hers = withParent(eve, User_.posts);
    session.add(eve);
    eve.posts.add(new Post("new"));

    assertThat(titles(hers)).containsExactly("new");
    session.expire(eve);
    assertThat(titles(hers)).containsExactly("new");
    session.expunge(eve);
    assertThat(titles(hers)).containsExactly("new");
    session.rollback();
    recorder.clear();
    assertThatThrownBy(() -> titles(withParent(new User("nobody"), User_.posts)))
        .hasMessage("Cannot use User.posts with this User: User.id has no value yet. Add the object"
            + " to a session and flush, or give it its key. [MAP-302]");
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-QRY-07")
  @SuppressWarnings({"unchecked", "rawtypes"}) // what generics refuse is refused without them, too
  void misuse_isRefusedWithAReason() {
    assertThatThrownBy(() -> withParent(null, User_.posts)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> withParent(new User("x"), null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> withParent(new Tag("x"), (RelationshipAttribute) User_.posts))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("User.posts")
        .hasMessageContaining(Tag.class.getName());
    assertThatThrownBy(() -> withParent("Ann", (RelationshipAttribute) User_.posts))
        .isInstanceOf(ArgumentException.class);
  }
}
