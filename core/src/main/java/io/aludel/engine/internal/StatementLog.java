package io.aludel.engine.internal;

import io.aludel.engine.FailedStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes SQL and parameters to the logger {@code io.aludel.engine}, or {@code io.aludel.engine.NAME} for
 * an engine with a logging name: at DEBUG, or at INFO when the engine echoes.
 */
public final class StatementLog {
  private final Logger logger;
  private final Level level;
  private final boolean hideParameters;

  public StatementLog(EngineOptions.Logging options) {
    this(options, LoggerFactory.getLogger(loggerName(options)));
  }

  StatementLog(EngineOptions.Logging options, Logger logger) {
    this.logger = logger;
    this.level = options.echo() ? Level.INFO : Level.DEBUG;
    this.hideParameters = options.hideParameters();
  }

  static String loggerName(EngineOptions.Logging options) {
    String name = options.name();
    return name == null ? "io.aludel.engine" : "io.aludel.engine." + name;
  }

  public boolean isOn() {
    return logger.isEnabledForLevel(level);
  }

  public boolean hidesParameters() {
    return hideParameters;
  }

  /** Writes a line, after the token of whoever is at work. */
  public void line(@Nullable String token, String text) {
    if (isOn()) {
      logger.atLevel(level).log("{}", marked(token, text));
    }
  }

  /** Writes SQL, and on a line of its own how it was come by and its parameters. */
  public void statement(
      @Nullable String token, String sql, String note, List<List<@Nullable Object>> rows) {
    if (isOn()) {
      line(token, sql);
      String parameters = hideParameters ? "[parameters hidden]" : text(rows);
      line(token, "[" + note + "] " + parameters);
    }
  }

  private static String marked(@Nullable String token, String text) {
    return token == null ? text : "[" + token + "] " + text;
  }

  private static String text(List<List<@Nullable Object>> rows) {
    return rows.isEmpty() ? "[]" : ParameterText.ofBatch(rows);
  }

  /** What a failure shows of a statement. */
  public FailedStatement failed(String sql, List<List<@Nullable Object>> rows) {
    return new FailedStatement(sql, hideParameters ? null : text(rows));
  }

  /** Says that something went wrong while cleaning up, where no one can be told otherwise. */
  public void trouble(String text, Throwable cause) {
    logger.warn(text, cause);
  }
}
