package io.aludel.orm.hierarchy;

import static io.aludel.orm.Orm.byName;
import static io.aludel.orm.Orm.defer;
import static io.aludel.orm.Orm.delete;
import static io.aludel.orm.Orm.inlined;
import static io.aludel.orm.Orm.insert;
import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.lazyLoad;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.Orm.subqueryLoad;
import static io.aludel.orm.Orm.update;
import static io.aludel.orm.Orm.withLoaderCriteria;
import static io.aludel.orm.Orm.withPolymorphic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.hierarchy.Building;
import io.aludel.fixture.hierarchy.Building_;
import io.aludel.fixture.hierarchy.Hierarchies;
import io.aludel.fixture.hierarchy.Vessel;
import io.aludel.fixture.hierarchy.Vessel_;
import io.aludel.fixture.hierarchy.Worker;
import io.aludel.fixture.hierarchy.Worker.Clerk;
import io.aludel.fixture.hierarchy.Worker.Coder;
import io.aludel.fixture.hierarchy.Worker.Firm;
import io.aludel.fixture.hierarchy.Worker.Hacker;
import io.aludel.fixture.hierarchy.Worker.Tool;
import io.aludel.fixture.hierarchy.Worker_;
import io.aludel.fixture.hierarchy.Worker_Clerk_;
import io.aludel.fixture.hierarchy.Worker_Coder_;
import io.aludel.fixture.hierarchy.Worker_Firm_;
import io.aludel.fixture.hierarchy.Worker_Hacker_;
import io.aludel.fixture.hierarchy.Worker_Tool_;
import io.aludel.orm.FlushException;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.PolymorphicLoadException;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Classes with a table each, read together as those of a class that they extend. */
@ForEachDatabase
class ConcreteRowsTest {
  private static final String UNION =
      "(SELECT h_clerk.id AS id, h_clerk.name AS name, h_clerk.firm_id AS firm_id, h_clerk.desk"
          + " AS desk, h_clerk.level AS level,"
          + " CAST(NULL AS VARCHAR(50)) AS language, CAST(NULL AS VARCHAR(20)) AS level_1,"
          + " CAST(NULL AS VARCHAR(50)) AS nickname, 'Clerk' AS row_class FROM h_clerk"
          + " UNION ALL SELECT h_coder.id AS id, h_coder.name AS name, h_coder.firm_id AS"
          + " firm_id, CAST(NULL AS VARCHAR(50)) AS desk,"
          + " CAST(NULL AS INTEGER) AS level, h_coder.language AS language, h_coder.level AS level_1,"
          + " CAST(NULL AS VARCHAR(50)) AS nickname, 'Coder' AS row_class FROM h_coder"
          + " UNION ALL SELECT h_hacker.id AS id, h_hacker.name AS name, h_hacker.firm_id AS"
          + " firm_id, CAST(NULL AS VARCHAR(50)) AS desk,"
          + " CAST(NULL AS INTEGER) AS level, h_hacker.language AS language, h_hacker.level AS"
          + " level_1, h_hacker.nickname AS nickname,"
          + " 'Hacker' AS row_class FROM h_hacker)";
  private static final String COLUMNS =
      "anon_1.id, anon_1.name, anon_1.firm_id, anon_1.desk, anon_1.level,"
          + " anon_1.language, anon_1.level_1, anon_1.nickname, anon_1.row_class";

  private HierarchyRun run;
  private boolean spelled;
  private String members = "";

  @BeforeEach
  void open(TestDatabase database) {
    run = new HierarchyRun(database, Hierarchies.concrete());
    spelled = List.of("sqlite", "postgresql").contains(database.name());
    members = "postgresql".equals(database.name()) ? "= ANY (?)" : "IN (?)";
  }

  @AfterEach
  void close() {
    run.close();
  }

  private void assertSent(String... expected) {
    List<String> sent = run.sent();
    if (spelled) {
      assertThat(sent.toString()).isEqualTo(List.of(expected).toString());
    } else {
      assertThat(sent).hasSize(expected.length);
    }
  }

  private void storeWorkers() {
    Coder karl = new Coder("Karl", "Java");
    karl.level = "high";
    Clerk sally = new Clerk("Sally", "north");
    sally.level = 3;
    run.store(sally, karl, new Hacker("Tim", "C", "Root"));
  }

  private static List<String> shown(List<? extends Worker> workers) {
    return workers.stream()
        .map(each -> each.getClass().getSimpleName() + " " + each.name)
        .toList();
  }

  @Test
  @Parity({"ORM-MAP-36", "ORM-INS-19"})
  void select_ofAnAbstractClass_findsRowsOfAllTables() {
    storeWorkers();
    List<Worker> all =
        run.session.scalars(select(Worker.class).orderBy(Worker_.name)).all();
    assertSent("SELECT " + COLUMNS + " FROM " + UNION + " AS anon_1 ORDER BY anon_1.name");
    assertThat(shown(all)).containsExactly("Coder Karl", "Clerk Sally", "Hacker Tim");
    Coder karl = (Coder) all.get(0);
    Hacker tim = (Hacker) all.get(2);
    assertThat(karl.language + karl.level + tim.nickname + tim.language).isEqualTo("JavahighRootC");
    assertThat(((Clerk) all.get(1)).level).isEqualTo(3);
    assertThat(run.count()).isZero();
  }

  @Test
  @Parity("ORM-MAP-36")
  void select_ofAClassBetween_findsItsOwnRowsAndThoseBelow() {
    storeWorkers();
    assertThat(shown(
            run.session.scalars(select(Coder.class).orderBy(Worker_Coder_.name)).all()))
        .containsExactly("Coder Karl", "Hacker Tim");
    assertSent(
        "SELECT anon_1.id, anon_1.name, anon_1.firm_id, anon_1.language, anon_1.level, anon_1.nickname,"
            + " anon_1.row_class FROM (SELECT h_coder.id AS id, h_coder.name AS name,"
            + " h_coder.firm_id AS firm_id, h_coder.language AS language,"
            + " h_coder.level AS level, CAST(NULL AS VARCHAR(50)) AS nickname, 'Coder' AS"
            + " row_class FROM h_coder UNION ALL"
            + " SELECT h_hacker.id AS id, h_hacker.name AS name, h_hacker.firm_id AS firm_id,"
            + " h_hacker.language AS language, h_hacker.level AS level,"
            + " h_hacker.nickname AS nickname, 'Hacker' AS row_class FROM h_hacker) AS anon_1 ORDER BY anon_1.name");
    assertThat(shown(run.session.scalars(select(Hacker.class)).all()))
        .containsExactly("Hacker Tim");
    assertSent(
        "SELECT h_hacker.id, h_hacker.name, h_hacker.firm_id, h_hacker.language, h_hacker.level,"
            + " h_hacker.nickname FROM h_hacker");
  }

  @Test
  @Parity("ORM-MAP-36")
  void conditionsOrderAndPages_areThoseOfTheUnion() {
    storeWorkers();
    assertThat(shown(run.session
            .scalars(select(Worker.class)
                .where(Worker_.name.ne("Sally"))
                .orderBy(Worker_.name.desc())
                .limit(1))
            .all()))
        .containsExactly("Hacker Tim");
    assertSent("SELECT " + COLUMNS + " FROM " + UNION + " AS anon_1 WHERE anon_1.name != ?"
        + " ORDER BY anon_1.name DESC LIMIT ?");
    assertThat(run.session.execute(select(Worker_.name, Worker_.id)).all()).hasSize(3);
    assertSent("SELECT anon_1.name, anon_1.id FROM " + UNION + " AS anon_1");
  }

  @Test
  @Parity("ORM-MAP-36")
  void alias_isAUnionOfItsOwn() {
    storeWorkers();
    var a = Worker_.as("a");
    var b = Worker_.as("b");
    List<Worker> found = run.session
        .scalars(select(a).where(a.name.lt(b.name)).where(b.name.eq("Sally")))
        .all();
    assertThat(shown(found)).containsExactly("Coder Karl");
    assertSent("SELECT " + COLUMNS.replace("anon_1", "a") + " FROM " + UNION + " AS a, " + UNION
        + " AS b WHERE a.name < b.name AND b.name = ?");
  }

  @Test
  @Parity("ORM-MAP-36")
  void attributesOfSubClasses_areAskedOfTheUnion() {
    storeWorkers();
    var workers = withPolymorphic(Worker.class);
    assertThat(shown(run.session
            .scalars(select(workers).where(workers.get(Worker_Coder_.language).eq("Java")))
            .all()))
        .containsExactly("Coder Karl");
    assertSent("SELECT " + COLUMNS + " FROM " + UNION + " AS anon_1 WHERE anon_1.language = ?");
  }

  @Test
  @Parity("ORM-MAP-36")
  void select_ofAClassWithATable_findsItsRowsToo() {
    run.store(new Building("Hall"), new Building.House("Hut", 2));
    List<Building> all =
        run.session.scalars(select(Building.class).orderBy(Building_.name)).all();
    assertSent(
        "SELECT anon_1.id, anon_1.name, anon_1.street_id, anon_1.rooms, anon_1.row_class FROM"
            + " (SELECT h_building.id AS id, h_building.name AS name, h_building.street_id AS"
            + " street_id, CAST(NULL AS INTEGER) AS rooms,"
            + " 'Building' AS row_class FROM h_building UNION ALL SELECT h_house.id AS id, h_house.name AS name,"
            + " CAST(NULL AS INTEGER) AS street_id, h_house.rooms AS rooms, 'House' AS row_class FROM h_house)"
            + " AS anon_1 ORDER BY anon_1.name");
    assertThat(all)
        .extracting(each -> each.getClass().getSimpleName())
        .containsExactly("Building", "House");
    assertThat(all.get(0).id).isEqualTo(all.get(1).id);
    assertThat(
            run.session.scalars(select(Building.class).orderBy(Building_.name)).all())
        .isEqualTo(all);
    assertThat(((Building.House) all.get(1)).rooms).isEqualTo(2);
  }

  @Test
  @Parity("ORM-MAP-36")
  void get_looksAmongAllTables_andRefusesAKeyOfSeveral() {
    run.store(new Building("Hall"), new Building.House("Hut", 2));
    run.store(new Building("Barn"));
    Building barn = run.session.get(Building.class, 2);
    assertThat(barn.name).isEqualTo("Barn");
    assertThat(run.count()).isEqualTo(1);
    assertThat(run.session.get(Building.class, 2)).isSameAs(barn);
    assertThat(run.count()).isZero();
    assertThat(run.session.get(Building.class, 99)).isNull();
    assertThatThrownBy(() -> run.session.get(Building.class, 1))
        .isInstanceOf(PolymorphicLoadException.class)
        .hasMessage(
            "Cannot tell which object Building[id=1] is: there is a row with that key for each of"
                + " [Building, House], since every table has keys of its own. Ask for one of these classes."
                + " [ORM-314]");
  }

  @Test
  @Parity("ORM-MAP-36")
  void refresh_readsTheTableOfTheObject() {
    run.store(new Building("Hall"), new Building.House("Hut", 2));
    List<Building> all =
        run.session.scalars(select(Building.class).orderBy(Building_.name)).all();
    run.session.commit();
    run.sent();
    assertThat(all.get(0).name).isEqualTo("Hall");
    assertThat(all.get(1).name).isEqualTo("Hut");
    assertSent(
        "SELECT h_building.id, h_building.name, h_building.street_id FROM h_building WHERE h_building.id = ?",
        "SELECT h_house.id, h_house.name, h_house.rooms FROM h_house WHERE h_house.id = ?");
    run.session.refresh(all.get(0));
    assertThat(all.get(0).name).isEqualTo("Hall");
  }

  @Test
  @Parity("ORM-MAP-36")
  void changes_goToTheTableOfTheClass() {
    storeWorkers();
    for (Worker each :
        run.session.scalars(select(Worker.class).orderBy(Worker_.name)).all()) {
      each.name = each.name + "!";
    }
    run.sent();
    run.session.flush();
    assertThat(run.sent())
        .containsExactlyInAnyOrder(
            "UPDATE h_coder SET name = ? WHERE h_coder.id = ?",
            "UPDATE h_clerk SET name = ? WHERE h_clerk.id = ?",
            "UPDATE h_hacker SET name = ? WHERE h_hacker.id = ?");
    run.session.scalars(select(Worker.class)).all().forEach(run.session::delete);
    run.session.commit();
    assertThat(run.session.scalars(select(Worker.class)).all()).isEmpty();
  }

  @Test
  @Parity("ORM-MAP-36")
  void collection_ofTheAbstractClass_holdsObjectsOfAll() {
    Firm firm = new Firm("Acme");
    Clerk sally = new Clerk("Sally", "north");
    firm.workers.add(sally);
    assertThat(sally.firm).isSameAs(firm);
    Coder karl = new Coder("Karl", "Java");
    karl.firm = firm;
    assertThat(firm.workers).containsExactly(sally, karl);
    run.session.add(firm);
    run.session.flush();
    assertThat(run.count()).isGreaterThanOrEqualTo(3);
    Hacker tim = new Hacker("Tim", "C", "Root");
    firm.workers.add(tim);
    run.fresh();

    Firm found = run.session.scalars(select(Firm.class)).one();
    run.sent();
    assertThat(shown(found.workers)).containsExactly("Coder Karl", "Clerk Sally", "Hacker Tim");
    assertSent("SELECT " + COLUMNS + " FROM " + UNION
        + " AS anon_1 WHERE ? = anon_1.firm_id ORDER BY anon_1.name");
    assertThat(((Coder) found.workers.get(0)).firm).isSameAs(found);
    found.workers.remove(0);
    run.sent();
    run.session.flush();
    assertSent("UPDATE h_coder SET firm_id = ? WHERE h_coder.id = ?");
  }

  private void storeFirm() {
    Firm firm = new Firm("Acme");
    Coder karl = new Coder("Karl", "Java");
    karl.tools.add(new Tool("saw"));
    karl.tools.add(new Tool("axe"));
    firm.workers.addAll(List.of(new Clerk("Sally", "north"), karl, new Hacker("Tim", "C", "Root")));
    run.store(firm, new Firm("Empty"));
  }

  @Test
  @Parity("ORM-MAP-36")
  void eagerLoads_leadToTheUnion() {
    storeFirm();
    for (var option : List.of(
        selectinLoad(Worker_Firm_.workers),
        joinedLoad(Worker_Firm_.workers),
        subqueryLoad(Worker_Firm_.workers))) {
      run.fresh();
      List<Firm> firms = run.session
          .scalars(select(Firm.class).options(option).orderBy(Worker_Firm_.name))
          .unique()
          .all();
      run.sent();
      assertThat(shown(firms.get(0).workers))
          .containsExactly("Coder Karl", "Clerk Sally", "Hacker Tim");
      assertThat(firms.get(1).workers).isEmpty();
      assertThat(run.count()).isZero();
    }
    run.fresh();
    run.session
        .scalars(select(Firm.class).options(joinedLoad(Worker_Firm_.workers)))
        .unique()
        .all();
    assertSent("SELECT h_firm.id, h_firm.name, "
        + COLUMNS.replace("1.id,", "1.id AS id_1,").replace("1.name,", "1.name AS name_1,")
        + " FROM h_firm LEFT OUTER JOIN " + UNION
        + " AS anon_1 ON h_firm.id = anon_1.firm_id ORDER BY anon_1.name");
  }

  @Test
  @Parity("ORM-MAP-36")
  void eagerLoads_beginAtTheUnion() {
    storeFirm();
    var workers = withPolymorphic(Worker.class);
    for (var option : List.of(
        selectinLoad(Worker_Coder_.tools),
        joinedLoad(Worker_Coder_.tools),
        subqueryLoad(Worker_Coder_.tools))) {
      run.fresh();
      List<Coder> coders = run.session
          .scalars(select(Coder.class).options(option).orderBy(Worker_Coder_.name))
          .unique()
          .all();
      run.sent();
      assertThat(shown(coders)).containsExactly("Coder Karl", "Hacker Tim");
      assertThat(coders.get(0).tools).extracting(each -> each.name).containsExactly("axe", "saw");
      assertThat(run.count()).isZero();
    }
    run.fresh();
    List<Worker> all = run.session
        .scalars(
            select(workers).options(joinedLoad(Worker_.firm)).orderBy(workers.get(Worker_.name)))
        .unique()
        .all();
    run.sent();
    assertThat(((Coder) all.get(0)).firm).isNotNull();
    assertThat(((Clerk) all.get(1)).firm).isSameAs(((Coder) all.get(0)).firm);
    assertThat(run.count()).isZero();
  }

  @Test
  @Parity("ORM-MAP-36")
  void joinsAndExists_leadToTheUnion() {
    storeFirm();
    assertThat(run.session
            .scalars(select(Firm.class).join(Worker_Firm_.workers).where(Worker_.name.eq("Tim")))
            .one()
            .name)
        .isEqualTo("Acme");
    assertSent("SELECT h_firm.id, h_firm.name FROM h_firm JOIN " + UNION
        + " AS anon_1 ON h_firm.id = anon_1.firm_id WHERE anon_1.name = ?");
    assertThat(run.session
            .scalars(
                select(Firm.class).where(Worker_Firm_.workers.any(each -> each.name.eq("Karl"))))
            .all())
        .hasSize(1);
    assertSent("SELECT h_firm.id, h_firm.name FROM h_firm WHERE EXISTS (SELECT 1 FROM " + UNION
        + " AS anon_1 WHERE h_firm.id = anon_1.firm_id AND anon_1.name = ?)");
    Firm acme = run.session
        .scalars(select(Firm.class).where(Worker_Firm_.name.eq("Acme")))
        .one();
    assertThat(run.session
            .scalars(select(Worker.class).where(Worker_.firm.eq(acme)))
            .all())
        .hasSize(3);
    Worker karl =
        run.session.scalars(select(Worker.class).where(Worker_.name.eq("Karl"))).one();
    assertThat(run.session
            .scalars(select(Firm.class).where(Worker_Firm_.workers.contains(karl)))
            .one())
        .isSameAs(acme);
  }

  @Test
  @Parity("ORM-MAP-36")
  void pageOfOwners_isTakenFromTheUnion() {
    storeFirm();
    List<Coder> first = run.session
        .scalars(select(Coder.class)
            .options(joinedLoad(Worker_Coder_.tools))
            .orderBy(Worker_Coder_.name)
            .limit(1))
        .unique()
        .all();
    run.sent();
    assertThat(shown(first)).containsExactly("Coder Karl");
    assertThat(first.get(0).tools).hasSize(2);
    assertThat(run.count()).isZero();
  }

  @Test
  @Parity("ORM-MAP-36")
  void columnOptionsAndCriteria_holdForTheUnion() {
    storeWorkers();
    List<Worker> all = run.session
        .scalars(select(Worker.class)
            .options(defer(Worker_.name), withLoaderCriteria(Worker.class, Worker_.name.ne("Tim")))
            .orderBy(Worker_.id))
        .all();
    assertSent("SELECT " + COLUMNS.replace(" anon_1.name,", "") + " FROM " + UNION
        + " AS anon_1 WHERE anon_1.name != ? ORDER BY anon_1.id");
    assertThat(shown(all)).containsExactlyInAnyOrder("Clerk Sally", "Coder Karl");
    assertThat(run.count()).isEqualTo(2);
  }

  @Test
  @Parity("ORM-MAP-36")
  void entityFromRows_needsTheColumnOfClasses() {
    storeWorkers();
    var rows = select(Worker.class).where(Worker_.name.ne("Tim")).subquery();
    var worker = Worker_.from(rows);
    assertThat(shown(run.session.scalars(select(worker).orderBy(worker.name)).all()))
        .containsExactly("Coder Karl", "Clerk Sally");
    var named = select(Worker_.id, Worker_.name).subquery();
    var nameless = Worker_.from(named);
    assertThatThrownBy(() -> run.session.scalars(select(nameless)).all())
        .hasMessageContaining("row_class")
        .hasMessageEndingWith("[MAP-303]");
  }

  @Test
  @Parity("ORM-MAP-36")
  void statementsThatWrite_meetTheTableOfTheirEntity() {
    run.store(new Building("Hall"), new Building.House("Hut", 2));
    Building hall = run.session
        .scalars(select(Building.class).where(Building_.name.eq("Hall")))
        .one();
    run.sent();
    run.session.execute(update(Building.class)
        .where(Building_.id.eq(1))
        .set(Building_.name, Building_.name.concat("?")));
    assertThat(run.written())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("UPDATE h_building SET name = ")
        .endsWith(" WHERE h_building.id = ?");
    assertThat(hall.name).isEqualTo("Hall?");
    assertThat(run.session.get(Building.House.class, 1).name).isEqualTo("Hut");
    run.session.execute(delete(Building.class).where(Building_.name.like("H%")));
    assertThat(run.written())
        .containsExactly("DELETE FROM h_building WHERE h_building.name LIKE ?");
    assertThat(run.session.contains(hall)).isFalse();
    assertThat(run.session.scalars(select(Building.class)).all()).hasSize(1);
    assertThatThrownBy(() -> run.session.execute(delete(Worker.class)))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessage(
            "Cannot write rows of Worker: it is abstract and has no table. Name a class that extends"
                + " it. [ORM-316]");
    assertThatThrownBy(() -> run.session.execute(update(Worker.class).set(Worker_.name, "x")))
        .hasMessageEndingWith("[ORM-316]");
    assertThatThrownBy(() -> run.session.execute(insert(Worker.class).set(Worker_.name, "x")))
        .hasMessageEndingWith("[ORM-316]");
  }

  @Test
  @Parity("ORM-MAP-36")
  void relationships_thatAreNotInherited_cannotBeUsed() {
    Building.House hut = new Building.House("Hut", 1);
    String text =
        "Cannot use House.street: the class it extends keeps its rows in another table, and"
            + " relationships are not inherited from there. Say m.relationship(\"street\") in the @Mapping method"
            + " of House. [ORM-315]";
    assertThatThrownBy(() -> hut.street = new Building.Street())
        .isInstanceOf(ObjectStateException.class)
        .hasMessage(text);
    assertThatThrownBy(() -> String.valueOf(hut.street)).hasMessage(text);
    run.store(hut);
    Building.House found = run.session.scalars(select(Building.House.class)).one();
    assertThatThrownBy(() -> String.valueOf(found.street)).hasMessage(text);
    assertThatThrownBy(() -> found.street = new Building.Street()).hasMessage(text);
  }

  @Test
  @Parity("ORM-MAP-36")
  void eagerLoad_ofARelationshipOfTheClassAbove_passesOverOthers() {
    Building hall = new Building("Hall");
    hall.street = new Building.Street();
    run.store(hall, new Building.House("Hut", 2));
    for (var option : List.of(joinedLoad(Building_.street), selectinLoad(Building_.street))) {
      run.fresh();
      List<Building> all = run.session
          .scalars(select(Building.class).options(option).orderBy(Building_.name))
          .all();
      run.sent();
      assertThat(all.get(0).street).isNotNull();
      assertThat(run.count()).isZero();
      assertThatThrownBy(() -> String.valueOf(all.get(1).street)).hasMessageEndingWith("[ORM-315]");
    }
  }

  @Test
  @Parity("ORM-MAP-36")
  void abstractClass_withoutSubClasses_cannotBeRead() {
    assertThat(Hierarchies.concrete().metadata().findTable("worker")).isNull();
    Registry alone = Registry.of(Worker.class, Firm.class);
    assertThatThrownBy(() -> run.sessions(alone)
            .inTransaction(session -> session.scalars(select(Worker.class)).all()))
        .isInstanceOf(MappingException.class)
        .hasMessageEndingWith("[MAP-253]");
  }

  @Test
  @Parity("ORM-MAP-36")
  void memberWithoutTheColumn_isRefusedByTheFlush() {
    Building.Street street = new Building.Street();
    street.buildings.add(new Building.House("Hut", 1));
    run.session.add(street);
    assertThatThrownBy(run.session::flush)
        .isInstanceOf(FlushException.class)
        .hasMessage(
            "Cannot flush a relationship of objects of House: the column h_building.street_id is that of"
                + " a class above with a table of its own, and h_house has none for it. Declare the relationship,"
                + " or an attribute for the column, in House too. [ORM-315]");
    run.session.rollback();
    assertThat(run.session.scalars(select(Building.class)).all()).isEmpty();
  }

  @Test
  @Parity("ORM-MAP-36")
  void reference_byAForeignKey_leadsToTheTableThatItNames() {
    storeFirm();
    for (var option : List.of(
        lazyLoad(Worker_Tool_.owner),
        joinedLoad(Worker_Tool_.owner),
        selectinLoad(Worker_Tool_.owner))) {
      run.fresh();
      List<Tool> tools = run.session
          .scalars(select(Tool.class).options(option).orderBy(Worker_Tool_.name))
          .all();
      assertThat(tools).hasSize(2).allSatisfy(each -> {
        assertThat(each.owner).isExactlyInstanceOf(Coder.class);
        assertThat(each.owner.name).isEqualTo("Karl");
      });
      assertThat(run.sent()).noneMatch(sql -> sql.contains("UNION"));
    }
  }

  @Test
  @Parity("ORM-MAP-36")
  void classesThatShareATable_areToldApartWithinTheUnion() {
    Vessel.Boat boat = new Vessel.Boat("Skiff");
    boat.oars = 2;
    run.store(new Vessel("Barge"), boat, new Vessel.Yacht("Gull", 3));
    List<Vessel> all =
        run.session.scalars(select(Vessel.class).orderBy(Vessel_.name)).all();
    assertSent(
        "SELECT anon_1.id, anon_1.name, anon_1.oars, anon_1.kind, anon_1.sails, anon_1.row_class FROM"
            + " (SELECT h_vessel.id AS id, h_vessel.name AS name, CAST(NULL AS INTEGER) AS oars,"
            + " CAST(NULL AS VARCHAR(50)) AS kind, CAST(NULL AS INTEGER) AS sails, 'Vessel' AS row_class"
            + " FROM h_vessel UNION ALL SELECT h_boat.id AS id, h_boat.name AS name, h_boat.oars AS oars,"
            + " h_boat.kind AS kind, CAST(NULL AS INTEGER) AS sails, 'Boat' AS row_class FROM h_boat"
            + " WHERE h_boat.kind = ? UNION ALL SELECT h_boat.id AS id, h_boat.name AS name, h_boat.oars AS oars,"
            + " h_boat.kind AS kind, h_boat.sails AS sails, 'Yacht' AS row_class FROM h_boat WHERE h_boat.kind "
            + members
            + ") AS anon_1 ORDER BY anon_1.name");
    assertThat(all)
        .extracting(each -> each.getClass().getSimpleName() + " " + each.name)
        .containsExactly("Vessel Barge", "Yacht Gull", "Boat Skiff");
    assertThat(((Vessel.Yacht) all.get(1)).sails).isEqualTo(3);
    assertThat(((Vessel.Boat) all.get(2)).oars).isEqualTo(2);
    assertThat(run.session.get(Vessel.Boat.class, 2)).isSameAs(all.get(1));
    ((Vessel.Yacht) all.get(1)).sails = 4;
    run.fresh();
    assertThat(run.session.scalars(select(Vessel.Yacht.class)).one().sails).isEqualTo(4);
    assertThat(run.session
            .scalars(select(withPolymorphic(Vessel.class, Vessel.class)))
            .all())
        .hasSize(1);
  }

  @Test
  @Parity("ORM-MAP-36")
  void merge_copiesIntoTheTableOfTheClass() {
    Clerk sally = new Clerk("Sally", "north");
    run.store(sally);
    sally.desk = "south";
    Worker merged = run.session.merge(sally);
    assertThat(merged).isExactlyInstanceOf(Clerk.class).isNotSameAs(sally);
    run.fresh();
    assertThat(((Clerk) run.session.scalars(select(Worker.class)).one()).desk).isEqualTo("south");
  }

  @Test
  @Parity({"ORM-MAP-36", "ORM-INS-19"})
  void unionOfOnesOwn_isReadByTheNamesOfItsColumns() {
    storeWorkers();
    var rows = select(
            Worker_Clerk_.id,
            Worker_Clerk_.name,
            Worker_Clerk_.desk,
            inlined("Clerk", SqlTypes.STRING).as("row_class"))
        .where(Worker_Clerk_.desk.eq("north"))
        .unionAll(select(
            Worker_Hacker_.id,
            Worker_Hacker_.name,
            Worker_Hacker_.nickname,
            inlined("Hacker", SqlTypes.STRING).as("row_class")))
        .as("w");
    var worker = Worker_.from(byName(rows));
    assertThat(shown(run.session.scalars(select(worker).orderBy(worker.name)).all()))
        .containsExactly("Clerk Sally", "Hacker Tim");
  }
}
