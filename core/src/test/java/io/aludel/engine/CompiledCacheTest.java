package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.select;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.Dialect;
import io.aludel.dialect.sqlite.SqliteDialect;
import io.aludel.engine.internal.EngineCounters;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.tree.StatementNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cache of compiled statements, parity row ORM-SQL-34. */
class CompiledCacheTest {
  private final Dialect dialect = new SqliteDialect();
  private final EngineCounters counters = new EngineCounters();
  private final List<String> warnings = new ArrayList<>();
  private final CompiledCache cache = new CompiledCache(4, counters, warnings::add);
  private final Column<Integer> id = column("id", INTEGER);
  private final Table table = Table.of("t", new MetaData(), id);

  private StatementNode statement(String label) {
    return select(id.as(label)).from(table).statementNode();
  }

  private Compilation compile(String label) {
    return cache.get(dialect, statement(label), CompileOptions.NONE);
  }

  @Test
  void statements_ofOneShape_areCompiledOnce() {
    Compilation first =
        cache.get(dialect, select(id).where(id.eq(1)).statementNode(), CompileOptions.NONE);
    Compilation second =
        cache.get(dialect, select(id).where(id.eq(2)).statementNode(), CompileOptions.NONE);

    assertThat(second).isSameAs(first);
    assertThat(counters.snapshot().cache()).isEqualTo(new EngineStatistics.Cache(1, 1, 1));
  }

  @Test
  void options_thatDiffer_compileAnew() {
    Compilation plain = compile("a");
    Compilation other = cache.get(dialect, statement("a"), CompileOptions.of("registry"));

    assertThat(other).isNotSameAs(plain);
  }

  @Test
  void cache_beyondItsBound_forgetsWhatWasNotUsedLongest() {
    compile("a");
    compile("b");
    compile("c");
    compile("d");
    compile("e");
    compile("a");
    compile("f");
    compile("g");
    long compiled = counters.snapshot().cache().compilations();
    assertThat(compiled).isEqualTo(7);

    compile("a");
    compile("g");
    assertThat(counters.snapshot().cache().compilations()).isEqualTo(compiled);
    compile("b");
    assertThat(counters.snapshot().cache().compilations()).isEqualTo(compiled + 1);
  }

  @Test
  void plan_ofACompilation_isMadeOnce() {
    Compilation compilation = compile("a");
    StringBuilder first = compilation.plan(StringBuilder.class, statement -> new StringBuilder());

    assertThat(compilation.plan(StringBuilder.class, statement -> new StringBuilder()))
        .isSameAs(first);
  }

  @Test
  void get_suspiciousStatement_warnsWhenItIsCompiledOnly() {
    Table other = Table.of("b", new MetaData(), column("x", INTEGER));
    StatementNode product = select(id).from(table, other).statementNode();

    cache.get(dialect, product, CompileOptions.NONE);
    cache.get(dialect, product, CompileOptions.NONE);
    assertThat(warnings).hasSize(1).first().asString().contains("cartesian product");
  }
}
