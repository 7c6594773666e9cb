package io.aludel.orm.loading;

import static io.aludel.orm.Orm.load;
import static io.aludel.orm.Orm.noLoad;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.testing.Expectations.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Post_;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relationships that are left empty, whatever the database holds. */
@ForEachDatabase
class NoLoadTest {
  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    Registry registry = World.registry();
    registry.metadata().createAll(database.engine());
    SessionFactory sessions = SessionFactory.of(database.engine(), registry);
    sessions.inTransaction(filling -> {
      User ann = new User("Ann");
      ann.posts.add(new Post("one"));
      filling.add(ann);
    });
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  @Test
  @Parity("ORM-QRY-18")
  void collectionAndReference_areEmptyWithoutSql() {
    User ann = session.scalars(select(User.class).options(noLoad(User_.posts))).one();
    Post one = session.scalars(select(Post.class).options(noLoad(Post_.author))).one();
    recorder.clear();

    assertThat(ann.posts).isEmpty();
    assertThat(one.author).isNull();
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-QRY-18")
  void flush_leavesTheRowsThatWereNotLoaded() {
    User ann = session.scalars(select(User.class).options(noLoad(User_.posts))).one();
    assertThat(ann.posts).isEmpty();
    ann.posts.add(new Post("two"));
    session.commit();
    recorder.clear();

    assertThat(session.scalars(select(Post_.title).orderBy(Post_.id)).all())
        .containsExactly("one", "two");
    session.expungeAll();
    assertThat(session.getOne(User.class, 1).posts).hasSize(2);
    recorder.clear();
  }

  @Test
  @Parity("ORM-QRY-18")
  void below_anotherRelationship_itHoldsThereOnly() {
    Post one = session
        .scalars(select(Post.class).options(selectinLoad(Post_.author).noLoad(User_.edited)))
        .one();
    recorder.assertStatements(count(1), count(1));

    assertThat(one.author.edited).isEmpty();
    recorder.assertStatements();
    assertThat(one.author.posts).containsExactly(one);
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-QRY-18")
  void another_wayForTheSameRelationship_isRefused() {
    assertThatThrownBy(() -> session.scalars(
            select(User.class).options(noLoad(User_.posts), selectinLoad(User_.posts))))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageContaining("[ORM-503]");
    assertThatThrownBy(() -> session.scalars(select(Post.class).options(noLoad(User_.posts))))
        .hasMessageContaining("[ORM-504]");
    assertThat(load(User_.entity).noLoad(User_.posts).toString()).contains("User");
    recorder.assertStatements();
  }
}
