package io.aludel.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

class StatementLogTest {
  private final Lines lines = new Lines();

  private StatementLog log(boolean echo, boolean hide) {
    return new StatementLog(new EngineOptions.Logging(echo, false, hide, null, null), lines);
  }

  @Test
  void statement_whenEchoed_isWrittenAtInfoWithItsParameters() {
    log(true, false).statement(null, "SELECT ? {}", "cached", List.of(List.of("a")));

    assertThat(lines.written).containsExactly("INFO SELECT ? {}", "INFO [cached] ['a']");
  }

  @Test
  void statement_otherwise_isWrittenAtDebugOnly() {
    lines.least = Level.INFO;
    log(false, false).statement(null, "SELECT ?", "compiled", List.of(List.of("a")));
    assertThat(lines.written).isEmpty();

    lines.least = Level.DEBUG;
    log(false, false).line("worker 3", "COMMIT");
    assertThat(lines.written).containsExactly("DEBUG [worker 3] COMMIT");
  }

  @Test
  void parameters_whenHidden_areNeitherLoggedNorShown() {
    StatementLog log = log(true, true);
    log.statement(null, "SELECT ?", "compiled", List.of(List.of("s3cret")));

    assertThat(lines.written)
        .containsExactly("INFO SELECT ?", "INFO [compiled] [parameters hidden]");
    assertThat(log.failed("SELECT ?", List.of(List.of("s3cret"))).parameters()).isNull();
  }

  @Test
  void loggerName_withALoggingName_endsWithIt() {
    assertThat(StatementLog.loggerName(new EngineOptions.Logging(false, false, false, null, null)))
        .isEqualTo("io.aludel.engine");
    EngineOptions.Logging named =
        new EngineOptions.Logging(false, false, false, "orders", "connections");
    assertThat(StatementLog.loggerName(named)).isEqualTo("io.aludel.engine.orders");
    assertThat(PoolLog.loggerName(named)).isEqualTo("io.aludel.engine.pool.connections");
  }

  /** Keeps what is logged. */
  private static final class Lines extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    final transient List<String> written = new ArrayList<>();
    Level least = Level.TRACE;

    @Override
    public boolean isTraceEnabled() {
      return isEnabled(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
      return isEnabled(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
      return isEnabled(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
      return isEnabled(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
      return isEnabled(Level.ERROR);
    }

    private boolean isEnabled(Level level) {
      return level.toInt() >= least.toInt();
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
      return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
        Level level,
        @Nullable Marker marker,
        String message,
        Object @Nullable [] arguments,
        @Nullable Throwable throwable) {
      written.add(level + " " + MessageFormatter.basicArrayFormat(message, arguments));
    }
  }
}
