package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.sql.tree.Quoting;
import java.util.List;
import java.util.Map;

/** Something said of a table as a whole. Immutable. */
public sealed interface TableOption extends SchemaItem
    permits DialectOption,
        TableOption.InSchema,
        TableOption.Comment,
        TableOption.Info,
        TableOption.Quoted,
        TableOption.Prefixes,
        TableOption.WithoutReturning,
        TableOption.OnDuplicate,
        TableOption.Listening {

  /**
   * Puts a table into a schema.
   *
   * @param name the schema, overriding that of the metadata
   * @param quoting whether the name of the schema stands in quotes
   */
  record InSchema(String name, Quoting quoting) implements TableOption {
    /**
     * Creates the option.
     *
     * @throws ArgumentException if {@code name} is null or blank
     */
    public InSchema {
      ArgumentException.requireText(name, "the schema of a table");
      ArgumentException.requireNonNull(quoting, "the quoting of schema '" + name + "'");
    }
  }

  /**
   * A comment that the database keeps.
   *
   * @param text the comment
   */
  record Comment(String text) implements TableOption {
    /**
     * Creates the option.
     *
     * @throws ArgumentException if {@code text} is null or blank
     */
    public Comment {
      ArgumentException.requireText(text, "the comment of a table");
    }
  }

  /**
   * Whatever the application keeps with the table.
   *
   * @param values keys and values
   */
  record Info(Map<String, Object> values) implements TableOption {
    /** Creates the option. */
    public Info {
      values = Map.copyOf(ArgumentException.requireNonNull(values, "the info of a table"));
    }
  }

  /**
   * Whether the name of the table stands in quotes.
   *
   * @param quoting {@link Quoting#AUTO} unless stated
   */
  record Quoted(Quoting quoting) implements TableOption {
    /** Creates the option. */
    public Quoted {
      ArgumentException.requireNonNull(quoting, "the quoting of a table");
    }
  }

  /**
   * Words between CREATE and TABLE, such as {@code TEMPORARY}.
   *
   * @param words the words, sent as they are
   */
  record Prefixes(List<String> words) implements TableOption {
    /** Creates the option. */
    public Prefixes {
      words = List.copyOf(ArgumentException.requireNonNull(words, "the prefixes of a table"));
    }
  }

  /** Generated values are never asked for with RETURNING, which triggers of the table may forbid. */
  record WithoutReturning() implements TableOption {}

  /**
   * What happens when the metadata has a table of that name.
   *
   * @param rule the rule, {@link Rule#REFUSE} unless stated
   */
  record OnDuplicate(Rule rule) implements TableOption {
    /** What happens to the second of two tables. */
    public enum Rule {
      /** It is refused. */
      REFUSE,
      /** The first is given instead, and stays as it is. */
      KEEP,
      /** The first is given instead, and takes over columns, constraints, indexes and options. */
      EXTEND
    }

    /** Creates the option. */
    public OnDuplicate {
      ArgumentException.requireNonNull(rule, "what happens to a second table");
    }
  }

  /**
   * Listens to what happens to the table, from the moment it is made.
   *
   * @param registration registers the listeners
   */
  record Listening(java.util.function.Consumer<DdlEvents> registration) implements TableOption {
    /** Creates the option. */
    public Listening {
      ArgumentException.requireNonNull(registration, "the listeners of a table");
    }
  }
}
