package io.aludel.orm.loading;

import static io.aludel.orm.Orm.exists;
import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.literalColumn;
import static io.aludel.orm.Orm.not;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.text;
import static io.aludel.orm.Orm.tuple;
import static io.aludel.orm.Orm.withParent;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Post_;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.sql.Condition;
import io.aludel.sql.Select;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What conditions over entities send, and what they find. */
@ForEachDatabase
class EntityCriteriaTest {
  private static final String NAMES = "SELECT w_user.name FROM w_user WHERE ";

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
      for (String title : List.of("one", "two")) {
        ann.posts.add(new Post(title));
        filling.flush();
      }
      bob.posts.add(new Post("three"));
    });
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private List<String> names(Condition condition) {
    return session
        .scalars(select(User_.name).where(condition).orderBy(User_.id))
        .all();
  }

  @Test
  @Parity("ORM-QRY-41")
  void any_isAnExists() {
    String related = "EXISTS (SELECT 1 FROM w_post WHERE w_user.id = w_post.user_id";
    assertThat(names(User_.posts.any())).containsExactly("Ann", "Bob");
    assertThat(names(not(User_.posts.any()))).containsExactly("Cid");
    assertThat(names(User_.posts.any(post -> post.title.eq("two")))).containsExactly("Ann");
    recorder.assertStatements(
        sql(NAMES + related + ") ORDER BY w_user.id"),
        sql(NAMES + "NOT (" + related + ")) ORDER BY w_user.id"),
        sql(NAMES + related + " AND w_post.title = ?) ORDER BY w_user.id", "two"));
  }

  @Test
  @Parity("ORM-QRY-41")
  void has_isAnExists() {
    assertThat(session
            .scalars(select(Post_.title).where(Post_.author.has(author -> author.name.eq("Bob"))))
            .all())
        .containsExactly("three");
    recorder.assertStatements(sql(
        "SELECT w_post.title FROM w_post WHERE EXISTS (SELECT 1 FROM w_user"
            + " WHERE w_user.id = w_post.user_id AND w_user.name = ?)",
        "Bob"));
  }

  @Test
  @Parity("ORM-QRY-41")
  void exists_ofAQueryOverEntities_isCorrelated() {
    var post = Post_.as("p");
    Select<Post> posts = select(post).where(post.userId.eq(User_.id), post.title.eq("three"));
    assertThat(names(exists(posts))).containsExactly("Bob");
    assertThat(names(posts.exists())).containsExactly("Bob");
    recorder.assertStatements(count(2));
    assertThat(names(exists(select(Post_.id).where(Post_.userId.eq(User_.id)))))
        .containsExactly("Ann", "Bob");
    recorder.assertStatements(sql(NAMES
        + "EXISTS (SELECT w_post.id FROM w_post WHERE w_post.user_id = w_user.id)"
        + " ORDER BY w_user.id"));
  }

  @Test
  @Parity("ORM-QRY-41")
  void scalarSubquery_ofEntities_isCorrelated() {
    var size = select(func.count(Post_.id)).where(Post_.userId.eq(User_.id)).asScalar();

    assertThat(session.scalars(select(User.class).where(size.gt(1L))).one().name)
        .isEqualTo("Ann");
    recorder.assertStatements(sql(
        "SELECT w_user.id, w_user.name FROM w_user WHERE (SELECT count(w_post.id) AS count_1"
            + " FROM w_post WHERE w_post.user_id = w_user.id) > ?",
        1L));
    var other = User_.as("other");
    assertThat(session
            .scalars(select(User_.name)
                .where(User_.id.eq(select(func.max(other.id))
                    .where(other.name.ne(User_.name), other.id.lt(3))
                    .correlate(User_.entity)
                    .asScalar()))
                .orderBy(User_.id))
            .all())
        .isEmpty();
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-QRY-41")
  void in_aQueryOverEntities_asksTheDatabase() {
    assertThat(names(User_.id.in(select(Post_.userId).where(Post_.title.ne("one")))))
        .containsExactly("Ann", "Bob");
    recorder.assertStatements(sql(
        NAMES + "w_user.id IN (SELECT w_post.user_id FROM w_post WHERE w_post.title != ?)"
            + " ORDER BY w_user.id",
        "one"));
  }

  @Test
  @Parity("ORM-QRY-41")
  void rowValues_ofAttributes_areCompared() {
    assertThat(names(tuple(User_.id, User_.name).in(List.of(List.of(1, "Ann"), List.of(2, "Cid")))))
        .containsExactly("Ann");
    recorder.assertStatements(count(1));
    var post = Post_.as("p");
    var again = Post_.as("again");
    assertThat(session
            .scalars(select(post.title)
                .where(
                    tuple(post.userId, post.title).eq(tuple(again.userId, again.title)),
                    again.title.eq("three")))
            .all())
        .containsExactly("three");
    recorder.assertStatements(sql(
        "SELECT p.title FROM w_post AS p, w_post AS again"
            + " WHERE (p.user_id, p.title) = (again.user_id, again.title) AND again.title = ?",
        "three"));
  }

  @Test
  @Parity("ORM-QRY-41")
  void aliases_inCriteria_areOccurrencesOfTheirOwn() {
    var other = User_.as("other");
    assertThat(session
            .scalars(select(User_.name).where(User_.id.lt(other.id), other.name.eq("Bob")))
            .all())
        .containsExactly("Ann");
    recorder.assertStatements(sql(
        "SELECT w_user.name FROM w_user, w_user AS other WHERE w_user.id < other.id"
            + " AND other.name = ?",
        "Bob"));
    assertThat(session
            .scalars(select(other.name).where(other.posts.any(post -> post.title.eq("one"))))
            .all())
        .containsExactly("Ann");
    recorder.assertStatements(sql(
        "SELECT other.name FROM w_user AS other WHERE EXISTS (SELECT 1 FROM w_post"
            + " WHERE other.id = w_post.user_id AND w_post.title = ?)",
        "one"));
  }

  @Test
  @Parity("ORM-QRY-41")
  void literalSql_standsBesideEntities() {
    assertThat(session
            .scalars(select(User.class)
                .where(literalColumn("w_user.id", SqlTypes.INTEGER).gt(2)))
            .one()
            .name)
        .isEqualTo("Cid");
    recorder.assertStatements(
        sql("SELECT w_user.id, w_user.name FROM w_user WHERE w_user.id > ?", 2));
    var found = text("SELECT user_id FROM w_post WHERE title = :title")
        .bind("title", "three")
        .columns(Post_.userId);
    assertThat(names(User_.id.in(found))).containsExactly("Bob");
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-QRY-41")
  void objects_inCriteria_standForTheirKeys() {
    User ann = session.get(User.class, 1);
    Post three =
        session.scalars(select(Post.class).where(Post_.title.eq("three"))).one();
    recorder.clear();

    assertThat(session.scalars(select(Post_.title).where(Post_.author.eq(ann))).all())
        .containsExactlyInAnyOrder("one", "two");
    assertThat(names(User_.posts.contains(three))).containsExactly("Bob");
    assertThat(session
            .scalars(select(Post_.title).where(withParent(ann, User_.posts)))
            .all())
        .containsExactlyInAnyOrder("one", "two");
    recorder.assertStatements(
        sql("SELECT w_post.title FROM w_post WHERE w_post.user_id = ?", 1),
        sql(NAMES + "w_user.id = ? ORDER BY w_user.id", 2),
        sql("SELECT w_post.title FROM w_post WHERE w_post.user_id = ?", 1));
  }

  @Test
  @Parity("ORM-QRY-41")
  void misuse_isNamed() {
    assertThatThrownBy(() -> User_.posts.any(post -> null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> User_.posts.contains(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> exists(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> names(Post_.author.eq(new User("new"))))
        .hasMessageContaining("MAP-302");
    recorder.clear();
  }
}
