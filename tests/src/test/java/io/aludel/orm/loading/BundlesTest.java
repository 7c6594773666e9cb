package io.aludel.orm.loading;

import static io.aludel.orm.Orm.fromStatement;
import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.into;
import static io.aludel.orm.Orm.intoAll;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.text;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.engine.Connection;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Post_;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.mapping.Registry;
import io.aludel.schema.Column;
import io.aludel.sql.Projection;
import io.aludel.sql.Row;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several expressions that make one object of each row, and objects of objects. */
@ForEachDatabase
class BundlesTest {
  private static final Projection<Title> TITLE = into(Title::new, Post_.id, Post_.title);

  private Session session;
  private StatementRecorder recorder;

  record Title(@Nullable Integer id, @Nullable String text) {}

  record Entry(String name, Title title, String shouted) {}

  record Page(Entry entry, String author) {}

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
      ann.posts.add(new Post("one"));
    });
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  @Test
  @Parity("ORM-QRY-05")
  void nested_objects_areMadeFromTheInside() {
    var entry = into(Entry::new, User_.name, TITLE, func.upper(Post_.title));
    var page = into(Page::new, entry, User_.name);

    List<Page> pages =
        session.scalars(select(page).join(User_.posts).where(Post_.id.eq(1))).all();

    assertThat(pages)
        .containsExactly(new Page(new Entry("Ann", new Title(1, "one"), "ONE"), "Ann"));
    recorder.assertStatements(sql(
        "SELECT w_user.name, w_post.id, w_post.title, upper(w_post.title) AS upper_1,"
            + " w_user.name AS name_1 FROM w_user JOIN w_post ON w_user.id = w_post.user_id"
            + " WHERE w_post.id = ?",
        1));
  }

  @Test
  @Parity("ORM-QRY-05")
  void besideOthers_itIsOneValueOfTheRow() {
    var named = TITLE.as("head");
    List<Row> rows = session
        .execute(select(User_.entity, named, User_.name).leftJoin(User_.posts).orderBy(User_.id))
        .all();

    assertThat(rows.get(0).size()).isEqualTo(3);
    assertThat(rows.get(0).names()).containsExactly("id", "head", "name_1");
    assertThat(rows.get(0).get(named))
        .isEqualTo(new Title(1, "one"))
        .isEqualTo(rows.get(0).get("head"));
    assertThat(rows.get(0).get(User_.entity).name).isEqualTo(rows.get(0).get(User_.name));
    assertThat(rows.get(1).get(named)).isEqualTo(new Title(null, null));
    recorder.clear();
  }

  @Test
  @Parity("ORM-QRY-05")
  void maps_areMadeLikeAnyObject() {
    var map = intoAll(
        values -> Map.of("id", String.valueOf(values.get(0)), "title", values.get(1)),
        Post_.id,
        TITLE);

    assertThat(session.scalars(select(map)).one())
        .isEqualTo(Map.of("id", "1", "title", new Title(1, "one")));
    recorder.clear();
  }

  @Test
  @Parity("ORM-QRY-05")
  void alias_subqueryAndText_giveTheSameObjects() {
    var p = Post_.as("p");
    assertThat(session
            .scalars(select(into(Title::new, p.id, p.title)).where(p.title.eq("one")))
            .one())
        .isEqualTo(new Title(1, "one"));
    assertThat(session.scalars(select(TITLE).union(select(TITLE))).all())
        .containsExactly(new Title(1, "one"));
    assertThat(session
            .scalars(fromStatement(select(TITLE), text("SELECT title, id FROM w_post")))
            .one())
        .isEqualTo(new Title(1, "one"));
    recorder.clear();
  }

  @Test
  @Parity("ORM-QRY-05")
  void sameShape_withAnotherMaker_makesItsOwnObjects() {
    BiFunction<Integer, String, Title> loud = (id, text) -> new Title(id, text + "!");
    assertThat(session.scalars(select(TITLE)).one().text()).isEqualTo("one");
    assertThat(session.scalars(select(into(loud, Post_.id, Post_.title))).one().text())
        .isEqualTo("one!");
    recorder.clear();
  }

  @Test
  @Parity("ORM-QRY-05")
  void connection_makesThemToo() {
    Connection connection = session.connection();
    var posts = Registry.findNewestMapper(Post.class).table();
    Column<Integer> id = posts.c("id");
    Column<String> title = posts.c("title");
    record Two(Title title, Integer id) {}

    assertThat(connection
            .execute(select(into(Two::new, into(Title::new, id, title), id).as("two")))
            .one()
            .get("two"))
        .isEqualTo(new Two(new Title(1, "one"), 1));
    assertThat(
            connection.execute(select(User.class).where(User_.id.eq(1))).one().get(0))
        .as("a connection knows no objects")
        .isEqualTo(List.of(1, "Ann"));
    recorder.clear();
  }

  @Test
  @Parity("ORM-QRY-05")
  void misuse_isRefusedWithAReason() {
    record Pair(User user, String title) {}
    assertThatThrownBy(() ->
            session.scalars(select(into(Pair::new, User_.entity, Post_.title)).join(User_.posts)))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessage(
            "Cannot make one object of [User, Post.title]: an entity or a composite among them"
                + " has several columns. Select it beside the object, or give its attributes one by one."
                + " [ORM-502]");
    assertThatThrownBy(() -> into(null, Post_.id, TITLE)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> into(Title::new, null, Post_.title))
        .isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> TITLE.as("")).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> session.scalars(select(into(
            (BiFunction<Integer, String, Title>) (one, two) -> {
              throw new IllegalStateException("no title");
            },
            Post_.id,
            Post_.title))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no title");
    assertThat(session.scalar(select(func.count(Post_.id)))).isEqualTo(1L);
    recorder.clear();
  }
}
