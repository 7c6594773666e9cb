package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How constraints and indexes are named that were given no name (parity row ORM-DDL-08). A template is
 * text with tokens such as {@code %(table_name)s}:
 *
 * <ul>
 *   <li>{@code table_name}, {@code referred_table_name}, {@code constraint_name} (the name given);
 *   <li>{@code column_0_name}, {@code column_0_key}, {@code column_0_label} (with the table before it),
 *       {@code referred_column_0_name}, for the first column, and so on with other numbers;
 *   <li>{@code column_0N_name} for all columns, {@code column_0_N_name} with {@code _} between them;
 *   <li>tokens of one's own, see {@link #token}.
 * </ul>
 *
 * <p>Names are made when DDL is spelled. A template with {@code constraint_name} also changes names that
 * were given, but for {@link FreeConstraint#namedExactly exact ones}. Immutable.
 *
 * <pre>{@code
 * NamingConvention.STANDARD
 *     .unique("uq_%(table_name)s_%(column_0_N_name)s")
 *     .foreignKey("fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s")
 * }</pre>
 */
public final class NamingConvention {
  /** Names indexes {@code ix_table_column}, and nothing else. */
  public static final NamingConvention STANDARD =
      new NamingConvention(Map.of(), Map.of()).index("ix_%(column_0_label)s");

  /** What a template is for. */
  enum Kind {
    INDEX,
    UNIQUE,
    CHECK,
    FOREIGN_KEY,
    PRIMARY_KEY,
    EXCLUDE
  }

  private final Map<Kind, NameTemplate> templates;
  private final Map<String, Function<SchemaItem, String>> tokens;

  private NamingConvention(
      Map<Kind, NameTemplate> templates, Map<String, Function<SchemaItem, String>> tokens) {
    this.templates = Map.copyOf(templates);
    this.tokens = Map.copyOf(tokens);
  }

  private NamingConvention with(Kind kind, String template) {
    Map<Kind, NameTemplate> more = new EnumMap<>(Kind.class);
    more.putAll(templates);
    more.put(kind, NameTemplate.parse(template));
    return new NamingConvention(more, tokens);
  }

  /**
   * The convention with a template for indexes.
   *
   * @param template text with tokens
   * @return a copy
   * @throws ArgumentException if {@code template} is null or blank
   */
  public NamingConvention index(String template) {
    return with(Kind.INDEX, template);
  }

  /**
   * The convention with a template for unique constraints.
   *
   * @param template text with tokens
   * @return a copy
   * @throws ArgumentException if {@code template} is null or blank
   */
  public NamingConvention unique(String template) {
    return with(Kind.UNIQUE, template);
  }

  /**
   * The convention with a template for check constraints, which usually holds {@code constraint_name}.
   *
   * @param template text with tokens
   * @return a copy
   * @throws ArgumentException if {@code template} is null or blank
   */
  public NamingConvention check(String template) {
    return with(Kind.CHECK, template);
  }

  /**
   * The convention with a template for foreign keys.
   *
   * @param template text with tokens
   * @return a copy
   * @throws ArgumentException if {@code template} is null or blank
   */
  public NamingConvention foreignKey(String template) {
    return with(Kind.FOREIGN_KEY, template);
  }

  /**
   * The convention with a template for primary keys.
   *
   * @param template text with tokens
   * @return a copy
   * @throws ArgumentException if {@code template} is null or blank
   */
  public NamingConvention primaryKey(String template) {
    return with(Kind.PRIMARY_KEY, template);
  }

  /**
   * The convention with a template for exclude constraints.
   *
   * @param template text with tokens
   * @return a copy
   * @throws ArgumentException if {@code template} is null or blank
   */
  public NamingConvention exclude(String template) {
    return with(Kind.EXCLUDE, template);
  }

  /**
   * The convention with a token of the application's own.
   *
   * @param name the token, without the percent sign and parentheses
   * @param text what it stands for, given the constraint or index, which belongs to a table
   * @return a copy
   */
  public NamingConvention token(String name, Function<SchemaItem, String> text) {
    Map<String, Function<SchemaItem, String>> more = new HashMap<>(tokens);
    more.put(
        ArgumentException.requireText(name, "the name of a token"),
        ArgumentException.requireNonNull(text, "the text of token '" + name + "'"));
    return new NamingConvention(templates, more);
  }

  @Nullable Name nameOf(Constraint constraint) {
    return nameOf(kind(constraint), constraint, constraint.parts().name());
  }

  @Nullable Name nameOf(Index index) {
    return nameOf(Kind.INDEX, index, index.given());
  }

  private @Nullable Name nameOf(Kind kind, SchemaItem item, Constraint.@Nullable GivenName given) {
    NameTemplate template = templates.get(kind);
    if (template == null || isKept(template, given)) {
      return given == null ? null : new Name(given.text(), false);
    }
    return new Name(template.fill(new NameTemplate.NamedItem(item, given), tokens), true);
  }

  private static boolean isKept(NameTemplate template, Constraint.@Nullable GivenName given) {
    return given != null && (given.exact() || !template.uses("constraint_name"));
  }

  private static Kind kind(Constraint constraint) {
    if (constraint instanceof PrimaryKey) {
      return Kind.PRIMARY_KEY;
    }
    if (constraint instanceof UniqueConstraint) {
      return Kind.UNIQUE;
    }
    if (constraint instanceof CheckConstraint) {
      return Kind.CHECK;
    }
    return constraint instanceof ForeignKey ? Kind.FOREIGN_KEY : Kind.EXCLUDE;
  }

  /** Text with tokens, for the names of constraints. */
  record NameTemplate(String text) {
    private static final Pattern TOKEN = Pattern.compile("%\\(([^)]*)\\)s");
    private static final Pattern COLUMN =
        Pattern.compile("(referred_)?column_(\\d+)(_?N)?_(name|key|label)");

    static NameTemplate parse(String text) {
      return new NameTemplate(ArgumentException.requireText(text, "a naming template"));
    }

    boolean uses(String token) {
      return text.contains("%(" + token + ")s");
    }

    String fill(NamedItem item, Map<String, Function<SchemaItem, String>> tokens) {
      Matcher matcher = TOKEN.matcher(text);
      StringBuilder filled = new StringBuilder();
      while (matcher.find()) {
        String token = matcher.group(1);
        Function<SchemaItem, String> own = tokens.get(token);
        String value = own == null ? builtIn(token, item) : own.apply(item.item());
        matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
      }
      return matcher.appendTail(filled).toString();
    }

    private String builtIn(String token, NamedItem item) {
      String plain = switch (token) {
        case "table_name" -> item.table().name();
        case "referred_table_name" -> item.foreignKey(this).referredTable().name();
        case "constraint_name" -> item.given(this);
        default -> null;
      };
      if (plain != null) {
        return plain;
      }
      Matcher column = COLUMN.matcher(token);
      if (!column.matches()) {
        throw failure(
            item,
            "it has no token '" + token
                + "'. Use those that NamingConvention names, or declare it with" + " token(…)");
      }
      boolean referred = column.group(1) != null;
      return columns(item, referred, column.group(3), column);
    }

    private String columns(NamedItem item, boolean referred, @Nullable String all, Matcher token) {
      int first = Integer.parseInt(token.group(2));
      var columns = referred ? item.foreignKey(this).referredColumns() : item.columns();
      if (columns.size() <= first) {
        throw failure(
            item,
            "it asks for column " + first + " and there are " + columns.size()
                + ". Name it, or use another template");
      }
      if (all == null) {
        return part(columns.get(first), token.group(4));
      }
      StringBuilder joined = new StringBuilder();
      for (Column<?> column : columns) {
        joined.append(joined.isEmpty() || all.length() == 1 ? "" : "_");
        joined.append(part(column, token.group(4)));
      }
      return joined.toString();
    }

    private static String part(Column<?> column, String what) {
      return switch (what) {
        case "name" -> column.name();
        case "key" -> column.key();
        default -> column.table().key().replace('.', '_') + "_" + column.name();
      };
    }

    ArgumentException failure(NamedItem item, String reason) {
      return new ArgumentException(
          CoreError.NO_NAME_FROM_CONVENTION,
          "The " + item.item() + " of table '" + item.table().key()
              + "' cannot be named by the convention '" + text + "': " + reason + ".");
    }

    /** A constraint or index that a naming convention is asked for. */
    record NamedItem(SchemaItem item, Constraint.@Nullable GivenName name) {
      Table table() {
        return item instanceof Index index ? index.table() : ((Constraint) item).table();
      }

      List<Column<?>> columns() {
        if (item instanceof Index index) {
          return index.columns();
        }
        return item instanceof CheckConstraint check
            ? ColumnsOf.expression(check.check().node(), check.table())
            : ((Constraint) item).columns();
      }

      ForeignKey foreignKey(NameTemplate template) {
        if (item instanceof ForeignKey key) {
          return key;
        }
        throw template.failure(
            this, "it asks for a referred table or column, and this is no foreign key");
      }

      String given(NameTemplate template) {
        if (name == null) {
          throw template.failure(
              this, "it needs the name that was given to the constraint, and none was. Name it");
        }
        return name.text();
      }

      /** Finds the columns of a table that an expression mentions first. */
      private static final class ColumnsOf {
        private ColumnsOf() {}

        static List<Column<?>> expression(@Nullable Node node, Table table) {
          List<Column<?>> found = new ArrayList<>();
          collect(node, table, found);
          return found;
        }

        private static void collect(@Nullable Node node, Table table, List<Column<?>> found) {
          if (node instanceof Column<?> column && table.findColumn(column.key()) != null) {
            found.add(column);
          } else if (node instanceof BinaryNode binary) {
            collect(binary.left(), table, found);
            collect(binary.right(), table, found);
          }
        }
      }
    }
  }

  /**
   * The name of a constraint or index in the database. Immutable.
   *
   * @param text the name
   * @param made whether a naming convention made it, so that it is cut where it is too long for the
   *     database; a name that the application gave is refused there
   */
  public record Name(String text, boolean made) {
    /** Creates the name. */
    public Name {
      ArgumentException.requireText(text, "the name of a constraint or index");
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
