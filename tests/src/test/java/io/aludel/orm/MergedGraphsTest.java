package io.aludel.orm;

import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.fixture.world.Node;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Post_;
import io.aludel.fixture.world.Profile;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Merges of objects that are related. */
@ForEachDatabase
class MergedGraphsTest {
  private static final Registry MODELS = World.registry();

  private TestDatabase database;
  private SessionFactory sessions;
  private Session session;
  private User outside;

  @BeforeEach
  void createTables(TestDatabase given) {
    database = given;
    MODELS.metadata().createAll(given.engine());
    sessions = SessionFactory.of(given.engine(), MODELS);
    outside = sessions.fromTransaction(filling -> {
      User ann = new User("Ann");
      ann.posts.add(new Post("one"));
      ann.posts.add(new Post("two"));
      ann.profile = new Profile("short");
      filling.add(ann);
      return ann;
    });
    session = sessions.open();
    given.recorder().clear();
  }

  @AfterEach
  void close() {
    session.close();
    database.recorder().clear();
  }

  private int sent(Runnable work) {
    database.recorder().clear();
    work.run();
    int count = database.recorder().statements().size();
    database.recorder().clear();
    return count;
  }

  @Test
  @Parity({"ORM-SES-31", "ORM-REL-19"})
  void merge_graph_replacesCollectionsAndFollowsReferences() {
    outside.posts.get(0).title = "first";
    outside.posts.remove(1);
    outside.posts.add(new Post("three"));
    outside.profile.bio = "long";
    User own = session.merge(outside);

    assertThat(own).isNotSameAs(outside);
    assertThat(own.posts).extracting(post -> post.title).containsExactly("first", "three");
    assertThat(own.posts).allMatch(post -> post.author == own).noneMatch(outside.posts::contains);
    assertThat(own.profile.bio).isEqualTo("long");
    assertThat(session.contains(outside)).isFalse();
    assertThat(session.contains(outside.posts.get(1))).isFalse();
    session.commit();
    session.expungeAll();
    User stored = session.scalars(select(User.class)).one();
    assertThat(stored.posts).extracting(post -> post.title).containsExactly("first", "three");
    assertThat(session.scalars(select(Post.class)).all())
        .as("the orphan is gone")
        .hasSize(2);
  }

  @Test
  @Parity({"ORM-SES-31", "ORM-REL-19"})
  void merge_reference_nullIsCopiedAndUnloadedIsNot() {
    outside.profile = null;
    User own = session.merge(outside);
    assertThat(own.profile).isNull();
    session.rollback();
    try (Session other = sessions.open()) {
      User unloaded = other.getOne(User.class, outside.id);
      other.close();
      assertThat(session.merge(unloaded).profile).isNotNull();
    }
  }

  @Test
  @Parity("ORM-SES-31")
  void merge_loading_takesTheCollectionsThatItReplacesAlong() {
    int plain = sent(() -> session.merge(outside));
    session.expungeAll();
    int eager = sent(() -> session.merge(
        outside,
        MergeOption.loading(
            selectinLoad(User_.posts).selectinLoad(Post_.tags),
            selectinLoad(User_.edited),
            Orm.joinedLoad(User_.profile))));
    assertThat(plain).as("one for each collection there is").isEqualTo(7);
    assertThat(eager).as("user with profile, posts, tags, edited").isEqualTo(4);
    assertThatThrownBy(() -> session.merge(outside, (MergeOption) null))
        .isInstanceOf(ArgumentException.class);
  }

  @Test
  @Parity("ORM-SES-31")
  void mergeAll_mergesWhatSeveralReachOnce() {
    Tag shared = new Tag("shared");
    Post one = new Post("three");
    one.tags.add(shared);
    Post two = new Post("four");
    two.tags.add(shared);
    List<Post> own = Merges.into(session).all(List.of(one, two));

    assertThat(own).hasSize(2).doesNotContain(one, two);
    assertThat(own.get(0).tags.iterator().next())
        .isSameAs(own.get(1).tags.iterator().next());
    session.commit();
    assertThat(session.scalars(select(Tag.class)).all()).hasSize(1);
    assertThat(Merges.into(session).all(List.of())).isEmpty();
    assertThatThrownBy(() -> Merges.into(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> Merges.into(session).all(null)).isInstanceOf(ArgumentException.class);
  }

  @Test
  @Parity("ORM-SES-31")
  void merge_emptyCollectionsOfANewObject_sayNothing() {
    User copy = new User("Anna");
    copy.id = outside.id;
    User own = session.merge(copy);
    session.commit();
    assertThat(own.name).isEqualTo("Anna");
    assertThat(own.posts).hasSize(2);
  }

  @Test
  @Parity("ORM-SES-31")
  void merge_pendingOfTheSession_isGivenBack() {
    User pending = new User("Bob");
    session.add(pending);
    session.noAutoflush(() -> assertThat(session.merge(pending)).isSameAs(pending));
    assertThat(InstanceState.of(pending).isPending()).isTrue();
  }

  @Test
  @Parity("ORM-SES-31")
  void merge_flushesFirst() {
    User ann = session.getOne(User.class, outside.id);
    ann.name = "Anna";
    session.merge(outside);
    assertThat(ann.name).as("the given state wins").isEqualTo("Ann");
    session.commit();
    assertThat(ann.name).isEqualTo("Ann");
  }

  @Test
  @Parity({"ORM-SES-31", "ORM-REL-19"})
  void merge_withoutLoading_takesGraphsFromACache() {
    assertThat(sent(() -> {
          User own = session.merge(outside, MergeOption.WITHOUT_LOADING);
          assertThat(own.posts).hasSize(2).allMatch(post -> post.author == own);
          assertThat(own.profile.user).isSameAs(own);
          assertThat(InstanceState.of(own).isPersistent()).isTrue();
          session.flush();
        }))
        .isZero();
    outside.posts.add(new Post("new"));
    session.expungeAll();
    assertThatThrownBy(() -> session.merge(outside, MergeOption.WITHOUT_LOADING))
        .isInstanceOf(ObjectStateException.class)
        .hasMessageEndingWith("[ORM-225]");
  }

  @Test
  @Parity("ORM-REL-19")
  void merge_tree_copiesEachNodeOnce() {
    Node top = sessions.fromTransaction(filling -> {
      Node made = new Node("top");
      Node left = new Node("left");
      left.children.add(new Node("leaf"));
      made.children.add(left);
      filling.add(made);
      return made;
    });
    Node own = session.merge(top);
    assertThat(own.children.get(0).children.get(0).name).isEqualTo("leaf");
    assertThat(own.children.get(0).parent).isSameAs(own);
    session.commit();
    assertThat(session.scalars(select(Node.class)).all()).hasSize(3);
  }
}
