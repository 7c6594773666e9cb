package io.aludel.orm;

import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.update;
import static io.aludel.sql.Sql.literal;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.fixture.ClauseWords;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.mapping.Registry;
import io.aludel.sql.tree.statement.Additions.Point;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clauses of an application in statements of entities: attributes in them become columns. */
@ForEachDatabase
class EntityClauseTest {
  private static final Registry MODELS = World.registry();

  @Test
  @Parity("ORM-SQL-37")
  void clauses_withAttributes_areResolved(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    try (Session session = SessionFactory.of(database.engine(), MODELS).open()) {
      User ann = new User("Ann");
      session.addAll(List.of(ann, new User("Bob"), new User("Cid")));
      session.flush();

      var found = select(User.class)
          .where(User_.id.gt(0))
          .orderBy(User_.id)
          .clause(
              Point.AFTER_CONDITIONS, ClauseWords.of("AND NOT ", User_.name.eq(literal("Bob")), ""))
          .clause(Point.END, ClauseWords.of("LIMIT ", literal(2), ""));
      assertThat(session.scalars(found).all())
          .extracting(user -> user.name)
          .containsExactly("Ann", "Cid");
      assertThat(session.scalars(found).first()).isSameAs(ann);

      session.execute(update(User.class)
          .set(User_.name, "Dan")
          .where(User_.id.gt(0))
          .clause(Point.AFTER_CONDITIONS, ClauseWords.of("AND ", User_.name.eq(literal("Cid")), ""))
          .options(Orm.synchronize(Synchronize.NONE)));
      assertThat(session.scalars(select(User_.name).orderBy(User_.id)).all())
          .containsExactly("Ann", "Bob", "Dan");
    }
    database.recorder().clear();
  }
}
