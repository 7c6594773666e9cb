package io.aludel.dialect.mysql;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.SelectCompiler;
import io.aludel.sql.tree.Node;
import org.jspecify.annotations.Nullable;

/** SELECT of MySQL, where OFFSET needs a LIMIT. */
final class MysqlSelectCompiler extends SelectCompiler {
  private static final String ALL_ROWS = "18446744073709551615";

  MysqlSelectCompiler(Compilation compilation) {
    super(compilation);
  }

  @Override
  protected void page(@Nullable Node limit, @Nullable Node offset) {
    if (limit == null) {
      compilation().out().append(" LIMIT " + ALL_ROWS);
    }
    super.page(limit, offset);
  }
}
