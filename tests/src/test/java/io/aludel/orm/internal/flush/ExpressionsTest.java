package io.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.ObjectStateException;
import io.aludel.orm.Session;
import io.aludel.orm.mapping.Registry;
import io.aludel.sql.Sql;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SQL expressions as values of attributes. */
@ForEachDatabase
class ExpressionsTest {
  private static final Registry MODELS = Registry.of(Account.class, Locker.class);

  private FlushFixture fixture;
  private Session session;

  @BeforeEach
  void createTables(TestDatabase database) {
    fixture = new FlushFixture(database, MODELS);
    session = fixture.session();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  @Parity("ORM-SES-45")
  void flush_expressionForAStoredObject_isSentAndReadBackWhenWanted() {
    Locker locker = fixture.stored(new Locker(7, "a"));
    session.setExpression(locker, Locker_.number, Locker_.number.plus(1));

    List<String> sent = fixture.flush();
    assertThat(sent)
        .singleElement()
        .asString()
        .matches(
            "UPDATE w_locker SET number = \\(?(w_locker\\.)?number \\+ \\?\\)? WHERE w_locker.id = \\? \\[1, 1\\]");
    assertThat(locker.number).isEqualTo(8);
    assertThat(fixture.sent()).hasSize(1);
    assertThat(fixture.flush()).isEmpty();
  }

  @Test
  @Parity("ORM-SES-45")
  void read_expressionNotFlushed_flushesAndLoads() {
    Locker locker = fixture.stored(new Locker(7, "a"));
    session.setExpression(locker, Locker_.number, Locker_.number.plus(1));

    assertThat(locker.number).isEqualTo(8);
    assertThat(fixture.sent()).hasSize(2);
  }

  @Test
  @Parity("ORM-SES-45")
  void set_afterAnExpression_takesItsPlace() {
    Locker locker = fixture.stored(new Locker(7, "a"));
    session.setExpression(locker, Locker_.number, Locker_.number.plus(1));
    locker.number = 3;

    assertThat(fixture.flush())
        .containsExactly("UPDATE w_locker SET number = ? WHERE w_locker.id = ? [3, 1]");
  }

  @Test
  @Parity("ORM-SES-45")
  void flush_expressionForANewObject_goesInAStatementOfItsOwn() {
    Locker first = new Locker(1, "a");
    Locker second = new Locker(0, "b");
    session.addAll(List.of(first, second));
    session.setExpression(second, Locker_.number, Sql.literal(42));

    assertThat(fixture.flush()).containsExactly("INSERT w_locker(number,owner) [1, a] [42, b]");
    assertThat(second.id).isEqualTo(2);
    assertThat(second.number).isEqualTo(42);
  }

  @Test
  @Parity("ORM-SES-46")
  void flush_nullExpression_writesNullDespiteTheDefault() {
    Account given = new Account("Ann");
    Account left = new Account("Bob");
    session.addAll(List.of(given, left));
    session.setExpression(given, Account_.status, Sql.nullValue());
    session.flush();

    assertThat(given.status).isNull();
    assertThat(left.status).isEqualTo("open");
  }

  @Test
  @Parity("ORM-SES-45")
  void rollback_expressionNotFlushed_isForgotten() {
    Locker locker = fixture.stored(new Locker(7, "a"));
    session.commit();
    session.setExpression(locker, Locker_.number, Locker_.number.plus(1));
    session.rollback();

    assertThat(locker.number).isEqualTo(7);
    assertThat(session.isModified(locker)).isFalse();
  }

  @Test
  void setExpression_objectOutside_isRefused() {
    assertThatThrownBy(
            () -> session.setExpression(new Locker(1, "a"), Locker_.number, Sql.literal(1)))
        .isInstanceOf(ObjectStateException.class);
  }
}
