package io.aludel.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.world.LineItem;
import io.aludel.fixture.world.Node;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Product;
import io.aludel.fixture.world.Profile;
import io.aludel.fixture.world.PurchaseOrder;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.World;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.DatabaseTest;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session does to related objects along with the one it was asked for. */
@DatabaseTest
class CascadesTest {
  private SessionFactory sessions;
  private Session session;

  @BeforeEach
  void createTables(TestDatabase database) {
    Registry models = World.registry();
    models.metadata().createAll(database.engine());
    sessions = SessionFactory.of(database.engine(), models);
    session = sessions.open();
  }

  @AfterEach
  void close() {
    session.close();
  }

  private static boolean isPending(Object object) {
    return InstanceState.of(object).isPending();
  }

  @Test
  @Parity({"ORM-REL-16", "ORM-REL-18"})
  void add_ofAParent_bringsWhatWasJustTakenOutToo() {
    User ann = new User("Ann");
    Post parted = new Post("one");
    Post kept = new Post("two");
    ann.posts.add(parted);
    ann.posts.add(kept);
    Profile old = new Profile("old");
    ann.profile = old;
    session.add(ann);
    session.commit();
    ann.posts.size();
    ann.profile.bio.length();
    session.expungeAll();
    ann.posts.remove(parted);
    ann.profile = new Profile("new");
    session.add(ann);

    assertThat(session.contains(parted)).isTrue();
    assertThat(session.contains(old)).as("the former reference").isTrue();
    session.commit();
    assertThat(ann.posts).containsExactly(kept);
    assertThat(InstanceState.of(parted).wasDeleted()).isTrue();
    assertThat(old.user).isNull();
  }

  @Test
  @Parity("ORM-REL-16")
  void add_ofAParent_bringsAllItReaches() {
    User ann = new User("Ann");
    Post post = new Post("one");
    Tag tag = new Tag("java");
    ann.posts.add(post);
    post.tags.add(tag);
    session.add(ann);

    assertThat(session.newObjects()).containsExactly(ann, post, tag);
  }

  @Test
  void add_thenRelate_bringsTheNewMemberFromTheOwnersSideOnly() {
    User ann = new User("Ann");
    session.add(ann);
    Post first = new Post("one");
    ann.posts.add(first);
    Post second = new Post("two");
    second.author = ann;

    assertThat(isPending(first)).isTrue();
    assertThat(isPending(second)).isFalse();
    assertThat(ann.posts).containsExactly(first, second);
  }

  @Test
  void remove_ofAPendingMemberThatWouldBeAnOrphan_takesItOutOfTheSession() {
    User ann = new User("Ann");
    Post post = new Post("one");
    ann.posts.add(post);
    session.add(ann);
    ann.posts.remove(post);
    assertThat(session.contains(post)).isFalse();

    ann.posts.add(post);
    assertThat(session.contains(post)).isTrue();
    post.author = null;
    assertThat(session.contains(post)).isFalse();
  }

  @Test
  void move_ofAPendingMember_keepsItInTheSession() {
    User ann = new User("Ann");
    User bob = new User("Bob");
    Post post = new Post("one");
    ann.posts.add(post);
    session.addAll(List.of(ann, bob));
    bob.posts.add(post);

    assertThat(session.contains(post)).isTrue();
    session.commit();
    assertThat(post.userId).isEqualTo(bob.id);
  }

  private Integer storedTree() {
    Node root = new Node("root");
    for (String name : List.of("a", "b")) {
      Node branch = new Node(name);
      branch.children.add(new Node(name + "1"));
      root.children.add(branch);
    }
    session.add(root);
    session.commit();
    Integer id = root.id;
    session.expungeAll();
    return id;
  }

  @Test
  @Parity("ORM-REL-17")
  void delete_ofAParent_marksTheChildrenItLoadsAtOnce() {
    Node root = session.getOne(Node.class, storedTree());
    session.delete(root);

    assertThat(session.deleted()).hasSize(5);
    session.commit();
    assertThat(session.get(Node.class, 1)).isNull();
    assertThat(session.get(Node.class, 5)).isNull();
  }

  @Test
  void delete_takenBack_takesBackTheMarkOfTheObjectAlone() {
    Node root = session.getOne(Node.class, storedTree());
    session.delete(root);
    session.add(root);

    assertThat(session.deleted()).hasSize(4).doesNotContain(root);
  }

  @Test
  void delete_ofAParentWhoseChildMovedAway_sparesTheChild() {
    Integer id = storedTree();
    Node root = session.getOne(Node.class, id);
    Node a = root.children.get(0);
    Node b = root.children.get(1);
    Node leaf = a.children.get(0);
    b.children.add(leaf);
    session.delete(a);
    session.commit();

    assertThat(leaf.parent).isSameAs(b);
    assertThat(session.get(Node.class, a.id)).isNull();
  }

  @Test
  @Parity("ORM-REL-18")
  void remove_ofAStoredMember_deletesItInTheFlush() {
    Integer id = storedTree();
    Node root = session.getOne(Node.class, id);
    Node a = root.children.get(0);
    Integer gone = a.id;
    root.children.remove(a);
    session.commit();

    assertThat(session.get(Node.class, gone)).isNull();
    assertThat(root.children).extracting(node -> node.name).containsExactly("b");
  }

  @Test
  @Parity("ORM-REL-20")
  void expireAndExpunge_ofAParent_takeTheChildrenAlong() {
    Node root = session.getOne(Node.class, storedTree());
    Node a = root.children.get(0);
    a.name = "changed";
    Node fresh = new Node("fresh");
    root.children.add(fresh);
    session.expire(root);
    assertThat(a.name).isEqualTo("a");
    assertThat(session.contains(fresh)).isFalse();
    assertThat(root.children).hasSize(2);

    session.expunge(root);
    assertThat(session.contains(root)).isFalse();
    assertThat(session.contains(root.children.get(0))).isFalse();
  }

  @Test
  void merge_ofAGraph_mergesWhatTheCascadeReachesOnce() {
    User ann = new User("Ann");
    ann.posts.addAll(List.of(new Post("one"), new Post("two")));
    session.add(ann);
    session.commit();
    Integer id = ann.id;
    ann.posts.size();
    ann.posts.forEach(post -> assertThat(post.title).isNotEmpty());
    session.expungeAll();

    ann.posts.get(0).title = "changed";
    ann.posts.remove(1);
    ann.posts.add(new Post("three"));
    User own = session.merge(ann);
    session.commit();

    assertThat(own).isNotSameAs(ann);
    assertThat(own.id).isEqualTo(id);
    assertThat(own.posts).extracting(post -> post.title).containsExactly("changed", "three");
    assertThat(own.posts).allMatch(post -> post.author == own);
    assertThat(session.contains(ann)).isFalse();
  }

  @Test
  void merge_ofAnUnloadedCollection_leavesTheSessionsOwnAlone() {
    User ann = new User("Ann");
    ann.posts.add(new Post("one"));
    session.add(ann);
    session.commit();
    ann.name.length();
    session.expungeAll();
    ann.name = "Anna";
    User own = session.merge(ann);
    session.commit();

    assertThat(own.name).isEqualTo("Anna");
    assertThat(own.posts).hasSize(1);
  }

  @Test
  void add_ofAnAssociationObject_bringsBothEnds() {
    PurchaseOrder order = new PurchaseOrder("Ann");
    Product product = new Product("pen");
    order.lines.add(new LineItem(product, 3));
    session.add(order);
    session.commit();

    assertThat(order.lines.get(0).productId).isEqualTo(product.id);
    session.delete(order);
    session.commit();
    assertThat(session.get(Product.class, product.id)).isSameAs(product);
  }

  @Test
  void rollback_ofAnInsertedGraph_leavesTransientObjectsInStep() {
    User ann = new User("Ann");
    Post post = new Post("one");
    ann.posts.add(post);
    session.add(ann);
    session.flush();
    session.rollback();

    assertThat(InstanceState.of(post).isTransient()).isTrue();
    assertThat(ann.posts).containsExactly(post);
    assertThat(post.author).isSameAs(ann);
    ann.posts.remove(post);
    assertThat(post.author).isNull();
  }

  @Test
  void read_ofAnUnloadedCollectionOfADetachedObject_saysSo() {
    User ann = new User("Ann");
    session.add(ann);
    session.commit();
    session.expungeAll();

    assertThatThrownBy(() -> ann.posts.size())
        .isInstanceOf(DetachedInstanceException.class)
        .hasMessageContaining("User.posts");
  }
}
