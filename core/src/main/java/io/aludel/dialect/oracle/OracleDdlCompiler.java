package io.aludel.dialect.oracle;

import io.aludel.CoreError;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.DdlCompiler;
import io.aludel.dialect.Dialect;
import io.aludel.dialect.oracle.OracleDialect.Release;
import io.aludel.schema.Column;
import io.aludel.schema.Computed;
import io.aludel.schema.Constraint;
import io.aludel.schema.DdlElement;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Identity;
import io.aludel.schema.Index;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.SequenceOptions;
import io.aludel.schema.SqlText;
import io.aludel.schema.Table;
import io.aludel.types.SqlType;
import org.jspecify.annotations.Nullable;

/** DDL of Oracle. */
final class OracleDdlCompiler extends DdlCompiler {
  private final Release release;

  OracleDdlCompiler(Dialect dialect, CompileOptions options, Release release) {
    super(dialect, options);
    this.release = release;
  }

  private CompileException refused(String sentence) {
    return new CompileException(CoreError.NOT_SUPPORTED_HERE, dialect().name(), sentence);
  }

  @Override
  protected String guard(String words) {
    if (release == Release.FROM_23) {
      return words;
    }
    throw refused("A statement cannot say " + words.strip()
        + ": Oracle knows the words from version 23 on. Look first, with CheckFirst.ON.");
  }

  @Override
  protected void requireSchemas(String schema) {
    throw refused(
        "Schema '" + schema + "' cannot be created or dropped: on Oracle a schema belongs to a"
            + " user. Have an administrator create the user.");
  }

  @Override
  protected String counting(SequenceOptions options) {
    return options
        .sql()
        .replace("NO CYCLE", "NOCYCLE")
        .replace("NO MINVALUE", "NOMINVALUE")
        .replace("NO MAXVALUE", "NOMAXVALUE");
  }

  @Override
  protected String countedType(SqlType<?> type) {
    return "";
  }

  @Override
  protected String identity(Identity identity) {
    String words = super.identity(identity);
    return identity.onNull() ? words.replace(" AS IDENTITY", " ON NULL AS IDENTITY") : words;
  }

  @Override
  protected String computed(Column<?> column, Computed computed) {
    if (computed.persistence() == Computed.Persistence.STORED) {
      throw refused(
          "Column '" + column + "' cannot be computed and kept: Oracle computes columns when"
              + " they are read. Leave stored() out.");
    }
    return super.computed(column, computed);
  }

  @Override
  protected String tableSuffix(Table table) {
    String commit = option(table.options(), OracleOptions.ON_COMMIT);
    String compress = option(table.options(), OracleOptions.COMPRESS);
    String tablespace = option(table.options(), OracleOptions.TABLESPACE);
    return (commit == null ? "" : " ON COMMIT " + commit)
        + (compress == null ? "" : compress.isEmpty() ? " COMPRESS" : " COMPRESS FOR " + compress)
        + (tablespace == null ? "" : " TABLESPACE " + name(tablespace));
  }

  /** What Oracle does without a word is not said; it knows no actions but the deletion of rows. */
  @Override
  protected String rule(Constraint constraint) {
    String words = super.rule(constraint);
    if (!(constraint instanceof ForeignKey key)) {
      return words;
    }
    String onDelete = words(key.onDelete());
    String onUpdate = words(key.onUpdate());
    boolean known = onDelete.isEmpty()
        || key.onDelete() == ReferentialAction.CASCADE
        || key.onDelete() == ReferentialAction.SET_NULL;
    if (!onUpdate.isEmpty() || !known) {
      throw refused("The " + key + " cannot have"
          + (known ? " ON UPDATE" + onUpdate : " ON DELETE" + onDelete)
          + ": Oracle knows ON DELETE CASCADE and ON DELETE SET NULL only. Leave it out, or write a"
          + " trigger.");
    }
    int end = words.lastIndexOf(')') + 1;
    return words.substring(0, end) + (onDelete.isEmpty() ? "" : " ON DELETE" + onDelete);
  }

  private static String words(@Nullable ReferentialAction action) {
    return action == null
            || action == ReferentialAction.NO_ACTION
            || action == ReferentialAction.RESTRICT
        ? ""
        : " " + action.sql();
  }

  @Override
  protected String match(ForeignKey key, String word) {
    throw refused("The " + key + " cannot have MATCH " + word
        + ": Oracle knows no other than SIMPLE, unsaid. Leave it out.");
  }

  @Override
  protected String createdIndexName(Index index) {
    return inSchema(index.table().schema(), super.createdIndexName(index));
  }

  @Override
  protected String indexPrefix(Index index) {
    return super.indexPrefix(index)
        + (option(index.options(), OracleOptions.BITMAP) == null ? "" : "BITMAP ")
        + (option(index.options(), OracleOptions.VECTOR) == null ? "" : "VECTOR ");
  }

  @Override
  protected String indexPart(Index index, Index.Part part) {
    SqlText expression = part.expression();
    return expression == null
        ? super.indexPart(index, part)
        : sql(expression) + (part.descending() ? " DESC" : "");
  }

  @Override
  protected String indexSuffix(Index index) {
    String compress = option(index.options(), OracleOptions.COMPRESS);
    String vector = option(index.options(), OracleOptions.VECTOR);
    return (compress == null ? "" : (" COMPRESS " + compress).stripTrailing())
        + (vector == null ? "" : " " + vector);
  }

  @Override
  protected String comment(DdlElement.Commented subject, @Nullable String comment) {
    if (subject instanceof Constraint) {
      throw refused("A comment on " + subject
          + " cannot be kept: Oracle keeps comments on tables and columns only.");
    }
    return super.comment(subject, comment == null ? "" : comment);
  }

  @Override
  protected String literal(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new CompileException(
          CoreError.CANNOT_COMPILE,
          dialect().name(),
          "Cannot write a text with the character 0 into DDL: no literal of Oracle has it. Leave it out.");
    }
    return super.literal(text);
  }
}
