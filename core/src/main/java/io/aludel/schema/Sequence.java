package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.NumericExpression;
import io.aludel.sql.tree.ExtensionNode.Writer;
import io.aludel.sql.tree.Node;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A counter of the database (parity row ORM-DDL-10). One that belongs to a metadata, because it was
 * {@linkplain #in declared there} or is the default of a column, is created and dropped with the tables.
 * Immutable but for its metadata.
 */
public final class Sequence {
  private final String name;
  private final @Nullable String schema;
  private final SequenceOptions options;
  private final @Nullable SqlType<?> type;
  private final boolean optional;
  private @Nullable MetaData metadata;

  private Sequence(
      String name,
      @Nullable String schema,
      SequenceOptions options,
      @Nullable SqlType<?> type,
      boolean optional) {
    this.name = name;
    this.schema = schema;
    this.options = options;
    this.type = type;
    this.optional = optional;
  }

  /**
   * A sequence that belongs to no metadata.
   *
   * @param name the name in the database
   * @return the sequence
   * @throws ArgumentException if {@code name} is null or blank
   */
  public static Sequence of(String name) {
    return new Sequence(
        ArgumentException.requireText(name, "the name of a sequence"),
        null,
        SequenceOptions.NONE,
        null,
        false);
  }

  /**
   * The same sequence, counting in another way.
   *
   * @param counting how it counts
   * @return a copy without metadata
   */
  public Sequence with(SequenceOptions counting) {
    ArgumentException.requireNonNull(counting, "the options of sequence '" + name + "'");
    return new Sequence(name, schema, counting, type, optional);
  }

  /**
   * The same sequence in a schema.
   *
   * @param name the schema
   * @return a copy without metadata
   */
  public Sequence inSchema(String name) {
    String checked = ArgumentException.requireText(name, "the schema of sequence '" + this + "'");
    return new Sequence(this.name, checked, options, type, optional);
  }

  /**
   * The same sequence, counting in a type. MariaDB takes none and counts in BIGINT.
   *
   * @param counted an integer type
   * @return a copy without metadata
   */
  public Sequence ofType(SqlType<?> counted) {
    ArgumentException.requireNonNull(counted, "the type of sequence '" + name + "'");
    return new Sequence(name, schema, options, counted, optional);
  }

  /**
   * The same sequence, used only on databases that generate keys in no other way. None of those that
   * come with Aludel does, so that it is neither created nor used.
   *
   * @return a copy without metadata
   */
  public Sequence optional() {
    return new Sequence(name, schema, options, type, true);
  }

  /**
   * Declares this sequence in a metadata, which creates and drops it.
   *
   * @param owner the metadata
   * @return a copy that belongs to the metadata
   * @throws DuplicateNameException if the metadata has a sequence of that name and schema
   */
  public Sequence in(MetaData owner) {
    ArgumentException.requireNonNull(owner, "the metadata of sequence '" + name + "'");
    String place = schema == null ? owner.schema() : schema;
    Sequence owned = new Sequence(name, place, options, type, optional);
    owner.add(owned);
    owned.metadata = owner;
    return owned;
  }

  /**
   * The name in the database.
   *
   * @return the name, without schema
   */
  public String name() {
    return name;
  }

  /**
   * The schema of the sequence.
   *
   * @return the schema, or null for the database's default
   */
  public @Nullable String schema() {
    return schema;
  }

  /**
   * What {@link MetaData#sequence(String)} finds the sequence by.
   *
   * @return {@code sequence} or {@code schema.sequence}
   */
  public String key() {
    return Table.key(schema, name);
  }

  /**
   * How it counts.
   *
   * @return the options
   */
  public SequenceOptions options() {
    return options;
  }

  /**
   * What it counts in.
   *
   * @return the type, or null for the database's own
   */
  public @Nullable SqlType<?> type() {
    return type;
  }

  /**
   * Whether it is used only where nothing else generates keys.
   *
   * @return true after {@link #optional()}
   */
  public boolean isOptional() {
    return optional;
  }

  /**
   * The metadata that creates and drops it.
   *
   * @return the metadata, or null
   */
  public @Nullable MetaData metadata() {
    return metadata;
  }

  void ownedBy(MetaData owner) {
    metadata = owner;
  }

  /**
   * The next number, as an expression. Executing it advances the sequence.
   *
   * @return for example {@code nextval('s')}
   */
  public NumericExpression<Long> next() {
    return new NextValue(this);
  }

  /**
   * The node of {@link #next()}.
   *
   * @return the node
   */
  public Node nextNode() {
    return new NextValue(this);
  }

  /**
   * Creates this sequence if it does not exist. Emits one look-up and one CREATE SEQUENCE; nothing on a
   * database without sequences.
   *
   * @param target an engine, which uses a connection and transaction of its own, or a connection
   */
  public void create(DdlTarget target) {
    ArgumentException.requireNonNull(target, "the engine or connection that runs DDL");
    target.withDdl(runner -> new SchemaRun(runner, CheckFirst.ON).create(this));
  }

  /**
   * Drops this sequence if it exists. Emits one look-up and one DROP SEQUENCE; nothing on a database
   * without sequences.
   *
   * @param target an engine, which uses a connection and transaction of its own, or a connection
   */
  public void drop(DdlTarget target) {
    ArgumentException.requireNonNull(target, "the engine or connection that runs DDL");
    target.withDdl(runner -> new SchemaRun(runner, CheckFirst.ON).drop(this));
  }

  /** The expression that advances a sequence. */
  private record NextValue(Sequence sequence)
      implements NumericExpression<Long>, io.aludel.sql.tree.ExtensionNode {
    @Override
    public Node node() {
      return this;
    }

    @Override
    public SqlType<?> type(io.aludel.sql.tree.CompileScope scope) {
      return SqlTypes.BIGINT;
    }

    @Override
    public void key(io.aludel.sql.tree.KeyBuilder keys) {
      keys.add(NextValue.class).add(sequence);
    }

    @Override
    public void write(Writer out) {
      Spelling.write(sequence, out);
    }
  }

  @Override
  public String toString() {
    return key();
  }

  /** Spells the next number of a sequence for each database. */
  private static final class Spelling {
    private Spelling() {}

    static void write(Sequence sequence, Writer out) {
      String schema = out.schema(sequence.schema());
      switch (out.dialect()) {
        case "postgresql" -> out.text("nextval('" + quoted(schema, sequence) + "')");
        case "oracle" -> {
          name(schema, sequence, out);
          out.text(".nextval");
        }
        case "mariadb" -> {
          out.text("nextval(");
          name(schema, sequence, out);
          out.text(")");
        }
        case "sqlite", "mysql" ->
          throw new ArgumentException(
              CoreError.NOT_SUPPORTED_HERE,
              "The next value of sequence '" + sequence + "' cannot be asked for: " + out.dialect()
                  + " has no sequences. Let the key generate itself.");
        default -> {
          out.text("NEXT VALUE FOR ");
          name(schema, sequence, out);
        }
      }
    }

    private static void name(@Nullable String schema, Sequence sequence, Writer out) {
      if (schema != null) {
        out.schemaName(schema).text(".");
      }
      out.identifier(sequence.name());
    }

    /** A name within a piece of text: quoted as a name, then escaped as text. */
    private static String quoted(@Nullable String schema, Sequence sequence) {
      String name = quoted(sequence.name());
      String whole = schema == null ? name : quoted(schema) + "." + name;
      return whole.replace("'", "''");
    }

    private static String quoted(String name) {
      return name.matches("[a-z_][a-z0-9_]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
  }
}
