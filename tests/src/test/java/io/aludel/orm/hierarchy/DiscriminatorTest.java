package io.aludel.orm.hierarchy;

import static io.aludel.orm.Orm.delete;
import static io.aludel.orm.Orm.insert;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.text;
import static io.aludel.orm.Orm.update;
import static io.aludel.sql.Sql.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.hierarchy.Car;
import io.aludel.fixture.hierarchy.Hierarchies;
import io.aludel.fixture.hierarchy.Truck;
import io.aludel.fixture.hierarchy.Vehicle;
import io.aludel.orm.PolymorphicLoadException;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.CapturedWarnings;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may tell of which class a row is: a column, an attribute, or what SQL makes of a row. */
@ForEachDatabase
@Parity("ORM-MAP-37")
class DiscriminatorTest {
  private static final Registry MODELS = Registry.of(
      Parcel.class,
      Parcel.Box.class,
      Parcel.Crate.class,
      Parcel.Letter.class,
      Parcel.Telegram.class,
      Parcel.Ware.class,
      Parcel.Jewel.class,
      Parcel.Bead.class);
  private static final String SIZE =
      "CASE WHEN (h_parcel.weight > ?) THEN ? WHEN (h_parcel.weight > ?) THEN ? ELSE ? END";

  private HierarchyRun run;

  @BeforeEach
  void open(TestDatabase database) {
    run = new HierarchyRun(database, MODELS);
  }

  @AfterEach
  void close() {
    run.close();
  }

  /** PostgreSQL takes the values of a list as one array; H2 is told the types of parameters. */
  private static String normal(String sql) {
    return sql.replace(" = ANY (?)", " IN (?)").replaceAll("CAST\\(\\? AS [A-Z]+\\)", "?");
  }

  private List<String> sent() {
    return run.sent().stream().map(DiscriminatorTest::normal).toList();
  }

  @Test
  void expression_ofASingleTable_tellsClassesApart() {
    run.store(new Parcel(1), new Parcel.Box(20), new Parcel.Crate(200));
    List<Parcel> all =
        run.session.scalars(select(Parcel.class).orderBy(Parcel_.id)).all();
    assertThat(sent())
        .containsExactly("SELECT h_parcel.id, h_parcel.weight, " + SIZE
            + " AS anon_1 FROM h_parcel ORDER BY h_parcel.id");
    assertThat(all)
        .extracting(each -> each.getClass().getSimpleName() + " " + each.size)
        .containsExactly("Parcel plain", "Box box", "Crate crate");
    run.session.expungeAll();
    assertThat(run.session.scalars(select(Parcel.Box.class)).all()).hasSize(2);
    assertThat(sent()).singleElement().asString().contains(" WHERE " + SIZE + " IN (");
    run.session.expungeAll();
    var box = Parcel_Box_.as("b");
    assertThat(run.session.scalars(select(box)).all()).hasSize(2);
    assertThat(sent())
        .singleElement()
        .asString()
        .contains(" WHERE CASE WHEN (b.weight > ?) THEN ")
        .contains("FROM h_parcel AS b WHERE");
    assertThat(run.session.get(Parcel.Crate.class, 2)).isNull();
    assertThat(run.session.get(Parcel.class, 3)).isInstanceOf(Parcel.Crate.class);
  }

  @Test
  void expression_isNeverWritten() {
    Parcel box = new Parcel.Box(20);
    assertThat(box.size).isNull();
    run.session.add(box);
    run.session.flush();
    assertThat(run.sent())
        .singleElement()
        .asString()
        .contains("INSERT INTO h_parcel (weight")
        .doesNotContain("size");
    assertThat(box.size).as("read when wanted").isEqualTo("box");
    box.weight = 500;
    run.fresh();
    assertThat(run.session.scalars(select(Parcel.class)).one()).isInstanceOf(Parcel.Crate.class);
  }

  @Test
  void expression_limitsStatementsThatWrite() {
    run.store(new Parcel(1), new Parcel.Box(20), new Parcel.Crate(200));
    run.session.execute(update(Parcel.Box.class).set(Parcel_Box_.edges, 12));
    assertThat(sent())
        .singleElement()
        .asString()
        .startsWith("UPDATE h_parcel SET edges = ? WHERE " + SIZE + " IN (");
    assertThat(run.session.execute(delete(Parcel.Crate.class)).rowCount()).isEqualTo(1);
    run.session.execute(insert(Parcel.Box.class).values(row("weight", 30)));
    assertThat(
            run.session.scalars(select(Parcel_.weight).orderBy(Parcel_.weight)).all())
        .containsExactly(1, 20, 30);
  }

  @Test
  void expression_ofJoinedTables_tellsClassesApart() {
    Parcel.Jewel jewel = new Parcel.Jewel();
    jewel.price = 200;
    jewel.carat = 3;
    Parcel.Bead bead = new Parcel.Bead();
    bead.price = 2;
    run.store(jewel, bead);
    List<Parcel.Ware> all =
        run.session.scalars(select(Parcel.Ware.class).orderBy(Parcel_Ware_.id)).all();
    assertThat(sent())
        .containsExactly(
            "SELECT h_ware.id, h_ware.price, CASE WHEN (h_ware.price > ?) THEN ? ELSE ? END"
                + " AS anon_1 FROM h_ware ORDER BY h_ware.id");
    assertThat(all)
        .extracting(each -> each.getClass().getSimpleName())
        .containsExactly("Jewel", "Bead");
    assertThat(((Parcel.Jewel) all.get(0)).carat).isEqualTo(3);
    assertThat(sent()).containsExactly("SELECT h_jewel.carat FROM h_jewel WHERE h_jewel.id = ?");
    run.session.delete(all.get(0));
    run.fresh();
    assertThat(run.session.scalars(select(Parcel.Ware.class)).all())
        .singleElement()
        .isInstanceOf(Parcel.Bead.class);
    assertThat(run.session.scalars(select(Parcel.Jewel.class)).all()).isEmpty();
  }

  @Test
  void attribute_ofAColumnOfAnotherName_isTheDiscriminator() {
    Parcel.Telegram telegram = new Parcel.Telegram();
    assertThat(telegram.kind).isEqualTo("T");
    run.store(telegram);
    assertThat(run.session.scalars(select(Parcel.Letter.class)).one())
        .isInstanceOf(Parcel.Telegram.class);
    assertThat(run.sent()).containsExactly("SELECT h_letter.id, h_letter.k FROM h_letter");
  }

  @Test
  void row_withoutADiscriminator_isNamed(TestDatabase database) {
    run.close();
    run = new HierarchyRun(database, Hierarchies.registry());
    run.store(new Car("C1", 4));
    run.session.connection().execute(text("UPDATE h_vehicle SET kind = NULL"));
    assertThatThrownBy(() -> run.session.scalars(select(Vehicle.class)).all())
        .isInstanceOf(PolymorphicLoadException.class)
        .hasMessage(
            "Cannot load Vehicle[id=1]: its discriminator Vehicle.kind is null, so its class is"
                + " not known. Store the value of its class in the row. [ORM-311]");
    assertThat(run.session.scalars(select(Car.class)).all()).isEmpty();
  }

  @Test
  void flush_ofADiscriminatorOfAnotherClass_warns(TestDatabase database) {
    run.close();
    run = new HierarchyRun(database, Hierarchies.registry());
    run.store(new Car("C1", 4));
    Car car = run.session.scalars(select(Car.class)).one();
    car.kind = Vehicle.Kind.TRUCK;
    run.sent();
    assertThat(CapturedWarnings.during(run.session::flush))
        .singleElement()
        .asString()
        .contains("is stored with the discriminator 'TRUCK', which is not that of its class");
    assertThat(run.sent()).containsExactly("UPDATE h_vehicle SET kind = ? WHERE h_vehicle.id = ?");
    assertThat(CapturedWarnings.during(run::fresh)).isEmpty();
    assertThat(run.session.scalars(select(Vehicle.class)).one()).isInstanceOf(Truck.class);
  }
}
