package io.aludel.orm.loading;

import static io.aludel.orm.Orm.defer;
import static io.aludel.orm.Orm.immediateLoad;
import static io.aludel.orm.Orm.innerJoinedLoad;
import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.load;
import static io.aludel.orm.Orm.loadOnly;
import static io.aludel.orm.Orm.raiseLoad;
import static io.aludel.orm.Orm.raiseLoadOnSql;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.Orm.subqueryLoad;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.world.Event;
import io.aludel.fixture.world.Event_;
import io.aludel.fixture.world.Hall;
import io.aludel.fixture.world.Hall_;
import io.aludel.fixture.world.Node;
import io.aludel.fixture.world.Node_;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Post_;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.DetachedInstanceException;
import io.aludel.orm.FetchMode;
import io.aludel.orm.LoadRefusedException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.SessionOption;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each way of loading sends, and what is there afterwards. */
@ForEachDatabase
class StrategiesTest {
  private static final String POST = "w_post.id, w_post.title, w_post.user_id, w_post.editor_id";

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
      User cid = new User("Cid");
      filling.addAll(List.of(ann, bob, cid));
      Tag java = new Tag("java");
      Tag sql = new Tag("sql");
      for (String title : List.of("one", "two")) {
        Post post = new Post(title);
        ann.posts.add(post);
        post.editor = bob;
        post.tags.add(java);
        post.tags.add(sql);
      }
      bob.posts.add(new Post("three"));
      Node root = new Node("root");
      Node left = new Node("left");
      left.children.add(new Node("leaf"));
      root.children.add(new Node("right"));
      root.children.add(left);
      filling.add(root);
      Hall opera = new Hall("east", 1);
      opera.events.add(new Event("opera"));
      Hall theatre = new Hall("east", 2);
      theatre.events.add(new Event("play"));
      theatre.events.add(new Event("talk"));
      filling.addAll(List.of(opera, theatre, new Hall("west", 1)));
      filling.flush();
      filling.add(new Event("walk"));
    });
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private List<User> users(io.aludel.orm.Load<?>... options) {
    return session
        .scalars(select(User.class).orderBy(User_.id).options(options))
        .unique()
        .all();
  }

  private static List<String> titles(User user) {
    return user.posts.stream().map(post -> post.title).sorted().toList();
  }

  @Test
  @Parity("ORM-QRY-12")
  void lazy_collection_isOneSelectForEachOwner() {
    List<User> users = users();
    recorder.clear();

    assertThat(titles(users.get(0))).containsExactly("one", "two");
    assertThat(titles(users.get(2))).isEmpty();

    recorder.assertStatements(
        sql("SELECT " + POST + " FROM w_post WHERE ? = w_post.user_id", 1),
        sql("SELECT " + POST + " FROM w_post WHERE ? = w_post.user_id", 3));
  }

  @Test
  @Parity("ORM-QRY-12")
  void lazy_reference_asksTheIdentityMapFirst() {
    session.scalars(select(User.class)).all();
    List<Post> posts = session.scalars(select(Post.class).orderBy(Post_.id)).all();
    recorder.clear();

    assertThat(posts.get(0).author.name).isEqualTo("Ann");
    assertThat(posts.get(0).editor.name).isEqualTo("Bob");
    assertThat(posts.get(2).editor).isNull();

    recorder.assertStatements();
  }

  @Test
  void lazy_reference_isReadByKey() {
    Post post = session.scalars(select(Post.class).where(Post_.title.eq("one"))).one();
    recorder.clear();

    assertThat(post.author.name).isEqualTo("Ann");

    recorder.assertStatements(
        sql("SELECT w_user.id, w_user.name FROM w_user WHERE w_user.id = ?", 1));
  }

  @Test
  void lazy_manyToMany_goesThroughTheLinkTable() {
    Post post = session.scalars(select(Post.class).where(Post_.title.eq("one"))).one();
    recorder.clear();

    assertThat(post.tags).extracting(tag -> tag.name).containsExactlyInAnyOrder("java", "sql");

    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-QRY-15")
  void selectin_collection_isOneMoreSelect() {
    List<User> users = users(selectinLoad(User_.posts));

    assertThat(titles(users.get(0))).containsExactly("one", "two");
    assertThat(titles(users.get(1))).containsExactly("three");
    assertThat(titles(users.get(2))).isEmpty();
    recorder.assertStatements(count(2));
  }

  @Test
  void selectin_nested_isOneSelectForEachLevel() {
    List<User> users = users(selectinLoad(User_.posts).selectinLoad(Post_.tags));

    assertThat(users.get(0).posts.get(0).tags).hasSize(2);
    assertThat(users.get(1).posts.get(0).tags).isEmpty();
    recorder.assertStatements(count(3));
  }

  @Test
  void selectin_reference_asksForDistinctKeys() {
    List<Post> posts = session
        .scalars(select(Post.class).orderBy(Post_.id).options(selectinLoad(Post_.editor)))
        .all();

    assertThat(posts.get(0).editor.name).isEqualTo("Bob");
    assertThat(posts.get(1).editor).isSameAs(posts.get(0).editor);
    assertThat(posts.get(2).editor).isNull();
    recorder.assertStatements(count(2));
  }

  @ParameterizedTest
  @EnumSource
  void collection_ofCompositeKeys_findsItsOwners(Way way) {
    List<Hall> halls = session
        .scalars(
            select(Hall.class).orderBy(Hall_.building, Hall_.number).options(way.of(Hall_.events)))
        .unique()
        .all();

    assertThat(halls).hasSize(3);
    assertThat(halls.get(0).events).extracting(event -> event.name).containsExactly("opera");
    assertThat(halls.get(1).events)
        .extracting(event -> event.name)
        .containsExactlyInAnyOrder("play", "talk");
    assertThat(halls.get(2).events).isEmpty();
    recorder.assertStatements(count(way.selects(3)));
  }

  @Test
  void subquery_ofAPageThatSharesTargets_findsEachOnce() {
    List<Post> posts = session
        .scalars(select(Post.class)
            .orderBy(Post_.title.desc())
            .limit(2)
            .options(subqueryLoad(Post_.author).subqueryLoad(User_.posts)))
        .all();

    assertThat(posts).extracting(post -> post.title).containsExactly("two", "three");
    assertThat(titles(posts.get(0).author)).containsExactly("one", "two");
    assertThat(titles(posts.get(1).author)).containsExactly("three");
    recorder.assertStatements(count(3));
  }

  @ParameterizedTest
  @EnumSource
  void reference_ofCompositeKeys_findsItsTarget(Way way) {
    List<Event> events = session
        .scalars(select(Event.class).orderBy(Event_.id).options(way.of(Event_.hall)))
        .all();

    assertThat(events.get(0).hall.number).isEqualTo(1);
    assertThat(events.get(1).hall.number).isEqualTo(2);
    assertThat(events.get(2).hall).isSameAs(events.get(1).hall);
    assertThat(events.get(3).hall).isNull();
    recorder.assertStatements(count(way.selects(2)));
  }

  @Test
  @Parity("ORM-QRY-14")
  void subquery_collection_repeatsTheStatement() {
    List<User> users = session
        .scalars(select(User.class).orderBy(User_.id).limit(2).options(subqueryLoad(User_.posts)))
        .all();

    assertThat(titles(users.get(0))).containsExactly("one", "two");
    assertThat(titles(users.get(1))).containsExactly("three");
    recorder.assertStatements(count(2));
  }

  @Test
  @Parity("ORM-QRY-16")
  void immediate_collection_isOneSelectForEachOwnerAtOnce() {
    List<User> users = users(immediateLoad(User_.posts));

    assertThat(titles(users.get(0))).containsExactly("one", "two");
    recorder.assertStatements(count(4));
  }

  @Test
  @Parity("ORM-QRY-13")
  void joined_collection_isOneSelect() {
    List<User> users = users(joinedLoad(User_.posts));

    assertThat(users).hasSize(3);
    assertThat(titles(users.get(0))).containsExactly("one", "two");
    assertThat(titles(users.get(2))).isEmpty();
    recorder.assertStatements(
        sql("SELECT w_user.id, w_user.name, w_post_1.id AS id_1, w_post_1.title, w_post_1.user_id,"
            + " w_post_1.editor_id FROM w_user LEFT OUTER JOIN w_post AS w_post_1 ON w_user.id ="
            + " w_post_1.user_id ORDER BY w_user.id"));
  }

  @Test
  @Parity("ORM-QRY-30")
  void joined_notMadeUnique_isRefused() {
    assertThatThrownBy(() ->
            session.scalars(select(User.class).options(joinedLoad(User_.posts))).all())
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageContaining("unique()")
        .hasMessageContaining("ORM-505");
  }

  @Test
  void joined_siblingCollections_holdEachMemberOnce() {
    List<User> users = users(joinedLoad(User_.posts), joinedLoad(User_.edited));

    assertThat(titles(users.get(0))).containsExactly("one", "two");
    assertThat(users.get(1).edited).extracting(post -> post.title).containsExactly("one", "two");
    assertThat(users.get(1).posts).hasSize(1);
    recorder.assertStatements(count(1));
  }

  @Test
  void joined_nestedManyToMany_keepsOwnersWithout() {
    List<User> users = users(joinedLoad(User_.posts).joinedLoad(Post_.tags));

    assertThat(users).hasSize(3);
    assertThat(users.get(0).posts).hasSize(2);
    assertThat(users.get(0).posts.get(1).tags).hasSize(2);
    recorder.assertStatements(count(1));
  }

  @Test
  void joined_limit_countsOwners() {
    List<User> users = session
        .scalars(select(User.class).orderBy(User_.id).limit(2).options(joinedLoad(User_.posts)))
        .unique()
        .all();

    assertThat(users).hasSize(2);
    assertThat(titles(users.get(0))).containsExactly("one", "two");
    assertThat(titles(users.get(1))).containsExactly("three");
    recorder.assertStatements(count(1));
  }

  @Test
  void joined_limitOfReferences_wrapsNothing() {
    List<Post> posts = session
        .scalars(select(Post.class).orderBy(Post_.id).limit(2).options(joinedLoad(Post_.author)))
        .all();

    assertThat(posts.get(0).author.name).isEqualTo("Ann");
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-REL-31")
  void innerJoined_atTheFirstLevel_dropsOwnersWithout() {
    assertThat(users(innerJoinedLoad(User_.posts))).hasSize(2);
  }

  @Test
  void innerJoined_belowAnOuterJoin_keepsOwners() {
    assertThat(users(joinedLoad(User_.posts).innerJoinedLoad(Post_.tags))).hasSize(3);
  }

  @Test
  @Parity("ORM-QRY-20")
  void selectin_recursive_goesOnUntilNothingIsFound() {
    Node root = session
        .scalars(select(Node.class)
            .where(Node_.name.eq("root"))
            .options(selectinLoad(Node_.children, -1)))
        .one();

    assertThat(root.children).extracting(node -> node.name).containsExactly("left", "right");
    assertThat(root.children.get(0).children).hasSize(1);
    assertThat(root.children.get(0).children.get(0).children).isEmpty();
    recorder.assertStatements(count(4));
  }

  @Test
  @Parity("ORM-QRY-17")
  void raise_onAccess_namesTheOption() {
    User ann = users(raiseLoad(User_.posts)).get(0);

    assertThatThrownBy(() -> ann.posts.size())
        .isInstanceOf(LoadRefusedException.class)
        .hasMessageContaining("selectinLoad(User_.posts)")
        .hasMessageContaining("ORM-303");
  }

  @Test
  @Parity("ORM-QRY-17")
  void raiseOnSql_whereTheIdentityMapKnows_isNoError() {
    session.scalars(select(User.class)).all();
    Post post = session
        .scalars(
            select(Post.class).where(Post_.title.eq("one")).options(raiseLoadOnSql(Post_.author)))
        .one();

    assertThat(post.author.name).isEqualTo("Ann");
  }

  @Test
  @Parity("ORM-QRY-10")
  void raiseAll_everyRelationshipNotNamed_isRefused() {
    User ann =
        users(load(User_.entity).raiseLoadAll(), selectinLoad(User_.posts)).get(0);

    assertThat(ann.posts).hasSize(2);
    assertThatThrownBy(() -> ann.edited.size()).isInstanceOf(LoadRefusedException.class);
  }

  @Test
  @Parity("ORM-QRY-09")
  void options_contradictingEachOther_areAnError() {
    assertThatThrownBy(() -> users(selectinLoad(User_.posts), joinedLoad(User_.posts)))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageContaining("selectinLoad(User.posts)")
        .hasMessageContaining("joinedLoad(User.posts)");
  }

  @Test
  @Parity("ORM-QRY-09")
  void option_ofAnEntityThatIsNotSelected_isAnError() {
    assertThatThrownBy(() -> users(selectinLoad(Post_.tags)))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageContaining("Post.tags");
  }

  @Test
  @Parity("ORM-QRY-11")
  void options_belowALazyLoad_areRemembered() {
    User ann = users(load(User_.entity).defaultLoad(User_.posts).selectinLoad(Post_.tags))
        .get(0);
    recorder.clear();

    assertThat(ann.posts.get(0).tags).hasSize(2);

    recorder.assertStatements(count(2));
  }

  @Test
  @Parity("ORM-QRY-21")
  void loadOnly_otherAttributes_comeWhenRead() {
    Post post = session
        .scalars(select(Post.class).where(Post_.title.eq("one")).options(loadOnly(Post_.title)))
        .one();
    recorder.assertStatements(
        sql("SELECT w_post.id, w_post.title FROM w_post WHERE w_post.title = ?", "one"));
    recorder.clear();

    assertThat(post.userId).isEqualTo(1);

    recorder.assertStatements(
        sql("SELECT w_post.user_id FROM w_post WHERE w_post.id = ?", post.id));
  }

  @Test
  void defer_oneAttribute_isReadByItself() {
    Post post = session
        .scalars(select(Post.class).where(Post_.title.eq("one")).options(defer(Post_.userId)))
        .one();
    recorder.clear();

    assertThat(post.userId).isEqualTo(1);

    recorder.assertStatements(
        sql("SELECT w_post.user_id FROM w_post WHERE w_post.id = ?", post.id));
  }

  @Test
  void peers_oneRead_fillsAllOfTheSameResult() {
    try (Session peers = sessions.with(SessionOption.fetchMode(FetchMode.PEERS)).open()) {
      List<User> users = peers.scalars(select(User.class).orderBy(User_.id)).all();
      recorder.clear();

      for (User user : users) {
        user.posts.size();
      }
      assertThat(titles(users.get(0))).containsExactly("one", "two");

      recorder.assertStatements(count(1));
    }
  }

  @Test
  void raiseMode_unplannedLoad_isAnError() {
    try (Session strict =
        sessions.with(SessionOption.fetchMode(FetchMode.RAISE)).open()) {
      User ann = strict.scalars(select(User.class).orderBy(User_.id)).first();

      assertThatThrownBy(() -> ann.posts.size()).isInstanceOf(LoadRefusedException.class);
    }
  }

  @Test
  void lazy_detachedOwner_isAnError() {
    User ann = users().get(0);
    session.close();

    assertThatThrownBy(() -> ann.posts.size()).isInstanceOf(DetachedInstanceException.class);
  }
}
