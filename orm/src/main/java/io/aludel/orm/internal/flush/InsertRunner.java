package io.aludel.orm.internal.flush;

import io.aludel.dialect.Capability;
import io.aludel.dialect.CompiledStatement;
import io.aludel.engine.RowCursor;
import io.aludel.engine.StatementRunner;
import io.aludel.orm.FlushException;
import io.aludel.orm.OrmError;
import io.aludel.orm.internal.flush.MapperWork.Item;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.types.SqlType;
import io.aludel.types.ValueReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends the INSERTs of rows with the same columns the cheapest way that this database allows: a driver
 * batch where nothing has to come back; many rows with RETURNING where rows come back in order; a driver
 * batch that gives generated keys; one at a time as the last resort.
 */
final class InsertRunner {
  private static final int MOST_ROWS = 256;

  private final EntityLayout layout;
  private final StatementRunner runner;
  private final FlushStatements statements;

  InsertRunner(EntityLayout layout, StatementRunner runner, FlushStatements statements) {
    this.layout = layout;
    this.runner = runner;
    this.statements = statements;
  }

  /**
   * Inserts rows.
   *
   * @param group commands with the same columns
   * @param keys the key attributes that the database makes
   * @param made the other attributes that the database makes
   * @return the attributes that were read back onto the objects
   */
  BitSet run(List<WriteCommand> group, BitSet keys, BitSet made) {
    boolean returning = statements.supports(Capability.ORDERED_INSERT_RETURNING);
    if (returning && !(keys.isEmpty() && made.isEmpty())) {
      BitSet all = (BitSet) keys.clone();
      all.or(made);
      insertReturning(group, all);
      return all;
    }
    if (keys.isEmpty()) {
      runner.updateEach(statement(group, new BitSet(), 1), values(group));
    } else if (statements.supports(Capability.BATCH_GENERATED_KEYS)) {
      insertForKeys(group, keys);
    } else {
      group.forEach(command -> insertForKeys(List.of(command), keys));
    }
    return keys;
  }

  private CompiledStatement statement(List<WriteCommand> group, BitSet returned, int rows) {
    return statements.insert(layout, group.get(0).columns(), returned, rows);
  }

  private static List<@Nullable Object[]> values(List<WriteCommand> group) {
    List<@Nullable Object[]> rows = new ArrayList<>(group.size());
    for (WriteCommand command : group) {
      rows.add(command.values());
    }
    return rows;
  }

  /** Rows go in powers of two, so that few statements serve any number of them. */
  private void insertReturning(List<WriteCommand> group, BitSet returned) {
    int columns = Math.max(1, group.get(0).columns().cardinality());
    int most = Math.min(MOST_ROWS, Math.max(1, statements.maxParameters() / columns));
    if (group.get(0).columns().isEmpty()) {
      most = 1; // a row of nothing but defaults cannot be repeated
    }
    for (int from = 0; from < group.size(); ) {
      int size = Integer.highestOneBit(Math.min(most, group.size() - from));
      insertReturningAtOnce(group.subList(from, from + size), returned);
      from += size;
    }
  }

  private void insertReturningAtOnce(List<WriteCommand> rows, BitSet returned) {
    CompiledStatement statement = statement(rows, returned, rows.size());
    int width = rows.get(0).values().length;
    @Nullable Object[] values = new Object[width * rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i).values(), 0, values, i * width, width);
    }
    try (RowCursor cursor = runner.query(statement, values)) {
      for (WriteCommand command : rows) {
        requireRow(cursor.next(), rows.size());
        int column = 0;
        for (int i = returned.nextSetBit(0); i >= 0; i = returned.nextSetBit(i + 1)) {
          ValueReader<?> reader = statement.columns().get(column).reader();
          command.item().entity().$write(i, cursor.read(column++, reader));
        }
      }
    }
  }

  private void insertForKeys(List<WriteCommand> group, BitSet keys) {
    CompiledStatement statement = statement(group, new BitSet(), 1);
    List<String> names =
        keys.stream().mapToObj(index -> InsertStep.columnName(layout, index)).toList();
    try (RowCursor cursor = runner.insertForKeys(statement, values(group), names)) {
      for (WriteCommand command : group) {
        requireRow(cursor.next(), group.size());
        int column = 0;
        for (int i = keys.nextSetBit(0); i >= 0; i = keys.nextSetBit(i + 1)) {
          writeKey(command.item(), i, cursor, column++);
        }
      }
    }
  }

  private void writeKey(Item item, int index, RowCursor cursor, int column) {
    SqlType<?> type = layout.requireColumn(index).type();
    item.entity().$write(index, cursor.read(column, statements.reader(type)));
  }

  private void requireRow(boolean present, int rows) {
    if (!present) {
      throw new FlushException(
          OrmError.INCOMPLETE_KEY,
          "Cannot insert "
              + rows
              + " rows into '"
              + layout.mapper().table().name()
              + "': the database gave fewer generated keys back. Let the application make the keys,"
              + " with @Id(generated = NEVER).");
    }
  }
}
