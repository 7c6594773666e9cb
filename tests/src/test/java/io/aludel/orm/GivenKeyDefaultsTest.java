package io.aludel.orm;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.Capability;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ExecutedStatement;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database makes of rows whose keys are given comes back with the INSERT. */
@ForEachDatabase
@Parity({"ORM-MAP-32", "ORM-SES-38"})
class GivenKeyDefaultsTest {
  private static final Registry MODELS = Registry.of(Voucher.class, Country.class, Coupon.class);

  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void open(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    session = SessionFactory.of(database.engine(), MODELS).open();
    recorder = database.recorder();
    recorder.clear();
  }

  @AfterEach
  void close() {
    recorder.clear();
    session.close();
  }

  private List<String> flushed() {
    recorder.clear();
    session.flush();
    return recorder.statements().stream().map(ExecutedStatement::sql).toList();
  }

  @Test
  @Requires(Capability.INSERT_RETURNING)
  void flush_ofKeysThatComeBackEqual_readsDefaultsOfAllRowsAtOnce() {
    List<Voucher> vouchers = IntStream.range(0, 64).mapToObj(Voucher::new).toList();
    session.addAll(vouchers);

    assertThat(flushed()).hasSize(1).allMatch(sql -> sql.contains("INSERT INTO vouchers"));
    recorder.clear();
    assertThat(vouchers).allSatisfy(voucher -> {
      assertThat(InstanceState.of(voucher).unloaded()).isEmpty();
      assertThat(voucher.state).isEqualTo("new");
    });
    recorder.assertStatements();
  }

  @Test
  void flush_ofAStateThatWasSet_keepsWhatWasSet() {
    Voucher used = new Voucher(1);
    used.state = "used";
    Voucher fresh = new Voucher(2);
    session.addAll(List.of(used, fresh));
    session.flush();

    assertThat(List.of(used.state, fresh.state)).containsExactly("used", "new");
    session.commit();
    session.expireAll();
    assertThat(List.of(used.state, fresh.state)).containsExactly("used", "new");
  }

  /** A default of SQL for each row would make a statement of each. */
  @Test
  void flush_ofRowsWithSqlInThem_sendsThemTogetherAndReadsWhenWanted() {
    List<Coupon> coupons = IntStream.rangeClosed(1, 64).mapToObj(Coupon::new).toList();
    session.addAll(coupons);

    assertThat(flushed()).hasSize(1).noneMatch(sql -> sql.contains("RETURNING"));
    assertThat(coupons.get(7).state).isEqualTo("sql");
  }

  /** Rows cannot be told apart by text. */
  @Test
  void flush_ofTextKeys_readsDefaultsWhenWanted() {
    Country france = new Country("FR", "France");
    Country italy = new Country("IT", "Italy");
    session.addAll(List.of(france, italy));

    assertThat(flushed()).hasSize(1).noneMatch(sql -> sql.contains("RETURNING"));
    assertThat(InstanceState.of(france).unloaded()).containsExactly("continent");
    assertThat(france.getContinent()).isEqualTo("unknown");
  }
}
