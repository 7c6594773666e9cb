package io.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.fixture.world.Node;
import io.aludel.orm.Orm;
import io.aludel.orm.Session;
import io.aludel.orm.Synchronize;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.CapturedWarnings;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many rows of a table go by lists of their keys, where nothing has to be told of each row. */
@ForEachDatabase
@Parity("ORM-SES-44")
class DeleteByListTest {
  private static final Registry MODELS =
      Registry.of(Channel.class, Buoy.class, Ticket.class, Node.class);

  private FlushFixture fixture;
  private Session session;
  private int keysPerLookup;

  @BeforeEach
  void createTables(TestDatabase database) {
    fixture = new FlushFixture(database, MODELS);
    session = fixture.session();
    keysPerLookup = database.engine().dialect().keysPerLookup();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private <E> List<E> stored(int count, Supplier<E> maker) {
    List<E> objects = Stream.generate(maker).limit(count).toList();
    session.addAll(objects);
    session.flush();
    return objects;
  }

  private List<String> sentToDelete(List<?> objects) {
    objects.forEach(session::delete);
    return fixture.flush();
  }

  @Test
  void delete_ofFewRows_findsEachByItsKey() {
    assertThat(sentToDelete(stored(19, Buoy::new)))
        .singleElement()
        .asString()
        .startsWith("DELETE FROM w_buoy WHERE w_buoy.id = ? [1] [2] [3]");
    assertThat(session.scalars(Orm.select(Buoy.class)).all()).isEmpty();
  }

  @Test
  void delete_ofManyRows_sendsLists() {
    int count = 2 * keysPerLookup + 20;
    List<Buoy> spared = stored(1, Buoy::new);

    List<String> sent = sentToDelete(stored(count, Buoy::new));

    assertThat(sent)
        .hasSize(3)
        .allSatisfy(sql -> assertThat(sql).containsAnyOf("w_buoy.id IN (", "w_buoy.id = ANY"));
    session.commit();
    assertThat(session.scalars(Orm.select(Buoy.class)).all()).isEqualTo(spared);
  }

  @Test
  void delete_ofManyVersionedRows_comparesEachVersion() {
    assertThat(sentToDelete(stored(30, () -> new Ticket("seat", "a"))))
        .singleElement()
        .asString()
        .startsWith(
            "DELETE FROM w_ticket WHERE w_ticket.id = ? AND w_ticket.tag = ? [1, a] [2, a]");
  }

  @Test
  void delete_ofManyRowsOfATree_keepsTheirOrder() {
    Node root = new Node("root");
    stored(30, () -> new Node("leaf")).forEach(root.children::add);
    session.add(root);
    session.flush();
    session.delete(root);

    assertThat(fixture.flush())
        .allSatisfy(sql -> assertThat(sql).startsWith("DELETE FROM w_node WHERE w_node.id = ? ["));
    session.commit();
    assertThat(session.scalars(Orm.select(Node.class)).all()).isEmpty();
  }

  @Test
  void delete_ofRowsSomebodyElseDeleted_warnsOfTheirNumber() {
    List<Buoy> buoys = stored(25, Buoy::new);
    session.execute(
        Orm.delete(Buoy.class).where(Buoy_.id.le(2)).options(Orm.synchronize(Synchronize.NONE)));
    buoys.forEach(session::delete);

    assertThat(CapturedWarnings.during(session::flush))
        .singleElement()
        .asString()
        .contains("DELETE from w_buoy matched 23 rows where 25 were expected");
    session.rollback();
  }
}
