package io.aludel.dialect.internal;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.Precedence;
import io.aludel.dialect.SqlWriter;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.ValuesNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;

/** Writes rows of values as queries of one row each, for databases whose VALUES cannot stand there. */
public final class SelectedRows {
  private SelectedRows() {}

  /**
   * Writes the rows, of which the first names the columns.
   *
   * @param tail what stands behind each row, with a space before it, or nothing
   */
  public static void write(Compilation compilation, ValuesNode node, String tail) {
    SqlWriter out = compilation.out();
    String separator = "SELECT ";
    for (List<Node> row : node.rows()) {
      for (int i = 0; i < row.size(); i++) {
        out.append(i == 0 ? separator : ", ");
        Node column = node.items().get(i);
        SqlType<?> type = compilation.typeOf(column);
        compilation
            .expressions()
            .operand(row.get(i), Precedence.COMMA, type == SqlTypes.UNKNOWN ? null : type);
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
