package io.aludel.orm.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ListenerHandle;
import io.aludel.fixture.world.Course;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Post_;
import io.aludel.fixture.world.Student;
import io.aludel.fixture.world.Student_;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.Parity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EntityEventsTest {
  private final Registry models = World.registry();
  private final EntityEvents<User> users = models.events(User.class);
  private final EntityEvents<Post> posts = models.events(Post.class);
  private final List<String> log = new ArrayList<>();

  @Test
  void onSet_ofAValue_seesOldAndNewAndGivesWhatIsStored() {
    ListenerHandle handle = users.onSet(User_.name, (user, value, old) -> {
      log.add(old + ">" + value);
      return value == null ? null : value.toUpperCase(Locale.ROOT);
    });
    User user = new User("ann");
    user.name = "ann";
    assertThat(user.name).isEqualTo("ANN");
    assertThat(log).containsExactly("null>ann", "ANN>ann");
    handle.remove();
    handle.remove();
    user.name = "bob";

    assertThat(user.name).isEqualTo("bob");
  }

  @Test
  void onSet_ofAReference_isToldFromEitherSide() {
    posts.onSet(Post_.author, (post, value, old) -> {
      log.add(name(old) + ">" + name(value));
      return value;
    });
    User ann = new User("Ann");
    User bob = new User("Bob");
    Post post = new Post("one");
    post.author = ann;
    bob.posts.add(post);
    bob.posts.clear();

    assertThat(log).containsExactly("null>Ann", "Ann>Bob", "Bob>null");
  }

  private static String name(User user) {
    return user == null ? "null" : user.name;
  }

  @Test
  @Parity("ORM-EVT-18")
  void onAppend_ofACollection_mayReplaceOrRefuseTheMember() {
    Post substitute = new Post("substitute");
    users.onAppend(User_.posts, (user, post) -> {
      if (post != null && post.title.equals("bad")) {
        throw new IllegalStateException("refused");
      }
      return post != null && post.title.equals("other") ? substitute : post;
    });
    User ann = new User("Ann");
    Post bad = new Post("bad");

    assertThatThrownBy(() -> ann.posts.add(bad)).hasMessage("refused");
    assertThatThrownBy(() -> bad.author = ann).hasMessage("refused");
    assertThat(bad.author).isNull();
    assertThat(ann.posts).isEmpty();
    ann.posts.add(new Post("other"));
    assertThat(ann.posts).containsExactly(substitute);
    assertThat(substitute.author).isSameAs(ann);
  }

  @Test
  void onAppendUnchanged_isToldOfMembersThatAreThereAlready() {
    EntityEvents<Student> students = models.events(Student.class);
    students.onAppendUnchanged(Student_.courses, (student, course) -> log.add("=" + course.name));
    students.onAppend(Student_.courses, (student, course) -> {
      log.add("+" + course.name);
      return course;
    });
    students.onRemove(Student_.courses, (student, course) -> log.add("-" + course.name));
    Student ann = new Student("Ann");
    Course maths = new Course("maths");
    ann.courses.add(maths);
    ann.courses.add(maths);
    ann.courses = new java.util.LinkedHashSet<>(List.of(maths, new Course("art")));

    assertThat(log).containsExactly("+maths", "=maths", "=maths", "+art");
  }

  @Test
  @Parity("ORM-EVT-19")
  void onRemove_ofACollection_isToldOncePerMemberFromEitherSide() {
    users.onRemove(User_.posts, (user, post) -> log.add("-" + post.title));
    User ann = new User("Ann");
    Post one = new Post("one");
    Post two = new Post("two");
    Post three = new Post("three");
    ann.posts.addAll(List.of(one, two, three));
    ann.posts.remove(one);
    two.author = null;
    ann.posts = new ArrayList<>();

    assertThat(log).containsExactly("-one", "-two", "-three");
    assertThat(three.author).isNull();
  }

  @Test
  @Parity("ORM-EVT-20")
  void onBulkReplace_seesAllMembersAndMayEditThem() {
    users.onBulkReplace(User_.posts, (user, members) -> {
      log.add("bulk " + members.size());
      members.remove(0);
    });
    users.onAppend(User_.posts, (user, post) -> {
      log.add("+" + post.title);
      return post;
    });
    User ann = new User("Ann");
    Post left = new Post("left");
    ann.posts = new ArrayList<>(List.of(left, new Post("two")));

    assertThat(log).containsExactly("bulk 2", "+two");
    assertThat(ann.posts).extracting(post -> post.title).containsExactly("two");
    assertThat(left.author).isNull();
  }

  @Test
  @Parity("ORM-EVT-21")
  void onInitScalar_givesAnUnsetAttributeItsValue() {
    posts.onInitScalar(Post_.userId, post -> {
      log.add("init");
      return 7;
    });
    Post post = new Post("one");
    assertThat(post.userId).isEqualTo(7);
    assertThat(post.userId).isEqualTo(7);
    Post set = new Post("two");
    set.userId = null;

    assertThat(set.userId).isNull();
    assertThat(log).containsExactly("init");
  }

  @Test
  @Parity("ORM-EVT-22")
  void onInitAndDisposeCollection_seeCollectionsComeAndGo() {
    users.onInitCollection(User_.posts, (user, collection) -> log.add("made"));
    users.onDisposeCollection(User_.posts, (user, collection) -> log.add("disposed"));
    User ann = new User("Ann");
    ann.posts.isEmpty();
    ann.posts = new ArrayList<>();

    assertThat(log).containsExactly("made", "made", "disposed");
  }

  @Test
  void events_ofAnAttributeOfAnotherClass_areRefused() {
    EventAttribute<Object, String> stranger = () -> "stranger";

    assertThatThrownBy(() -> users.onSet(stranger, (user, value, old) -> value))
        .hasMessageContaining("User has no such attribute");
  }
}
