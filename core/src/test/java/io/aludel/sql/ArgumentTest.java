package io.aludel.sql;

import static io.aludel.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Schema;
import io.aludel.schema.Table;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.types.SqlTypes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every argument has a role, and one that does not fit is refused where it is given. */
class ArgumentTest {
  private final Column<Integer> id = Schema.column("id", SqlTypes.INTEGER);
  private final Column<String> name = Schema.column("name", SqlTypes.STRING);
  private final Column<LocalDate> born = Schema.column("born", SqlTypes.DATE);
  private final Table people = Table.of("people", new MetaData(), id, name, born);

  private static void refused(CoreError code, ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOf(ArgumentException.class)
        .hasMessageContainingAll(words)
        .hasMessageEndingWith("[" + code.code() + "]");
  }

  @Nested
  class Values {
    @Test
    void value_ofWrongClass_namesColumnTypeAndClass() {
      Column<Object> untyped = people.c("id");

      refused(
          CoreError.WRONG_VALUE,
          () -> untyped.eq("seven"),
          "EQ",
          "people.id",
          "Integer",
          "java.lang.String");
      refused(CoreError.WRONG_VALUE, () -> untyped.in(1, "two"), "IN", "people.id");
      refused(CoreError.WRONG_VALUE, () -> untyped.between(1, 2.5), "BETWEEN");
      refused(
          CoreError.WRONG_VALUE,
          () -> insert(people).values(row("id", "seven")),
          "assignment",
          "people.id");
      refused(CoreError.WRONG_VALUE, () -> update(people).set(untyped, "seven"), "people.id");
    }

    @Test
    void value_inMessage_isNotShown() {
      Column<Object> untyped = people.c("id");

      assertThatThrownBy(() -> untyped.eq("hunter2")).message().doesNotContain("hunter2");
    }

    @Test
    void value_equalNumberOfAnotherClass_isTaken() {
      Column<Object> untyped = people.c("id");
      BinaryNode comparison = (BinaryNode) untyped.eq(7L).node();

      assertThat(((BindNode) comparison.right()).value()).isEqualTo(7);
      refused(CoreError.WRONG_VALUE, () -> untyped.eq(Long.MAX_VALUE), "people.id");
    }

    @Test
    void value_null_isRefusedWhereNothingComparesWithIt() {
      refused(CoreError.NULL_OPERAND, () -> id.gt((Integer) null), "GT", "people.id", "isNull()");
      refused(CoreError.NULL_OPERAND, () -> id.in(1, null), "IN");
      refused(CoreError.NULL_OPERAND, () -> id.in((List<Integer>) null), "collection");
      refused(CoreError.NULL_OPERAND, () -> id.between(1, (Integer) null), "BETWEEN");
      refused(CoreError.NULL_OPERAND, () -> name.like((String) null), "pattern");
      refused(CoreError.NULL_OPERAND, () -> literal((String) null), "value");
      refused(CoreError.NULL_OPERAND, () -> id.plus((Integer) null), "ADD");
    }

    @Test
    void literal_ofClassWithoutType_isRefused() {
      refused(CoreError.UNKNOWN_JAVA_TYPE, () -> literal(ZoneId.of("UTC")), "java.time.ZoneRegion");
      refused(CoreError.UNKNOWN_JAVA_TYPE, () -> named("x").eq(new Object()), "java.lang.Object");
    }
  }

  @Nested
  class Operators {
    private final Column<Object> bornUntyped = people.c("born");

    @Test
    void operator_ofAnotherFamily_isRefused() {
      refused(CoreError.WRONG_OPERATOR, () -> bornUntyped.like("x"), "like", "people.born", "text");
      refused(CoreError.WRONG_OPERATOR, () -> bornUntyped.plus(1), "ADD", "a number");
      refused(CoreError.WRONG_OPERATOR, bornUntyped::negated, "negation", "a number");
      refused(CoreError.WRONG_OPERATOR, bornUntyped::isTrue, "IS_TRUE", "a truth value");
      refused(CoreError.WRONG_OPERATOR, () -> bornUntyped.and(id.eq(1)), "and", "a truth value");
      refused(CoreError.WRONG_OPERATOR, bornUntyped::lower, "lower", "text");
      refused(CoreError.WRONG_OPERATOR, () -> func.sum(bornUntyped), "sum", "a number");
    }

    @Test
    void operator_ofUnknownType_isAllowed() {
      assertThat(named("x").like("y")).hasToString("x LIKE ?");
      assertThat(named("x").plus(1)).hasToString("x + ?");
    }
  }

  @Nested
  class Statements {
    @Test
    void select_null_namesTheRole() {
      refused(CoreError.NULL_OPERAND, () -> select((Expression<?>) null), "select", "expression");
      refused(CoreError.NULL_OPERAND, () -> select(id, (Expression<?>) null), "select");
      refused(CoreError.NULL_OPERAND, () -> select(id).where((Condition) null), "where");
      refused(CoreError.NULL_OPERAND, () -> select(id).orderBy((OrderKey) null), "orderBy");
      refused(CoreError.NULL_OPERAND, () -> select(id).join((JoinTarget) null), "join");
      refused(CoreError.NULL_OPERAND, () -> select(id).from((FromClause) null), "from");
      refused(CoreError.NULL_OPERAND, () -> insert(null), "insert", "target");
      refused(CoreError.NULL_OPERAND, () -> and(id.eq(1), (Condition) null), "and");
    }

    @Test
    void limit_negative_isRefused() {
      refused(CoreError.ARGUMENT, () -> select(id).limit(-1), "limit", "-1");
      refused(CoreError.ARGUMENT, () -> select(id).offset(-1), "offset", "-1");
    }

    @Test
    void name_empty_isRefused() {
      refused(CoreError.ARGUMENT, () -> id.as(""), "name is empty");
      refused(CoreError.ARGUMENT, () -> people.as(""), "name is empty");
      refused(CoreError.ARGUMENT, () -> literalColumn(""), "name is empty");
    }

    @Test
    void insert_wrongParts_areRefused() {
      refused(CoreError.INCOMPLETE_STATEMENT, () -> insert(people).values(List.of()), "no row");
      refused(CoreError.ARGUMENT, () -> row("id", 1, "name"), "odd number");
      refused(CoreError.WRONG_ROLE, () -> row("id", 1, 2, 3), "java.lang.Integer");
      refused(
          CoreError.WRONG_ROLE,
          () -> insert(people).values(row("id", 1), row("id", 2)).set(name, "x"),
          "2 rows");
      refused(CoreError.WRONG_ROLE, () -> update(people).set(id.plus(1), 2), "no column");
    }
  }

  @Nested
  class OptionalConditions {
    @Test
    void conditions_withoutValue_addNothing() {
      Select<Integer> statement = select(id)
          .where(
              name.likeIf(null),
              id.eqIf(null),
              id.inIf(null),
              id.ltIf(null),
              or(name.containsIf(null), id.gtIf(null)),
              not(name.startsWithIf(null)));

      assertThat(statement).hasToString("SELECT people.id FROM people");
      assertThat(statement.where(or(name.ilikeIf(null), id.geIf(3))))
          .hasToString("SELECT people.id FROM people WHERE people.id >= ?");
    }

    @Test
    void conditions_withValue_areOrdinary() {
      assertThat(name.likeIf("x")).hasToString("people.name LIKE ?");
      assertThat(id.inIf(List.of())).hasToString("people.id IN (NULL) AND (1 != 1)");
    }
  }

  @Nested
  class Simplification {
    private final Condition a = id.eq(1);
    private final Condition b = id.eq(2);

    @Test
    void and_constants_areDroppedOrDecide() {
      assertThat(and(a, trueCondition()).node()).isSameAs(a.node());
      assertThat(and(a, falseCondition(), b)).hasToString("false");
      assertThat(or(a, falseCondition()).node()).isSameAs(a.node());
      assertThat(or(a, trueCondition(), b)).hasToString("true");
      assertThat(and(trueCondition(), trueCondition())).hasToString("true");
    }

    @Test
    void and_nested_isFlattened() {
      assertThat(and(a, and(b, and(a, b))))
          .hasToString("people.id = ? AND people.id = ? AND people.id = ? AND people.id = ?");
      assertThat(a.or(b).or(a)).hasToString("people.id = ? OR people.id = ? OR people.id = ?");
    }

    @Test
    void allOf_nothing_isAbsent() {
      assertThat(select(id).where(allOf(List.of()))).hasToString("SELECT people.id FROM people");
      assertThat(allOf(Arrays.asList(a, b)).node()).isEqualTo(and(a, b).node());
    }

    @Test
    void not_constant_isTheOther() {
      assertThat(not(trueCondition())).hasToString("false");
      assertThat(not(absentCondition()).node()).isSameAs(absentCondition().node());
    }
  }

  @Test
  void statement_changed_leavesTheOriginal() {
    Select<Integer> original = select(id).where(id.eq(1));
    String before = original.toString();

    original.where(name.eq("x")).orderBy(id).limit(3).distinct();

    assertThat(original).hasToString(before);
  }
}
