package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.reflection.Catalog;
import io.aludel.reflection.Server;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.UpdateNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * One kind of database. Immutable and safe to share. The dialects that come with Aludel are found by
 * {@link Dialects}; an application adds one by declaring it as a service.
 */
public interface Dialect {
  /**
   * The name, in lower case, such as {@code postgresql}.
   *
   * @return the name
   */
  String name();

  /**
   * Whether a JDBC URL leads to a database of this kind.
   *
   * @param url the URL
   * @return true if this dialect serves it
   */
  boolean accepts(String url);

  /**
   * Whether the database can do something.
   *
   * @param capability the thing to do
   * @return true if it can
   */
  boolean supports(Capability capability);

  /**
   * The most placeholders one statement may have.
   *
   * @return the number
   */
  int maxParameters();

  /**
   * How many keys one SELECT looks up best, where more of them are looked up by several. Each further
   * SELECT costs a round trip; in some databases a long list of keys costs more than that.
   *
   * @return the number
   */
  default int keysPerLookup() {
    return 500;
  }

  /**
   * The most members of one list behind {@code IN}. Lists are padded to a few lengths, but never beyond
   * this one.
   *
   * @return the number, {@link Integer#MAX_VALUE} for any
   */
  default int longestList() {
    return Integer.MAX_VALUE;
  }

  /**
   * From how many rows on an INSERT that gives nothing back goes faster as a batch of the driver than as
   * statements of many rows.
   *
   * @return the number, {@link Integer#MAX_VALUE} for never
   */
  default int batchedInsertRows() {
    return Integer.MAX_VALUE;
  }

  /**
   * What the driver is told so that it fetches rows in portions.
   *
   * @param rows the size of a portion, or 0 to let the driver do as it likes
   * @return the fetch size that makes it do so
   */
  default int fetchSize(int rows) {
    return rows;
  }

  /**
   * How transactions of two phases are spelled.
   *
   * @return the spelling, or null if the database has none
   */
  default @Nullable TwoPhase twoPhase() {
    return null;
  }

  /**
   * How rows of an INSERT go in by a protocol for bulk loads.
   *
   * @param insert an INSERT of one row of plain values, without RETURNING
   * @return the load, or null if the database has none, or none for these columns
   */
  default @Nullable BulkLoad bulkLoad(InsertNode insert) {
    return null;
  }

  /**
   * The INSERT of many rows that is given one list for each column instead of a value for each cell, if
   * that is faster for hundreds of rows.
   *
   * @param insert an INSERT of one row of plain values
   * @return the same with a list in place of each value, or null if the database does not take these
   *     columns as lists
   */
  default @Nullable InsertNode inColumns(InsertNode insert) {
    return null;
  }

  /**
   * An INSERT of many rows that leaves those before a refused one in, as single statements sent together do,
   * if that is faster than making each statement undo its rows. Asked for when there are hundreds of rows.
   *
   * @param insert an INSERT of one row of plain values
   * @param options what the statement is compiled with
   * @return the INSERT and what hinders it, or null if the database gains nothing
   */
  default @Nullable LeavingInsert leavingRows(InsertNode insert, CompileOptions options) {
    return null;
  }

  /**
   * An INSERT of many rows that leaves those before a refused one in.
   *
   * @param insert the INSERT, still of one row
   * @param hindrances SQL without parameters that gives a row if the table is such that the INSERT would do
   *     something else, or be slower; asked each time within the transaction, for others may change the table
   */
  record LeavingInsert(InsertNode insert, String hindrances) {}

  /**
   * The UPDATE of many rows that is given one list for each column instead of being run for each row, if
   * that is faster for hundreds of rows. It gives back the places in the lists, counted from 1, that found a
   * row.
   *
   * @param update an UPDATE that sets columns to plain values, of the rows where columns equal plain values
   * @return the same with a list in place of each value, or null if the database does not take these
   *     columns as lists
   */
  default @Nullable UpdateNode inColumns(UpdateNode update) {
    return null;
  }

  /**
   * Whether lists for columns go over a connection as their values would go one by one. Asked once for
   * each connection of the driver that has such lists to send.
   *
   * @param connection a connection of the driver
   * @return false if it is set up in a way that only single values are fit for
   */
  default boolean takesColumns(Connection connection) {
    return true;
  }

  /**
   * Compiles a statement.
   *
   * @param statement the statement
   * @param options what references look up
   * @return the compiled statement
   * @throws CompileException if the dialect cannot say it
   */
  default CompiledStatement compile(StatementNode statement, CompileOptions options) {
    return compile(statement, statement.walk(), options);
  }

  /**
   * Compiles a statement whose values lie in the slots of another, from which it was made.
   *
   * @param statement the statement
   * @param slots the walk over the statement that gives the values
   * @param options what references look up
   * @return the compiled statement
   * @throws CompileException if the dialect cannot say it
   */
  CompiledStatement compile(StatementNode statement, KeyBuilder slots, CompileOptions options);

  /**
   * How types are spelled and how their values travel.
   *
   * @return the type compiler
   */
  TypeCompiler types();

  /**
   * How names are spelled.
   *
   * @return the identifier preparer
   */
  IdentifierPreparer identifiers();

  /**
   * The same dialect with other limits for the length of names.
   *
   * @param limits how long names may be
   * @return the dialect
   * @throws io.aludel.ArgumentException if labels were to be longer than names
   * @throws CompileException if the dialect does not say how
   */
  default Dialect limited(IdentifierPreparer.Limits limits) {
    throw new CompileException(
        CoreError.NOT_SUPPORTED_HERE,
        name(),
        "The length of names cannot be chosen: " + name()
            + " does not say how. Leave the option out.");
  }

  /**
   * How tables, constraints and indexes are spelled.
   *
   * @return the compiler of DDL
   */
  default DdlCompiler ddl() {
    return ddl(CompileOptions.NONE);
  }

  /**
   * How tables, constraints and indexes are spelled. The one to override for another spelling.
   *
   * @param options a translation of schemas, if any
   * @return the compiler of DDL
   */
  default DdlCompiler ddl(CompileOptions options) {
    return new DdlCompiler(this, options);
  }

  /**
   * How the catalogue of the database is read.
   *
   * @return the catalogue
   * @throws CompileException if the dialect cannot read any
   */
  default Catalog catalog() {
    throw new CompileException(
        CoreError.NOT_SUPPORTED_HERE,
        name(),
        "The tables of the database cannot be looked at: " + name()
            + " does not say how. Declare them, and create them with CheckFirst.OFF.");
  }

  /**
   * The SQL of an expression or query with its values written out, for DDL. Columns of an expression
   * stand without their table.
   *
   * @param element the expression or query
   * @return SQL without placeholders
   * @throws CompileException if the dialect cannot say it, or a value cannot be written out
   */
  default String inline(Element element) {
    return inline(element, CompileOptions.NONE);
  }

  /**
   * The SQL of an expression or query with its values written out, for DDL. Columns of an expression
   * stand without their table.
   *
   * @param element the expression or query
   * @param options a translation of schemas, if any
   * @return SQL without placeholders
   * @throws CompileException if the dialect cannot say it, or a value cannot be written out
   */
  default String inline(Element element, CompileOptions options) {
    throw new CompileException(
        CoreError.NOT_SUPPORTED_HERE,
        name(),
        "Cannot write " + element + " out: " + name() + " does not say how. Give the SQL as text.");
  }

  /**
   * What a failure of the driver means.
   *
   * @param failure the driver's exception
   * @return the failure, understood as far as the database tells
   */
  Failure classify(SQLException failure);

  /**
   * The dialect as this very server speaks it. Asked once for each engine, when its first connection is
   * open; what was compiled before is compiled again if this gives another dialect.
   *
   * @param server the product and version at the other end
   * @return this, or the dialect to use instead
   */
  default Dialect on(Server server) {
    return this;
  }

  /**
   * Whether this dialect is made for a server. Another is used all the same, after a warning in the log.
   *
   * @param server the product and version at the other end
   * @return false for versions older than those that this dialect was written for
   */
  default boolean knows(Server server) {
    return true;
  }

  /**
   * Prepares a connection that the driver just opened, before anything else is done with it. Connections
   * of a data source are prepared by their owner instead.
   *
   * @param connection the new connection
   * @throws SQLException if the connection cannot be used, which closes it
   */
  default void opened(Connection connection) throws SQLException {}

  /**
   * Runs a statement that writes and whose rows come back through the driver, rather than as its result.
   * All its values are bound.
   *
   * @param statement the driver's statement, prepared with {@link CompiledStatement#keyColumns}
   * @param compiled what it was prepared from
   * @param bound how many values are bound
   * @return the rows
   * @throws SQLException if the database fails, or the driver has no such way
   */
  default ResultSet returned(PreparedStatement statement, CompiledStatement compiled, int bound)
      throws SQLException {
    statement.executeUpdate();
    return statement.getGeneratedKeys();
  }

  /**
   * Gives a savepoint up that is not needed any longer.
   *
   * @param connection the connection
   * @param savepoint the savepoint
   * @throws SQLException if the database fails
   */
  default void release(Connection connection, Savepoint savepoint) throws SQLException {
    connection.releaseSavepoint(savepoint);
  }

  /**
   * Has the database stop what a statement does. Called by another thread than the one that waits for the
   * statement, and repeatedly until that has come back.
   *
   * @param statement the statement that runs, or is about to
   * @throws SQLException if the driver cannot
   */
  default void cancel(Statement statement) throws SQLException {
    statement.cancel();
  }
}
