package io.aludel.orm.loading;

import static io.aludel.orm.Orm.containsEager;
import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.populateExisting;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.Orm.withExpression;
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
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.mapping.Registry;
import io.aludel.sql.Select;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relationships that are filled from joins which the statement makes itself. */
@ForEachDatabase
class ContainsEagerTest {
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
      filling.addAll(List.of(ann, bob, new User("Cid")));
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
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private List<User> users(Select<User> statement) {
    return session.scalars(statement).unique().all();
  }

  private static List<String> titles(User user) {
    return user.posts.stream().map(post -> post.title).toList();
  }

  @Test
  @Parity("ORM-QRY-19")
  void collection_holdsTheRowsOfTheJoinOnly() {
    List<User> users = users(select(User.class)
        .leftJoin(User_.posts.and(Post_.title.ne("one")))
        .options(containsEager(User_.posts))
        .orderBy(User_.id, Post_.id));

    assertThat(titles(users.get(0))).containsExactly("two");
    assertThat(titles(users.get(1))).containsExactly("three");
    assertThat(titles(users.get(2))).isEmpty();
    recorder.assertStatements(sql(
        "SELECT w_user.id, w_user.name, w_post.id AS id_1, w_post.title, w_post.user_id,"
            + " w_post.editor_id FROM w_user LEFT OUTER JOIN w_post"
            + " ON w_user.id = w_post.user_id AND w_post.title != ?"
            + " ORDER BY w_user.id, w_post.id",
        "one"));
  }

  /** What the statement joins on says nothing of the foreign key, unlike the join of a joined load. */
  @Test
  @Parity("ORM-QRY-19")
  void joinedOnSomethingElse_membersKeepTheForeignKeyOfTheirRow() {
    List<User> users = users(select(User.class)
        .join(Post_.entity, Post_.userId.ne(User_.id))
        .where(User_.name.eq("Cid"))
        .options(containsEager(User_.posts))
        .orderBy(User_.id, Post_.id));

    assertThat(users.get(0).posts).extracting(post -> post.userId).containsExactly(1, 1, 2);
  }

  @Test
  @Parity("ORM-QRY-14")
  void joinedLoad_membersHaveTheKeyOfTheirOwnerAsForeignKey() {
    List<User> users = users(select(User.class).options(joinedLoad(User_.posts)).orderBy(User_.id));

    assertThat(users.get(0).posts).extracting(post -> post.userId).containsExactly(1, 1);
    assertThat(users.get(1).posts).extracting(post -> post.userId).containsExactly(2);
    recorder.clear();
    session.flush();
    recorder.assertStatements();
  }

  /** An object that is there has a row of its own to be filled from. */
  @Test
  @Parity("ORM-QRY-14")
  void joinedLoad_ofMembersWithoutTheForeignKey_fillsIt() {
    Post known = session.get(Post.class, 1);
    session.expire(known, Post_.userId);

    users(select(User.class).options(joinedLoad(User_.posts)).orderBy(User_.id));

    recorder.clear();
    assertThat(known.userId).isEqualTo(1);
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-QRY-19")
  void reference_isFilledFromAnAlias() {
    var author = User_.as("author");
    var editor = User_.as("editor");
    List<Post> posts = session
        .scalars(select(Post.class)
            .join(Post_.author, author)
            .leftJoin(Post_.editor, editor)
            .options(containsEager(Post_.author, author), containsEager(Post_.editor, editor))
            .where(author.name.in("Ann", "Bob"))
            .orderBy(Post_.id))
        .all();

    assertThat(posts).extracting(post -> post.author.name).containsExactly("Ann", "Ann", "Bob");
    assertThat(posts.get(0).editor).isSameAs(posts.get(2).author);
    assertThat(posts.get(2).editor).isNull();
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-QRY-19")
  void ofType_alias_isTheOccurrenceThatFills() {
    var post = Post_.as("p");
    List<User> users = users(select(User.class)
        .join(User_.posts, post)
        .options(containsEager(User_.posts.ofType(post)))
        .where(post.title.eq("two")));

    assertThat(titles(users.get(0))).containsExactly("two");
    recorder.assertStatements(sql(
        "SELECT w_user.id, w_user.name, p.id AS id_1, p.title, p.user_id, p.editor_id FROM w_user"
            + " JOIN w_post AS p ON w_user.id = p.user_id WHERE p.title = ?",
        "two"));
  }

  @Test
  @Parity("ORM-QRY-19")
  void chain_throughAliases_fillsEveryLevel() {
    var post = Post_.as("p");
    var tag = Tag_.as("t");
    List<User> users = users(select(User.class)
        .join(User_.posts, post)
        .join(post.tags, tag)
        .options(containsEager(User_.posts, post).containsEager(Post_.tags, tag))
        .orderBy(post.id));

    assertThat(titles(users.get(0))).containsExactly("one", "two");
    assertThat(users.get(0).posts.get(1).tags)
        .extracting(each -> each.name)
        .containsExactly("java");
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-QRY-19")
  void chain_mixesWithOtherLoaders() {
    List<User> users = users(select(User.class)
        .join(User_.posts)
        .options(containsEager(User_.posts).selectinLoad(Post_.tags))
        .orderBy(Post_.id));

    assertThat(users.get(0).posts.get(0).tags).hasSize(1);
    assertThat(users.get(1).posts.get(0).tags).isEmpty();
    recorder.assertStatements(count(2));
  }

  @Test
  @Parity("ORM-QRY-19")
  void selfReference_isFilledFromItsAlias() {
    var child = Node_.as("child");
    Node root = session
        .scalars(select(Node.class)
            .join(Node_.children, child)
            .options(containsEager(Node_.children, child)))
        .unique()
        .one();

    assertThat(root.name).isEqualTo("root");
    assertThat(root.children).extracting(each -> each.name).containsExactly("leaf");
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-QRY-19")
  void limit_countsJoinedRows() {
    List<User> users = users(select(User.class)
        .join(User_.posts)
        .options(containsEager(User_.posts))
        .orderBy(Post_.id)
        .limit(1));

    assertThat(titles(users.get(0))).containsExactly("one");
    recorder.assertStatements(sql(
        "SELECT w_user.id, w_user.name, w_post.id AS id_1, w_post.title, w_post.user_id,"
            + " w_post.editor_id FROM w_user JOIN w_post ON w_user.id = w_post.user_id"
            + " ORDER BY w_post.id LIMIT ?",
        1L));
  }

  @Test
  @Parity("ORM-QRY-19")
  void objectsThatAreThere_keepTheirCollectionsUnlessOverwritten() {
    User ann = session.get(User.class, 1);
    assertThat(ann.posts).hasSize(2);
    recorder.clear();
    Select<User> statement = select(User.class)
        .join(User_.posts)
        .where(Post_.title.eq("one"))
        .options(containsEager(User_.posts));

    assertThat(titles(users(statement).get(0))).hasSize(2);
    assertThat(titles(users(statement.options(populateExisting())).get(0))).containsExactly("one");
    recorder.assertStatements(count(1), count(1));
    session.expire(ann);
    assertThat(titles(ann)).hasSize(2); // what one statement joined is not remembered
    recorder.clear();
  }

  @Test
  @Parity("ORM-QRY-19")
  void misuse_isNamed() {
    Select<User> joined = select(User.class).join(User_.posts).options(containsEager(User_.posts));
    assertThatThrownBy(() -> session.scalars(joined).all())
        .hasMessageContaining("unique()")
        .hasMessageContaining("ORM-505");
    recorder.clear();
    assertThatThrownBy(() -> containsEager(User_.posts, null))
        .isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> users(joined.options(selectinLoad(User_.posts))))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageContaining("containsEager(User.posts)");
  }

  @Test
  @Parity("ORM-ERR-19")
  void option_ofTheWrongKind_isNamed() {
    assertThatThrownBy(
            () -> users(select(User.class).options(withExpression(User_.name, Post_.title))))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageContaining("Cannot supply the SQL of User.name by withExpression")
        .hasMessageContaining("ORM-506");
    assertThatThrownBy(() -> users(select(User.class).options(selectinLoad(User_.posts, 2))))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageContaining("Cannot follow User.posts again and again by selectinLoad")
        .hasMessageContaining("ORM-506");
    assertThatThrownBy(() -> users(
            select(User.class).options(selectinLoad(User_.posts).selectinLoad(Post_.tags, -1))))
        .hasMessageContaining("Post.tags");
    recorder.assertStatements();
  }
}
