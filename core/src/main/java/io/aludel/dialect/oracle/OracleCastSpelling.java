package io.aludel.dialect.oracle;

import io.aludel.dialect.oracle.OracleDialect.Release;
import io.aludel.types.StringType;

/** Types in CAST, where text without a length is as long as text can be. */
final class OracleCastSpelling extends OracleSpelling {
  private static final int MOST_TEXT = 4000;

  OracleCastSpelling(Release release) {
    super(release);
  }

  @Override
  public String visit(StringType type) {
    return type.large() || type.length() > 0 ? super.visit(type) : text(MOST_TEXT);
  }
}
