package io.aludel.orm.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.fixture.world.Document;
import io.aludel.fixture.world.Node;
import io.aludel.fixture.world.Page;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.DatabaseTest;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be seen of relationships, and of objects that come and go. */
@DatabaseTest
class RelationshipStateTest {
  private final Registry models = World.registry();
  private final List<String> log = new ArrayList<>();
  private TestDatabase database;
  private Session session;

  @BeforeEach
  void createTables(TestDatabase given) {
    database = given;
    models.metadata().createAll(given.engine());
    session = SessionFactory.of(given.engine(), models).open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private User storedUser() {
    User ann = new User("Ann");
    ann.posts.add(new Post("one"));
    session.add(ann);
    session.commit();
    return ann;
  }

  @Test
  @Parity("ORM-INS-09")
  void history_ofACollection_loadsOnlyWhenAsked() {
    User ann = storedUser();
    ann.name.length();
    database.recorder().clear();
    AttributeState posts = InstanceState.of(ann).attribute("posts");
    assertThat(posts.isLoaded()).isFalse();
    assertThat(posts.history().isEmpty()).isTrue();
    assertThat(posts.loadedValue()).isNull();
    assertThat(database.recorder().statements()).isEmpty();

    assertThat(posts.loadHistory().unchanged()).hasSize(1);
    Post fresh = new Post("two");
    ann.posts.add(fresh);
    assertThat(posts.history().added()).containsExactly(fresh);
    assertThat(posts.history().hasChanges()).isTrue();
  }

  @Test
  void unloaded_ofAStoredObject_namesRelationships() {
    User ann = storedUser();
    ann.name.length();

    assertThat(InstanceState.of(ann).unloaded())
        .containsExactlyInAnyOrder("posts", "edited", "profile");
    assertThat(InstanceState.of(ann).attributes())
        .extracting(AttributeState::name)
        .containsExactly("id", "name", "posts", "edited", "profile");
  }

  @Test
  @Parity("ORM-INS-12")
  void setCommitted_ofRelationships_leavesNoHistory() {
    User ann = storedUser();
    Post post = new Post("loaded");
    InstanceState.of(ann).attribute("posts").setCommitted(List.of(post));
    InstanceState.of(post).attribute("author").setCommitted(ann);

    assertThat(ann.posts).containsExactly(post);
    assertThat(InstanceState.of(ann).attribute("posts").history().hasChanges()).isFalse();
    assertThat(session.dirty()).isEmpty();
    ann.posts.remove(post);
    assertThat(post.author).isNull();
  }

  @Test
  void set_ofRelationships_actsAsTheFieldDoes() {
    User ann = new User("Ann");
    Post post = new Post("one");
    InstanceState.of(post).attribute("author").set(ann);
    assertThat(ann.posts).containsExactly(post);
    InstanceState.of(ann).attribute("posts").set(new ArrayList<>());
    assertThat(post.author).isNull();

    assertThatThrownBy(() -> InstanceState.of(post).attribute("author").set("nobody"))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("it holds User");
  }

  @Test
  @Parity("ORM-INS-18")
  void hasParent_followsWhatWasSeen() {
    Node root = new Node("root");
    Node leaf = new Node("leaf");
    var children = models.mapper(Node.class).relationship("children");
    assertThat(InstanceState.of(leaf).hasParent(children)).isFalse();
    root.children.add(leaf);
    assertThat(InstanceState.of(leaf).hasParent(children)).isTrue();
    leaf.parent = null;

    assertThat(InstanceState.of(leaf).hasParent(children)).isFalse();
  }

  @Test
  @Parity({"ORM-EVT-12", "ORM-EVT-13", "ORM-EVT-15"})
  void events_ofAnObject_tellWhenItIsLoadedRefreshedAndExpired() {
    storedUser();
    session.expungeAll();
    var users = models.events(User.class);
    users.onLoad(user -> log.add("load " + user.name));
    users.onRefresh((user, names) -> log.add("refresh " + names));
    users.onExpire((user, names) -> log.add("expire " + names));
    User ann = session.getOne(User.class, 1);
    session.expire(ann, User_.name);
    assertThat(ann.name).isEqualTo("Ann");
    session.expire(ann);

    assertThat(log).containsExactly("load Ann", "expire [name]", "refresh [name]", "expire []");
  }

  @Test
  @Parity("ORM-EVT-23")
  void onModified_isToldOfAFlagSetByHand() {
    User ann = new User("Ann");
    models.events(User.class).onModified(User_.name, user -> log.add("modified " + user.name));
    InstanceState.of(ann).attribute("name").flagModified();

    assertThat(log).containsExactly("modified Ann");
  }

  @Test
  void map_byAnAttributeOfItsMembers_keepsBothSidesInStep() {
    Document document = new Document("manual");
    Page cover = new Page("cover");
    cover.document = document;
    assertThat(document.pages).containsOnlyKeys("cover").containsValue(cover);

    Page other = new Page("cover");
    other.document = document;
    assertThat(document.pages).containsValue(other).hasSize(1);
    assertThat(cover.document).isNull();

    other.title = "renamed";
    assertThat(document.pages).containsOnlyKeys("cover");
    other.document = null;
    assertThat(document.pages).isEmpty();
  }

  @Test
  void map_assignedAsAWhole_takesTheMembersByTheirKeys() {
    Document document = new Document("manual");
    Page one = new Page("one");
    document.pages = new LinkedHashMap<>(Map.of("one", one));
    assertThat(one.document).isSameAs(document);
    document.pages.remove("one");

    assertThat(one.document).isNull();
  }
}
