package io.aludel.dialect.mysql;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.schema.DialectOption;
import java.util.Locale;

/** What only MySQL and MariaDB understand of tables and indexes. Others ignore it. */
public final class MysqlOptions {
  static final String PREFIX = "prefix";
  static final String LENGTH = "length";
  static final String PARSER = "parser";
  static final String USING = "using";
  static final String TABLE = "table:";

  private MysqlOptions() {}

  private static String word(String name, String subject) {
    String given = ArgumentException.requireText(name, subject);
    if (!given.matches("[A-Za-z0-9_$]+")) {
      throw new ArgumentException(
          CoreError.ARGUMENT, "'" + given + "' is no name of " + subject + ". Write one word.");
    }
    return given;
  }

  /**
   * The storage engine of a table.
   *
   * @param name such as {@code InnoDB}
   * @return {@code ENGINE=…}, for tables
   * @throws ArgumentException if {@code name} is no word
   */
  public static DialectOption engine(String name) {
    return table("ENGINE", word(name, "a storage engine"));
  }

  /**
   * The character set of a table.
   *
   * @param name such as {@code utf8mb4}
   * @return {@code CHARSET=…}, for tables
   * @throws ArgumentException if {@code name} is no word
   */
  public static DialectOption charset(String name) {
    return table("CHARSET", word(name, "a character set"));
  }

  /**
   * The collation of a table.
   *
   * @param name such as {@code utf8mb4_bin}
   * @return {@code COLLATE …}, for tables
   * @throws ArgumentException if {@code name} is no word
   */
  public static DialectOption collate(String name) {
    return table("COLLATE", word(name, "a collation"));
  }

  /**
   * How the rows of a table are spread.
   *
   * @param sql such as {@code HASH(id)}, sent as it is
   * @return {@code PARTITION BY …}, for tables
   */
  public static DialectOption partitionBy(String sql) {
    return table("PARTITION BY", sql);
  }

  /**
   * Any other option of a table.
   *
   * @param name such as {@code ROW_FORMAT}
   * @param value such as {@code COMPRESSED}, sent as it is
   * @return {@code NAME=value}, for tables
   * @throws ArgumentException if {@code name} is no word
   */
  public static DialectOption table(String name, String value) {
    String word = ArgumentException.requireText(name, "an option of a table");
    if (!word.matches("[A-Za-z][A-Za-z_ ]*")) {
      throw new ArgumentException(
          CoreError.ARGUMENT, "'" + word + "' is no option of a table. Write words.");
    }
    return new DialectOption(
        "mysql",
        TABLE + word.toUpperCase(Locale.ROOT),
        ArgumentException.requireText(value, "the value of " + word));
  }

  /**
   * An index over whole texts.
   *
   * @return {@code FULLTEXT}, for indexes
   */
  public static DialectOption fulltext() {
    return new DialectOption("mysql", PREFIX, "FULLTEXT");
  }

  /**
   * An index over places.
   *
   * @return {@code SPATIAL}, for indexes
   */
  public static DialectOption spatial() {
    return new DialectOption("mysql", PREFIX, "SPATIAL");
  }

  /**
   * How many characters of a column are indexed.
   *
   * @param column the key of the column
   * @param characters how many
   * @return {@code column(n)}, for indexes
   */
  public static DialectOption length(String column, int characters) {
    ArgumentException.requireText(column, "a column of an index");
    return new DialectOption("mysql", LENGTH + ":" + column, String.valueOf(characters));
  }

  /**
   * What takes the words of a full-text index apart.
   *
   * @param name such as {@code ngram}
   * @return {@code WITH PARSER …}, for indexes
   * @throws ArgumentException if {@code name} is no word
   */
  public static DialectOption parser(String name) {
    return new DialectOption("mysql", PARSER, word(name, "a parser"));
  }

  /**
   * The kind of an index.
   *
   * @param method such as {@code btree}
   * @return {@code USING …}, for indexes and primary keys
   */
  public static DialectOption using(String method) {
    return new DialectOption(
        "mysql", USING, ArgumentException.requireText(method, "the method of an index"));
  }
}
