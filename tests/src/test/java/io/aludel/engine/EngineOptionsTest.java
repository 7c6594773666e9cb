package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.text;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.Dialect;
import io.aludel.dialect.IdentifierPreparer.Limits;
import io.aludel.dialect.acme.AcmeDialect;
import io.aludel.dialect.script.SqlScript;
import io.aludel.engine.url.MissingDriverException;
import io.aludel.schema.CheckFirst;
import io.aludel.schema.Column;
import io.aludel.schema.DdlElement;
import io.aludel.schema.MetaData;
import io.aludel.schema.NamingConvention;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** What an engine can be told when it is made, and mistakes in it. */
@Parity("ORM-ENG-02")
class EngineOptionsTest {
  private static String url() {
    return "jdbc:h2:mem:options" + System.nanoTime();
  }

  @Test
  void opener_opensInTheDriversPlace_whenFirstUsed() {
    AtomicInteger opened = new AtomicInteger();
    List<String> told = new ArrayList<>();
    String url = url();
    try (Engine engine = Engine.builder(url)
        .user("ann")
        .property("IFEXISTS", "FALSE")
        .opener(properties -> {
          opened.incrementAndGet();
          told.add(properties.getProperty("user") + properties.getProperty("IFEXISTS"));
          return DriverManager.getConnection(url);
        })
        .create()) {
      assertThat(opened).hasValue(0);
      assertThat(engine.<Object>fromTransaction(c -> c.execute(text("select 7")).scalar()))
          .isEqualTo(7);
    }
    assertThat(opened).hasPositiveValue();
    assertThat(told.get(0)).isEqualTo("annFALSE");
  }

  @Test
  void opener_thatGivesNothing_leavesItToTheDriver() {
    try (Engine engine = Engine.builder(url()).opener(properties -> null).create()) {
      engine.inTransaction(connection -> connection.execute(text("select 1")));
    }
    try (Engine engine =
        Engine.builder("jdbc:mysql://h/app").opener(properties -> null).create()) {
      assertThatThrownBy(engine::connect)
          .isInstanceOf(MissingDriverException.class)
          .hasMessageContaining("com.mysql:mysql-connector-j");
    }
  }

  @Test
  void driver_given_isUsed() {
    AtomicInteger asked = new AtomicInteger();
    org.h2.Driver driver = new org.h2.Driver() {
      @Override
      public java.sql.Connection connect(String url, Properties info) throws java.sql.SQLException {
        asked.incrementAndGet();
        return super.connect(url, info);
      }
    };
    try (Engine engine = Engine.builder(url()).driver(driver).create()) {
      assertThat(asked).hasValue(0);
      engine.inTransaction(connection -> connection.execute(text("select 1")));
    }
    assertThat(asked).hasPositiveValue();
    assertThatThrownBy(
            () -> Engine.builder("jdbc:postgresql://h/app").driver(driver).create())
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("of an engine does not take the URL jdbc:postgresql://h/app.");
  }

  @Test
  void options_thatADataSourceDecides_areRefused() {
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl(url());
    for (EngineBuilder builder : List.of(
        Engine.builder(source).user("ann"),
        Engine.builder(source).property("a", "b"),
        Engine.builder(source).driver(new org.h2.Driver()),
        Engine.builder(source).opener(properties -> null),
        Engine.builder(source).isolation(IsolationLevel.SERIALIZABLE))) {
      assertThatThrownBy(builder::create)
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("over a data source cannot be chosen");
    }
    try (Engine engine = Engine.builder(source).maxIdentifierLength(20).create()) {
      assertThat(engine.dialect().identifiers().maxLength()).isEqualTo(20);
    }
  }

  @Test
  void numbers_thatCannotBe_areRefusedWithTheirName() {
    EngineBuilder builder = Engine.builder(url());
    assertThatThrownBy(() -> builder.labelLength(5))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Option labelLength of an engine cannot be 5. Give at least 10.");
    assertThatThrownBy(() -> builder.maxIdentifierLength(0))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Option maxIdentifierLength of an engine cannot be 0.");
    assertThatThrownBy(() -> builder.compiledCacheSize(-1))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Option compiledCacheSize of an engine cannot be -1.");
    assertThatThrownBy(
            () -> Engine.builder("jdbc:postgresql://h/app").labelLength(80).create())
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Labels cannot have 80 characters: a name has 63 at most.");
    assertThatThrownBy(() -> new AcmeDialect().limited(new Limits(20, null)))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("override another() in io.aludel.dialect.acme.AcmeDialect");
  }

  @ForEachDatabase
  void labelLength_cutsTheNamesTheCompilerMakes(Engine engine) {
    Column<Integer> id = column("id", INTEGER).primaryKey();
    Table table = Table.of("a_table_of_quite_a_long_name", new MetaData(), id);
    var left = table.alias();
    var right = table.alias();
    var both = select(left.c(id), right.c(id)).from(left, right);
    Dialect shorter = engine.dialect().limited(new Limits(null, 16));

    String sql = shorter.compile(both.statementNode(), CompileOptions.NONE).sql(new Object[0]);

    assertThat(sql)
        .matches("SELECT a_table_\\w{1,9}\\.id, a_table_\\w{1,9}\\.id( AS \\w+)? FROM .*");
    Set<String> aliases = new HashSet<>(List.of(sql.split("\\W+")));
    aliases.removeIf(word -> !word.startsWith("a_table_") || word.equals(table.name()));
    assertThat(aliases).hasSize(2).allMatch(alias -> alias.length() <= 16);
    assertThat(shorter.name()).isEqualTo(engine.dialect().name());
    try (Connection connection = engine.connect()) {
      table.create(connection);
      connection.driverSql(sql).close();
      connection.rollback();
      table.drop(connection);
      connection.commit();
    }
  }

  @ForEachDatabase
  void maxIdentifierLength_cutsNamesOfConventionsAndRefusesOthers(Engine engine) {
    Dialect strict = engine.dialect().limited(new Limits(20, null));
    MetaData metadata = new MetaData(NamingConvention.STANDARD);
    List<String> lines = new ArrayList<>();
    SqlScript script = SqlScript.of(strict, lines::add);
    Column<Integer> amount = column("amount_of_something", INTEGER).index();
    metadata.createAll(script, List.of(Table.of("accounts", metadata, amount)), CheckFirst.OFF);
    assertThat(lines).last().asString().startsWith("CREATE INDEX ix_accounts__5a88 ON accounts (");

    Table tooLong = Table.of("a_table_of_quite_a_long_name", new MetaData(), column("a", INTEGER));
    assertThatThrownBy(() -> script.execute(new DdlElement.CreateTable(tooLong)))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("it has 28 characters, and 20 are allowed");
  }

  @Test
  void compiledCacheSize_ofNone_compilesEachTime() {
    try (Engine engine = Engine.builder(url()).compiledCacheSize(0).create();
        Connection connection = engine.connect()) {
      for (int i = 0; i < 3; i++) {
        connection.execute(text("select 1")).close();
      }
      assertThat(engine.statistics().cache()).isEqualTo(new EngineStatistics.Cache(3, 0, 3));
    }
  }

  @Test
  void insertPageSize_ofOne_insertsRowByRow() {
    Table table = Table.of("things", new MetaData(), column("id", INTEGER).primaryKey());
    for (int page : new int[] {1, 2}) {
      List<String> sent = new ArrayList<>();
      try (Engine engine = Engine.builder(url())
          .options(ExecutionOptions.NONE.insertPageSize(page))
          .create()) {
        table.create(engine);
        engine.events().beforeCursorExecute((connection, sql) -> sent.add(sql.sql()));
        engine.inTransaction(connection ->
            connection.execute(insert(table), List.of(Map.of("id", 1), Map.of("id", 2))));
      }
      assertThat(sent).hasSize(page == 1 ? 2 : 1);
    }
  }

  @Test
  void configuration_knowsTheOptionsToo() {
    Map<String, String> entries = Map.of(
        "db.url",
        url(),
        "db.labelLength",
        "12",
        "db.maxIdentifierLength",
        "30",
        "db.enableFromLinting",
        "false");
    try (Engine engine = Engine.fromConfiguration(entries, "db.").create()) {
      assertThat(engine.dialect().identifiers().maxLength()).isEqualTo(30);
      assertThat(engine.dialect().identifiers().shortened("a_name_of_17_char")).hasSize(12);
      assertThat(engine.core().options().logging().lintsFroms()).isFalse();
    }
  }
}
