package io.aludel.orm.loading;

import static io.aludel.orm.Orm.byName;
import static io.aludel.orm.Orm.containsEager;
import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.immediateLoad;
import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.load;
import static io.aludel.orm.Orm.loadOnly;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.Orm.subqueryLoad;
import static io.aludel.orm.Orm.text;
import static io.aludel.orm.Orm.withLoaderCriteria;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.InvalidRequestException;
import io.aludel.fixture.world.Node;
import io.aludel.fixture.world.Node_;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Post_;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.Load;
import io.aludel.orm.Orm;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.sql.Alias;
import io.aludel.sql.Cte;
import io.aludel.sql.Row;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities that are read from subqueries, common table expressions, unions and aliases. */
@ForEachDatabase
class EntityRowsTest {
  private static final String USERS = "SELECT w_user.id AS id, w_user.name AS name FROM w_user";
  private static final String POST = "w_post.id AS id, w_post.title AS title,"
      + " w_post.user_id AS user_id, w_post.editor_id AS editor_id";

  private Registry registry;
  private SessionFactory sessions;
  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    registry = World.registry();
    registry.metadata().createAll(database.engine());
    sessions = SessionFactory.of(database.engine(), registry);
    sessions.inTransaction(filling -> {
      User ann = new User("Ann");
      User bob = new User("Bob");
      filling.addAll(List.of(ann, bob, new User("Cid")));
      filling.flush();
      for (String title : List.of("one", "two")) {
        Post post = new Post(title);
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

  private static Alias notBob() {
    return select(User.class).where(User_.name.ne("Bob")).subquery();
  }

  private static List<String> names(List<User> users) {
    return users.stream().map(user -> user.name).toList();
  }

  @Test
  @Parity("ORM-QRY-42")
  void from_subquery_isAnOccurrenceWithTheSameAttributes() {
    var user = User_.from(notBob());

    List<User> users = session
        .scalars(select(user).where(user.id.gt(0)).orderBy(user.name.desc()))
        .all();

    assertThat(names(users)).containsExactly("Cid", "Ann");
    recorder.assertStatements(sql(
        "SELECT anon_1.id, anon_1.name FROM (" + USERS
            + " WHERE w_user.name != ?) AS anon_1 WHERE anon_1.id > ? ORDER BY anon_1.name DESC",
        "Bob",
        0));
    assertThat(session.get(User.class, users.get(0).id)).isSameAs(users.get(0));
    recorder.assertStatements();
    users.get(1).name = "Anna";
    session.flush();
    recorder.assertStatements(sql("UPDATE w_user SET name = ? WHERE w_user.id = ?", "Anna", 1));
  }

  @Test
  @Parity("ORM-QRY-42")
  void from_twoSubqueries_areTwoOccurrences() {
    var one = User_.from(select(User.class).where(User_.name.eq("Ann")).as("one"));
    var other = User_.from(select(User.class).where(User_.name.eq("Cid")).as("other"));

    Row row =
        session.execute(select(one, other.name).where(one.id.lt(other.id))).one();

    assertThat(row.get(one).name + row.get(1)).isEqualTo("AnnCid");
    recorder.assertStatements(sql(
        "SELECT one.id, one.name, other.name AS name_1 FROM (" + USERS
            + " WHERE w_user.name = ?) AS one, (" + USERS
            + " WHERE w_user.name = ?) AS other WHERE one.id < other.id",
        "Ann",
        "Cid"));
    assertThat(one).hasToString("User from one");
    assertThat(one.isAlias()).isTrue();
  }

  @Test
  @Parity("ORM-QRY-42")
  void from_cte_readsItByItsName() {
    Cte cte = select(User.class).where(User_.id.le(2)).cte("early");
    var user = User_.from(cte);

    assertThat(names(session.scalars(select(user).orderBy(user.id)).all()))
        .containsExactly("Ann", "Bob");
    recorder.assertStatements(sql(
        "WITH early AS (" + USERS
            + " WHERE w_user.id <= ?) SELECT early.id, early.name FROM early ORDER BY early.id",
        2));
  }

  @Test
  @Parity("ORM-QRY-42")
  void from_recursiveCte_walksATree() {
    var below = Node_.as("below");
    Cte tree = select(Node.class)
        .where(Node_.name.eq("root"))
        .cte("tree")
        .recursively(found -> select(below).join(below.parent, Node_.from(found)));
    var node = Node_.from(tree);

    List<Node> nodes = session.scalars(select(node).orderBy(node.id)).all();

    assertThat(nodes).extracting(each -> each.name).containsExactly("root", "leaf");
    recorder.assertStatements(count(1));
    assertThat(nodes.get(1).parent).isSameAs(nodes.get(0));
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-QRY-42")
  void from_union_readsTheRowsOfAllParts() {
    var user = User_.from(select(User.class)
        .where(User_.name.eq("Cid"))
        .union(select(User.class).where(User_.name.eq("Ann")))
        .subquery());

    assertThat(names(session.scalars(select(user).orderBy(user.name)).all()))
        .containsExactly("Ann", "Cid");
    recorder.assertStatements(sql(
        "SELECT anon_1.id, anon_1.name FROM (" + USERS + " WHERE w_user.name = ? UNION " + USERS
            + " WHERE w_user.name = ?) AS anon_1 ORDER BY anon_1.name",
        "Cid",
        "Ann"));
  }

  @Test
  @Parity("ORM-QRY-42")
  void from_alias_isAnAlias() {
    var table = registry.mapper(User.class).table();
    var aliased = User_.from(table.as("again"));
    assertThat(session.scalars(select(aliased.name).where(aliased.id.eq(1))).all())
        .containsExactly("Ann");
    recorder.assertStatements(sql("SELECT again.name FROM w_user AS again WHERE again.id = ?", 1));
    assertThatThrownBy(() -> User_.from(table))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("MAP-304");
    var twin = User_.as("twin");
    var user = User_.from(select(twin).where(twin.name.eq("Bob")).subquery());

    assertThat(names(session.scalars(select(user)).all())).containsExactly("Bob");
    recorder.assertStatements(sql(
        "SELECT anon_1.id, anon_1.name FROM (SELECT twin.id AS id, twin.name AS name FROM w_user AS twin"
            + " WHERE twin.name = ?) AS anon_1",
        "Bob"));
  }

  @Test
  @Parity("ORM-QRY-42")
  void from_subqueryOfASubquery_findsTheColumnsThroughLabels() {
    Alias inner = select(User_.id.as("label"), User_.name.as("title")).subquery();
    Alias outer = select(inner.c("title"), inner.c("label")).subquery();
    var user = User_.from(outer);

    assertThat(names(session.scalars(select(user).orderBy(user.id)).all()))
        .containsExactly("Ann", "Bob", "Cid");
    recorder.assertStatements(
        sql("SELECT anon_1.label, anon_1.title FROM (SELECT anon_2.title AS title,"
            + " anon_2.label AS label FROM (SELECT w_user.id AS label, w_user.name AS title FROM w_user)"
            + " AS anon_2) AS anon_1 ORDER BY anon_1.label"));
  }

  @Test
  @Parity("ORM-QRY-42")
  void from_someColumns_leavesTheOthersForLater() {
    var post = Post_.from(select(Post_.id, Post_.title).subquery());

    Post first = session.scalars(select(post).orderBy(post.id).limit(1)).one();
    assertThat(first.title).isEqualTo("one");
    recorder.assertStatements(count(1));
    assertThat(first.userId).isEqualTo(1);
    recorder.assertStatements(count(1));
    assertThat(session
            .scalars(select(post).options(load(post).loadOnly(post.id)).limit(1))
            .all())
        .hasSize(1);
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-QRY-42")
  void from_rowsWithoutAColumn_refuseIt() {
    var post = Post_.from(select(Post_.title).as("titles"));

    assertThatThrownBy(() -> session.scalars(select(post)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Cannot use Post.id of Post from titles")
        .hasMessageContaining("[title]")
        .hasMessageContaining("MAP-303");
    assertThatThrownBy(() -> session.scalars(select(post.title).where(post.userId.eq(1))))
        .hasMessageContaining("Cannot use Post.userId");
    assertThatThrownBy(() -> User_.from(Orm.entity(User.class)))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Cannot read User from User");
    assertThatThrownBy(() -> User_.from(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> byName(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> selectinLoad(User_.posts.ofType(post)))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("containsEager");
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-QRY-42")
  void byName_takesExpressionsUnderTheNamesOfColumns() {
    Alias latest = select(
            func.max(Post_.id).as("id"), func.max(Post_.title).as("title"), Post_.userId)
        .groupBy(Post_.userId)
        .as("latest");
    assertThatThrownBy(() -> session.scalars(select(Post_.from(latest))))
        .hasMessageContaining("byName");
    var post = Post_.from(byName(latest));

    List<Post> posts = session.scalars(select(post).orderBy(post.id)).all();

    assertThat(posts).extracting(each -> each.title).containsExactly("two", "three");
    recorder.assertStatements(
        sql("SELECT latest.id, latest.title, latest.user_id FROM (SELECT max(w_post.id) AS id,"
            + " max(w_post.title) AS title, w_post.user_id AS user_id FROM w_post GROUP BY w_post.user_id)"
            + " AS latest ORDER BY latest.id"));
  }

  @Test
  @Parity("ORM-QRY-42")
  void from_text_readsDescribedColumns() {
    var user = User_.from(text("SELECT id, upper(name) AS name FROM w_user WHERE id < :top")
        .bind("top", 3)
        .columns(User_.id, User_.name)
        .subquery());

    assertThat(names(session.scalars(select(user).orderBy(user.id)).all()))
        .containsExactly("ANN", "BOB");
    recorder.assertStatements(count(1));
  }

  private void loads(int statements, Function<User_.As, Load<?>> option) {
    var user = User_.from(notBob());
    try (Session fresh = sessions.open()) {
      List<User> users = fresh
          .scalars(select(user).orderBy(user.id).options(option.apply(user)))
          .unique()
          .all();
      assertThat(users.get(0).posts).extracting(each -> each.title).contains("one", "two");
      assertThat(users.get(1).posts).isEmpty();
    }
    recorder.assertStatements(count(statements));
  }

  @Test
  @Parity("ORM-QRY-42")
  void loaders_workOnWhatIsReadFromASubquery() {
    loads(1, user -> joinedLoad(user.posts));
    loads(2, user -> selectinLoad(user.posts));
    loads(2, user -> subqueryLoad(user.posts));
    loads(3, user -> immediateLoad(user.posts));
    loads(3, user -> Orm.lazyLoad(user.posts));
    loads(3, user -> loadOnly(user.name));
  }

  @Test
  @Parity("ORM-QRY-42")
  void joinedLoad_withLimit_pagesOverTheSubquery() {
    var user = User_.from(notBob());

    List<User> users = session
        .scalars(select(user).orderBy(user.id).limit(1).options(joinedLoad(user.posts)))
        .unique()
        .all();

    assertThat(users.get(0).posts).hasSize(2);
    recorder.assertStatements(sql(
        "SELECT anon_1.id, anon_1.name, w_post_1.id AS id_1, w_post_1.title, w_post_1.user_id,"
            + " w_post_1.editor_id FROM (SELECT anon_2.id AS id, anon_2.name AS name, anon_2.id AS id_1 FROM ("
            + USERS
            + " WHERE w_user.name != ?) AS anon_2 ORDER BY anon_2.id LIMIT ?) AS anon_1"
            + " LEFT OUTER JOIN w_post AS w_post_1 ON anon_1.id = w_post_1.user_id ORDER BY anon_1.id",
        "Bob",
        1L));
  }

  @Test
  @Parity({"ORM-QRY-42", "ORM-QRY-19"})
  void join_alongARelationshipOfASubquery_andToOne() {
    var user = User_.from(notBob());
    assertThat(session
            .scalars(select(user.name).join(user.posts).orderBy(Post_.id))
            .all())
        .containsExactly("Ann", "Ann");
    recorder.assertStatements(sql(
        "SELECT anon_1.name FROM (" + USERS
            + " WHERE w_user.name != ?) AS anon_1 JOIN w_post ON anon_1.id = w_post.user_id"
            + " ORDER BY w_post.id",
        "Bob"));

    var post = Post_.from(select(Post.class).where(Post_.title.ne("one")).as("p"));
    List<User> users = session
        .scalars(select(User.class)
            .join(User_.posts, post)
            .options(containsEager(User_.posts, post))
            .orderBy(User_.id))
        .unique()
        .all();
    assertThat(users.get(0).posts).extracting(each -> each.title).containsExactly("two");
    assertThat(users.get(1).posts).extracting(each -> each.title).containsExactly("three");
    recorder.assertStatements(sql(
        "SELECT w_user.id, w_user.name, p.id AS id_1, p.title, p.user_id, p.editor_id FROM w_user"
            + " JOIN (SELECT " + POST
            + " FROM w_post WHERE w_post.title != ?) AS p ON w_user.id = p.user_id"
            + " ORDER BY w_user.id",
        "one"));
  }

  @Test
  @Parity("ORM-QRY-42")
  void any_overASubquery_asksItsRows() {
    var post = Post_.from(select(Post.class).where(Post_.id.gt(1)).as("p"));

    assertThat(session
            .scalars(
                select(User_.name).where(User_.posts.ofType(post).any(p -> p.title.eq("three"))))
            .all())
        .containsExactly("Bob");
    recorder.assertStatements(sql(
        "SELECT w_user.name FROM w_user WHERE EXISTS (SELECT 1 FROM (SELECT " + POST
            + " FROM w_post WHERE w_post.id > ?) AS p WHERE w_user.id = p.user_id"
            + " AND p.title = ?)",
        1,
        "three"));
  }

  @Test
  @Parity("ORM-QRY-42")
  void loaderCriteria_holdWithinTheSubquery() {
    var user = User_.from(notBob());

    assertThat(names(session
            .scalars(select(user).options(withLoaderCriteria(User.class, User_.name.eq("Ann"))))
            .all()))
        .containsExactly("Ann");
    recorder.assertStatements(sql(
        "SELECT anon_1.id, anon_1.name FROM (" + USERS
            + " WHERE w_user.name != ? AND w_user.name = ?) AS anon_1",
        "Bob",
        "Ann"));
  }

  @Test
  @Parity("ORM-QRY-42")
  void from_anotherValue_isTheSameCompiledStatement() {
    for (String name : List.of("Ann", "Bob")) {
      var user = User_.from(select(User.class).where(User_.name.eq(name)).subquery());
      assertThat(names(session.scalars(select(user)).all())).containsExactly(name);
    }
    String text =
        "SELECT anon_1.id, anon_1.name FROM (" + USERS + " WHERE w_user.name = ?) AS anon_1";
    recorder.assertStatements(sql(text, "Ann"), sql(text, "Bob"));
  }
}
