package io.aludel.orm.loading;

import static io.aludel.orm.Orm.delete;
import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.parameter;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.Orm.update;
import static io.aludel.orm.Orm.withLoaderCriteria;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.fixture.mail.Box;
import io.aludel.fixture.mail.Box_;
import io.aludel.fixture.mail.Dated;
import io.aludel.fixture.mail.Dated_;
import io.aludel.fixture.mail.Letter;
import io.aludel.fixture.mail.Letter_;
import io.aludel.fixture.mail.Mail;
import io.aludel.fixture.mail.Parcel;
import io.aludel.fixture.mail.Postcard;
import io.aludel.orm.LoaderCriteria;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.mapping.Registry;
import io.aludel.sql.Condition;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Criteria for all rows of an entity, wherever a statement meets them. */
@ForEachDatabase
class LoaderCriteriaTest {
  private static final String BOX = "SELECT m_box.id, m_box.name FROM m_box";
  private static final String LETTER =
      "SELECT m_letter.id, m_letter.subject, m_letter.sent, m_letter.seen, m_letter.box_id"
          + " FROM m_letter";

  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    Registry registry = Mail.registry();
    registry.metadata().createAll(database.engine());
    SessionFactory sessions = SessionFactory.of(database.engine(), registry);
    sessions.inTransaction(filling -> {
      Box in = new Box("in");
      in.letters.add(new Letter("one", 1));
      in.letters.add(new Letter("two", 2));
      in.letters.add(new Letter("three", 3));
      Box out = new Box("out");
      out.letters.add(new Letter("four", 4));
      filling.addAll(List.of(in, out));
    });
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private static LoaderCriteria recent() {
    return withLoaderCriteria(Letter.class, Letter_.sent.gt(1));
  }

  private static List<String> subjects(List<Letter> letters) {
    return letters.stream().map(letter -> letter.subject).toList();
  }

  @Test
  @Parity("ORM-QRY-24")
  void criteria_ofASelectedEntity_standInWhere() {
    List<Letter> letters = session
        .scalars(select(Letter.class)
            .where(Letter_.subject.ne("three"))
            .orderBy(Letter_.id)
            .options(recent()))
        .all();

    assertThat(subjects(letters)).containsExactlyInAnyOrder("two", "four");
    recorder.assertStatements(sql(
        LETTER + " WHERE m_letter.subject != ? AND m_letter.sent > ? ORDER BY m_letter.id",
        "three",
        1));
  }

  @Test
  @Parity("ORM-QRY-24")
  void criteria_ofSelectedColumns_standInWhere() {
    Long number =
        session.scalars(select(func.count(Letter_.id)).options(recent())).one();

    assertThat(number).isEqualTo(3);
    recorder.assertStatements(
        sql("SELECT count(m_letter.id) AS count_1 FROM m_letter WHERE m_letter.sent > ?", 1));
  }

  @Test
  @Parity("ORM-QRY-24")
  void criteria_ofAJoinedEntity_standInTheJoin() {
    session
        .scalars(select(Box.class).leftJoin(Box_.letters).orderBy(Box_.id).options(recent()))
        .unique()
        .all();

    recorder.assertStatements(sql(
        BOX + " LEFT OUTER JOIN m_letter ON m_box.id = m_letter.box_id AND m_letter.sent > ?"
            + " ORDER BY m_box.id",
        1));
  }

  @Test
  @Parity("ORM-QRY-24")
  void criteria_ofAnEntityInASubquery_standThere() {
    List<Box> boxes = session
        .scalars(select(Box.class)
            .where(Box_.letters.any(letter -> letter.subject.eq("one")))
            .options(recent()))
        .all();

    assertThat(boxes).isEmpty();
    recorder.assertStatements(sql(
        BOX + " WHERE EXISTS (SELECT 1 FROM m_letter WHERE m_box.id = m_letter.box_id AND"
            + " m_letter.subject = ? AND m_letter.sent > ?)",
        "one",
        1));
  }

  @ParameterizedTest
  @EnumSource
  @Parity("ORM-QRY-24")
  void criteria_ofALoadedCollection_holdForEveryWayOfLoading(Way way) {
    List<Box> boxes = session
        .scalars(select(Box.class).orderBy(Box_.id).options(way.of(Box_.letters), recent()))
        .unique()
        .all();

    assertThat(subjects(boxes.get(0).letters)).containsExactly("three", "two");
    assertThat(subjects(boxes.get(1).letters)).containsExactly("four");
    recorder.assertStatements(count(way.selects(2)));
  }

  @ParameterizedTest
  @EnumSource
  @Parity("ORM-QRY-24")
  void criteria_ofALoadedReference_holdForEveryWayOfLoading(Way way) {
    List<Letter> letters = session
        .scalars(select(Letter.class)
            .orderBy(Letter_.id)
            .options(way.of(Letter_.box), withLoaderCriteria(Box.class, Box_.name.ne("out"))))
        .all();

    Letter four = letters.stream().filter(each -> each.sent == 4).findFirst().orElseThrow();
    Letter one = letters.stream().filter(each -> each.sent == 1).findFirst().orElseThrow();
    assertThat(four.box).isNull();
    assertThat(one.box.name).isEqualTo("in");
  }

  @ParameterizedTest
  @EnumSource
  @Parity("ORM-QRY-24")
  void and_onARelationship_holdsForEveryWayOfLoading(Way way) {
    List<Box> boxes = session
        .scalars(select(Box.class)
            .orderBy(Box_.id)
            .options(way.of(Box_.letters.and(Letter_.subject.startsWith("t")))))
        .unique()
        .all();

    assertThat(subjects(boxes.get(0).letters)).containsExactly("three", "two");
    assertThat(boxes.get(1).letters).isEmpty();
    recorder.assertStatements(count(way.selects(2)));
  }

  @Test
  @Parity("ORM-QRY-24")
  void and_onAReferenceByKey_asksTheDatabase() {
    session.scalars(select(Box.class)).all();
    Letter one = session
        .scalars(select(Letter.class)
            .where(Letter_.subject.eq("one"))
            .options(Way.LAZY.of(Letter_.box.and(Box_.name.eq("out")))))
        .one();
    recorder.clear();

    assertThat(one.box).isNull();
    recorder.assertStatements(
        sql(BOX + " WHERE m_box.name = ? AND m_box.id = ?", "out", one.boxId));
  }

  @Test
  void and_statedTwiceForOnePath_isAnError() {
    assertThatThrownBy(() -> session.scalars(select(Box.class)
            .options(
                selectinLoad(Box_.letters.and(Letter_.sent.gt(1))),
                selectinLoad(Box_.letters.and(Letter_.sent.gt(2))))))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageContaining("selectinLoad(Box.letters)");
  }

  @Test
  @Parity("ORM-QRY-24")
  void criteria_forThisStatementOnly_areForgotten() {
    Box in = session
        .scalars(
            select(Box.class).where(Box_.name.eq("in")).options(recent().forThisStatementOnly()))
        .one();

    assertThat(in.letters).hasSize(3);
  }

  @Test
  @Parity("ORM-QRY-24")
  void criteria_ofAnAlias_holdOnlyIfSaid() {
    Letter_.As other = Letter_.as("other");

    assertThat(session.scalars(select(other).options(recent())).all()).hasSize(4);
    assertThat(
            session.scalars(select(other).options(recent().includingAliases())).all())
        .hasSize(3);
    assertThat(session
            .scalars(select(other).options(withLoaderCriteria(other, o -> o.sent.gt(3))))
            .all())
        .hasSize(1);
  }

  @Test
  @Parity("ORM-QRY-24")
  void criteria_asFunction_areAskedForEachTime() {
    AtomicInteger least = new AtomicInteger(3);
    var letters = select(Letter.class)
        .options(withLoaderCriteria(Letter_.entity, letter -> letter.sent.ge(least.get())));

    assertThat(session.scalars(letters).all()).hasSize(2);
    least.set(2);
    assertThat(session.scalars(letters).all()).hasSize(3);
    recorder.assertStatements(
        sql(LETTER + " WHERE m_letter.sent >= ?", 3), sql(LETTER + " WHERE m_letter.sent >= ?", 2));
  }

  @Test
  @Parity("ORM-QRY-24")
  void criteria_asFunction_areAskedAgainByLaterLoads() {
    AtomicInteger least = new AtomicInteger(3);
    Box in = session
        .scalars(select(Box.class)
            .where(Box_.name.eq("in"))
            .options(withLoaderCriteria(Letter_.entity, l -> l.sent.ge(least.get()))))
        .one();
    least.set(2);

    assertThat(subjects(in.letters)).containsExactly("three", "two");
  }

  @Test
  @Parity("ORM-QRY-24")
  void criteria_withASubqueryOfTheSameEntity_endThere() {
    Condition mostRecent = Letter_.sent.eq(select(func.max(Letter_.sent)).asScalar());

    List<Letter> letters = session
        .scalars(select(Letter.class).options(withLoaderCriteria(Letter.class, mostRecent)))
        .all();

    assertThat(subjects(letters)).containsExactly("four");
  }

  @Test
  @Parity("ORM-QRY-24")
  void criteria_thatFollowTheirOwnRelationship_end() {
    Condition notAlone = Box_.letters.any(letter -> letter.box.has(box -> box.name.ne("out")));

    List<Box> boxes = session
        .scalars(select(Box.class).options(withLoaderCriteria(Box.class, notAlone)))
        .all();

    assertThat(boxes).extracting(box -> box.name).containsExactly("in");
  }

  @Test
  @Parity("ORM-QRY-24")
  void criteria_neverHoldForARefresh() {
    Letter one = session
        .scalars(select(Letter.class)
            .where(Letter_.subject.eq("one"))
            .options(withLoaderCriteria(Letter.class, Letter_.subject.eq("one"))))
        .one();
    session.execute(update(Letter.class).set(Letter_.subject, "uno").where(Letter_.sent.eq(1)));

    session.expire(one);
    assertThat(one.subject).isEqualTo("uno");
    session.refresh(one);
    assertThat(one.subject).isEqualTo("uno");
    assertThat(session.get(Letter.class, one.id)).isSameAs(one);
  }

  @ParameterizedTest
  @EnumSource
  @Parity("ORM-QRY-24")
  void criteria_afterExpiry_holdForEagerCollections(Way way) {
    Box in = session
        .scalars(
            select(Box.class).where(Box_.name.eq("in")).options(way.of(Box_.letters), recent()))
        .unique()
        .one();
    session.expireAll();

    assertThat(in.name).isEqualTo("in");
    assertThat(subjects(in.letters)).containsExactly("three", "two");
  }

  @Test
  @Parity("ORM-QRY-24")
  void criteria_ofUpdateAndDelete_restrictThem() {
    session.execute(update(Letter.class).set(Letter_.seen, true).options(recent()));
    recorder.assertStatements(sql("UPDATE m_letter SET seen = ? WHERE m_letter.sent > ?", true, 1));
    recorder.clear();
    session.execute(delete(Letter.class).where(Letter_.seen.isTrue()).options(recent()));

    assertThat(session.scalars(select(Letter_.subject)).all()).containsExactly("one");
  }

  @Test
  @Parity("ORM-QRY-24")
  void criteria_ofUpdateAndDeleteWithManyParameters_restrictEachRun() {
    session.execute(
        update(Letter.class)
            .set(Letter_.seen, true)
            .where(Letter_.subject.eq(parameter("which", SqlTypes.STRING)))
            .options(recent()),
        List.of(Map.of("which", "one"), Map.of("which", "two")));
    assertThat(session
            .scalars(select(Letter_.subject).where(Letter_.seen.isTrue()))
            .all())
        .containsExactly("two");
    session.execute(
        delete(Letter.class)
            .where(Letter_.subject.eq(parameter("which", SqlTypes.STRING)))
            .options(recent()),
        List.of(Map.of("which", "one"), Map.of("which", "two")));
    assertThat(session.scalars(select(Letter_.subject)).all())
        .contains("one")
        .doesNotContain("two");
  }

  @ParameterizedTest
  @EnumSource
  @Parity("ORM-QRY-24")
  void criteria_ofAPage_holdInsideAndOutside(Way way) {
    List<Box> boxes = session
        .scalars(select(Box.class)
            .orderBy(Box_.id.desc())
            .limit(1)
            .options(
                way.of(Box_.letters), recent(), withLoaderCriteria(Box.class, Box_.name.ne("out"))))
        .unique()
        .all();

    assertThat(boxes).extracting(box -> box.name).containsExactly("in");
    assertThat(subjects(boxes.get(0).letters)).containsExactly("three", "two");
  }

  @Test
  @Parity("ORM-QRY-24")
  void criteria_ofAMappedSuperclass_holdForAllThatExtendIt() {
    session.addAll(List.of(new Parcel(1), new Parcel(5), new Postcard(2), new Postcard(6)));
    session.flush();
    LoaderCriteria late = withLoaderCriteria(Dated.class, Dated_.any.posted.gt(4));
    recorder.clear();

    assertThat(session.scalars(select(Parcel.class).options(late)).one().posted).isEqualTo(5);
    assertThat(session.scalars(select(Postcard.class).options(late)).one().posted)
        .isEqualTo(6);
    assertThat(session
            .scalars(
                select(Parcel.class).options(withLoaderCriteria(Dated_.any, d -> d.posted.lt(4))))
            .one()
            .posted)
        .isEqualTo(1);
    recorder.assertStatements(
        sql("SELECT m_parcel.posted, m_parcel.id FROM m_parcel WHERE m_parcel.posted > ?", 4),
        sql(
            "SELECT m_postcard.posted, m_postcard.id FROM m_postcard WHERE m_postcard.posted > ?",
            4),
        sql("SELECT m_parcel.posted, m_parcel.id FROM m_parcel WHERE m_parcel.posted < ?", 4));
  }

  @Test
  void criteria_nothingGiven_isAnError() {
    assertThatThrownBy(() -> withLoaderCriteria(Letter.class, (Condition) null))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("criteria of");
    assertThatThrownBy(() -> session.scalars(
            select(Letter.class).options(withLoaderCriteria(Letter_.entity, letter -> null))))
        .isInstanceOf(ArgumentException.class);
  }
}
