package io.aludel.dialect.script;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.Dialect;
import io.aludel.schema.DdlElement;
import io.aludel.schema.DdlRunner;
import io.aludel.schema.DdlTarget;
import io.aludel.schema.Index;
import io.aludel.schema.MetaData;
import io.aludel.schema.Sequence;
import io.aludel.schema.Table;
import io.aludel.sql.Executable;
import io.aludel.sql.tree.StatementNode;
import io.aludel.types.SchemaType;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes DDL and statements as a connection would, and hands their SQL to the application instead of to a
 * database (parity row ORM-ENG-05). It cannot look whether something exists: tables are created and
 * dropped with {@link io.aludel.schema.CheckFirst#OFF}. As safe to share as what takes the SQL.
 *
 * <pre>{@code
 * SqlScript script = SqlScript.of(new PostgresqlDialect(), lines::add);
 * metadata.createAll(script, metadata.tables(), CheckFirst.OFF);
 * }</pre>
 */
public final class SqlScript implements DdlTarget {
  private final Dialect dialect;
  private final Consumer<? super String> sql;
  private final CompileOptions options;

  private SqlScript(Dialect dialect, Consumer<? super String> sql, CompileOptions options) {
    this.dialect = dialect;
    this.sql = sql;
    this.options = options;
  }

  /**
   * A script for one kind of database.
   *
   * @param dialect the database
   * @param sql takes each statement, without a semicolon
   * @return the script
   * @throws ArgumentException if an argument is null
   */
  public static SqlScript of(Dialect dialect, Consumer<? super String> sql) {
    return new SqlScript(
        ArgumentException.requireNonNull(dialect, "the dialect of a script"),
        ArgumentException.requireNonNull(sql, "what takes the SQL of a script"),
        CompileOptions.NONE);
  }

  /**
   * The same script with other things that shape SQL, such as a translation of schemas.
   *
   * @param shapedBy the options
   * @return another script
   */
  public SqlScript with(CompileOptions shapedBy) {
    return new SqlScript(
        dialect, sql, ArgumentException.requireNonNull(shapedBy, "the options of a script"));
  }

  /**
   * Hands over the SQL of a statement, with its values written into it.
   *
   * @param statement the statement
   * @throws io.aludel.dialect.CompileException if the dialect cannot say it, or a value cannot be
   *     written
   * @throws ArgumentException if a parameter of the statement has no value
   */
  public void execute(Executable statement) {
    StatementNode node =
        ArgumentException.requireNonNull(statement, "the statement of a script").statementNode();
    CompiledStatement compiled = dialect.compile(node, options.and(CompileOptions.Values.LITERAL));
    sql.accept(compiled.sql(node.keyed().values()));
  }

  /**
   * Hands over the SQL of DDL, and of comments that belong to it.
   *
   * @param element what to create, alter or drop
   * @throws io.aludel.dialect.CompileException if the dialect cannot say it
   */
  public void execute(DdlElement element) {
    ArgumentException.requireNonNull(element, "the DDL element of a script");
    sql.accept(dialect.ddl(options).compile(element));
    dialect.ddl().following(element).forEach(this::execute);
  }

  @Override
  public void withDdl(Consumer<DdlRunner> work) {
    ArgumentException.requireNonNull(work, "the work of DDL");
    work.accept(new Runner());
  }

  private static ArgumentException blind(String subject) {
    return new ArgumentException(
        CoreError.NOT_SUPPORTED_HERE,
        "A script cannot look whether " + subject
            + " exists: there is no database. Create and drop with CheckFirst.OFF.");
  }

  /** The database end, where there is none. */
  private final class Runner implements DdlRunner {
    @Override
    public String dialect() {
      return dialect.name();
    }

    @Override
    public boolean hasTable(Table table) {
      throw blind("table '" + table.key() + "'");
    }

    @Override
    public boolean hasSequences() {
      return dialect.supports(Capability.SEQUENCES);
    }

    @Override
    public boolean hasSequence(Sequence sequence) {
      throw blind("sequence '" + sequence.key() + "'");
    }

    @Override
    public boolean hasIndex(Index index) {
      throw blind("the " + index);
    }

    @Override
    public List<SchemaType> types(Table table) {
      return table.columns().stream()
          .flatMap(column -> dialect.types().owned(column.type()).stream())
          .toList();
    }

    @Override
    public boolean hasType(SchemaType type) {
      throw blind("type '" + type.typeName() + "'");
    }

    @Override
    public boolean altersConstraints() {
      return dialect.supports(Capability.ALTER_CONSTRAINTS);
    }

    @Override
    public void run(DdlElement element) {
      execute(element);
    }

    @Override
    public void reflect(MetaData metadata) {
      throw blind("anything");
    }
  }
}
