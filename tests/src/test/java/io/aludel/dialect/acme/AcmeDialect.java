package io.aludel.dialect.acme;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.DdlCompiler;
import io.aludel.dialect.Dialect;
import io.aludel.dialect.ExpressionCompiler;
import io.aludel.dialect.Failure;
import io.aludel.dialect.FailureKind;
import io.aludel.dialect.IdentifierPreparer;
import io.aludel.dialect.SqlStates;
import io.aludel.dialect.StandardDialect;
import io.aludel.dialect.StandardTypeCompiler;
import io.aludel.dialect.TimeLimits;
import io.aludel.dialect.TypeCodecs;
import io.aludel.dialect.TypeSpelling;
import io.aludel.dialect.h2.H2Dialect;
import io.aludel.reflection.Server;
import io.aludel.schema.Column;
import io.aludel.types.Codec;
import io.aludel.types.StringType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/** The dialect of somebody else: an H2, with its catalogue, that is told its own way of the rest. */
public final class AcmeDialect extends StandardDialect {
  private final int most;

  /** For the service loader. */
  public AcmeDialect() {
    this(100);
  }

  private AcmeDialect(int most) {
    super(
        "acme",
        new IdentifierPreparer('"', '"', Set.of("secret"), 12),
        EnumSet.of(
            Capability.MULTI_ROW_INSERT,
            Capability.NATIVE_BOOLEAN,
            Capability.BATCH_GENERATED_KEYS),
        new StandardTypeCompiler(new Names(), new Names(), new Values()),
        new H2Dialect().catalog());
    this.most = most;
  }

  /** The server takes fewer parameters than one would think. */
  @Override
  public Dialect on(Server server) {
    return new AcmeDialect(50);
  }

  @Override
  public boolean knows(Server server) {
    return server.product().equals("Acme");
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith("jdbc:h2:mem:acme");
  }

  @Override
  public int maxParameters() {
    return most;
  }

  @Override
  public DdlCompiler ddl(CompileOptions options) {
    return new DdlCompiler(this, options) {
      @Override
      protected String type(Column<?> column) {
        return super.type(column) + (column.isPrimaryKey() ? " SELECTIVITY 100" : "");
      }
    };
  }

  @Override
  public Failure classify(SQLException failure) {
    return failure.getErrorCode() == 42102
        ? Failure.of(FailureKind.INTERNAL)
        : SqlStates.classify(failure);
  }

  @Override
  public void opened(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET @GREETING = 'hello'");
    }
  }

  @Override
  protected ExpressionCompiler expressions(Compilation compilation) {
    return new ExpressionCompiler(compilation) {
      @Override
      protected String functionName(String name) {
        return name.equals("shout") ? "upper" : name;
      }
    };
  }

  /** Text without regard to case. */
  private static final class Names extends TypeSpelling {
    Names() {
      super("acme");
    }

    @Override
    public String visit(StringType type) {
      return "VARCHAR_IGNORECASE";
    }
  }

  /** Text is trimmed. */
  private static final class Values extends TypeCodecs {
    Values() {
      super("acme", new TimeLimits("acme", ChronoUnit.MICROS, 1, 9999, Set.of()));
    }

    @Override
    public Codec<?> visit(StringType type) {
      return TypeCodecs.<String>codec(
          Types.VARCHAR,
          (statement, index, value) -> statement.setString(index, value.trim()),
          (rows, column) -> rows.getString(column));
    }
  }
}
