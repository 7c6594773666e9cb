package io.aludel.dialect;

import io.aludel.types.SqlType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement compiled for one dialect: all that is needed to run any statement of the same shape. It
 * knows no values and not the statement it was made from. Immutable but for the spellings of list
 * lengths it has met; safe to share.
 */
public final class CompiledStatement {
  private final SqlTemplate template;
  private final StatementKind kind;
  private final List<Placeholder> placeholders;
  private final ResultShape result;
  private final int slotCount;
  private final Map<String, Integer> parameters;
  private final List<String> warnings;
  private final boolean throughDriver;
  private boolean used;

  CompiledStatement(
      SqlTemplate template,
      StatementKind kind,
      List<Placeholder> placeholders,
      ResultShape result,
      int slotCount,
      Map<String, Integer> parameters,
      List<String> warnings) {
    this.template = template;
    this.kind = kind;
    this.placeholders = List.copyOf(placeholders);
    this.result = result;
    this.slotCount = slotCount;
    this.parameters = Map.copyOf(parameters);
    this.warnings = List.copyOf(warnings);
    this.throughDriver =
        !result.keyColumns().isEmpty() || !result.outParameters().isEmpty();
  }

  /**
   * The SQL for an execution with these values, which decide how long its {@code IN} lists are.
   *
   * @param values the values in slot order
   * @return the SQL with a question mark for each value to bind
   */
  public String sql(@Nullable Object[] values) {
    return template.sql(values);
  }

  /**
   * What is bound in an execution with these values, in the order of the SQL, {@code IN} lists member by
   * member.
   *
   * @param values the values in slot order
   * @return the values as the application gave them, nulls among them
   */
  public List<@Nullable Object> arguments(@Nullable Object[] values) {
    List<@Nullable Object> arguments = new ArrayList<>();
    template.arguments(values).forEach(argument -> arguments.add(argument.value()));
    return arguments;
  }

  /**
   * What is bound in an execution with these values, by the names that SQL of {@link
   * CompileOptions.ParameterStyle#NAMED} calls them.
   *
   * @param values the values in slot order
   * @return the values as the application gave them, in the order of the SQL
   */
  public Map<String, @Nullable Object> namedArguments(@Nullable Object[] values) {
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    template
        .arguments(values)
        .forEach(argument -> arguments.put(argument.name(), argument.value()));
    return arguments;
  }

  /**
   * Whether the SQL is the same whatever the values, so that executions can go in one batch.
   *
   * @return true without {@code IN} lists
   */
  public boolean isFixed() {
    return template.isFixed();
  }

  /**
   * Puts the values of an execution into a JDBC statement prepared from {@link #sql}.
   *
   * @param statement the JDBC statement
   * @param values the values in slot order
   * @throws SQLException if the driver refuses a value
   */
  public void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
    template.bind(statement, values);
  }

  /**
   * Puts the values of an execution into a JDBC statement, asking somebody else first for each.
   *
   * @param statement the JDBC statement
   * @param values the values in slot order
   * @param otherwise says whether it gave a value to the driver itself
   * @throws SQLException if the driver refuses a value
   */
  public void bind(
      PreparedStatement statement, @Nullable Object[] values, PlaceholderBinder otherwise)
      throws SQLException {
    template.bind(statement, values, otherwise);
  }

  /** Gives values to the driver in place of their types. */
  @FunctionalInterface
  public interface PlaceholderBinder {
    /**
     * Called for each value.
     *
     * @param statement the driver's statement
     * @param index the place of the value, counted from 1
     * @param type its type
     * @param value the value, or null
     * @return true if it was given to the driver
     * @throws SQLException if the driver refuses it
     */
    boolean bound(PreparedStatement statement, int index, SqlType<?> type, @Nullable Object value)
        throws SQLException;
  }

  /**
   * Notes that this is run, for the log.
   *
   * @return true the first time; when threads run it first at the same time, perhaps for each
   */
  public boolean markUsed() {
    if (used) {
      return false;
    }
    used = true;
    return true;
  }

  /**
   * What the statement does.
   *
   * @return the kind
   */
  public StatementKind kind() {
    return kind;
  }

  /**
   * Whether it gives rows back. Of {@link StatementKind#TEXT} only running it tells.
   *
   * @return true for a query, or with RETURNING
   */
  public boolean givesRows() {
    return kind == StatementKind.SELECT || !result.columns().isEmpty();
  }

  /**
   * Whether the rows of a statement that writes come back through the driver, rather than as its result.
   *
   * @return true with {@link #keyColumns} or {@link #outParameters}
   */
  public boolean returnsThroughDriver() {
    return throughDriver;
  }

  /**
   * The columns that the driver is asked for as generated keys.
   *
   * @return their names as they stand in SQL; mostly none
   */
  public List<String> keyColumns() {
    return result.keyColumns();
  }

  /**
   * The parameters into which a statement that writes gives its values back, behind those that are bound.
   *
   * @return their types; mostly none
   */
  public List<SqlType<?>> outParameters() {
    return result.outParameters();
  }

  /**
   * The placeholders in the order of the SQL.
   *
   * @return the placeholders
   */
  public List<Placeholder> placeholders() {
    return placeholders;
  }

  /**
   * The columns of its rows; empty for text that did not describe its rows.
   *
   * @return the columns
   */
  public List<ResultColumn> columns() {
    return result.columns();
  }

  /**
   * The entries of its select list.
   *
   * @return the entries
   */
  public List<ResultItem> items() {
    return result.items();
  }

  /**
   * What was suspicious about the statement, such as tables that nothing links.
   *
   * @return sentences for people
   */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * The number of values an execution needs.
   *
   * @return the number of slots
   */
  public int slotCount() {
    return slotCount;
  }

  /**
   * The slots of named parameters.
   *
   * @return slots by name
   */
  public Map<String, Integer> parameters() {
    return parameters;
  }
}
