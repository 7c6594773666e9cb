package io.aludel.dialect.h2;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.FromCompiler;

/** FROM of H2. */
final class H2FromCompiler extends FromCompiler {
  H2FromCompiler(Compilation compilation) {
    super(compilation);
  }

  @Override
  protected boolean namesAllBesideRecursive() {
    return true;
  }
}
