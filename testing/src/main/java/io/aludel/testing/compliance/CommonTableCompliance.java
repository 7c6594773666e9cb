package io.aludel.testing.compliance;

import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.select;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aludel.dialect.Capability;
import io.aludel.engine.Engine;
import io.aludel.sql.Cte;
import io.aludel.sql.Delete;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** WITH stands where a dialect declares that it may, and is refused elsewhere. */
public abstract class CommonTableCompliance {
  /** For the classes of authors. */
  protected CommonTableCompliance() {}

  @Test
  @Tries(Capability.COMMON_TABLES)
  void commonTables_recursive_count(TestDatabase database) {
    Cte numbers = select(literal(1).as("n"))
        .cte("numbers")
        .recursively(
            t -> select(t.<Integer>c("n").plus(1)).where(t.<Integer>c("n").lt(4)));
    People.gives(
        database,
        Capability.COMMON_TABLES,
        select(numbers.<Integer>c("n")).orderBy(numbers.<Integer>c("n")),
        List.of(1, 2, 3, 4));
  }

  @Test
  @Tries(Capability.COMMON_TABLES_BEFORE_WRITES)
  void commonTables_beforeAWrite_areRead(TestDatabase database) {
    Engine engine = database.engine();
    People people = People.in(engine);
    Cte old = select(people.id).where(people.age.eq(30)).cte("old_people");
    Delete gone =
        delete(people.table).where(people.id.in(select(old.<Integer>c("id")))).with(old);
    if (database.has(Capability.COMMON_TABLES_BEFORE_WRITES)) {
      engine.inTransaction(connection -> connection.execute(gone));
      assertEquals(List.of(2, 3), people.where(engine, people.id.gt(0)));
    } else {
      People.refused(engine, gone);
    }
  }

  @Test
  @Tries(Capability.WRITING_COMMON_TABLES)
  void commonTables_thatWrite_giveTheirRows(TestDatabase database) {
    Engine engine = database.engine();
    People people = People.in(engine);
    Cte gone =
        delete(people.table).where(people.age.eq(30)).returning(people.id).cte("gone_people");
    People.gives(
        database, Capability.WRITING_COMMON_TABLES, select(func.count()).from(gone), List.of(2L));
    boolean written = database.has(Capability.WRITING_COMMON_TABLES);
    assertEquals(
        written ? List.of(2, 3) : List.of(1, 2, 3, 4), people.where(engine, people.id.gt(0)));
  }
}
