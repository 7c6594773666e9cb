package io.aludel.dialect.internal;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.Precedence;
import io.aludel.dialect.SqlWriter;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.ValuesNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows of values as queries of one row each, for databases whose VALUES cannot stand there. */
public final class SelectedRows {
  private SelectedRows() {}

  /** Writes one value, for a column of a type, or of none that is known. */
  @FunctionalInterface
  public interface Cell {
    /** Writes it. */
    void write(Node value, @Nullable SqlType<?> type);
  }

  /** Writes the rows, of which the first names the columns. */
  public static void write(Compilation compilation, ValuesNode node) {
    Cell plain = (value, type) -> compilation.expressions().operand(value, Precedence.COMMA, type);
    write(compilation, node, plain, "");
  }

  /**
   * Writes the rows, of which the first names the columns.
   *
   * @param tail what stands behind each row, with a space before it, or nothing
   */
  public static void write(Compilation compilation, ValuesNode node, Cell cell, String tail) {
    SqlWriter out = compilation.out();
    String separator = "SELECT ";
    for (List<Node> row : node.rows()) {
      for (int i = 0; i < row.size(); i++) {
        out.append(i == 0 ? separator : ", ");
        Node column = node.items().get(i);
        SqlType<?> type = compilation.typeOf(column);
        cell.write(row.get(i), type == SqlTypes.UNKNOWN ? null : type);
        if (row == node.rows().get(0)) {
          out.append(" AS ");
          compilation.froms().unqualified(() -> compilation.expressions().write(column));
        }
      }
      out.append(tail);
      separator = " UNION ALL SELECT ";
    }
  }
}
