package io.aludel;

/**
 * The failures of the core module. {@code ARG} is a wrong argument, {@code SQL} a
 * statement that cannot be made or compiled, {@code DDL} a schema that does not
 * hold together, {@code ENG} an engine, connection or result used in a way or a state it cannot serve,
 * {@code DB} an answer of the database.
 */
public enum CoreError implements ErrorCode {
  /** An argument is null, empty or outside the range the method states. */
  ARGUMENT("ARG-101"),

  /** A null where a value or an expression is needed. */
  NULL_OPERAND("SQL-101"),
  /** A value of a class, or beyond a range, that its SQL type does not hold. */
  WRONG_VALUE("SQL-102"),
  /** A value of a Java class that has no SQL type. */
  UNKNOWN_JAVA_TYPE("SQL-103"),
  /** An argument that cannot stand where it was given. */
  WRONG_ROLE("SQL-104"),
  /** An operator applied to an expression whose type does not have it. */
  WRONG_OPERATOR("SQL-105"),
  /** A statement that lacks a clause it cannot do without. */
  INCOMPLETE_STATEMENT("SQL-106"),
  /** No foreign key joins two tables. */
  NO_FOREIGN_KEYS("SQL-107"),
  /** Several foreign keys, or several left sides, could make a join. */
  AMBIGUOUS_FOREIGN_KEYS("SQL-108"),
  /** A reference that the compilation at hand cannot resolve. */
  UNRESOLVED_REFERENCE("SQL-109"),
  /** The dialect cannot say what a statement asks for. */
  CANNOT_COMPILE("SQL-110"),
  /** A subquery that takes everything it selects from out of the enclosing statement. */
  NOTHING_TO_SELECT_FROM("SQL-111"),

  /** Two tables of one metadata, or two columns of one table, have the same name. */
  DUPLICATE_NAME("DDL-101"),
  /** A table or column was looked up by a name it does not have. */
  NO_SUCH_NAME("DDL-102"),
  /** A foreign key points at a table that its metadata does not hold. */
  NO_REFERENCED_TABLE("DDL-103"),
  /** A foreign key points at a column that the target table does not have. */
  NO_REFERENCED_COLUMN("DDL-104"),
  /** A column, constraint or index already belongs to a table, or belongs to another one. */
  ALREADY_ATTACHED("DDL-105"),
  /** A column has neither a type nor a foreign key to take one from. */
  NO_TYPE("DDL-106"),
  /** A constraint cannot be spelled, because it has no name or no columns. */
  CONSTRAINT_NOT_SPELLABLE("DDL-107"),
  /** The autoincrement rule cannot apply to the column that asks for it. */
  AUTOINCREMENT_IMPOSSIBLE("DDL-108"),
  /** Two things said of a table, column, sequence or constraint contradict each other. */
  CONTRADICTION("DDL-109"),
  /** A name is longer than the database takes. */
  NAME_TOO_LONG("DDL-110"),
  /** A naming convention cannot make a name for a constraint or index. */
  NO_NAME_FROM_CONVENTION("DDL-111"),
  /** The database has no such table or view. */
  NO_SUCH_TABLE("DDL-112"),
  /** The database cannot tell the columns of a view. */
  UNREFLECTABLE_TABLE("DDL-113"),

  /** No dialect knows the scheme of a database URL. */
  UNKNOWN_URL_SCHEME("ENG-101"),
  /** A database URL cannot be read. */
  MALFORMED_URL("ENG-102"),
  /** The JDBC driver of a database URL is not on the class path. */
  MISSING_DRIVER("ENG-103"),
  /** A connection could not be opened. */
  CANNOT_CONNECT("ENG-104"),
  /** The database refused user or password. */
  LOGIN_REFUSED("ENG-105"),
  /** No connection became free in time. */
  POOL_TIMEOUT("ENG-106"),
  /** A thread asked for the only connection, which it already holds. */
  ONLY_CONNECTION_TAKEN("ENG-107"),
  /** An engine, connection or result was used after it was closed. */
  CLOSED("ENG-108"),
  /** A transaction was begun while one is in progress, or ended when there is none. */
  TRANSACTION_STATE("ENG-109"),
  /** A connection refuses work until its failed transaction is rolled back. */
  PENDING_ROLLBACK("ENG-110"),
  /** A connection, transaction or result was used by two threads at the same time. */
  OVERLAPPING_USE("ENG-111"),
  /** A result has no row where one is needed. */
  NO_RESULT("ENG-112"),
  /** A result has several rows where one at most is allowed. */
  MULTIPLE_RESULTS("ENG-113"),
  /** A row has no such column. */
  NO_SUCH_COLUMN("ENG-114"),
  /** A name stands for several columns of a row. */
  AMBIGUOUS_COLUMN("ENG-115"),
  /** The statement gives no rows. */
  NO_ROWS_RETURNED("ENG-116"),
  /** A parameter is missing, or is not one of the statement's parameters. */
  PARAMETERS("ENG-117"),
  /** The dialect cannot do what was asked for. */
  NOT_SUPPORTED_HERE("ENG-118"),
  /** A batch gave another number of rows back than it was given. */
  ROW_COUNT_MISMATCH("ENG-119"),
  /** A value could not be given to the driver, or taken from it. */
  VALUE_CONVERSION("ENG-120"),
  /** A connection was refused by a listener, or gave no sign of life. */
  CONNECTION_REFUSED("ENG-121"),

  /** The database or its driver reported a failure of no known class. */
  DATABASE("DB-100"),
  /** A constraint was violated. */
  INTEGRITY("DB-101"),
  /** A value does not fit: too long, out of range, wrong format. */
  DATA("DB-102"),
  /** The database could not go on: connection lost, deadlock, lock time-out, resources. */
  OPERATIONAL("DB-103"),
  /** The statement is wrong: syntax, unknown table or column, missing rights. */
  PROGRAMMING("DB-104"),
  /** The database or its driver does not offer what the statement needs. */
  NOT_SUPPORTED("DB-105"),
  /** The database is in a state it cannot explain. */
  INTERNAL("DB-106"),
  /** The driver was used in a way it refuses. */
  INTERFACE("DB-107");

  private final String code;

  CoreError(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
