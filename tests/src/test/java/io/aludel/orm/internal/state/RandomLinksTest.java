package io.aludel.orm.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Profile;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.World;
import io.aludel.testing.Parity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random changes of a small world: after each of them both sides of every relationship agree. */
class RandomLinksTest {
  private static final int STEPS = 3000;

  private final List<User> users = make(i -> new User("u" + i));
  private final List<Post> posts = make(i -> new Post("p" + i));
  private final List<Tag> tags = make(i -> new Tag("t" + i));
  private final List<Profile> profiles = make(i -> new Profile("f" + i));

  @BeforeAll
  static void map() {
    World.registry().configure();
  }

  private static <T> List<T> make(java.util.function.IntFunction<T> factory) {
    return IntStream.range(0, 5).mapToObj(factory).toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  @Parity("ORM-REL-14")
  void change_anyNumberOfTimes_leavesBothSidesInStep(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      int kind = random.nextInt(16);
      change(kind, random);
      check("seed " + seed + ", step " + step + ", change " + kind);
    }
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static <T> @Nullable T anyOrNull(List<T> all, Random random) {
    return random.nextInt(6) == 0 ? null : any(all, random);
  }

  private List<Post> some(Random random) {
    List<Post> some = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      some.add(any(posts, random));
    }
    return some;
  }

  private void change(int kind, Random random) {
    User user = any(users, random);
    Post post = any(posts, random);
    switch (kind) {
      case 0 -> user.posts.add(random.nextInt(user.posts.size() + 1), post);
      case 1 -> user.posts.remove(post);
      case 2 -> post.author = anyOrNull(users, random);
      case 3 -> user.posts = some(random);
      case 4 -> user.posts.removeIf(each -> random.nextBoolean());
      case 5 -> user.posts.replaceAll(each -> random.nextBoolean() ? each : any(posts, random));
      case 6 -> shrink(user.posts.iterator(), random);
      case 7 -> user.edited.add(post);
      case 8 -> post.editor = anyOrNull(users, random);
      case 9 -> user.edited = new LinkedHashSet<>(some(random));
      case 10 -> user.profile = anyOrNull(profiles, random);
      case 11 -> any(profiles, random).user = anyOrNull(users, random);
      case 12 -> post.tags.add(any(tags, random));
      case 13 -> any(tags, random).posts.remove(post);
      case 14 -> post.tags.retainAll(List.of(any(tags, random), any(tags, random)));
      default -> addWhereMissing(any(tags, random), post);
    }
  }

  /** A set on one side of a many-to-many knows no repetition; the list on the other would. */
  private static void addWhereMissing(Tag tag, Post post) {
    if (!tag.posts.contains(post)) {
      tag.posts.add(post);
    }
  }

  private static void shrink(Iterator<Post> posts, Random random) {
    while (posts.hasNext()) {
      posts.next();
      if (random.nextInt(3) == 0) {
        posts.remove();
      }
    }
  }

  private void check(String when) {
    for (User user : users) {
      for (Post post : posts) {
        assertThat(user.posts.contains(post)).as(when).isEqualTo(post.author == user);
        assertThat(user.edited.contains(post)).as(when).isEqualTo(post.editor == user);
      }
      for (Profile profile : profiles) {
        assertThat(user.profile == profile).as(when).isEqualTo(profile.user == user);
      }
    }
    for (Tag tag : tags) {
      for (Post post : posts) {
        assertThat(Collections.frequency(tag.posts, post))
            .as(when)
            .isEqualTo(post.tags.contains(tag) ? 1 : 0);
      }
    }
  }
}
