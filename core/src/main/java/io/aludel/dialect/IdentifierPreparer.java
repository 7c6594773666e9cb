package io.aludel.dialect;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.tree.Quoting;
import io.aludel.sql.tree.TableNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Spells names: quoted when they are reserved words, hold characters that a plain name cannot, or are not
 * all lower case. Immutable and safe to share.
 */
public class IdentifierPreparer {
  private final char open;
  private final char close;
  private final Set<String> reserved;
  private final String neverFirst;
  private final int maxLength;
  private final int labelLength;
  private final @Nullable Function<String, List<String>> schemas;

  /**
   * Creates a preparer.
   *
   * @param open the opening quote
   * @param close the closing quote, doubled within a name
   * @param reserved the reserved words, in lower case
   * @param maxLength the most characters of a name
   */
  public IdentifierPreparer(char open, char close, Set<String> reserved, int maxLength) {
    this(open, close, reserved, maxLength, "");
  }

  /**
   * Creates a preparer.
   *
   * @param open the opening quote
   * @param close the closing quote, doubled within a name
   * @param reserved the reserved words, in lower case
   * @param maxLength the most characters of a name
   * @param neverFirst the characters of plain names that none can begin with, besides digits and signs
   */
  public IdentifierPreparer(
      char open, char close, Set<String> reserved, int maxLength, String neverFirst) {
    this.open = open;
    this.close = close;
    this.reserved = Set.copyOf(reserved);
    this.neverFirst = neverFirst;
    this.maxLength = maxLength;
    this.labelLength = maxLength;
    this.schemas = null;
  }

  private IdentifierPreparer(
      IdentifierPreparer other,
      int maxLength,
      int labelLength,
      @Nullable Function<String, List<String>> schemas) {
    this.schemas = schemas;
    this.open = other.open;
    this.close = other.close;
    this.reserved = other.reserved;
    this.neverFirst = other.neverFirst;
    this.maxLength = maxLength;
    this.labelLength = labelLength;
  }

  /**
   * How long names may be, instead of what the dialect says.
   *
   * @param name the most characters of a name, or null for what the dialect says
   * @param label the most characters of a name that the compiler makes for an alias or a column of a
   *     result, or null for as many as any name may have
   */
  public record Limits(@Nullable Integer name, @Nullable Integer label) {
    /** What the dialect says. */
    public static final Limits NONE = new Limits(null, null);
  }

  /**
   * The same spelling with other limits.
   *
   * @param limits how long names may be
   * @return the preparer
   * @throws ArgumentException if labels were to be longer than names
   */
  final IdentifierPreparer limited(Limits limits) {
    int names = limits.name() == null ? maxLength : limits.name();
    int labels = limits.label() == null ? Math.min(labelLength, names) : limits.label();
    if (labels > names) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Labels cannot have " + labels + " characters: a name has " + names
              + " at most. Give at most " + names + ".");
    }
    return new IdentifierPreparer(this, names, labels, schemas);
  }

  /**
   * The same spelling where the schema of a table may be several names, such as a database and a schema of
   * it.
   *
   * @param parts takes what was said to be the schema apart
   * @return the preparer
   */
  public final IdentifierPreparer withSchemas(Function<String, List<String>> parts) {
    return new IdentifierPreparer(this, maxLength, labelLength, parts);
  }

  /**
   * A schema as it stands in SQL.
   *
   * @param schema what was said to be the schema
   * @return its names, quoted if need be, with dots between them
   */
  public final String prepareSchema(String schema) {
    if (schemas == null) {
      return prepare(schema);
    }
    StringJoiner names = new StringJoiner(".");
    schemas.apply(schema).forEach(name -> names.add(prepare(name)));
    return names.toString();
  }

  /**
   * The name as it stands in SQL.
   *
   * @param name the name
   * @return the name, quoted if need be
   */
  public final String prepare(String name) {
    return needsQuotes(name) ? quote(name) : name;
  }

  /**
   * The name of a table as it stands in SQL.
   *
   * @param schema the schema, or null
   * @param name the table
   * @return both, quoted if need be
   */
  public final String prepare(@Nullable String schema, String name) {
    return schema == null ? prepare(name) : prepareSchema(schema) + "." + prepare(name);
  }

  /**
   * The name as it stands in SQL.
   *
   * @param name the name
   * @param quoting whether it is quoted
   * @return the name, quoted if it is to be
   */
  public final String prepare(String name, Quoting quoting) {
    return switch (quoting) {
      case ALWAYS -> quote(name);
      case NEVER -> name;
      default -> prepare(name);
    };
  }

  /**
   * A table as it stands in SQL.
   *
   * @param table the table
   * @param schema the schema to be written, or null
   * @return its name with the schema, quoted if need be
   */
  public final String prepare(TableNode table, @Nullable String schema) {
    String name = prepare(table.name(), table.quoting());
    if (schema == null) {
      return name;
    }
    boolean auto = table.schemaQuoting() == Quoting.AUTO;
    return (auto ? prepareSchema(schema) : prepare(schema, table.schemaQuoting())) + "." + name;
  }

  /**
   * The name of a function as it stands in SQL: quoted only if it holds characters that a plain name
   * cannot, because many functions are called like reserved words.
   *
   * @param name the name
   * @return the name, quoted if need be
   */
  public final String prepareFunction(String name) {
    return isPlain(name) ? name : quote(name);
  }

  /**
   * The name in quotes.
   *
   * @param name the name
   * @return the quoted name
   * @throws ArgumentException if the name has the character 0, at which some databases stop reading
   */
  public final String quote(String name) {
    if (name.indexOf('\0') >= 0) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot write the name '" + name.replace("\0", "\\0")
              + "': it has the character 0. Leave it out.");
    }
    return open + name.replace(String.valueOf(close), String.valueOf(close) + close) + close;
  }

  /**
   * The most characters of a name.
   *
   * @return the number
   */
  public final int maxLength() {
    return maxLength;
  }

  /**
   * A name made by the compiler, cut to what the database takes. Equal names stay equal; names that
   * differ stay different, but for accidents too rare to count.
   *
   * @param name the name
   * @return the name, or its start with a code for the rest
   */
  public final String shortened(String name) {
    if (name.length() <= labelLength) {
      return name;
    }
    String code = Integer.toHexString(name.hashCode());
    return name.substring(0, labelLength - code.length() - 1) + "_" + code;
  }

  /**
   * A name made by a naming convention, cut to what the database takes: its start, and a code of four
   * digits that is the same on every machine.
   *
   * @param name the name
   * @return the name, or its start with a code for the whole
   */
  public final String truncated(String name) {
    if (name.length() <= maxLength) {
      return name;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8));
      String code = HexFormat.of().formatHex(digest);
      return name.substring(0, maxLength - 8) + "_" + code.substring(code.length() - 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  /**
   * Whether a name must be quoted to mean itself.
   *
   * @param name the name
   * @return true if it must
   */
  public boolean needsQuotes(String name) {
    return !isPlain(name)
        || neverFirst.indexOf(name.charAt(0)) >= 0
        || !name.equals(name.toLowerCase(Locale.ROOT))
        || reserved.contains(name);
  }

  /**
   * A name as a database keeps it that folds names without quotes to upper case.
   *
   * @param name the name
   * @return the name in upper case, unless it must be quoted
   */
  public final String folded(String name) {
    return needsQuotes(name) ? name : name.toUpperCase(Locale.ROOT);
  }

  /**
   * The name for what a database keeps that folds names without quotes to upper case.
   *
   * @param kept the name as it is kept
   * @return the name in lower case, if it needs no quotes then
   */
  public final String unfolded(String kept) {
    String lower = kept.toLowerCase(Locale.ROOT);
    boolean plain = kept.equals(kept.toUpperCase(Locale.ROOT));
    return plain && !needsQuotes(lower) ? lower : kept;
  }

  private static boolean isPlain(String name) {
    if (name.isEmpty()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      boolean later = (c >= '0' && c <= '9') || c == '$';
      if (!letter && !(later && i > 0)) {
        return false;
      }
    }
    return true;
  }
}
