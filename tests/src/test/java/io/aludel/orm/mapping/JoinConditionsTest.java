package io.aludel.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.fixture.join.Account;
import io.aludel.fixture.join.Article;
import io.aludel.fixture.join.Book;
import io.aludel.fixture.join.Booking;
import io.aludel.fixture.join.Folder;
import io.aludel.fixture.join.Magazine;
import io.aludel.fixture.join.Member;
import io.aludel.fixture.join.Reader;
import io.aludel.fixture.join.Reading;
import io.aludel.fixture.join.Staff;
import io.aludel.fixture.join.Task;
import io.aludel.fixture.join.Writer;
import io.aludel.orm.annotation.Cascade;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.Node;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Conditions that say more than a foreign key does. */
class JoinConditionsTest {
  private final Registry models = Registry.of(
      Member.class,
      Task.class,
      Account.class,
      Booking.class,
      Folder.class,
      Magazine.class,
      Writer.class,
      Article.class,
      Staff.class,
      Reader.class,
      Book.class,
      Reading.class);

  private RelationshipProperty of(Class<?> entity, String name) {
    return models.mapper(entity).relationship(name);
  }

  /** The condition with the target's columns those of an alias, as every loader writes it. */
  private static String written(RelationshipProperty relationship) {
    AliasNode far = new AliasNode(relationship.target().table(), "far");
    JoinCondition.Sides sides = new JoinCondition.Sides(
        column -> column,
        column -> new DerivedColumnNode(far, column.name(), column),
        column -> column);
    Node second = relationship.join().secondary(sides);
    return ElementPrinter.INSTANCE.print(relationship.join().primary(sides))
        + (second == null ? "" : " / " + ElementPrinter.INSTANCE.print(second));
  }

  @Test
  @Parity("ORM-REL-08")
  void primaryJoin_withMoreThanKeys_isWrittenOverBothEnds() {
    RelationshipProperty urgent = of(Member.class, "urgent");

    assertThat(urgent.direction()).isEqualTo(Direction.ONE_TO_MANY);
    assertThat(written(urgent)).isEqualTo("far.owner_id = j_member.id AND far.priority > ?");
    assertThat(written(of(Member.class, "tasks"))).isEqualTo("j_member.id = far.owner_id");
    assertThat(written(of(Task.class, "owner"))).isEqualTo("far.id = j_task.owner_id");
  }

  @Test
  void viewOnly_anyCondition_copiesNothing() {
    RelationshipProperty urgent = of(Member.class, "urgent");

    assertThat(urgent.isViewOnly()).isTrue();
    assertThat(urgent.join().pairs()).hasToString("[j_member.id -> j_task.owner_id]");
    assertThat(urgent.join().copied()).isEmpty();
    assertThat(urgent.cascades()).containsExactly(Cascade.MERGE);
    assertThat(written(of(Folder.class, "below"))).isEqualTo("far.path LIKE (j_folder.path || ?)");
    assertThat(of(Folder.class, "below").direction()).isEqualTo(Direction.ONE_TO_MANY);
    assertThat(of(Folder.class, "below").join().copied()).isEmpty();
  }

  @Test
  void orderBy_expressions_areWrittenOverTheTarget() {
    RelationshipProperty urgent = of(Member.class, "urgent");
    AliasNode far = new AliasNode(urgent.target().table(), "far");

    assertThat(urgent.order(column -> new DerivedColumnNode(far, column.name(), column)))
        .extracting(ElementPrinter.INSTANCE::print)
        .containsExactly("far.due DESC", "lower(far.title)");
  }

  @Test
  @Parity("ORM-REL-09")
  void primaryJoin_marksInPlaceOfForeignKeys_tellTheDirection() {
    RelationshipProperty bookings = of(Account.class, "bookings");
    RelationshipProperty account = of(Booking.class, "account");

    assertThat(models.mapper(Booking.class).table().foreignKeys()).isEmpty();
    assertThat(bookings.direction()).isEqualTo(Direction.ONE_TO_MANY);
    assertThat(bookings.join().copied())
        .hasToString("[j_account.number -> j_booking.account_number]");
    assertThat(account.direction()).isEqualTo(Direction.MANY_TO_ONE);
    assertThat(account.reverse()).isSameAs(bookings);
    assertThat(account.join().isKeyLookup()).isFalse();
    assertThat(written(account)).isEqualTo("far.number = j_booking.account_number");
  }

  @Test
  void compositeKey_oneColumnShared_isComparedAtBothEnds() {
    assertThat(written(of(Staff.class, "boss")))
        .isEqualTo("far.company = j_staff.company AND far.number = j_staff.boss_number");
    assertThat(written(of(Staff.class, "reports")))
        .isEqualTo("j_staff.company = far.company AND j_staff.number = far.boss_number");
  }

  @Test
  @Parity("ORM-REL-13")
  void backref_fieldThatSaysNothing_becomesTheOtherSide() {
    RelationshipProperty reports = of(Staff.class, "reports");

    assertThat(reports.direction()).isEqualTo(Direction.ONE_TO_MANY);
    assertThat(reports.isCollection()).isTrue();
    assertThat(reports.reverse()).isSameAs(of(Staff.class, "boss"));
    assertThat(of(Staff.class, "boss").reverse()).isSameAs(reports);
  }

  @Test
  void primaryJoin_throughALinkTable_addsToItsKeys() {
    assertThat(written(of(Reader.class, "finished")))
        .isEqualTo("j_reading.reader_id = j_reader.id AND j_reading.done IS true"
            + " / far.id = j_reading.book_id");
    assertThat(of(Reader.class, "books").secondary())
        .isSameAs(models.mapper(Reading.class).table());
  }

  @Test
  @Parity("ORM-REL-11")
  void warnings_columnWrittenByTwoRelationships_nameBothAndTheCures() {
    assertThat(models.warnings())
        .containsExactly(
            "Article.writer copies j_writer.magazine_id -> j_article.magazine_id, which"
                + " conflicts with Magazine.articles (j_magazine.id -> j_article.magazine_id),"
                + " Article.magazine (j_magazine.id -> j_article.magazine_id). If these are two sides of"
                + " one thing, link them with backPopulates; if one of them only reads, make it viewOnly;"
                + " if both write on purpose, say overlaps = articles, magazine on Article.writer.");
  }

  @ForEachDatabase
  void metadata_everyJoin_canBeCreated(TestDatabase database) {
    models.metadata().createAll(database.engine());

    assertThat(models.metadata().table("j_staff").foreignKeys()).hasSize(1);
  }
}
