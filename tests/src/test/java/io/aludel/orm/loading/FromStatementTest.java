package io.aludel.orm.loading;

import static io.aludel.orm.Orm.containsEager;
import static io.aludel.orm.Orm.defaultLoad;
import static io.aludel.orm.Orm.defer;
import static io.aludel.orm.Orm.delete;
import static io.aludel.orm.Orm.fromStatement;
import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.innerJoinedLoad;
import static io.aludel.orm.Orm.insert;
import static io.aludel.orm.Orm.into;
import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.loadOnly;
import static io.aludel.orm.Orm.populateExisting;
import static io.aludel.orm.Orm.raiseLoad;
import static io.aludel.orm.Orm.row;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.Orm.subqueryLoad;
import static io.aludel.orm.Orm.text;
import static io.aludel.orm.Orm.update;
import static io.aludel.orm.Orm.withLoaderCriteria;
import static io.aludel.orm.Orm.yieldPer;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.Capability;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Post_;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.LoadRefusedException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import io.aludel.sql.Row;
import io.aludel.sql.RowStatement;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Entities read from text, and from whatever gives rows back; loader options on both. */
@ForEachDatabase
class FromStatementTest {
  private static final String POSTS_OF_USERS = "SELECT w_post.id, w_post.title,"
      + " w_post.user_id, w_post.editor_id FROM w_post WHERE w_post.user_id IN (?, ?)";
  private static final String JOINED = "SELECT u.id AS w_user_id, u.name, p.id AS w_post_id,"
      + " p.title, p.user_id FROM w_user u LEFT JOIN w_post p ON p.user_id = u.id"
      + " ORDER BY u.id, p.id";

  private SessionFactory sessions;
  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    Registry registry = World.registry();
    registry.metadata().createAll(database.engine());
    sessions = SessionFactory.of(database.engine(), registry);
    sessions.inTransaction(filling -> {
      User ann = new User("Ann");
      User bob = new User("Bob");
      filling.addAll(List.of(ann, bob));
      filling.flush();
      Tag java = new Tag("java");
      for (String title : List.of("one", "two")) {
        Post post = new Post(title);
        post.tags.add(java);
        ann.posts.add(post);
        filling.flush();
      }
    });
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  /** What was sent, with lists spelled alike. */
  private List<String> sent() {
    List<String> sql = recorder.statements().stream()
        .map(each -> each.sql().replace(" = ANY (?)", " IN (?, ?)"))
        .toList();
    recorder.clear();
    return sql;
  }

  private static List<String> titles(User user) {
    return user.posts.stream().map(post -> post.title).toList();
  }

  @Nested
  class ByName {
    @Test
    @Parity("ORM-QRY-08")
    void text_anyOrderOfColumns_isReadByTheirNames() {
      RowStatement<User> named = fromStatement(
          select(User.class), text("SELECT name, id FROM w_user WHERE name <> :other ORDER BY id"));
      RowStatement<User> all =
          fromStatement(select(User.class), text("SELECT * FROM w_user ORDER BY id"));

      List<User> users = session.execute(named, Map.of("other", "Bob")).scalars().all().stream()
          .map(User.class::cast)
          .toList();

      assertThat(users).extracting(user -> user.name).containsExactly("Ann");
      assertThat(session.scalars(all).all()).hasSize(2).first().isSameAs(users.get(0));
      recorder.assertStatements(
          sql("SELECT name, id FROM w_user WHERE name <> ? ORDER BY id", "Bob"),
          sql("SELECT * FROM w_user ORDER BY id"));
      users.get(0).name = "Anna";
      session.flush();
      recorder.assertStatements(sql("UPDATE w_user SET name = ? WHERE w_user.id = ?", "Anna", 1));
      assertThat(named).hasToString("SELECT name, id FROM w_user WHERE name <> ? ORDER BY id");
    }

    @Test
    @Parity("ORM-QRY-08")
    void text_withoutAColumn_leavesTheAttributeForLater() {
      User ann = session
          .scalars(fromStatement(
              select(User.class), text("SELECT id FROM w_user WHERE id = :id").bind("id", 1)))
          .one();

      assertThat(InstanceState.of(ann).unloaded()).contains("name");
      recorder.assertStatements(count(1));
      assertThat(ann.name).isEqualTo("Ann");
      recorder.assertStatements(sql("SELECT w_user.name FROM w_user WHERE w_user.id = ?", 1));
    }

    @Test
    @Parity("ORM-QRY-08")
    void text_severalEntitiesAndValues_areToldApartByTheirTables() {
      var author = User_.as("author");
      record Found(String title, String name) {}

      List<Row> rows = session
          .execute(fromStatement(
              select(author, Post_.entity).add(func.upper(Post_.title).as("loud")),
              text("SELECT p.id AS w_post_id, p.title, p.user_id, UPPER(p.title) AS loud,"
                  + " a.id AS author_id, a.name AS author_name"
                  + " FROM w_post p JOIN w_user a ON a.id = p.user_id ORDER BY p.id")))
          .all();
      List<Found> records = session
          .scalars(fromStatement(
              select(into(Found::new, Post_.title, User_.name)),
              text("SELECT name, title FROM w_post JOIN w_user ON w_user.id = user_id"
                  + " ORDER BY title")))
          .all();

      assertThat(rows.get(0).get(author).name).isEqualTo("Ann");
      assertThat(((Post) rows.get(1).get(1)).title + rows.get(1).get("loud")).isEqualTo("twoTWO");
      assertThat(records).containsExactly(new Found("one", "Ann"), new Found("two", "Ann"));
      recorder.assertStatements(count(2));
    }

    @Test
    @Parity("ORM-QRY-08")
    void containsEager_takesRelatedObjectsFromTheSameRows() {
      List<User> users = session
          .scalars(fromStatement(
              select(User.class).options(containsEager(User_.posts).selectinLoad(Post_.tags)),
              text(JOINED)))
          .unique()
          .all();

      assertThat(titles(users.get(0))).containsExactly("one", "two");
      assertThat(titles(users.get(1))).isEmpty();
      assertThat(users.get(0).posts.get(1).tags)
          .extracting(tag -> tag.name)
          .containsExactly("java");
      recorder.assertStatements(sql(JOINED), count(1));
    }

    @Test
    @Parity("ORM-QRY-08")
    void containsEager_ofAnAlias_goesByItsName() {
      var p = Post_.as("p");
      User ann = session
          .scalars(fromStatement(
              select(User.class).options(containsEager(User_.posts, p)),
              text("SELECT u.id, u.name, p.id AS p_id, p.title AS p_title FROM w_user u"
                  + " JOIN w_post p ON p.user_id = u.id WHERE p.title = 'two'")))
          .unique()
          .one();

      assertThat(titles(ann)).containsExactly("two");
      recorder.assertStatements(count(1));
    }

    @Test
    @Parity("ORM-QRY-08")
    void sameText_withAnotherShapeOfRows_isReadAnew() {
      var statement = fromStatement(select(User.class), text("SELECT * FROM w_shape ORDER BY id"));
      session.execute(text("CREATE TABLE w_shape (id INTEGER, name VARCHAR(20))"));
      session.execute(text("INSERT INTO w_shape VALUES (1, 'Ann')"));
      User ann = session.scalars(statement).one();
      session.expunge(ann);
      session.execute(text("DROP TABLE w_shape"));
      session.execute(text("CREATE TABLE w_shape (name VARCHAR(20), id INTEGER)"));
      session.execute(text("INSERT INTO w_shape VALUES ('Eve', 1)"));

      assertThat(session.scalars(statement).one().name).isEqualTo("Eve");
      session.execute(text("DROP TABLE w_shape"));
      session.commit();
      recorder.clear();
    }

    @Test
    @Parity("ORM-QRY-08")
    void yieldPer_readsInPortions() {
      var users = session.scalars(fromStatement(
          select(User.class).options(yieldPer(1), selectinLoad(User_.posts)),
          text("SELECT name, id FROM w_user ORDER BY id")));

      List<String> seen = new ArrayList<>();
      users.forEach(user -> seen.add(user.name + titles(user)));

      assertThat(seen).containsExactly("Ann[one, two]", "Bob[]");
      recorder.assertStatements(count(3));
    }

    @Test
    @Parity("ORM-QRY-08")
    void populateExisting_andAutoflush_holdAsForASelect() {
      User ann = session.getOne(User.class, 1);
      User bob = session.getOne(User.class, 2);
      ann.name = "Anna";
      assertThat(session
              .scalars(fromStatement(
                  select(User.class), text("SELECT id, name FROM w_user WHERE name = 'Anna'")))
              .one())
          .isSameAs(ann);
      session.connection().execute(text("UPDATE w_user SET name = 'Rob' WHERE id = 2"));
      var all = text("SELECT id, name FROM w_user ORDER BY id");
      session.scalars(fromStatement(select(User.class), all)).all();
      assertThat(bob.name).isEqualTo("Bob");
      session
          .scalars(fromStatement(select(User.class).options(populateExisting()), all))
          .all();
      assertThat(bob.name).isEqualTo("Rob");
      recorder.clear();
    }

    @Test
    @Parity("ORM-QRY-08")
    void rows_thatDoNotShowWhatIsWanted_areRefused() {
      assertRefused(
          fromStatement(select(User.class), text("SELECT name FROM w_user")),
          "Cannot read User from the rows of a statement: they have the columns [name], and none of"
              + " them is User.id. Let the statement show w_user.id. [ORM-507]");
      assertRefused(
          fromStatement(
              select(User.class).options(loadOnly(User_.name)), text("SELECT id FROM w_user")),
          "Cannot read User from the rows of a statement: they have the columns [id], and none of"
              + " them is User.name. Let the statement show w_user.name, or do not ask for it."
              + " [ORM-507]");
      assertRefused(
          fromStatement(
              select(User.class).options(containsEager(User_.posts)),
              text("SELECT id, name FROM w_user")),
          "Cannot read Post from the rows of a statement: they have the columns [id, name], and none"
              + " of them is Post.id. Let the statement show w_post.id. [ORM-507]");
      assertRefused(
          fromStatement(
              select(User.class).options(containsEager(User_.posts)),
              text("SELECT u.id, name, p.id FROM w_user u JOIN w_post p ON p.user_id = u.id")),
          "Cannot read w_user.id from the rows of text: several of their columns [id, name, id] are"
              + " called 'id'. Call the one that is meant 'w_user_id' and the others something else,"
              + " or describe the rows by columns(…). [ORM-507]");
      assertRefused(
          fromStatement(select(User_.name), text("SELECT id FROM w_user")),
          "Cannot read 'name' from the rows of a statement: they have the columns [id]. Let the"
              + " statement show it under that name. [ORM-507]");
      recorder.clear();
      assertThat(session.get(User.class, 1)).isNotNull();
      recorder.clear();
    }
  }

  private void assertRefused(RowStatement<?> statement, String message) {
    assertThatThrownBy(() -> session.scalars(statement).all())
        .isInstanceOf(UnsupportedStatementException.class)
        .message()
        .isEqualToIgnoringCase(message);
  }

  @Nested
  class Described {
    private final String users = "SELECT id, name FROM w_user ORDER BY id";

    @Test
    @Parity("ORM-QRY-08")
    void columns_ofTextInAnyOrder_areFoundByWhatTheyShow() {
      List<User> users = session
          .scalars(fromStatement(
              select(User.class),
              text("SELECT 1, UPPER(name), id FROM w_user ORDER BY id")
                  .columns(func.count(), User_.name, User_.id)))
          .all();

      assertThat(users).extracting(user -> user.name).containsExactly("ANN", "BOB");
      recorder.assertStatements(count(1));
    }

    @Test
    @Parity("ORM-QRY-08")
    void wholeEntity_takesEveryLoaderOption() {
      for (var option :
          List.of(selectinLoad(User_.posts), joinedLoad(User_.posts), subqueryLoad(User_.posts))) {
        try (Session other = sessions.open()) {
          List<User> found =
              other.scalars(text(users).options(option).columns(User_.entity)).all();
          assertThat(titles(found.get(0))).containsExactly("one", "two");
          assertThat(sent()).containsExactly(users, POSTS_OF_USERS);
        }
      }
    }

    @Test
    @Parity("ORM-QRY-08")
    void columnOptions_holdForText() {
      User ann = session
          .scalars(
              text(users).options(defer(User_.name), raiseLoad(User_.posts)).columns(User_.entity))
          .all()
          .get(0);

      assertThat(InstanceState.of(ann).unloaded()).contains("name", "posts");
      assertThatThrownBy(() -> ann.posts.size()).isInstanceOf(LoadRefusedException.class);
      recorder.assertStatements(count(1));
    }

    @Test
    @Parity("ORM-QRY-08")
    void containsEager_findsItsColumnsAmongThoseDescribed() {
      User ann = session
          .scalars(fromStatement(
              select(User.class).options(containsEager(User_.posts)),
              text("SELECT p.title, u.name, p.id, u.id FROM w_user u"
                      + " JOIN w_post p ON p.user_id = u.id ORDER BY p.id")
                  .columns(Post_.title, User_.name, Post_.id, User_.id)))
          .unique()
          .one();
      session.expunge(ann);
      User again = session
          .scalars(text("SELECT u.id, u.name, p.id, p.title, p.user_id, p.editor_id FROM w_user u"
                  + " JOIN w_post p ON p.user_id = u.id ORDER BY p.id")
              .options(
                  containsEager(User_.posts), defaultLoad(User_.posts).selectinLoad(Post_.tags))
              .columns(User_.entity, Post_.entity))
          .unique()
          .all()
          .get(0);

      assertThat(titles(ann)).containsExactly("one", "two");
      assertThat(titles(again)).containsExactly("one", "two");
      recorder.assertStatements(count(1), count(1), count(1));
    }

    @Test
    @Parity("ORM-QRY-08")
    void compound_takesOptionsToo() {
      List<User> users = session
          .scalars(fromStatement(
              select(User.class).options(selectinLoad(User_.posts)),
              select(User.class)
                  .where(User_.id.eq(1))
                  .union(select(User.class).where(User_.id.eq(2)))
                  .options(withLoaderCriteria(Post.class, Post_.title.ne("one")))))
          .all();

      assertThat(users).hasSize(2);
      assertThat(users.stream().filter(user -> user.id == 1).findFirst().map(user -> titles(user)))
          .contains(List.of("two"));
      assertThat(sent())
          .containsExactly(
              "SELECT w_user.id, w_user.name FROM w_user WHERE w_user.id = ? UNION SELECT"
                  + " w_user.id, w_user.name FROM w_user WHERE w_user.id = ?",
              POSTS_OF_USERS + " AND w_post.title != ?");
    }

    @Test
    @Parity("ORM-QRY-08")
    void subquery_isReadThroughItsColumns() {
      var early =
          select(User_.id.as("id"), User_.name.as("name")).where(User_.id.lt(2)).subquery();

      assertThat(session
              .scalars(fromStatement(select(User.class), select(early.c("id"), early.c("name"))))
              .one()
              .name)
          .isEqualTo("Ann");
      recorder.assertStatements(count(1));
    }

    @Test
    @Parity("ORM-QRY-08")
    void option_thatCannotBeFollowed_isRefused() {
      var text = text(users);
      assertThatThrownBy(
              () -> session.scalars(text.options(selectinLoad(Post_.tags)).columns(User_.entity)))
          .isInstanceOf(UnsupportedStatementException.class)
          .hasMessageContaining("it begins at Post, which is not selected")
          .hasMessageEndingWith("[ORM-504]");
      assertThatThrownBy(() -> session.execute(text.options(selectinLoad(User_.posts))))
          .hasMessage("Cannot follow the option selectinLoad(User.posts): the statement gives no"
              + " objects back. Let it return the entity, or describe the rows of text by columns(…)"
              + " or fromStatement(…). [ORM-504]");
      assertThatThrownBy(() -> session.scalars(text.options(selectinLoad(User_.posts))))
          .hasMessageEndingWith("[ORM-504]");
      assertThatThrownBy(() -> session.execute(
              update(User.class).set(User_.name, "x").options(selectinLoad(User_.posts))))
          .hasMessageEndingWith("[ORM-504]");
      assertThatThrownBy(() -> session.execute(
              insert(User.class).options(selectinLoad(User_.posts)),
              List.of(Map.of("name", "x"), Map.of("name", "y"))))
          .hasMessageEndingWith("[ORM-504]");
      assertThatThrownBy(() ->
              session.scalars(text.options(innerJoinedLoad(User_.posts)).columns(User_.entity)))
          .hasMessage("Cannot follow the option innerJoinedLoad(User.posts): the rows of the"
              + " statement come as they are, and none can be left out. Use selectinLoad, or let the"
              + " statement itself leave them out. [ORM-504]");
      recorder.assertStatements();
    }

    @Test
    @Parity("ORM-QRY-08")
    void misuse_isRefusedAtTheDoor() {
      assertThatThrownBy(() -> fromStatement(select(User.class).where(User_.id.eq(1)), text("x")))
          .isInstanceOf(ArgumentException.class)
          .hasMessageStartingWith(
              "Cannot read entities from a statement: the SELECT says more than what to read");
      assertThatThrownBy(() -> fromStatement(select(User.class), insert(User.class)))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("it gives no rows back")
          .hasMessageContaining("Add returning(…).");
      var once = fromStatement(select(User.class), text("SELECT * FROM w_user"));
      assertThatThrownBy(() -> fromStatement(select(User.class), once))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("it is one that entities are read from already");
      assertThatThrownBy(() -> fromStatement(null, once)).isInstanceOf(ArgumentException.class);
      assertThatThrownBy(() -> fromStatement(select(User.class), null))
          .isInstanceOf(ArgumentException.class);
      assertThat(session.scalars(text("SELECT name FROM w_user ORDER BY id")).all())
          .isEqualTo(List.of("Ann", "Bob"));
      recorder.clear();
    }
  }

  @Nested
  class Written {
    @Test
    @Parity("ORM-QRY-08")
    @Requires(Capability.INSERT_RETURNING)
    void insert_returning_takesLoaderOptions() {
      List<Post> posts = session
          .scalars(insert(Post.class)
              .options(selectinLoad(Post_.author).joinedLoad(User_.profile), defer(Post_.title))
              .values(row("title", "three", "user_id", 1), row("title", "four", "user_id", 2))
              .returning(Post_.entity))
          .all();

      assertThat(posts)
          .extracting(post -> post.author.name)
          .containsExactlyInAnyOrder("Ann", "Bob");
      assertThat(InstanceState.of(posts.get(0)).unloaded()).contains("title");
      recorder.assertStatements(count(1), count(1));
      session.rollback();
    }

    @Test
    @Parity("ORM-QRY-08")
    @Requires(Capability.UPDATE_RETURNING)
    void update_asTheSource_isReadAndKeepsObjectsInStep() {
      User bob = session.getOne(User.class, 2);
      recorder.clear();
      List<User> users = session
          .scalars(fromStatement(
              select(User.class).options(selectinLoad(User_.posts)),
              update(User.class).set(User_.name, "X").returning(User_.name, User_.id)))
          .all();

      assertThat(users).extracting(user -> user.name).containsExactly("X", "X");
      assertThat(bob.name).isEqualTo("X");
      assertThat(users.stream().mapToInt(user -> user.posts.size()).sum()).isEqualTo(2);
      recorder.assertStatements(count(1), count(1));
      session.rollback();
    }

    @Test
    @Parity("ORM-QRY-08")
    @Requires(Capability.DELETE_RETURNING)
    void delete_returning_givesTheObjectsThatWere() {
      session.execute(text("DELETE FROM w_post_tag"));
      recorder.clear();
      List<Post> posts = session
          .scalars(delete(Post.class)
              .where(Post_.title.eq("one"))
              .options(selectinLoad(Post_.author))
              .returning(Post_.entity))
          .all();

      assertThat(posts).extracting(post -> post.author.name).containsExactly("Ann");
      recorder.assertStatements(count(1), count(1));
      session.rollback();
    }

    @Test
    @Parity("ORM-QRY-08")
    void entities_ofSeveralExecutions_areRefused() {
      assertThatThrownBy(() -> session.execute(
              delete(User.class).returning(User_.entity), List.of(Map.of(), Map.of())))
          .isInstanceOf(UnsupportedStatementException.class)
          .hasMessage(
              "Cannot read entities from a statement that is executed once for each of several"
                  + " maps, unless it is an INSERT of rows of that entity. Execute it for each map."
                  + " [ORM-502]");
      recorder.assertStatements();
    }

    @Test
    @Parity("ORM-QRY-08")
    void listener_seesTheStatementThatIsSent() {
      List<String> heard = new ArrayList<>();
      sessions
          .events()
          .doOrmExecute(state -> heard.add(state.isFromStatement() + " " + state.isSelect() + " "
              + state.mapper().entityName() + " " + state.statement()));
      try (Session other = sessions.open()) {
        other
            .scalars(fromStatement(select(User.class), text("SELECT id, name FROM w_user")))
            .all();
      }

      assertThat(heard).containsExactly("true false User SELECT id, name FROM w_user");
      recorder.clear();
    }
  }
}
