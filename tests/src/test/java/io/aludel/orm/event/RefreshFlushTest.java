package io.aludel.orm.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values that objects get from a flush, and who hears of it. */
@ForEachDatabase
class RefreshFlushTest {
  private final List<String> heard = new ArrayList<>();
  private Registry models;
  private Session session;
  private TestDatabase database;

  @BeforeEach
  void createTables(TestDatabase onDatabase) {
    database = onDatabase;
    models = Registry.of(Receipt.class);
    models.metadata().createAll(database.engine());
    Receipt.NUMBERS.set(0);
    session = SessionFactory.of(database.engine(), models).open();
  }

  @AfterEach
  void close() {
    session.close();
    database.recorder().clear();
  }

  private ListenerHandle listen() {
    return models
        .events(Receipt.class)
        .onRefreshFlush((receipt, names) -> heard.add(receipt.text + names));
  }

  @Test
  @Parity("ORM-EVT-14")
  void insert_tellsDefaultsVersionsAndWhatCameBack() {
    listen();
    models
        .events(Receipt.class)
        .afterInsert((mapper, connection, receipt) -> heard.add("inserted " + receipt.number));
    Receipt receipt = new Receipt();
    receipt.text = "a";
    session.add(receipt);
    session.flush();

    boolean cameBack = !InstanceState.of(receipt).unloaded().contains("state");
    assertThat(heard)
        .containsExactly(
            cameBack ? "a[number, state, version]" : "a[number, version]", "inserted 1");
    assertThat(receipt.id).isNotNull();
    assertThat(receipt.state).isEqualTo("new");
  }

  @Test
  @Parity("ORM-EVT-14")
  void valuesOfTheApplication_areNotTold() {
    Receipt receipt = new Receipt();
    receipt.text = "a";
    receipt.number = 40;
    receipt.state = "old";
    listen();
    session.add(receipt);
    session.flush();

    assertThat(heard).containsExactly("a[version]");
  }

  @Test
  @Parity("ORM-EVT-14")
  void update_tellsWhatItMade_andAFlushWithoutStatementNothing() {
    Receipt receipt = new Receipt();
    session.add(receipt);
    session.commit();
    ListenerHandle handle = listen();
    models
        .events(Receipt.class)
        .afterUpdate((mapper, connection, changed) -> heard.add("updated " + changed.version));
    receipt.text = "b";
    session.flush();
    session.flush();
    assertThat(heard).containsExactly("b[changes, version]", "updated 2");

    heard.clear();
    receipt.text = "b";
    session.flush();
    assertThat(heard).doesNotContain("b[changes, version]");
    handle.remove();
    receipt.text = "c";
    session.flush();
    assertThat(heard).doesNotContain("c[changes, version]");
  }

  @Test
  @Parity("ORM-EVT-14")
  void change_byTheListener_countsAsStored() {
    models.events(Receipt.class).onRefreshFlush((receipt, names) -> {
      if (receipt.text.isEmpty()) {
        receipt.text = "number " + receipt.number;
      }
    });
    Receipt receipt = new Receipt();
    session.add(receipt);
    session.flush();

    assertThat(receipt.text).isEqualTo("number 1");
    assertThat(session.dirty()).isEmpty();
    session.commit();
    assertThat(receipt.text).isEmpty();
  }

  @Test
  @Parity("ORM-EVT-14")
  void listener_thatThrows_failsTheFlush() {
    models.events(Receipt.class).onRefreshFlush((receipt, names) -> {
      throw new IllegalStateException("no");
    });
    session.add(new Receipt());
    assertThatThrownBy(session::flush).isInstanceOf(IllegalStateException.class).hasMessage("no");
    session.rollback();
    assertThatThrownBy(() -> models.events(Receipt.class).onRefreshFlush(null))
        .isInstanceOf(ArgumentException.class);
  }
}
