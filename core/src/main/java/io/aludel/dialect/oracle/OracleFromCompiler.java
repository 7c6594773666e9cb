package io.aludel.dialect.oracle;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.FromCompiler;
import io.aludel.sql.tree.construct.TableFunctionNode;
import io.aludel.sql.tree.statement.ValuesNode;

/** FROM of Oracle: no word before aliases, none for recursion, queries in place of VALUES. */
final class OracleFromCompiler extends FromCompiler {
  private final Compilation compilation;

  OracleFromCompiler(Compilation compilation) {
    super(compilation);
    this.compilation = compilation;
  }

  @Override
  protected String aliasWord() {
    return " ";
  }

  @Override
  protected String recursiveWord() {
    return "";
  }

  @Override
  protected void values(ValuesNode node, String name) {
    compilation.out().append("(");
    OracleSelectCompiler.rows(compilation, node);
    compilation.out().append(") ").append(compilation.dialect().identifiers().prepare(name));
  }

  @Override
  protected void tableFunction(TableFunctionNode node, String name) {
    compilation.out().append("TABLE (");
    compilation.expressions().write(node.function());
    compilation.out().append(") ").append(compilation.dialect().identifiers().prepare(name));
  }
}
