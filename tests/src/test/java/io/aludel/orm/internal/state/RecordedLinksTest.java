package io.aludel.orm.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.fixture.world.Node;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.World;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.testing.Parity;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the records of stored objects note of relationships, loaded or not. */
class RecordedLinksTest {
  private final Registry models = World.registry();
  private final List<String> calls = new ArrayList<>();
  private final Attachment attachment = new Attachment(new Session());
  private @Nullable Object peeked = EntityState.UNKNOWN;
  private int keys;

  /** Writes down what the bookkeeping asks of a session. */
  private final class Session implements StateOwner {
    @Override
    public void changed(EntityState state) {
      calls.add("changed " + state);
    }

    @Override
    public void load(EntityState state, ManagedEntity entity, int index) {
      calls.add("load " + state.layout().describe(index));
      if (state.layout().isCollection(index)) {
        state.loadedCollection(entity, index, List.of());
      } else {
        state.loadedReference(entity, index, peeked == EntityState.UNKNOWN ? null : peeked);
      }
    }

    @Override
    public @Nullable Object peek(EntityState state, ManagedEntity entity, int index) {
      return peeked;
    }

    @Override
    public void related(EntityState state, ManagedEntity member) {
      calls.add("related " + NewRecords.find(member));
    }

    @Override
    public void orphaned(EntityState state) {
      calls.add("orphaned " + state);
    }
  }

  private <T> T stored(T object) {
    ManagedEntity entity = (ManagedEntity) object;
    EntityState.loaded(
        entity, new EntityLayout(models.mapper(object.getClass()), 0), ++keys, attachment);
    return object;
  }

  private static EntityState state(Object object) {
    return NewRecords.require((ManagedEntity) object);
  }

  private static int index(Object object, String name) {
    for (int index : state(object).layout().relationships()) {
      if (state(object).layout().requireRelationship(index).name().equals(name)) {
        return index;
      }
    }
    throw new NoSuchElementException(name);
  }

  private static LinkHistory history(Object object, String name) {
    return state(object).links((ManagedEntity) object, index(object, name), Passive.NO_LOAD);
  }

  private static void load(Object object, String name, Object... members) {
    state(object).loadedCollection((ManagedEntity) object, index(object, name), List.of(members));
  }

  private static void loadReference(Object object, String name, @Nullable Object target) {
    state(object).loadedReference((ManagedEntity) object, index(object, name), target);
  }

  @Test
  @Parity("ORM-INS-09")
  void history_ofACollection_hasThreeListsByIdentity() {
    User ann = stored(new User("Ann"));
    Post kept = stored(new Post("kept"));
    Post gone = stored(new Post("gone"));
    Post fresh = stored(new Post("fresh"));
    load(ann, "posts", kept, gone);
    assertThat(history(ann, "posts").hasChanges()).isFalse();
    assertThat(calls).isEmpty();

    ann.posts.remove(gone);
    ann.posts.add(fresh);

    LinkHistory history = history(ann, "posts");
    assertThat(history.added()).containsExactly(fresh);
    assertThat(history.unchanged()).containsExactly(kept);
    assertThat(history.deleted()).containsExactly(gone);
    assertThat(state(ann).isChanged()).isTrue();
    state(ann).commitChanges((ManagedEntity) (Object) ann);
    assertThat(history(ann, "posts").unchanged()).containsExactly(kept, fresh);
    assertThat(history(ann, "posts").hasChanges()).isFalse();
  }

  @Test
  void history_ofACollectionPutBack_hasNoChanges() {
    User ann = stored(new User("Ann"));
    Post post = stored(new Post("one"));
    load(ann, "posts", post);
    ann.posts.remove(post);
    ann.posts.add(post);

    assertThat(history(ann, "posts").hasChanges()).isFalse();
  }

  @Test
  void history_ofAReference_knowsTheTargetBefore() {
    User ann = stored(new User("Ann"));
    User bob = stored(new User("Bob"));
    Post post = stored(new Post("one"));
    loadReference(post, "author", ann);
    post.author = bob;

    assertThat(history(post, "author").added()).containsExactly(bob);
    assertThat(history(post, "author").deleted()).containsExactly(ann);
    post.author = ann;
    assertThat(history(post, "author").unchanged()).containsExactly(ann);
    assertThat(history(post, "author").hasChanges()).isFalse();
  }

  @Test
  void history_ofAReferenceThatWasNull_doesNotListTheNull() {
    Post post = stored(new Post("one"));
    loadReference(post, "editor", null);
    post.editor = stored(new User("Ann"));

    assertThat(history(post, "editor").deleted()).isEmpty();
    assertThat(history(post, "editor").added()).hasSize(1);
  }

  @Test
  @Parity("ORM-REL-14")
  void set_withAnUnloadedCollectionAtTheOtherEnd_queuesWithoutLoading() {
    User ann = stored(new User("Ann"));
    User bob = stored(new User("Bob"));
    Post post = stored(new Post("one"));
    Post present = stored(new Post("present"));
    loadReference(post, "author", ann);
    post.author = bob;

    assertThat(calls).noneMatch(call -> call.startsWith("load"));
    assertThat(history(bob, "posts").added()).containsExactly(post);
    assertThat(history(ann, "posts").deleted()).containsExactly(post);
    assertThat(state(ann).isChanged()).isTrue();

    load(ann, "posts", present, post);
    load(bob, "posts", present);
    assertThat(ann.posts).containsExactly(present);
    assertThat(bob.posts).containsExactly(present, post);
    assertThat(history(ann, "posts").deleted()).containsExactly(post);
    assertThat(history(bob, "posts").added()).containsExactly(post);
  }

  @Test
  void load_afterAQueuedMemberWasFlushed_doesNotRepeatIt() {
    User ann = stored(new User("Ann"));
    Post post = stored(new Post("one"));
    loadReference(post, "author", null);
    post.author = ann;
    load(ann, "posts", post);

    assertThat(ann.posts).containsExactly(post);
    assertThat(history(ann, "posts").hasChanges()).isFalse();
  }

  @Test
  void queue_addedAndTakenBack_leavesNothing() {
    User ann = stored(new User("Ann"));
    Post post = stored(new Post("one"));
    loadReference(post, "author", null);
    post.author = ann;
    post.author = null;

    assertThat(history(ann, "posts").hasChanges()).isFalse();
  }

  @Test
  void set_ofAnUnloadedReference_takesTheOldTargetFromMemory() {
    User ann = stored(new User("Ann"));
    User bob = stored(new User("Bob"));
    Tag tag = stored(new Tag("java"));
    Post post = stored(new Post("one"));
    load(ann, "edited", post);
    peeked = ann;
    post.editor = bob;

    assertThat(ann.edited).isEmpty();
    assertThat(history(post, "editor").deleted()).containsExactly(ann);
    assertThat(calls).noneMatch(call -> call.startsWith("load"));
    assertThat(tag.name).isEqualTo("java");
  }

  @Test
  void set_ofAnUnloadedReferenceThatNobodyKnows_touchesNoFormerOwner() {
    User bob = stored(new User("Bob"));
    Post post = stored(new Post("one"));
    post.editor = bob;

    assertThat(history(post, "editor").added()).containsExactly(bob);
    assertThat(history(post, "editor").deleted()).isEmpty();
    assertThat(calls).noneMatch(call -> call.startsWith("load"));
  }

  @Test
  @Parity("ORM-REL-18")
  void set_ofAnUnloadedReferenceThatMakesOrphans_loadsTheOldTarget() {
    Post post = stored(new Post("one"));
    User ann = stored(new User("Ann"));
    peeked = ann;
    post.author = null;

    assertThat(calls).contains("load Post.author");
    assertThat(history(post, "author").deleted()).containsExactly(ann);
    assertThat(state(post).isOrphan()).isTrue();
  }

  @Test
  void remove_ofAMemberWhoseReferenceIsNotLoaded_knowsWhatItWas() {
    User ann = stored(new User("Ann"));
    Post post = stored(new Post("one"));
    load(ann, "posts", post);
    ann.posts.remove(post);

    assertThat(post.author).isNull();
    assertThat(history(post, "author").deleted()).containsExactly(ann);
    assertThat(calls).noneMatch(call -> call.startsWith("load"));
  }

  @Test
  void cascade_toANewMember_isAskedOfTheSessionOnTheOwnersSideOnly() {
    User ann = stored(new User("Ann"));
    load(ann, "posts");
    Post first = new Post("one");
    first.author = ann;
    assertThat(calls).noneMatch(call -> call.startsWith("related"));
    Post second = new Post("two");
    ann.posts.add(second);

    assertThat(calls).contains("related Post[new]");
  }

  @Test
  void parents_areNotedWhereAnOrphanCouldCome() {
    Node root = stored(new Node("root"));
    Node other = stored(new Node("other"));
    load(root, "children");
    load(other, "children");
    Node leaf = stored(new Node("leaf"));
    assertThat(state(leaf).isOrphan()).isFalse();
    root.children.add(leaf);
    other.children.add(leaf);
    assertThat(state(leaf).isOrphan()).isFalse();
    other.children.remove(leaf);

    assertThat(state(leaf).isOrphan()).isTrue();
    assertThat(state(leaf).wasOrphaned()).isTrue();
  }

  @Test
  void expire_ofTheOwner_cutsTheCollectionOff() {
    User ann = stored(new User("Ann"));
    Post post = stored(new Post("one"));
    load(ann, "posts", post);
    List<Post> before = ann.posts;
    state(ann).expire((ManagedEntity) (Object) ann);
    before.remove(post);

    assertThat(calls).isEmpty();
    assertThat(ann.posts).isNotSameAs(before);
    assertThat(calls).containsExactly("load User.posts");
  }
}
