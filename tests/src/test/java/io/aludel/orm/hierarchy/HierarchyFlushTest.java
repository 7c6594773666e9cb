package io.aludel.orm.hierarchy;

import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.hierarchy.Boss;
import io.aludel.fixture.hierarchy.Employee;
import io.aludel.fixture.hierarchy.Engineer;
import io.aludel.fixture.hierarchy.Hierarchies;
import io.aludel.fixture.hierarchy.Manager;
import io.aludel.fixture.hierarchy.Paper;
import io.aludel.fixture.hierarchy.Paper_;
import io.aludel.fixture.hierarchy.Paper_Bound_;
import io.aludel.fixture.hierarchy.Paper_Novel_;
import io.aludel.fixture.hierarchy.Paper_Report_;
import io.aludel.orm.Orm;
import io.aludel.orm.StaleDataException;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How rows of several tables are written. */
@ForEachDatabase
class HierarchyFlushTest {
  private HierarchyRun run;

  @BeforeEach
  void open(TestDatabase database) {
    run = new HierarchyRun(database, Hierarchies.registry());
  }

  @AfterEach
  void close() {
    run.close();
  }

  private static List<String> heads(List<String> sql) {
    return sql.stream()
        .map(each -> each.replaceFirst(" ?(\\(|VALUES|SET|WHERE).*$", ""))
        .toList();
  }

  @Test
  @Parity({"ORM-MAP-34", "ORM-MAP-45"})
  void flush_manyObjects_takesOneBatchForEachTable() {
    for (int i = 0; i < 3; i++) {
      run.session.add(new Paper("P" + i));
      run.session.add(new Paper.Report("R" + i));
      run.session.add(new Paper.Novel("N" + i));
    }
    run.session.flush();
    assertThat(heads(run.written()).stream().distinct())
        .containsExactly(
            "INSERT INTO h_paper",
            "INSERT INTO h_bound_paper",
            "INSERT INTO h_report",
            "INSERT INTO h_book");
    run.fresh();

    Paper.Report report = run.session.get(Paper.Report.class, "R1");
    report.subtitle = "below";
    run.session.flush();
    assertThat(run.written())
        .containsExactly(
            "UPDATE h_paper SET version = ? WHERE h_paper.code = ? AND h_paper.version = ?",
            "UPDATE h_report SET title = ? WHERE h_report.report_code = ?");
    assertThat(report.version).isEqualTo(2);

    run.session.delete(report);
    run.session.flush();
    assertThat(run.written())
        .containsExactly(
            "DELETE FROM h_report WHERE h_report.report_code = ?",
            "DELETE FROM h_bound_paper WHERE h_bound_paper.paper_code = ?",
            "DELETE FROM h_paper WHERE h_paper.code = ? AND h_paper.version = ?");
  }

  @Test
  void select_acrossNamedKeys_joinsByThem() {
    Paper.Novel novel = new Paper.Novel("N1");
    novel.hero = "Ahab";
    novel.pages = 600;
    run.store(novel, new Paper.Report("R1"));
    assertThat(run.session.scalars(select(Paper.Novel.class)).one().hero).isEqualTo("Ahab");
    assertThat(run.sent())
        .first()
        .asString()
        .contains("FROM h_paper JOIN h_bound_paper ON h_paper.code = h_bound_paper.paper_code"
            + " JOIN h_book ON h_bound_paper.paper_code = h_book.book_code WHERE h_paper.kind ");
    assertThat(run.session
            .scalars(select(Paper_Bound_.entity).where(Paper_Bound_.code.eq("R1")))
            .one())
        .isInstanceOf(Paper.Report.class);
    assertThat(run.session.scalars(select(Paper_.code).where(Paper_.kind.eq(4))).all())
        .containsExactly("N1");
    run.session.execute(update(Paper.Novel.class)
        .set(Paper_Novel_.hero, "Ishmael")
        .where(Paper_Novel_.pages.gt(5)));
    assertThat(run.session.scalars(select(Paper_Novel_.hero)).all()).containsExactly("Ishmael");
    assertThat(run.session.scalars(select(Paper_Report_.subtitle)).all()).containsExactly("");
  }

  @Test
  void flush_ofAStaleVersion_touchesNoTableBelow() {
    run.store(new Paper.Report("R1"));
    Paper.Report report = run.session.get(Paper.Report.class, "R1");
    run.session.connection().execute(Orm.text("UPDATE h_paper SET version = 9"));
    report.pages = 7;
    report.title = "x";
    run.sent();
    assertThatThrownBy(() -> run.session.flush()).isInstanceOf(StaleDataException.class);
    assertThat(heads(run.written())).containsExactly("UPDATE h_paper");
    run.session.rollback();
  }

  @Test
  void flush_ofARowThatIsGoneBelow_isStale() {
    run.store(new Manager("Bob", 5));
    Manager bob = run.session.scalars(select(Manager.class)).one();
    run.session.connection().execute(Orm.text("DELETE FROM h_manager"));
    bob.budget = 6;
    assertThatThrownBy(() -> run.session.flush())
        .isInstanceOf(StaleDataException.class)
        .hasMessageContaining("h_manager");
    run.session.rollback();
  }

  @Test
  void flush_ofSiblings_putsThoseReferredToFirst() {
    Engineer cid = new Engineer("Cid", "Java");
    Boss dan = new Boss("Dan", 1, "Dr");
    cid.lead = dan;
    run.session.add(cid);
    run.session.add(new Employee("Ann"));
    run.session.flush();
    assertThat(dan.id).isNotNull();
    List<String> inserts = heads(run.written());
    assertThat(inserts.indexOf("INSERT INTO h_boss"))
        .isLessThan(inserts.indexOf("INSERT INTO h_engineer"));
    run.session.delete(dan);
    run.session.delete(cid);
    run.session.flush();
    List<String> deletes = heads(run.written());
    assertThat(deletes.indexOf("DELETE FROM h_engineer"))
        .isLessThan(deletes.indexOf("DELETE FROM h_manager"));
    run.session.commit();
  }

  @Test
  void refresh_ofASubClass_readsAllItsTablesAtOnce() {
    run.store(new Boss("Dan", 7, "Dr"));
    Boss dan = run.session.scalars(select(Boss.class)).one();
    run.sent();
    run.session.expire(dan);
    assertThat(dan.title).isEqualTo("Dr");
    assertThat(dan.budget).isEqualTo(7);
    assertThat(dan.name).isEqualTo("Dan");
    assertThat(run.sent()).hasSize(1);
    run.session.refresh(dan);
    assertThat(run.sent())
        .singleElement()
        .asString()
        .contains("FROM h_employee JOIN h_manager ON h_employee.id = h_manager.id JOIN h_boss");
  }
}
