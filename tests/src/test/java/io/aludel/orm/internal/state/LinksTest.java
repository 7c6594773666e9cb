package io.aludel.orm.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.world.Course;
import io.aludel.fixture.world.Node;
import io.aludel.fixture.world.Person;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Profile;
import io.aludel.fixture.world.Student;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.World;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.testing.Parity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Both sides of relationships, on objects that no session knows. */
class LinksTest {
  @BeforeAll
  static void map() {
    World.registry().configure();
  }

  @Nested
  class OneToMany {
    private final User ann = new User("Ann");
    private final User bob = new User("Bob");
    private final Post post = new Post("one");

    @Test
    void add_toCollection_setsReference() {
      ann.posts.add(post);

      assertThat(post.author).isSameAs(ann);
      assertThat(ann.posts).containsExactly(post);
    }

    @Test
    void set_ofReference_addsToCollection() {
      post.author = ann;

      assertThat(ann.posts).containsExactly(post);
    }

    @Test
    void set_ofAnotherReference_leavesTheFormerCollection() {
      post.author = ann;
      post.author = bob;

      assertThat(ann.posts).isEmpty();
      assertThat(bob.posts).containsExactly(post);
    }

    @Test
    void set_ofTheSameReference_changesNothing() {
      post.author = ann;
      post.author = ann;

      assertThat(ann.posts).containsExactly(post);
    }

    @Test
    void add_toAnotherCollection_leavesTheFormerOne() {
      ann.posts.add(post);
      bob.posts.add(post);

      assertThat(ann.posts).isEmpty();
      assertThat(post.author).isSameAs(bob);
    }

    @Test
    void remove_fromCollection_clearsReference() {
      ann.posts.add(post);
      ann.posts.remove(post);

      assertThat(post.author).isNull();
    }

    @Test
    void set_ofReferenceToNull_leavesTheCollection() {
      post.author = ann;
      post.author = null;

      assertThat(ann.posts).isEmpty();
    }

    @Test
    @Parity("ORM-REL-14")
    void remove_ofOneOfTwoOccurrences_keepsTheReferenceUntilTheLastLeaves() {
      ann.posts.add(post);
      ann.posts.add(post);
      ann.posts.remove(post);
      assertThat(post.author).isSameAs(ann);
      ann.posts.remove(post);

      assertThat(post.author).isNull();
    }

    @Test
    void clear_withRepeatedMembers_clearsEveryReference() {
      Post other = new Post("two");
      ann.posts.addAll(List.of(post, other, post));
      ann.posts.clear();

      assertThat(post.author).isNull();
      assertThat(other.author).isNull();
    }

    @Test
    void move_ofARepeatedMember_leavesNoOccurrenceBehind() {
      ann.posts.addAll(List.of(post, post));
      bob.posts.add(post);

      assertThat(ann.posts).isEmpty();
      assertThat(post.author).isSameAs(bob);
    }

    @Test
    void add_ofNull_isKeptForTheFlushToRefuse() {
      ann.posts.add(null);
      ann.posts.add(post);

      assertThat(ann.posts).containsExactly(null, post);
      ann.posts.removeIf(each -> each == null);
      assertThat(post.author).isSameAs(ann);
    }

    @Test
    void assignment_ofAPlainCollection_movesTheMembersIntoALiveOne() {
      Post kept = new Post("kept");
      ann.posts.addAll(List.of(post, kept));
      List<Post> plain = new ArrayList<>(List.of(kept, new Post("new")));
      List<Post> replaced = ann.posts;
      ann.posts = plain;

      assertThat(post.author).isNull();
      assertThat(kept.author).isSameAs(ann);
      assertThat(plain.get(1).author).isSameAs(ann);
      assertThat(ann.posts).isNotSameAs(plain).containsExactlyElementsOf(plain);

      plain.clear();
      assertThat(ann.posts).hasSize(2);
      replaced.remove(kept);
      assertThat(kept.author).isSameAs(ann);
    }

    @Test
    void assignment_ofTheCollectionOfAnother_takesItsMembers() {
      ann.posts.addAll(List.of(post, new Post("two")));
      bob.posts = ann.posts;

      assertThat(ann.posts).isEmpty();
      assertThat(bob.posts).hasSize(2).allMatch(each -> each.author == bob);
    }

    @Test
    @Parity("ORM-REL-28")
    void assignment_ofNull_isRefused() {
      ann.posts.add(post);

      assertThatThrownBy(() -> ann.posts = null)
          .isInstanceOfSatisfying(
              ObjectStateException.class,
              failure -> assertThat(failure.code()).isEqualTo(OrmError.NO_COLLECTION))
          .hasMessageContaining("User.posts");
      assertThat(ann.posts).containsExactly(post);
    }

    @Test
    void assignment_ofItself_changesNothing() {
      ann.posts.add(post);
      List<Post> posts = ann.posts;
      ann.posts = posts;

      assertThat(ann.posts).isSameAs(posts).containsExactly(post);
    }

    @Test
    void read_ofTheCollection_givesTheSameOneEachTime() {
      assertThat(ann.posts).isSameAs(ann.posts);
    }

    @Test
    void iteration_thatMovesMembersAway_fails() {
      ann.posts.addAll(List.of(post, new Post("two"), new Post("three")));

      assertThatThrownBy(() -> {
            for (Post each : ann.posts) {
              each.author = bob;
            }
          })
          .isInstanceOf(java.util.ConcurrentModificationException.class);
    }
  }

  @Nested
  class OneToOne {
    private final User ann = new User("Ann");
    private final User bob = new User("Bob");
    private final Profile profile = new Profile("a");
    private final Profile other = new Profile("b");

    @Test
    void set_ofEitherSide_setsTheOther() {
      ann.profile = profile;
      assertThat(profile.user).isSameAs(ann);
      other.user = bob;
      assertThat(bob.profile).isSameAs(other);
    }

    @Test
    @Parity("ORM-REL-14")
    void takeOver_fromEitherSide_clearsTheFormerOwner() {
      ann.profile = profile;
      bob.profile = profile;
      assertThat(ann.profile).isNull();
      assertThat(profile.user).isSameAs(bob);

      profile.user = ann;
      assertThat(bob.profile).isNull();
      assertThat(ann.profile).isSameAs(profile);
    }

    @Test
    void set_inPlaceOfAnother_clearsThatOne() {
      ann.profile = profile;
      ann.profile = other;
      assertThat(profile.user).isNull();

      other.user = null;
      assertThat(ann.profile).isNull();
    }

    @Test
    void exchange_ofTwoPairs_leavesTwoPairs() {
      ann.profile = profile;
      bob.profile = other;
      ann.profile = other;
      bob.profile = profile;

      assertThat(profile.user).isSameAs(bob);
      assertThat(other.user).isSameAs(ann);
    }
  }

  @Nested
  class ManyToMany {
    private final Student ann = new Student("Ann");
    private final Course maths = new Course("maths");

    @Test
    void add_onEitherSide_addsOnTheOther() {
      ann.courses.add(maths);
      assertThat(maths.students).containsExactly(ann);
      Student bob = new Student("Bob");
      maths.students.add(bob);

      assertThat(bob.courses).containsExactly(maths);
    }

    @Test
    void remove_onEitherSide_removesOnTheOther() {
      ann.courses.add(maths);
      maths.students.remove(ann);
      assertThat(ann.courses).isEmpty();
      ann.courses.add(maths);
      ann.courses.clear();

      assertThat(maths.students).isEmpty();
    }

    @Test
    void assignment_ofASet_changesTheDifference() {
      Course art = new Course("art");
      ann.courses.add(maths);
      ann.courses = new LinkedHashSet<>(Set.of(art));

      assertThat(maths.students).isEmpty();
      assertThat(art.students).containsExactly(ann);
    }

    @Test
    void follow_withinOneClass_keepsTheTwoEndsApart() {
      Person ann = new Person("Ann");
      Person bob = new Person("Bob");
      ann.following.add(bob);
      ann.following.add(ann);

      assertThat(bob.followers).containsExactly(ann);
      assertThat(ann.followers).containsExactly(ann);
      assertThat(bob.following).isEmpty();
    }

    @Test
    void tags_ofAPost_areKeptInStep() {
      Tag tag = new Tag("java");
      Post post = new Post("one");
      tag.posts.add(post);

      assertThat(post.tags).containsExactly(tag);
    }
  }

  @Nested
  class Trees {
    @Test
    void parent_andChildren_areTwoEndsOfOneRelationship() {
      Node root = new Node("root");
      Node leaf = new Node("leaf");
      leaf.parent = root;
      assertThat(root.children).containsExactly(leaf);
      Node branch = new Node("branch");
      branch.children.add(leaf);

      assertThat(root.children).isEmpty();
      assertThat(leaf.parent).isSameAs(branch);
      assertThat(root.parent).isNull();
    }
  }
}
