package io.aludel.orm.internal.flush;

import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.World;
import io.aludel.orm.Session;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An object goes with its owner, and is given to somebody else in the same flush: who takes it by the
 * same relationship has moved it, who takes it by another only refers to it, whatever came first.
 */
@ForEachDatabase
@Parity("ORM-REL-17")
class ContradictionsTest {
  private static final Registry MODELS = World.registry();

  private FlushFixture fixture;
  private Session session;
  private User author;
  private User other;
  private Post post;

  /** The ways to say that the other user takes the post. */
  private enum Taking {
    EDITED_BY {
      @Override
      void take(ContradictionsTest test) {
        test.post.editor = test.other;
      }
    },
    EDITS {
      @Override
      void take(ContradictionsTest test) {
        test.other.edited.add(test.post);
      }
    },
    WRITTEN_BY {
      @Override
      void take(ContradictionsTest test) {
        test.post.author = test.other;
      }
    },
    WRITES {
      @Override
      void take(ContradictionsTest test) {
        test.other.posts.add(test.post);
      }
    };

    abstract void take(ContradictionsTest test);

    static Stream<Taking> as(String kind) {
      return Stream.of(values()).filter(each -> each.name().startsWith(kind));
    }
  }

  @BeforeEach
  void createTables(TestDatabase database) {
    fixture = new FlushFixture(database, MODELS);
    session = fixture.session();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private void storeAgain(boolean loaded) {
    author = new User("author");
    other = new User("other");
    post = new Post("post");
    author.posts.add(post);
    session.addAll(List.of(author, other));
    session.commit();
    if (loaded) {
      assertThat(author.posts).hasSize(1);
      assertThat(other.posts).isEmpty();
      assertThat(other.edited).isEmpty();
    }
  }

  private List<String> titles() {
    return session.scalars(select(Post.class)).all().stream()
        .map(each -> each.title + " by " + (each.author == null ? null : each.author.name))
        .toList();
  }

  private void clear() {
    session.scalars(select(Post.class)).all().forEach(session::delete);
    session.commit();
  }

  @Test
  void delete_ofTheOwner_takesWhatAnotherRefersTo() {
    Taking.as("EDIT").forEach(taking -> {
      for (boolean loaded : new boolean[] {true, false}) {
        for (boolean first : new boolean[] {true, false}) {
          storeAgain(loaded);
          session.noAutoflush(() -> {
            if (first) {
              taking.take(this);
            }
            session.delete(author);
            if (!first) {
              taking.take(this);
            }
            assertThat(session.deleted()).contains(author, post);
          });
          session.flush();
          assertThat(titles())
              .as("%s loaded %s first %s", taking, loaded, first)
              .isEmpty();
          session.commit();
          assertThat(titles()).isEmpty();
        }
      }
    });
  }

  @Test
  void delete_ofTheOwner_leavesWhatAnotherTook() {
    Taking.as("WRI").forEach(taking -> {
      for (boolean loaded : new boolean[] {true, false}) {
        for (boolean first : new boolean[] {true, false}) {
          storeAgain(loaded);
          session.noAutoflush(() -> {
            if (first) {
              taking.take(this);
            }
            session.delete(author);
            if (!first) {
              taking.take(this);
            }
          });
          session.commit();
          assertThat(titles())
              .as("%s loaded %s first %s", taking, loaded, first)
              .containsExactly("post by other");
          clear();
        }
      }
    });
  }

  @Test
  void flush_afterBoth_writesTheDeletionsAlone() {
    storeAgain(true);
    post.editor = other;
    session.delete(author);

    assertThat(fixture.flush())
        .filteredOn(statement -> !statement.startsWith("SELECT"))
        .containsExactly(
            "DELETE FROM w_post WHERE w_post.id = ? [1]",
            "DELETE FROM w_user WHERE w_user.id = ? [1]");
  }

  @Test
  @Parity("ORM-REL-18")
  void add_ofAnObjectThatHoldsAnOrphan_doesNotBringItBack() {
    author = new User("author");
    Tag tag = new Tag("java");
    session.addAll(List.of(author, tag));
    session.commit();
    post = new Post("never");
    session.noAutoflush(() -> {
      author.posts.add(post);
      post.tags.add(tag);
      author.posts.clear();
      assertThat(session.contains(post)).isFalse();
      session.delete(tag);
      session.add(tag);
    });
    session.commit();

    assertThat(titles()).isEmpty();
    assertThat(tag.posts).isEmpty();
  }
}
