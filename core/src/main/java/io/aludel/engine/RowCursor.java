package io.aludel.engine;

import io.aludel.CoreError;
import io.aludel.engine.internal.Cancellation;
import io.aludel.engine.internal.PhysicalConnection;
import io.aludel.engine.internal.PhysicalConnection.KeptStatement;
import io.aludel.types.ValueReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a running statement, read value by value without making an object for a row. Releases the
 * database's rows when they are used up. For the ORM and other layers; belongs to the thread of its
 * connection.
 */
public final class RowCursor implements AutoCloseable {
  /** The rows of the first portion of a stream, so that the first rows come early. */
  static final int FIRST_PORTION = 50;

  private final Conversation conversation;
  private final String sql;
  private final PhysicalConnection physical;
  private final KeptStatement statement;
  private final ResultSet rows;
  private final int mostAtATime;
  private final boolean cancellable = Cancellation.isBound();
  private int untilGrowth;
  private boolean open = true;
  private boolean exhausted;

  RowCursor(
      Conversation conversation,
      String sql,
      KeptStatement statement,
      ResultSet rows,
      int mostAtATime) {
    this.conversation = conversation;
    this.sql = sql;
    this.physical = conversation.physical();
    this.statement = statement;
    this.rows = rows;
    this.mostAtATime = mostAtATime;
    this.untilGrowth = FIRST_PORTION;
    conversation.opened(this);
  }

  /**
   * Goes to the next row.
   *
   * @return false when there is no further row; the cursor has released the database's rows then
   * @throws ResourceClosedException if the cursor, or its connection, was closed before the last row
   * @throws DatabaseException if the database fails
   */
  public boolean next() {
    if (!open) {
      if (exhausted) {
        return false;
      }
      throw new ResourceClosedException(
          "No row can be fetched: the result was closed, or its connection. Fetch the rows before, for"
              + " example with all().");
    }
    try {
      if (cancellable ? nextUnlessCancelled() : rows.next()) {
        if (--untilGrowth == 0 && mostAtATime > FIRST_PORTION) {
          rows.setFetchSize(mostAtATime);
        }
        return true;
      }
    } catch (SQLException e) {
      close();
      throw conversation.failed(sql, e);
    } catch (CancellationException e) {
      conversation.letGo();
      throw e;
    }
    exhausted = true;
    close();
    return false;
  }

  /** The next row may be long in coming: the database still computes, or sends the next portion. */
  private boolean nextUnlessCancelled() throws SQLException {
    return Cancellation.sending(statement.any(), conversation.engine().dialect(), rows::next);
  }

  /**
   * Reads one value of the present row.
   *
   * @param column the column, counted from 0
   * @param reader reads it
   * @param <V> the type of the value
   * @return the value, or null for NULL
   * @throws StatementException if the value cannot be had, or not as what the reader wants
   */
  public <V> @Nullable V read(int column, ValueReader<V> reader) {
    try {
      return reader.read(rows, column + 1);
    } catch (SQLException | RuntimeException e) {
      throw unreadable(column, e);
    }
  }

  /**
   * The JDBC result, for readers that take several values at once. It must not be moved or closed.
   *
   * @return the result, standing on the present row
   */
  public ResultSet jdbc() {
    return rows;
  }

  /**
   * The exception for a value of the present row that could not be read.
   *
   * @param column the column, counted from 0
   * @param cause what the driver or the reader threw
   * @return the exception to throw
   */
  public RuntimeException unreadable(int column, Exception cause) {
    if (cause instanceof SQLException failure) {
      close();
      return conversation.failed(sql, failure);
    }
    return new StatementException(
        CoreError.VALUE_CONVERSION,
        "The value of column " + (column + 1) + " of a row cannot be read: " + cause.getMessage(),
        conversation.log().failed(sql, java.util.List.of()),
        cause);
  }

  /** Releases the database's rows. Does nothing the second time. */
  @Override
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    conversation.closed(this);
    try {
      rows.close();
      physical.release(statement);
    } catch (SQLException e) {
      physical.drop(statement);
    }
  }

  String sql() {
    return sql;
  }
}
