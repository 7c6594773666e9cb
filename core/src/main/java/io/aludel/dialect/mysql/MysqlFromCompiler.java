package io.aludel.dialect.mysql;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.FromCompiler;
import io.aludel.dialect.Precedence;
import io.aludel.dialect.SqlWriter;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.ValuesNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;

/** MySQL and MariaDB: rows in FROM are queries, because MariaDB cannot name the columns of VALUES. */
final class MysqlFromCompiler extends FromCompiler {
  private final Compilation compilation;

  MysqlFromCompiler(Compilation compilation) {
    super(compilation);
    this.compilation = compilation;
  }

  @Override
  protected void values(ValuesNode node, String name) {
    SqlWriter out = compilation.out();
    String separator = "(SELECT ";
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
          unqualified(() -> compilation.expressions().write(column));
        }
      }
      separator = " UNION ALL SELECT ";
    }
    out.append(") AS ").append(compilation.dialect().identifiers().prepare(name));
  }
}
