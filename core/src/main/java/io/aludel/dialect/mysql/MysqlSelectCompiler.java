package io.aludel.dialect.mysql;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.SelectCompiler;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.LockNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SELECT of MySQL, where OFFSET needs a LIMIT. */
final class MysqlSelectCompiler extends SelectCompiler {
  private static final String ALL_ROWS = "18446744073709551615";

  MysqlSelectCompiler(Compilation compilation) {
    super(compilation);
  }

  @Override
  protected void groups(List<Node> groups) {
    Node only = groups.size() == 1 ? compilation().resolved(groups.get(0)) : null;
    if (only instanceof FunctionNode function && function.name().equals("rollup")) {
      super.groups(function.arguments());
      compilation().out().append(" WITH ROLLUP");
    } else {
      super.groups(groups);
    }
  }

  @Override
  protected void lock(LockNode lock) {
    boolean shared = lock.strength() == LockNode.Strength.SHARE
        || lock.strength() == LockNode.Strength.KEY_SHARE;
    compilation().out().append(shared ? " LOCK IN SHARE MODE" : " FOR UPDATE");
    waiting(lock);
  }

  @Override
  protected String rowWord() {
    return compilation().dialect().name().equals("mysql") ? "ROW" : "";
  }

  @Override
  protected void page(@Nullable Node limit, @Nullable Node offset) {
    if (limit == null) {
      compilation().out().append(" LIMIT " + ALL_ROWS);
    }
    super.page(limit, offset);
  }
}
