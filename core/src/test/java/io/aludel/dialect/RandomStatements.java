package io.aludel.dialect;

import static io.aludel.dialect.Blog.*;
import static io.aludel.sql.Sql.*;

import io.aludel.sql.Alias;
import io.aludel.sql.ColumnExpression;
import io.aludel.sql.Condition;
import io.aludel.sql.Executable;
import io.aludel.sql.Expression;
import io.aludel.sql.NumericExpression;
import io.aludel.sql.Select;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes statements at random: their shape from one source of chance, their values from another, so that a
 * shape can be made anew with other values.
 */
final class RandomStatements {
  private final Random shape;
  private final Random values;
  private final List<ColumnExpression<Integer>> shared = new ArrayList<>();
  private final List<Alias> aliases = new ArrayList<>();

  RandomStatements(long shapeSeed, long valueSeed) {
    shape = new Random(shapeSeed);
    values = new Random(valueSeed);
  }

  Executable statement() {
    return switch (shape.nextInt(8)) {
      case 0 -> insert(USERS).values(row("id", number(), "name", text(), "age", integer(2)));
      case 1 -> update(USERS).set(AGE, integer(2)).set(NAME, text()).where(condition(2));
      case 2 -> delete(USERS).where(condition(3));
      case 3 -> select(2).union(select(1)).limit(number());
      default -> select(3);
    };
  }

  private Select<Integer> select(int depth) {
    Select<Integer> statement =
        io.aludel.sql.Sql.select(shape.nextBoolean() ? USER_ID : labelled(depth), AGE);
    if (shape.nextInt(3) == 0) {
      statement = shape.nextBoolean()
          ? statement.join(POSTS, AUTHOR.eq(USER_ID))
          : statement.leftJoin(POSTS, AUTHOR.eq(USER_ID));
    }
    statement = statement.where(condition(depth), maybe(depth));
    if (shape.nextInt(3) == 0) {
      statement = statement.groupBy(AGE).having(condition(1));
    }
    if (shape.nextBoolean()) {
      statement = statement.orderBy(shape.nextBoolean() ? integer(1).desc() : AGE.asc());
    }
    return shape.nextInt(3) == 0 ? statement.limit(number()) : statement;
  }

  private Expression<Integer> labelled(int depth) {
    return integer(depth - 1).as("label" + shape.nextInt(3));
  }

  private Condition maybe(int depth) {
    return shape.nextBoolean() ? absentCondition() : condition(depth - 1);
  }

  private Condition condition(int depth) {
    int choice = shape.nextInt(depth <= 0 ? 6 : 11);
    return switch (choice) {
      case 0 -> integer(depth - 1).gt(integer(depth - 1));
      case 1 -> integer(depth - 1).eq(number());
      case 2 -> NAME.like(text());
      case 3 -> AGE.in(numbers());
      case 4 -> NAME.contains(text());
      case 5 -> ACTIVE.eq(shape.nextBoolean());
      case 6 -> and(condition(depth - 1), condition(depth - 1));
      case 7 -> or(condition(depth - 1), condition(depth - 1));
      case 8 -> not(condition(depth - 1));
      case 9 -> integer(depth - 1).between(number(), number());
      default ->
        exists(io.aludel.sql.Sql.select(POST_ID).where(AUTHOR.eq(USER_ID), condition(depth - 2)));
    };
  }

  private NumericExpression<Integer> integer(int depth) {
    return switch (shape.nextInt(depth <= 0 ? 4 : 9)) {
      case 0 -> AGE.plus(number());
      case 1 -> USER_ID.negated();
      case 2 -> NAME.length();
      case 3 -> func.abs(bind());
      case 4 -> integer(depth - 1).times(integer(depth - 1));
      case 5 -> func.sum(caseWhen(condition(depth - 1), number()).otherwise(number()));
      case 6 -> func.abs(func.coalesce(integer(depth - 1), number()));
      case 7 ->
        func.abs(io.aludel.sql.Sql.select(other().<Integer>c("id"))
            .where(condition(depth - 2))
            .asScalar());
      default -> integer(depth - 1).minus(func.max(integer(depth - 1)).cast(SqlTypes.INTEGER));
    };
  }

  /** A value that may have been used before, in which case it is the same object. */
  private ColumnExpression<Integer> bind() {
    if (!shared.isEmpty() && shape.nextBoolean()) {
      return shared.get(shape.nextInt(shared.size()));
    }
    ColumnExpression<Integer> fresh = literal(number());
    shared.add(fresh);
    return fresh;
  }

  private Alias other() {
    if (!aliases.isEmpty() && shape.nextBoolean()) {
      return aliases.get(shape.nextInt(aliases.size()));
    }
    Alias fresh = shape.nextBoolean()
        ? POSTS.alias()
        : io.aludel.sql.Sql.select(POST_ID).where(TITLE.eq(text())).subquery();
    aliases.add(fresh);
    return fresh;
  }

  private int number() {
    return values.nextInt(100);
  }

  private String text() {
    return "t" + values.nextInt(100) + "%";
  }

  private List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = values.nextInt(6); i > 0; i--) {
      numbers.add(number());
    }
    return numbers;
  }
}
