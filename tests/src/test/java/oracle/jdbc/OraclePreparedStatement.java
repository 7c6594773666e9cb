package oracle.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The two methods of the driver's interface that the dialect calls by their names. */
public interface OraclePreparedStatement extends PreparedStatement {
  /** Says that a parameter takes values that come back. */
  void registerReturnParameter(int index, int type) throws SQLException;

  /** Gives the rows that came back. */
  ResultSet getReturnResultSet() throws SQLException;
}
