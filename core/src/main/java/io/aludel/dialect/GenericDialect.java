package io.aludel.dialect;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** Standard SQL that no database runs, for text that people read. */
final class GenericDialect extends StandardDialect {
  private final TypeCompiler types = StandardTypeCompiler.tolerant("generic");

  GenericDialect() {
    super(
        "generic",
        new IdentifierPreparer('"', '"', Set.of(), 128),
        EnumSet.allOf(Capability.class));
  }

  @Override
  public boolean accepts(String url) {
    return false;
  }

  @Override
  public int maxParameters() {
    return Integer.MAX_VALUE;
  }

  @Override
  public TypeCompiler types() {
    return types;
  }

  @Override
  public Failure classify(SQLException failure) {
    return Failure.of(FailureKind.UNKNOWN);
  }
}
