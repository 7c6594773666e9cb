package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.inSchema;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.text;
import static io.aludel.sql.Sql.update;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.Capability;
import io.aludel.engine.pool.PoolSettings;
import io.aludel.engine.url.DatabaseUrl;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Engines made of configurations and by plug-ins, and options that change how their statements run. */
class EngineMakingTest {
  private static Map<String, String> configuration(String... entries) {
    Map<String, String> configuration = new HashMap<>(
        Map.of("app.title", "x", "db.url", "jdbc:h2:mem:configured" + System.nanoTime()));
    for (int i = 0; i < entries.length; i += 2) {
      configuration.put(entries[i], entries[i + 1]);
    }
    return configuration;
  }

  @Test
  @Parity("ORM-ENG-03")
  void configuration_ofTexts_isReadByType() {
    Map<String, String> entries = configuration(
        "db.pool.size", " 3 ",
        "db.pool.overflow", "0",
        "db.pool.timeout", "2",
        "db.pool.recycle", "PT1H",
        "db.pool.prePing", "yes",
        "db.pool.resetOnReturn", "commit",
        "db.pool.kind", "queue",
        "db.isolation", "read committed",
        "db.hideParameters", "true",
        "db.property.MODE", "PostgreSQL");
    try (Engine engine = Engine.fromConfiguration(entries, "db.").create()) {
      PoolSettings pool = engine.core().options().pool();
      assertThat(pool.size()).isEqualTo(3);
      assertThat(pool.overflow()).isZero();
      assertThat(pool.timeout()).isEqualTo(Duration.ofSeconds(2));
      assertThat(pool.recycle()).isEqualTo(Duration.ofHours(1));
      assertThat(pool.prePing()).isTrue();
      assertThat(pool.resetOnReturn()).isEqualTo(PoolSettings.Reset.COMMIT);
      assertThat(engine.core().options().logging().hideParameters()).isTrue();
      try (Connection connection = engine.connect()) {
        assertThat(connection.isolation()).isEqualTo(IsolationLevel.READ_COMMITTED);
        assertThat(connection.defaultIsolation()).isEqualTo(IsolationLevel.READ_COMMITTED);
      }
    }
  }

  @Test
  @Parity("ORM-ENG-03")
  void configuration_withMistakes_namesKeyAndCure() {
    assertThatThrownBy(() -> Engine.fromConfiguration(Map.of("db.user", "x"), "db."))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("without 'db.url'");
    assertThatThrownBy(() -> Engine.fromConfiguration(configuration("db.poolsize", "3"), "db."))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("has no setting 'db.poolsize'")
        .hasMessageContaining("pool.size");
    assertThatThrownBy(() -> Engine.fromConfiguration(configuration("db.pool.size", "many"), "db."))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Setting 'db.pool.size' of an engine cannot be 'many'. Give a whole");
    assertThatThrownBy(
            () -> Engine.fromConfiguration(configuration("db.pool.recycle", "soon"), "db."))
        .hasMessageContaining("PT5S");
    assertThatThrownBy(() -> Engine.fromConfiguration(configuration("db.echo", "maybe"), "db."))
        .hasMessageContaining("Give true or false.");
    assertThatThrownBy(() -> Engine.fromConfiguration(configuration("db.isolation", "low"), "db."))
        .hasMessageContaining("SERIALIZABLE");
  }

  @Test
  @Parity("ORM-ENG-04")
  void plugin_askedForInUrlOrCode_hasItsSay() {
    for (EngineBuilder builder : List.of(
        Engine.builder("jdbc:h2:mem:plugged;plugin=loud"),
        Engine.builder(DatabaseUrl.parse("jdbc:h2:mem:plugged")).plugin("loud"))) {
      try (Engine engine = builder.create();
          Connection connection = engine.connect()) {
        connection.begin();
        assertThat(connection.info()).containsEntry(Loud.BEGUN, 1);
        assertThat(engine.options().token()).isEqualTo("loud");
      }
    }
    assertThatThrownBy(() -> Engine.builder("jdbc:h2:mem:").plugin("quiet").create())
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("There is no plug-in 'quiet' for engines, only [loud]");
  }

  @Test
  @Parity({"ORM-ENG-11", "ORM-ENG-10"})
  void options_nearerToTheCall_goBeforeOthers() {
    ExecutionOptions far = ExecutionOptions.NONE.with("a", 1).with("b", 1).maxRowBuffer(10);
    ExecutionOptions near = ExecutionOptions.NONE.with("b", 2).streamResults(true);

    ExecutionOptions both = near.over(far);
    assertThat(both.get("a")).isEqualTo(1);
    assertThat(both.get("b")).isEqualTo(2);
    assertThat(both.fetchRows()).isEqualTo(10);
    assertThat(far.fetchRows()).isZero();
    assertThat(near.fetchRows()).isEqualTo(1000);
    assertThat(ExecutionOptions.NONE.over(far)).isSameAs(far);
    assertThat(far.over(ExecutionOptions.NONE)).isSameAs(far);

    ExecutionOptions serializable = ExecutionOptions.NONE.isolation(IsolationLevel.SERIALIZABLE);
    try (Engine engine = Engine.create("jdbc:h2:mem:levels");
        Connection plain = engine.connect();
        Connection strict = engine.with(serializable).connect()) {
      assertThat(plain.isolation()).isEqualTo(IsolationLevel.READ_COMMITTED);
      assertThat(strict.isolation()).isEqualTo(IsolationLevel.SERIALIZABLE);
      plain.begin();
      assertThatThrownBy(() -> plain.options(serializable))
          .isInstanceOf(TransactionStateException.class);
    }
  }

  @Test
  @Parity("ORM-ENG-11")
  void compiledCache_turnedOff_compilesEachTime() {
    try (Engine engine = Engine.create("jdbc:h2:mem:");
        Connection connection = engine.connect()) {
      ExecutionOptions uncached = ExecutionOptions.NONE.compiledCache(false);
      for (int i = 0; i < 3; i++) {
        connection.execute(text("select 1"), Map.of(), uncached).close();
      }
      assertThat(engine.statistics().cache()).isEqualTo(new EngineStatistics.Cache(3, 0, 0));
      for (int i = 0; i < 3; i++) {
        connection.execute(text("select 1")).close();
      }
      assertThat(engine.statistics().cache()).isEqualTo(new EngineStatistics.Cache(4, 2, 1));
    }
  }

  @ForEachDatabase
  @Requires(Capability.SCHEMAS)
  void schemaTranslateMap_putsOtherSchemasInPlace(Engine engine) {
    String tenant = "tenant_" + Long.toHexString(System.nanoTime());
    Column<Integer> id = column("id", INTEGER).primaryKey();
    Table written = Table.of("things", new MetaData(), inSchema("app"), id);
    Table real = Table.of(
        "things", new MetaData(), inSchema(tenant), column("id", INTEGER).primaryKey());
    var all = select(id).where(id.gt(0));
    String before = all.toString();
    try (Connection connection = engine.connect()) {
      connection.driverSql("CREATE SCHEMA " + tenant);
      connection.commit();
      real.create(connection);
      connection.options(ExecutionOptions.NONE.schemaTranslateMap(Map.of("app", tenant)));

      connection.execute(insert(written).values(row("id", 1)));
      connection.execute(insert(written), List.of(Map.of("id", 2), Map.of("id", 3)));
      connection.execute(update(written).set(id, 4).where(id.eq(3)));
      connection.execute(delete(written).where(id.eq(2)));
      assertThat(connection.scalars(all.orderBy(id.asc())).all()).containsExactly(1, 4);
      long compiled = engine.statistics().cache().compilations();
      assertThat(connection.scalars(all.orderBy(id.asc())).all()).containsExactly(1, 4);
      assertThat(engine.statistics().cache().compilations()).isEqualTo(compiled);
      assertThat(all.toString()).isEqualTo(before).contains("app.things");
      connection.commit();
      real.drop(connection);
      connection.driverSql("DROP SCHEMA " + tenant);
      connection.commit();
    }
  }
}
