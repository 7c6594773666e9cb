package io.aludel.orm.property;

import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.load;
import static io.aludel.orm.Orm.populateExisting;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.undefer;
import static io.aludel.orm.Orm.update;
import static io.aludel.orm.Orm.withExpression;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attributes that SQL works out, by the mapping or by the statement; and synonyms. */
@ForEachDatabase
class ColumnPropertyTest {
  private static final Registry MODELS = Registry.of(Customer.class, Purchase.class);

  private SessionFactory sessions;
  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    sessions = SessionFactory.of(database.engine(), MODELS);
    sessions.inTransaction(filling -> {
      Customer ann = new Customer("Ann", "Lee");
      ann.bought.add(new Purchase());
      ann.bought.add(new Purchase());
      filling.add(ann);
      filling.add(new Customer("Bob", "Ash"));
    });
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private Customer ann() {
    Customer ann =
        session.scalars(select(Customer.class).where(Customer_.first.eq("Ann"))).one();
    recorder.clear();
    return ann;
  }

  @Test
  @Parity("ORM-MAP-21")
  void select_expressions_comeWithTheRow() {
    Customer ann =
        session.scalars(select(Customer.class).where(Customer_.first.eq("Ann"))).one();

    assertThat(ann.fullName).isEqualTo("Ann Lee");
    assertThat(ann.purchases).isEqualTo(2L);
    assertThat(ann.label).isEqualTo("Ann!");
    assertThat(InstanceState.of(ann).unloaded()).contains("shout").doesNotContain("fullName");
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-MAP-21")
  void get_expressions_areReadByKey() {
    assertThat(session.getOne(Customer.class, 1).purchases).isEqualTo(2L);
    assertThat(session.getOne(Customer.class, 2).fullName).isEqualTo("Bob Ash");
    recorder.assertStatements(count(2));
  }

  @Test
  @Parity("ORM-MAP-21")
  void where_expressions_areColumnsLikeOthers() {
    assertThat(session
            .scalars(select(Customer.class)
                .where(Customer_.fullName.like("Bob%"), Customer_.purchases.eq(0L)))
            .one()
            .first)
        .isEqualTo("Bob");
    assertThat(session
            .scalars(select(Customer_.fullName).orderBy(Customer_.purchases.desc()))
            .all())
        .containsExactly("Ann Lee", "Bob Ash");
  }

  @Test
  @Parity("ORM-MAP-21")
  void alias_expressions_areAdapted() {
    var other = Customer_.as("other");

    List<Customer> found =
        session.scalars(select(other).where(other.purchases.gt(1L))).all();

    assertThat(found).extracting(each -> each.fullName).containsExactly("Ann Lee");
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-MAP-21")
  void joinedLoad_expressionsOfTheTarget_comeAlong() {
    Purchase first = session
        .scalars(select(Purchase.class)
            .options(joinedLoad(Purchase_.customer))
            .orderBy(Purchase_.id)
            .limit(1))
        .one();

    assertThat(first.customer.fullName).isEqualTo("Ann Lee");
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-MAP-21")
  void joinedLoad_pagedOwnersWithExpressions_areWrapped() {
    Customer first = session
        .scalars(select(Customer.class)
            .options(joinedLoad(Customer_.bought))
            .orderBy(Customer_.id)
            .limit(1))
        .unique()
        .one();

    assertThat(first.bought).hasSize(2);
    assertThat(first.fullName).isEqualTo("Ann Lee");
    assertThat(first.purchases).isEqualTo(2L);
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-MAP-21")
  void flush_changedObject_dropsExpressions() {
    Customer ann = ann();
    ann.last = "Ray";
    assertThat(ann.fullName).isEqualTo("Ann Lee");
    session.flush();
    recorder.clear();

    assertThat(ann.fullName).isEqualTo("Ann Ray");
    recorder.assertStatements(count(1));
    assertThat(ann.purchases).isEqualTo(2L);
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-MAP-21")
  void flush_keptExpression_staysAsItIs() {
    Customer ann = ann();
    assertThat(ann.shout).isEqualTo("LEE");
    recorder.assertStatements(
        sql("SELECT upper(p_customer.last) AS upper_1 FROM p_customer WHERE p_customer.id = ?", 1));
    ann.last = "Ray";
    session.flush();

    assertThat(ann.shout).isEqualTo("LEE");
    session.refresh(ann);
    assertThat(ann.shout).isEqualTo("RAY");
  }

  @Test
  @Parity("ORM-MAP-21")
  void flush_newObject_readsExpressionsWhenWanted() {
    Customer cid = new Customer("Cid", "Orr");
    session.add(cid);
    assertThat(cid.fullName).isNull();
    session.flush();
    recorder.clear();

    assertThat(cid.fullName).isEqualTo("Cid Orr");
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-MAP-21")
  void set_expression_isNeverWritten() {
    Customer ann = ann();
    ann.fullName = "Nobody";
    session.flush();
    recorder.assertStatements();

    assertThat(session.isModified(ann)).isFalse();
    assertThatThrownBy(() -> session.execute(update(Customer.class).set(Customer_.fullName, "x")))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessage(
            "Cannot write Customer.fullName: SQL works its value out, and no column keeps it."
                + " Write the attributes it is worked out from. [ORM-521]");
  }

  @Test
  @Parity("ORM-MAP-21")
  void options_deferAndUndefer_takeExpressions() {
    Customer ann = session
        .scalars(select(Customer.class)
            .where(Customer_.id.eq(1))
            .options(undefer(Customer_.shout), load(Customer_.entity).defer(Customer_.fullName)))
        .one();
    recorder.assertStatements(count(1));

    assertThat(ann.shout).isEqualTo("LEE");
    recorder.assertStatements();
    assertThat(ann.fullName).isEqualTo("Ann Lee");
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-MAP-21")
  void mapper_expressions_saysSo() {
    ColumnProperty<?> fullName = MODELS.mapper(Customer.class).property("fullName");

    assertThat(fullName.isComputed()).isTrue();
    assertThat(fullName.isQueryExpression()).isFalse();
    assertThat(fullName.expression()).isNotNull();
    assertThat(MODELS.mapper(Customer.class).property("shout").isKeptByFlush()).isTrue();
    assertThat(MODELS.mapper(Customer.class).table().columns())
        .extracting(column -> column.name())
        .containsExactly("id", "first", "last");
  }

  @Test
  @Parity({"ORM-MAP-22", "ORM-QRY-22"})
  void withExpression_suppliesTheValue() {
    Customer ann = session
        .scalars(select(Customer.class)
            .where(Customer_.id.eq(1))
            .options(withExpression(Customer_.rank, Customer_.id.plus(41))))
        .one();

    assertThat(ann.rank).isEqualTo(42);
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity({"ORM-MAP-22", "ORM-QRY-22"})
  void withExpression_againWithOtherValues_usesTheOtherValues() {
    for (int add = 1; add <= 3; add++) {
      session.expungeAll();
      assertThat(session
              .scalars(select(Customer.class)
                  .where(Customer_.id.eq(1))
                  .options(withExpression(Customer_.rank, Customer_.id.plus(add))))
              .one()
              .rank)
          .isEqualTo(1 + add);
    }
  }

  @Test
  @Parity({"ORM-MAP-22", "ORM-QRY-22"})
  void withExpression_missing_readsAsNullWithoutSql() {
    Customer ann = ann();

    assertThat(ann.rank).isNull();
    recorder.assertStatements();
  }

  @Test
  @Parity({"ORM-MAP-22", "ORM-QRY-22"})
  void withExpression_afterExpiry_isNullUntilTheRowIsReadAgain() {
    Customer ann = session
        .scalars(select(Customer.class)
            .where(Customer_.id.eq(1))
            .options(withExpression(Customer_.rank, Customer_.id.plus(41))))
        .one();
    session.expire(ann);
    recorder.clear();

    assertThat(ann.rank).isNull();
    recorder.assertStatements();
    assertThat(ann.first).isEqualTo("Ann");
    assertThat(ann.rank).isEqualTo(42);
    recorder.assertStatements(count(1));
    session.refresh(ann);
    assertThat(ann.rank).isEqualTo(42);
  }

  @Test
  @Parity({"ORM-MAP-22", "ORM-QRY-22"})
  void withExpression_laterStatement_fillsWhatIsMissingAndReplacesOnlyIfTold() {
    Customer ann = ann();
    session
        .scalars(
            select(Customer.class).options(withExpression(Customer_.rank, Customer_.id.plus(1))))
        .all();
    assertThat(ann.rank).isEqualTo(2);
    session
        .scalars(
            select(Customer.class).options(withExpression(Customer_.rank, Customer_.id.plus(2))))
        .all();
    assertThat(ann.rank).isEqualTo(2);
    session
        .scalars(select(Customer.class)
            .options(populateExisting(), withExpression(Customer_.rank, Customer_.id.plus(3))))
        .all();
    assertThat(ann.rank).isEqualTo(4);
  }

  @Test
  @Parity({"ORM-MAP-22", "ORM-QRY-22"})
  void withExpression_defaultReplaced_givesTheOther() {
    Customer ann = session
        .scalars(select(Customer.class)
            .where(Customer_.id.eq(1))
            .options(withExpression(Customer_.label, Customer_.last.lower())))
        .one();

    assertThat(ann.label).isEqualTo("lee");
  }

  @Test
  @Parity({"ORM-MAP-22", "ORM-QRY-22"})
  void withExpression_belowAJoinedLoad_reachesTheTarget() {
    Purchase first = session
        .scalars(select(Purchase.class)
            .options(
                joinedLoad(Purchase_.customer).withExpression(Customer_.rank, Customer_.id.plus(9)))
            .orderBy(Purchase_.id)
            .limit(1))
        .one();

    assertThat(first.customer.rank).isEqualTo(10);
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-MAP-24")
  void synonym_onObjects_isTheOtherAttribute() {
    Customer fresh = new Customer("Eve", "Fox");
    assertThat(fresh.surname).isEqualTo("Fox");
    fresh.surname = "Hen";
    assertThat(fresh.last).isEqualTo("Hen");
    fresh.last = "Cow";
    assertThat(fresh.surname).isEqualTo("Cow");

    Customer ann = ann();
    assertThat(ann.surname).isEqualTo("Lee");
    ann.surname = "Ray";
    assertThat(ann.last).isEqualTo("Ray");
    assertThat(InstanceState.of(ann).attribute("surname").history().deleted())
        .containsExactly("Lee");
    session.flush();
    recorder.assertStatements(
        sql("UPDATE p_customer SET last = ? WHERE p_customer.id = ?", "Ray", 1));
    session.rollback();
    assertThat(ann.surname).isEqualTo("Lee");
  }

  @Test
  @Parity("ORM-MAP-24")
  void synonym_inStatements_isTheSameColumn() {
    var other = Customer_.as("c");

    assertThat(session
            .scalars(select(other.surname).where(other.surname.eq("Lee")))
            .one())
        .isEqualTo("Lee");
    recorder.assertStatements(sql("SELECT c.last FROM p_customer AS c WHERE c.last = ?", "Lee"));
    session.execute(update(Customer.class).set(Customer_.surname, "Ox").where(Customer_.id.eq(2)));
    assertThat(session.getOne(Customer.class, 2).surname).isEqualTo("Ox");
  }

  @Test
  @Parity("ORM-MAP-24")
  void synonym_expired_followsTheColumn() {
    Customer ann = ann();
    assertThat(ann.surname).isEqualTo("Lee");
    session.execute(update(Customer.class).set(Customer_.last, "New").where(Customer_.id.eq(1)));
    assertThat(ann.surname).isEqualTo("New");
    session.expire(ann, Customer_.surname);
    recorder.clear();
    assertThat(ann.surname).isEqualTo("New");
    recorder.assertStatements(count(1));
  }
}
