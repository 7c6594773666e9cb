package io.aludel.dialect.h2;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.SelectCompiler;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.LockNode;
import io.aludel.types.SqlType;
import org.jspecify.annotations.Nullable;

/** H2: values told their types, one kind of lock. */
final class H2SelectCompiler extends SelectCompiler {
  H2SelectCompiler(Compilation compilation) {
    super(compilation);
  }

  @Override
  protected void valueOf(Node value, @Nullable SqlType<?> type) {
    if (type == null) {
      super.valueOf(value, null);
      return;
    }
    compilation().out().append("CAST(");
    super.valueOf(value, type);
    String spelt = compilation().types().spellCast(type);
    compilation().out().append(" AS ").append(spelt).append(")");
  }

  /** It moves conditions from around a compound into its parts, before what the limit leaves. */
  @Override
  protected boolean forgetsLimitsOfCompounds() {
    return true;
  }

  @Override
  protected void lock(LockNode lock) {
    compilation().out().append(" FOR UPDATE");
    waiting(lock);
  }
}
