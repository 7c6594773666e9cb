package io.aludel.engine;

import io.aludel.reflection.CatalogQuery;
import io.aludel.reflection.CatalogRow;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs queries on the catalogue over a connection; logged, but not told to the listeners of statements. */
final class ConnectionQuery implements CatalogQuery {
  private final Conversation conversation;

  ConnectionQuery(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public List<CatalogRow> rows(String sql, @Nullable Object... parameters) {
    conversation.enter();
    try {
      conversation.beforeStatement();
      conversation.log().line(conversation.connection().options().token(), "catalogue: " + sql);
      List<CatalogRow> rows = run(sql, parameters);
      conversation.counters().executions.increment();
      return rows;
    } finally {
      conversation.exit();
    }
  }

  private List<CatalogRow> run(String sql, @Nullable Object[] parameters) {
    try (PreparedStatement statement = conversation.driver().prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet found = statement.executeQuery()) {
        int width = found.getMetaData().getColumnCount();
        List<CatalogRow> rows = new ArrayList<>();
        while (found.next()) {
          @Nullable Object[] values = new Object[width];
          for (int i = 0; i < width; i++) {
            values[i] = found.getObject(i + 1);
          }
          rows.add(new CatalogRow(values));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw conversation.failed(sql, e);
    }
  }
}
