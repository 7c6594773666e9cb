package io.aludel.dialect;

import static io.aludel.dialect.Blog.*;
import static io.aludel.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.sql.Alias;
import io.aludel.sql.Executable;
import io.aludel.sql.tree.KeyedValues;
import io.aludel.sql.tree.StructuralKey;
import io.aludel.types.SqlTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StructuralKeyTest {
  private static final long SEED = Long.getLong("aludel.test.seed", 20_241_121L);
  private static final int COUNT = 600;

  private static StructuralKey key(Executable statement) {
    return statement.statementNode().keyed().key();
  }

  /** All that a compilation of the statement holds, in every dialect. */
  private static String compiled(Executable statement) {
    Object[] lists = statement.statementNode().keyed().values().clone();
    for (int i = 0; i < lists.length; i++) {
      lists[i] = lists[i] instanceof Object[] ? new Object[] {0} : lists[i];
    }
    return Dialects.all().stream()
        .map(dialect -> describe(dialect, statement, lists))
        .collect(Collectors.joining("\n"));
  }

  private static String describe(Dialect dialect, Executable statement, Object[] values) {
    try {
      CompiledStatement compiled = dialect.compile(statement.statementNode(), CompileOptions.NONE);
      return compiled.sql(values)
          + compiled.placeholders().stream()
              .map(each ->
                  each.slot() + ":" + each.type() + ":" + each.list() + ":" + each.constant())
              .toList()
          + compiled.columns().stream()
              .map(each -> each.label() + ":" + each.type())
              .toList()
          + compiled.items()
          + compiled.slotCount();
    } catch (CompileException refused) {
      return refused.getMessage();
    }
  }

  @Nested
  class Chance {
    @Test
    void sameShape_otherValues_haveEqualKeysAndCompilations() {
      for (long i = 0; i < COUNT; i++) {
        Executable one = new RandomStatements(SEED + i, 1).statement();
        Executable other = new RandomStatements(SEED + i, 2).statement();

        assertThat(key(other)).as("seed %d of %s", SEED + i, one).isEqualTo(key(one));
        assertThat(key(other)).hasSameHashCodeAs(key(one));
        assertThat(compiled(other)).as("seed %d", SEED + i).isEqualTo(compiled(one));
      }
    }

    @Test
    void equalKeys_anyShapes_haveEqualCompilations() {
      Map<StructuralKey, String> known = new HashMap<>();
      Map<String, StructuralKey> keys = new HashMap<>();
      for (long i = 0; i < COUNT; i++) {
        Executable statement = new RandomStatements(SEED - i, i).statement();
        String compiled = compiled(statement);

        assertThat(known.computeIfAbsent(key(statement), key -> compiled))
            .as("seed %d of %s", SEED - i, statement)
            .isEqualTo(compiled);
        assertThat(keys.computeIfAbsent(compiled, text -> key(statement)))
            .as("seed %d of %s", SEED - i, statement)
            .isEqualTo(key(statement));
      }
      assertThat(known).hasSizeGreaterThan(COUNT / 4);
    }
  }

  @Nested
  class Identity {
    @Test
    void bind_sharedOrNot_makesADifference() {
      var five = literal(5);

      assertThat(key(select(USER_ID).where(AGE.gt(five), USER_ID.lt(five))))
          .isNotEqualTo(key(select(USER_ID).where(AGE.gt(literal(5)), USER_ID.lt(literal(5)))));
    }

    @Test
    void alias_sharedOrNot_makesADifference() {
      Alias one = USERS.alias();
      Alias other = USERS.alias();

      assertThat(key(select(one.c("id"), one.c("age"))))
          .isNotEqualTo(key(select(one.c("id"), other.c("age"))))
          .isEqualTo(key(select(other.c("id"), other.c("age"))));
    }

    @Test
    void derived_columnsOfOneName_areToldApart() {
      Alias derived = select(USER_ID, POST_ID).subquery();

      assertThat(key(select(derived.c(USER_ID)))).isNotEqualTo(key(select(derived.c(POST_ID))));
    }

    @Test
    void table_ofEqualName_isAnother() {
      var other = io.aludel.schema.Table.of(
          "users",
          new io.aludel.schema.MetaData(),
          io.aludel.schema.Schema.column("id", SqlTypes.INTEGER));

      assertThat(key(select(other.c("id")))).isNotEqualTo(key(select(USER_ID)));
    }

    @Test
    void type_ofValue_makesADifference() {
      assertThat(key(select(literal(1)))).isNotEqualTo(key(select(literal(1L))));
      assertThat(key(select(literal("a", SqlTypes.STRING(3)))))
          .isEqualTo(key(select(literal("b", SqlTypes.STRING(3)))))
          .isNotEqualTo(key(select(literal("a", SqlTypes.STRING(4)))));
    }

    @Test
    void list_length_makesNoDifference() {
      assertThat(key(select(USER_ID).where(AGE.in(1, 2, 3))))
          .isEqualTo(key(select(USER_ID).where(AGE.in(List.of()))))
          .isNotEqualTo(key(select(USER_ID).where(AGE.eq(1))));
    }

    @Test
    void neighbours_inOtherGroups_areToldApart() {
      assertThat(key(select(USER_ID).groupBy(AGE).orderBy(NAME)))
          .isNotEqualTo(key(select(USER_ID).groupBy(AGE, NAME)));
      assertThat(key(select(USER_ID).where(or(AGE.eq(1), AGE.eq(2)), AGE.eq(3))))
          .isNotEqualTo(key(select(USER_ID).where(or(AGE.eq(1), AGE.eq(2), AGE.eq(3)))));
    }

    @Test
    void nullValue_inInsert_makesNoDifference() {
      assertThat(key(insert(USERS).values(row("name", null))))
          .isEqualTo(key(insert(USERS).values(row("name", "x"))));
    }

    @Test
    void parameter_named_isPartOfTheKey() {
      assertThat(key(select(USER_ID).where(AGE.eq(parameter("a", SqlTypes.INTEGER)))))
          .isEqualTo(key(select(USER_ID).where(AGE.eq(parameter("a", SqlTypes.INTEGER)))))
          .isNotEqualTo(key(select(USER_ID).where(AGE.eq(parameter("b", SqlTypes.INTEGER)))));
    }
  }

  @Nested
  class Values {
    @Test
    void values_ofStatement_areInSlotOrder() {
      KeyedValues keyed = select(AGE.plus(1))
          .where(NAME.eq("x"), AGE.in(7, 8))
          .limit(9)
          .statementNode()
          .keyed();

      assertThat(keyed.values()[0]).isEqualTo(1);
      assertThat(keyed.values()[1]).isEqualTo("x");
      assertThat((Object[]) keyed.values()[2]).containsExactly(7, 8);
      assertThat(keyed.values()[3]).isEqualTo(9L);
    }

    @Test
    void keyed_askedAgain_isTheSame() {
      var node = select(USER_ID).where(AGE.eq(1)).statementNode();

      assertThat(node.keyed()).isSameAs(node.keyed());
    }
  }
}
