package io.aludel.dialect.sqlite;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.FromCompiler;
import io.aludel.dialect.SqlWriter;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.ValuesNode;

/** SQLite: names its columns itself, {@code column1} and so on. */
final class SqliteFromCompiler extends FromCompiler {
  private final Compilation compilation;

  SqliteFromCompiler(Compilation compilation) {
    super(compilation);
    this.compilation = compilation;
  }

  @Override
  protected void values(ValuesNode node, String name) {
    SqlWriter out = compilation.out();
    out.append("(SELECT ");
    int number = 0;
    for (Node column : node.items()) {
      out.append(number++ == 0 ? "column" : ", column").append(number + " AS ");
      unqualified(() -> compilation.expressions().write(column));
    }
    out.append(" FROM (");
    compilation.selects().derived(node);
    out.append(")) AS ").append(compilation.dialect().identifiers().prepare(name));
  }
}
