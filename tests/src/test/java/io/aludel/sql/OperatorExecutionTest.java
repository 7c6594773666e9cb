package io.aludel.sql;

import static io.aludel.sql.Sql.and;
import static io.aludel.sql.Sql.caseOf;
import static io.aludel.sql.Sql.caseWhen;
import static io.aludel.sql.Sql.falseCondition;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.not;
import static io.aludel.sql.Sql.or;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.trueCondition;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.fixture.Shop;
import io.aludel.fixture.ShopData;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ForEachDatabase
class OperatorExecutionTest {
  private final Shop shop = new Shop();
  private final Shop.Users users = shop.users;
  private final Shop.Items items = shop.items;
  private final Shop.Orders orders = shop.orders;
  private Connection connection;

  @BeforeEach
  void open(Engine engine) {
    ShopData.create(engine, shop);
    connection = engine.connect();
  }

  @AfterEach
  void close() {
    connection.close();
  }

  private List<String> names(Condition... conditions) {
    return connection
        .scalars(select(users.name).where(conditions).orderBy(users.id))
        .all();
  }

  private List<Integer> itemsWhere(Condition... conditions) {
    return connection
        .scalars(select(items.id).where(conditions).orderBy(items.id))
        .all();
  }

  private <T> T valueOf(Expression<T> expression) {
    return connection.scalar(select(expression));
  }

  @Nested
  @Parity("ORM-SQL-11")
  class Comparison {
    @Test
    void comparisons_withValues_select() {
      assertThat(names(users.age.eq(30))).containsExactly("ann", "dov");
      assertThat(names(users.age.ne(30))).containsExactly("bea");
      assertThat(names(users.age.lt(30))).containsExactly("bea");
      assertThat(names(users.age.le(25))).containsExactly("bea");
      assertThat(names(users.age.gt(25))).containsExactly("ann", "dov");
      assertThat(names(users.age.ge(30))).containsExactly("ann", "dov");
    }

    @Test
    void eq_null_isANullTest() {
      assertThat(names(users.age.eq((Integer) null))).containsExactly("cem");
      assertThat(names(users.age.ne((Integer) null))).containsExactly("ann", "bea", "dov");
      assertThat(names(users.age.isNull())).containsExactly("cem");
      assertThat(names(users.age.isNotNull())).containsExactly("ann", "bea", "dov");
    }

    @Test
    void isDistinctFrom_null_isAValueLikeAnother() {
      assertThat(names(users.age.isDistinctFrom(30))).containsExactly("bea", "cem");
      assertThat(names(users.age.isNotDistinctFrom(30))).containsExactly("ann", "dov");
    }

    @Test
    void between_values_includesBothEnds() {
      assertThat(names(users.id.between(2, 3))).containsExactly("bea", "cem");
      assertThat(names(not(users.id.between(2, 3)))).containsExactly("ann", "dov");
    }

    @Test
    void eq_columnOfSameTable_comparesThem() {
      assertThat(names(users.age.gt(users.id.times(10)))).containsExactly("ann", "bea");
    }
  }

  @Nested
  @Parity("ORM-SQL-12")
  class In {
    @Test
    void in_values_selectsThem() {
      assertThat(names(users.name.in("ann", "cem", "zoe"))).containsExactly("ann", "cem");
      assertThat(names(users.name.notIn("ann", "cem"))).containsExactly("bea", "dov");
    }

    @Test
    void in_emptyList_isFalseAndItsNegationTrue() {
      assertThat(names(users.age.in(List.of()))).isEmpty();
      assertThat(names(users.age.notIn(List.of()))).containsExactly("ann", "bea", "cem", "dov");
      assertThat(names(not(users.age.in(List.of())))).containsExactly("ann", "bea", "cem", "dov");
    }

    @Test
    void in_longList_isExpanded() {
      List<Integer> many = IntStream.rangeClosed(2, 1500).boxed().toList();

      assertThat(names(users.id.in(many))).containsExactly("bea", "cem", "dov");
    }

    @Test
    void in_oneStatementShape_isCompiledOnceForAllLengths() {
      names(users.id.in(1));
      long compiled = connection.engine().statistics().cache().compilations();

      names(users.id.in(1, 2, 3));
      names(users.id.in(Collections.nCopies(40, 2)));

      assertThat(connection.engine().statistics().cache().compilations()).isEqualTo(compiled);
    }
  }

  @Nested
  @Parity("ORM-SQL-11")
  class Text {
    @Test
    void like_pattern_matches() {
      assertThat(names(users.name.like("%e%"))).containsExactly("bea", "cem");
      assertThat(names(users.name.like("_e_"))).containsExactly("bea", "cem");
      assertThat(names(users.name.notLike("%e%"))).containsExactly("ann", "dov");
    }

    @Test
    void like_escape_takesTheCharacterLiterally() {
      assertThat(itemsWhere(items.description.like("50!%!_%", '!'))).containsExactly(5);
      assertThat(itemsWhere(items.description.like("d!_sk", '!'))).isEmpty();
    }

    @Test
    void ilike_otherCase_matches() {
      assertThat(names(users.name.ilike("ANN"))).containsExactly("ann");
      assertThat(names(users.name.notIlike("A%"))).containsExactly("bea", "cem", "dov");
    }

    @Test
    void startsWith_andOthers_takePatternCharactersLiterally() {
      assertThat(itemsWhere(items.description.startsWith("50%_"))).containsExactly(5);
      assertThat(itemsWhere(items.description.startsWith("5_%"))).isEmpty();
      assertThat(itemsWhere(items.description.contains("%"))).containsExactly(5);
      assertThat(itemsWhere(items.description.contains("_off/"))).containsExactly(5);
      assertThat(itemsWhere(items.description.endsWith("/card"))).containsExactly(5);
      assertThat(itemsWhere(items.description.endsWith("%"))).isEmpty();
    }

    @Test
    void icontains_otherCase_matches() {
      assertThat(itemsWhere(items.description.icontains("_OFF"))).containsExactly(5);
      assertThat(itemsWhere(items.description.istartsWith("DE"))).containsExactly(3);
      assertThat(itemsWhere(items.description.iendsWith("NK"))).containsExactly(2);
    }

    @Test
    void concat_textAndColumns_joinsThem() {
      assertThat(connection.scalar(
              select(users.name.concat("-").concat(users.name)).where(users.id.eq(1))))
          .isEqualTo("ann-ann");
    }

    @Test
    void functions_ofText_areApplied() {
      assertThat(connection
              .execute(select(users.name.upper(), users.name.upper().lower(), users.name.length())
                  .where(users.id.eq(1)))
              .one()
              .asList())
          .containsExactly("ANN", "ann", 3);
      assertThat(valueOf(func.trim(literal("  x ")))).isEqualTo("x");
    }

    @Test
    void length_ofUmlauts_countsCharacters() {
      assertThat(valueOf(func.length(literal("äöü€")))).isEqualTo(4);
    }
  }

  @Nested
  @Parity("ORM-SQL-11")
  class Arithmetic {
    @Test
    void operators_onColumns_calculate() {
      assertThat(connection
              .execute(select(
                      users.age.plus(1),
                      users.age.minus(31),
                      users.age.times(2),
                      users.age.modulo(7),
                      users.age.negated())
                  .where(users.id.eq(1)))
              .one()
              .asList())
          .containsExactly(31, -1, 60, 2, -30);
    }

    @Test
    void dividedBy_integers_keepsTheFraction() {
      BigDecimal half = connection.scalar(select(users.id.dividedBy(2)).where(users.id.eq(3)));

      assertThat(half).isEqualByComparingTo("1.5");
    }

    @Test
    void dividedWholeBy_integers_dropsTheFraction() {
      assertThat(connection.scalar(select(users.age.dividedWholeBy(7)).where(users.id.eq(1))))
          .isEqualTo(4);
    }

    @Test
    void precedence_nestedOperators_keepsTheirGrouping() {
      assertThat(connection.scalar(select(users.id.plus(2).times(3)).where(users.id.eq(1))))
          .isEqualTo(9);
      assertThat(connection.scalar(select(users.id.minus(users.id.minus(5))).where(users.id.eq(1))))
          .isEqualTo(5);
      assertThat(connection.scalar(select(users.id.minus(-5).negated()).where(users.id.eq(1))))
          .isEqualTo(-6);
    }

    @Test
    void decimals_areCalculatedExactly() {
      BigDecimal total = connection.scalar(
          select(items.price.times(new BigDecimal("3")).plus(new BigDecimal("0.10")))
              .where(items.id.eq(2)));

      assertThat(total).isEqualByComparingTo("9.85");
    }
  }

  @Nested
  @Parity("ORM-SQL-13")
  class Logic {
    @Test
    void and_or_not_group() {
      assertThat(names(or(users.id.eq(1), and(users.id.gt(1), users.age.eq(30)))))
          .containsExactly("ann", "dov");
      assertThat(names(users.id.eq(1).or(users.id.eq(2)).and(users.age.eq(25))))
          .containsExactly("bea");
      assertThat(names(not(users.id.eq(1).or(users.id.eq(2))))).containsExactly("cem", "dov");
    }

    @Test
    void trueAndFalse_areNeutralOrDecide() {
      assertThat(names(trueCondition())).hasSize(4);
      assertThat(names(falseCondition())).isEmpty();
      assertThat(names(and(trueCondition(), users.id.eq(1)))).containsExactly("ann");
      assertThat(names(or(trueCondition(), users.id.eq(1)))).hasSize(4);
      assertThat(names(or(falseCondition(), users.id.eq(1)))).containsExactly("ann");
      assertThat(names(and(falseCondition(), users.id.eq(1)))).isEmpty();
    }

    @Test
    void absentConditions_addNothing() {
      assertThat(names(users.name.likeIf(null))).hasSize(4);
      assertThat(names(users.name.likeIf("a%"), users.age.eqIf(null))).containsExactly("ann");
      assertThat(names(users.id.inIf(null), users.age.gtIf(26), users.age.ltIf(null)))
          .containsExactly("ann", "dov");
    }

    @Test
    @Parity("ORM-TYP-05")
    void booleanColumn_isACondition() {
      Select<Integer> ids = select(orders.id).orderBy(orders.id);

      assertThat(connection.scalars(ids.where(orders.open.eq(true))).all()).containsExactly(1, 3);
      assertThat(connection.scalars(ids.where(orders.open.isTrue())).all()).containsExactly(1, 3);
      assertThat(connection.scalars(ids.where(orders.open.isFalse())).all()).containsExactly(2, 4);
    }

    @Test
    @Parity("ORM-TYP-05")
    void condition_selected_isABoolean() {
      assertThat(connection.scalars(select(users.age.eq(30)).orderBy(users.id)).all())
          .containsExactly(true, false, null, true);
    }
  }

  @Nested
  class Choice {
    @Test
    @Parity("ORM-SQL-16")
    void caseWhen_searched_takesTheFirstThatHolds() {
      Case<String> size = caseWhen(items.price.lt(new BigDecimal("2")), "small")
          .when(items.price.lt(new BigDecimal("50")), "middle")
          .otherwise("large");

      assertThat(connection.scalars(select(size).orderBy(items.id)).all())
          .containsExactly("small", "middle", "large", "middle", "small");
    }

    @Test
    @Parity("ORM-SQL-16")
    void caseOf_value_comparesWithEach() {
      assertThat(connection
              .scalars(select(caseOf(users.name).when("ann", 1).when("bea", 2).otherwise(0))
                  .orderBy(users.id))
              .all())
          .containsExactly(1, 2, 0, 0);
    }

    @Test
    @Parity("ORM-SQL-16")
    void caseWhen_withoutOtherwise_isNull() {
      assertThat(connection
              .scalars(select(caseWhen(users.id.eq(1), "x")).orderBy(users.id))
              .all())
          .containsExactly("x", null, null, null);
    }

    @Test
    @Parity("ORM-SQL-18")
    void coalesce_null_takesTheFallback() {
      assertThat(connection
              .scalars(select(func.coalesce(users.age, -1)).orderBy(users.id))
              .all())
          .containsExactly(30, 25, -1, 30);
    }

    @Test
    @Parity("ORM-SQL-18")
    void nullIf_equalValue_isNull() {
      assertThat(connection
              .scalars(select(func.nullIf(users.age, 30)).orderBy(users.id))
              .all())
          .containsExactly(null, 25, null, null);
    }
  }

  @Nested
  @Parity({"ORM-SQL-17", "ORM-TYP-19"})
  class Casts {
    @Test
    void cast_numberToText_andBack() {
      assertThat(
              connection.scalar(select(users.id.cast(SqlTypes.STRING(10))).where(users.id.eq(3))))
          .isEqualTo("3");
      assertThat(valueOf(literal("42").cast(SqlTypes.INTEGER))).isEqualTo(42);
    }

    @Test
    void cast_toNumeric_rounds() {
      assertThat(valueOf(literal(new BigDecimal("1.25")).cast(SqlTypes.NUMERIC(10, 2))))
          .isEqualByComparingTo("1.25");
    }

    @Test
    void readAs_otherType_changesTheReadingOnly() {
      assertThat(connection.scalar(select(users.id.readAs(SqlTypes.BIGINT)).where(users.id.eq(3))))
          .isEqualTo(3L);
    }
  }

  @Nested
  @Parity("ORM-SQL-18")
  class FunctionCalls {
    @Test
    void call_anyFunction_isRendered() {
      assertThat(valueOf(func.call("abs", SqlTypes.INTEGER, literal(-5)))).isEqualTo(5);
      assertThat(valueOf(func.call("replace", SqlTypes.STRING, literal("banana"), "an", "o")))
          .isEqualTo("booa");
    }
  }
}
