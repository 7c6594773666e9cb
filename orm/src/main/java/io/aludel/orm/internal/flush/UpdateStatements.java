package io.aludel.orm.internal.flush;

import io.aludel.dialect.CompiledStatement;
import io.aludel.engine.StatementRunner;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.UpdateNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The UPDATEs of some columns of a table's rows: of one row at a time and, where the database takes rows as
 * a list for each column, of hundreds.
 */
final class UpdateStatements {
  private final Function<StatementNode, CompiledStatement> compiler;
  private final CompiledStatement each;
  private final @Nullable UpdateNode lists;
  private final int firstKey;
  private final int lastKey;
  private volatile @Nullable CompiledStatement inColumns;

  /**
   * Compiles what is needed at once.
   *
   * @param each the UPDATE of one row
   * @param lists the UPDATE of many, or null if they go one by one
   * @param keys how many of the values that find a row are its key; they come before its version
   * @param compiler compiles them
   */
  UpdateStatements(
      UpdateNode each,
      @Nullable UpdateNode lists,
      int keys,
      Function<StatementNode, CompiledStatement> compiler) {
    this.compiler = compiler;
    this.each = compiler.apply(each);
    this.lists = lists;
    this.firstKey = each.assignments().size();
    this.lastKey = firstKey + keys;
  }

  /** Sends the values of each row, those that find it last; gives back how many rows each found. */
  int[] run(StatementRunner runner, List<@Nullable Object[]> rows) {
    UpdateNode many = lists != null && runner.takesColumns(rows.size()) ? lists : null;
    return many == null || !areDistinct(rows)
        ? runner.updateEach(each, rows)
        : runner.updateInColumns(inColumns(many), rows);
  }

  /** Of two that find the same row the later must win, which only one after the other can promise. */
  private boolean areDistinct(List<@Nullable Object[]> rows) {
    Set<List<@Nullable Object>> seen = new HashSet<>(rows.size() * 2);
    for (@Nullable Object[] row : rows) {
      if (!seen.add(Arrays.asList(row).subList(firstKey, lastKey))) {
        return false;
      }
    }
    return true;
  }

  private CompiledStatement inColumns(UpdateNode many) {
    CompiledStatement known = inColumns;
    if (known == null) {
      known = compiler.apply(many);
      inColumns = known;
    }
    return known;
  }
}
