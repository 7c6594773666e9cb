package io.aludel.dialect;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.ElementPrinter;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** Shows statements and expressions to people, in standard SQL. */
public final class DefaultPrinter implements ElementPrinter {
  private final StandardDialect dialect = new GenericDialect();

  /** For the service loader. */
  public DefaultPrinter() {}

  @Override
  public String print(Element element) {
    try {
      return dialect.print(element);
    } catch (RuntimeException incomplete) { // text for people must never fail
      return element.getClass().getSimpleName();
    }
  }

  /** Standard SQL that no database runs, for text that people read. */
  private static final class GenericDialect extends StandardDialect {
    GenericDialect() {
      super(
          "generic",
          new IdentifierPreparer('"', '"', Set.of(), 128),
          EnumSet.allOf(Capability.class),
          StandardTypeCompiler.tolerant("generic"),
          null);
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
    public Failure classify(SQLException failure) {
      return Failure.of(FailureKind.UNKNOWN);
    }
  }
}
