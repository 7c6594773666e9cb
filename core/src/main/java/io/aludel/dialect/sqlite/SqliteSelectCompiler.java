package io.aludel.dialect.sqlite;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.SelectCompiler;
import io.aludel.sql.tree.Node;
import org.jspecify.annotations.Nullable;

/** SELECT of SQLite, where OFFSET needs a LIMIT. */
final class SqliteSelectCompiler extends SelectCompiler {
  SqliteSelectCompiler(Compilation compilation) {
    super(compilation);
  }

  @Override
  protected void page(@Nullable Node limit, @Nullable Node offset) {
    if (limit == null) {
      compilation().out().append(" LIMIT -1");
    }
    super.page(limit, offset);
  }
}
