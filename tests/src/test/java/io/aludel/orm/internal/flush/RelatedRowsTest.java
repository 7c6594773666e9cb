package io.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.world.Document;
import io.aludel.fixture.world.Event;
import io.aludel.fixture.world.Hall;
import io.aludel.fixture.world.LineItem;
import io.aludel.fixture.world.Page;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Product;
import io.aludel.fixture.world.Profile;
import io.aludel.fixture.world.PurchaseOrder;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.World;
import io.aludel.orm.FlushException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One-to-many, many-to-one and one-to-one: foreign keys follow objects. */
@ForEachDatabase
class RelatedRowsTest {
  private static final Registry MODELS = World.registry();

  private StatementRecorder recorder;
  private Session session;

  @BeforeEach
  void createTables(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    recorder = database.recorder();
    recorder.clear();
    session = SessionFactory.of(database.engine(), MODELS).open();
  }

  @AfterEach
  void close() {
    session.close();
    recorder.clear();
  }

  private List<String> flush() {
    recorder.clear();
    session.flush();
    return Writes.take(recorder);
  }

  private User userWithPosts(String... titles) {
    User user = new User("Ann");
    user.profile = null;
    for (String title : titles) {
      user.posts.add(new Post(title));
    }
    session.add(user);
    session.flush();
    recorder.clear();
    return user;
  }

  // One-to-many

  @Test
  @Parity({"ORM-REL-02", "ORM-REL-03"})
  void flush_newOwnerWithMembers_insertsTheOwnerFirstAndGivesItsKey() {
    User user = new User("Ann");
    user.posts.add(new Post("one"));
    user.posts.add(new Post("two"));
    session.add(user);

    assertThat(flush())
        .containsExactly(
            "INSERT w_user(name) [Ann]",
            "INSERT w_post(title,user_id,editor_id) [one, 1, null] [two, 1, null]");
    assertThat(user.posts.get(1).userId).isEqualTo(1);
    assertThat(flush()).isEmpty();
  }

  @Test
  @Parity("ORM-REL-02")
  void flush_memberMoved_isOneUpdate() {
    User ann = userWithPosts("one", "two");
    User bob = new User("Bob");
    session.add(bob);
    flush();
    Post moved = ann.posts.get(0);
    bob.posts.add(moved);

    assertThat(ann.posts).hasSize(1);
    assertThat(flush()).containsExactly("UPDATE w_post SET user_id = ? WHERE w_post.id = ? [2, 1]");
    assertThat(moved.userId).isEqualTo(2);
  }

  @Test
  @Parity({"ORM-REL-02", "ORM-REL-18"})
  void flush_memberRemovedFromOwningCollection_isDeleted() {
    User ann = userWithPosts("one", "two");
    Post removed = ann.posts.remove(0);

    assertThat(flush()).containsExactly("DELETE FROM w_post WHERE w_post.id = ? [1]");
    assertThat(InstanceState.of(removed).isDeleted()).isTrue();
  }

  @Test
  @Parity("ORM-REL-18")
  void flush_referenceOfOwnedMemberCleared_deletesItToo() {
    User ann = userWithPosts("one", "two");
    Post post = ann.posts.get(0);
    post.author = null;

    assertThat(ann.posts).hasSize(1);
    assertThat(flush()).containsExactly("DELETE FROM w_post WHERE w_post.id = ? [1]");
  }

  @Test
  @Parity("ORM-REL-02")
  void flush_memberRemovedFromPlainCollection_losesItsForeignKey() {
    User ann = new User("Ann");
    User bob = new User("Bob");
    session.addAll(List.of(ann, bob));
    Post post = new Post("one");
    post.author = ann;
    session.add(post);
    bob.edited.add(post);
    flush();
    bob.edited.remove(post);

    assertThat(flush())
        .containsExactly("UPDATE w_post SET editor_id = ? WHERE w_post.id = ? [null, 1]");
  }

  @Test
  @Parity("ORM-REL-02")
  void flush_relationshipAndForeignKeySet_relationshipWins() {
    User ann = userWithPosts("one");
    User bob = new User("Bob");
    session.add(bob);
    flush();
    Post post = ann.posts.get(0);
    post.userId = 77;
    bob.posts.add(post);

    assertThat(flush()).containsExactly("UPDATE w_post SET user_id = ? WHERE w_post.id = ? [2, 1]");
  }

  @Test
  @Parity({"ORM-REL-02", "ORM-REL-17"})
  void delete_ownerWithCascade_deletesMembersFirst() {
    User ann = userWithPosts("one", "two");
    session.delete(ann);

    assertThat(flush())
        .containsExactly(
            "DELETE FROM w_post WHERE w_post.id = ? [1] [2]",
            "DELETE FROM w_user WHERE w_user.id = ? [1]");
  }

  @Test
  @Parity("ORM-REL-02")
  void delete_ownerWithoutCascade_clearsMembersFirst() {
    User ann = userWithPosts("one");
    User bob = new User("Bob");
    bob.profile = null;
    bob.edited.addAll(ann.posts);
    session.add(bob);
    flush();
    session.delete(bob);

    assertThat(flush())
        .containsExactly(
            "UPDATE w_post SET editor_id = ? WHERE w_post.id = ? [null, 1]",
            "DELETE FROM w_user WHERE w_user.id = ? [2]");
  }

  @Test
  @Parity("ORM-REL-17")
  void delete_ownerWhoseMemberMovedBefore_keepsTheMember() {
    User ann = userWithPosts("one", "two");
    User bob = new User("Bob");
    session.add(bob);
    flush();
    Post kept = ann.posts.get(0);
    session.delete(ann);
    bob.posts.add(kept);

    assertThat(flush())
        .containsExactly(
            "UPDATE w_post SET user_id = ? WHERE w_post.id = ? [2, 1]",
            "DELETE FROM w_post WHERE w_post.id = ? [2]",
            "DELETE FROM w_user WHERE w_user.id = ? [1]");
    assertThat(InstanceState.of(kept).isPersistent()).isTrue();
    assertThat(flush()).as("the mark is gone").isEmpty();
  }

  @Test
  void delete_expiredOwnerThatRefersToItsMember_clearsTheReferenceFirst() {
    Document document = new Document("Guide");
    Page page = new Page("one");
    page.document = document;
    document.cover = page;
    session.addAll(List.of(document, page));
    session.commit();
    session.delete(document);

    assertThat(flush())
        .contains("UPDATE w_document SET cover_id = ? WHERE w_document.id = ? [null, 1]")
        .last()
        .isEqualTo("DELETE FROM w_document WHERE w_document.id = ? [1]");
  }

  @Test
  void delete_memberThatMovedBefore_deletesIt() {
    User ann = userWithPosts("one", "two");
    User bob = new User("Bob");
    session.add(bob);
    session.commit();
    Post added = ann.posts.get(0);
    Post set = ann.posts.get(1);
    bob.posts.add(added);
    set.author = bob;
    session.delete(added);
    session.delete(set);

    assertThat(flush()).last().isEqualTo("DELETE FROM w_post WHERE w_post.id = ? [1] [2]");
    session.commit();
    assertThat(ann.posts).isEmpty();
    assertThat(bob.posts).isEmpty();
    recorder.clear();
  }

  @Test
  @Parity("ORM-REL-02")
  void flush_memberWhoseKeyHoldsTheForeignKeyParted_namesTheRule() {
    Product product = new Product("pen");
    LineItem line = new LineItem(product, 3);
    PurchaseOrder order = new PurchaseOrder("Ann");
    order.lines.add(line);
    session.addAll(List.of(product, order));
    session.flush();
    product.lines.remove(line);

    assertThatThrownBy(session::flush)
        .isInstanceOf(FlushException.class)
        .hasMessageStartingWith("Cannot part LineItem[orderId=1, productId=1] by Product.lines:"
            + " that would make LineItem.productId null, which is part of its key.")
        .hasMessageEndingWith("[ORM-405]");
    session.rollback();
  }

  // Many-to-one

  @Test
  @Parity("ORM-REL-03")
  void flush_referenceSet_writesTheForeignKeyAtFlushOnly() {
    User ann = userWithPosts();
    Post post = new Post("one");
    post.author = ann;

    assertThat(post.userId).isNull();
    session.add(post);
    assertThat(flush()).containsExactly("INSERT w_post(title,user_id,editor_id) [one, 1, null]");
    assertThat(post.userId).isEqualTo(1);
  }

  @Test
  @Parity("ORM-REL-03")
  void flush_foreignKeyAttributeSet_leavesTheLoadedReference() {
    User ann = userWithPosts("one");
    User bob = new User("Bob");
    session.add(bob);
    flush();
    Post post = ann.posts.get(0);
    post.userId = bob.id;

    assertThat(flush()).containsExactly("UPDATE w_post SET user_id = ? WHERE w_post.id = ? [2, 1]");
    assertThat(post.author).isSameAs(ann);
  }

  @Test
  @Parity("ORM-REL-03")
  void flush_newObjectWithForeignKeyAttribute_keepsItThoughTheReferenceIsNull() {
    userWithPosts();
    Post post = new Post("one");
    post.userId = 1;
    session.add(post);

    assertThat(flush()).containsExactly("INSERT w_post(title,user_id,editor_id) [one, 1, null]");
  }

  @Test
  @Parity("ORM-REL-16")
  void flush_memberNotInTheSession_isSkipped() {
    User ann = userWithPosts();
    Post post = new Post("one");
    post.author = ann;

    assertThat(session.contains(post)).isFalse();
    ann.name = "Anne";
    assertThat(flush()).containsExactly("UPDATE w_user SET name = ? WHERE w_user.id = ? [Anne, 1]");
  }

  // One-to-one

  @Test
  @Parity("ORM-REL-04")
  void flush_profileReplaced_partsTheFormer() {
    User ann = userWithPosts();
    ann.profile = new Profile("first");
    Profile former = ann.profile;
    assertThat(flush()).containsExactly("INSERT w_profile(bio,user_id) [first, 1]");
    ann.profile = new Profile("second");

    assertThat(former.user).isNull();
    assertThat(flush())
        .containsExactly(
            "UPDATE w_profile SET user_id = ? WHERE w_profile.id = ? [null, 1]",
            "INSERT w_profile(bio,user_id) [second, 1]");
  }

  // Keys made of foreign keys

  @Test
  @Parity({"ORM-REL-06", "ORM-SES-40"})
  void flush_keyOfForeignKeys_isCopiedFromBothEnds() {
    Product pen = new Product("pen");
    Product ink = new Product("ink");
    PurchaseOrder order = new PurchaseOrder("Ann");
    order.lines.add(new LineItem(pen, 3));
    order.lines.add(new LineItem(ink, 1));
    session.addAll(List.of(pen, ink, order));

    assertThat(flush())
        .containsExactly(
            "INSERT w_product(name) [pen] [ink]",
            "INSERT w_order(customer) [Ann]",
            "INSERT w_line_item(order_id,product_id,quantity) [1, 1, 3] [1, 2, 1]");
    assertThat(session.get(LineItem.class, List.of(1, 2))).isSameAs(order.lines.get(1));
  }

  @Test
  @Parity("ORM-REL-22")
  void delete_trustedCollectionLoaded_isStillSeenTo() {
    Product pen = new Product("pen");
    PurchaseOrder order = new PurchaseOrder("Ann");
    LineItem line = new LineItem(pen, 3);
    order.lines.add(line);
    session.addAll(List.of(pen, order));
    session.flush();
    session.delete(pen);
    session.delete(line);

    assertThat(flush())
        .containsExactly(
            "DELETE FROM w_line_item WHERE w_line_item.order_id = ? AND w_line_item.product_id = ?"
                + " [1, 1]",
            "DELETE FROM w_product WHERE w_product.id = ? [1]");
  }

  @Test
  @Parity("ORM-SES-40")
  void flush_compositeForeignKey_copiesAllParts() {
    Hall hall = new Hall("North", 3);
    Event event = new Event("Ball");
    event.hall = hall;
    session.addAll(List.of(hall, event));

    assertThat(flush())
        .containsExactly(
            "INSERT w_hall(building,number) [North, 3]",
            "INSERT w_event(name,hall_building,hall_number) [Ball, North, 3]");
    event.hall = null;
    assertThat(flush())
        .containsExactly(
            "UPDATE w_event SET hall_building = ?, hall_number = ? WHERE w_event.id = ?"
                + " [null, null, 1]");
  }

  // Members that cannot be

  @Test
  @Parity("ORM-REL-25")
  void flush_nullMember_isRefused() {
    User ann = new User("Ann");
    ann.posts.add(null);
    session.add(ann);

    assertThatThrownBy(session::flush)
        .isInstanceOf(FlushException.class)
        .hasMessageStartingWith("Cannot flush User[new]: User.posts holds null.")
        .hasMessageEndingWith("[ORM-406]");
    session.rollback();
  }

  @Test
  @Parity("ORM-REL-25")
  @SuppressWarnings({"unchecked", "rawtypes"})
  void flush_memberOfAnotherClass_isRefused() {
    User ann = new User("Ann");
    session.add(ann);
    ((List) ann.posts).add(new Hall("North", 1));

    assertThatThrownBy(session::flush)
        .isInstanceOf(FlushException.class)
        .hasMessageContaining("User.posts holds a io.aludel.fixture.world.Hall, and takes");
    session.rollback();
  }
}
