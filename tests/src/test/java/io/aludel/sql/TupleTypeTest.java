package io.aludel.sql;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.tuple;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.construct.TupleType;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.types.SqlTypes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rows of values have a type of their own: that of each member decides how its values travel. */
@Parity("ORM-TYP-12")
class TupleTypeTest {
  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Column<UUID> uuid = column("uid", SqlTypes.UUID);
  private final Column<LocalDate> day = column("born", SqlTypes.DATE);
  private final Column<DayOfWeek> weekday = column("wd", SqlTypes.ENUM(DayOfWeek.class));
  private final Table table = Table.of("tuples", metadata, id, uuid, day, weekday);

  @Test
  void type_ofATuple_isThatOfItsMembers() {
    assertThat(tuple(id, literal("x", STRING(5)), day).node().type(CompileScope.UNRESOLVED))
        .isEqualTo(new TupleType(List.of(INTEGER, STRING(5), SqlTypes.DATE)));
    assertThat(new TupleType(List.of(INTEGER)).javaType()).isEqualTo(List.class);
  }

  @ForEachDatabase
  void members_ofEveryType_travelAsTheirColumnsDo(Engine engine) {
    metadata.createAll(engine);
    UUID one = new UUID(1, 2);
    UUID other = new UUID(3, 4);
    LocalDate then = LocalDate.of(2024, 2, 29);
    engine.inTransaction(connection -> {
      connection.execute(insert(table)
          .values(
              row("id", 1, "uid", one, "born", then).and("wd", DayOfWeek.FRIDAY),
              row("id", 2, "uid", other, "born", then).and("wd", DayOfWeek.MONDAY)));
      Select<Integer> ids = select(id).orderBy(id);
      assertThat(connection
              .scalars(ids.where(tuple(uuid, day, weekday)
                  .in(
                      List.of(one, then, DayOfWeek.FRIDAY),
                      List.of(other, then, DayOfWeek.SUNDAY))))
              .all())
          .containsExactly(1);
      assertThat(connection
              .scalars(ids.where(tuple(uuid, day).notIn(List.of(List.of(one, then)))))
              .all())
          .containsExactly(2);
      assertThat(connection
              .scalars(ids.where(tuple(id, day).eq(tuple(literal(2), day))))
              .all())
          .containsExactly(2);
      assertThat(connection
              .scalars(ids.where(tuple(id, day).lt(tuple(literal(2), day))))
              .all())
          .containsExactly(1);
      assertThat(connection
              .scalars(ids.where(tuple(id, uuid).inRows(select(id, uuid).where(id.eq(2)))))
              .all())
          .containsExactly(2);
    });
  }

  @Test
  void rows_thatDoNotFit_areRefused() {
    assertThatThrownBy(() -> tuple(id, day).in(List.of(List.of(1))))
        .isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> tuple(id, day).in(List.of(List.of("x", LocalDate.EPOCH))))
        .isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> tuple(id, (Expression<?>) null)).isInstanceOf(ArgumentException.class);
  }
}
