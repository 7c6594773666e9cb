package io.aludel.dialect.mysql;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.FromCompiler;
import io.aludel.dialect.SqlWriter;
import io.aludel.dialect.internal.SelectedRows;
import io.aludel.sql.tree.statement.ValuesNode;

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
    out.append("(");
    SelectedRows.write(compilation, node);
    out.append(") AS ").append(compilation.dialect().identifiers().prepare(name));
  }
}
