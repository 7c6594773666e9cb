package io.aludel.engine;

import io.aludel.dialect.Capability;
import io.aludel.schema.DdlElement;
import io.aludel.schema.DdlRunner;
import io.aludel.schema.Table;
import io.aludel.types.SchemaType;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs DDL on a connection, looking tables up once a schema. */
final class ConnectionDdl implements DdlRunner {
  private final Connection connection;
  private final TableNames names;

  ConnectionDdl(Connection connection) {
    this.connection = connection;
    this.names = new TableNames(connection);
  }

  @Override
  public boolean hasTable(Table table) {
    return names.contain(table);
  }

  @Override
  public List<SchemaType> types(Table table) {
    return table.columns().stream()
        .flatMap(column -> connection.engine().dialect().types().owned(column.type()).stream())
        .toList();
  }

  @Override
  public boolean hasType(SchemaType type) {
    return names.find(connection.engine().dialect().types().sql(type).find());
  }

  @Override
  public boolean altersConstraints() {
    return connection.engine().dialect().supports(Capability.ALTER_CONSTRAINTS);
  }

  @Override
  public void run(DdlElement element) {
    connection.execute(element);
    names.forget();
  }

  /** The names of the tables and views that a database has, asked for once a schema. */
  private static final class TableNames {
    private final Connection connection;
    private final Map<String, Set<String>> known = new HashMap<>();

    TableNames(Connection connection) {
      this.connection = connection;
    }

    boolean contain(Table table) {
      String schema = table.schema();
      Set<String> names = known.get(String.valueOf(schema));
      if (names == null) {
        names = read(schema);
        known.put(String.valueOf(schema), names);
      }
      return names.contains(stored(table.name()));
    }

    void forget() {
      known.clear();
    }

    /** Whether a query of the catalogue gives a row. */
    boolean find(String query) {
      connection.enter();
      try {
        connection.beforeStatement();
        try (var statement = connection.driver().createStatement();
            ResultSet rows = statement.executeQuery(query)) {
          return rows.next();
        }
      } catch (SQLException e) {
        throw connection.failed("the types of the database", e);
      } finally {
        connection.exit();
      }
    }

    private Set<String> read(@Nullable String schema) {
      connection.enter();
      try {
        connection.beforeStatement();
        return query(connection.driver(), schema == null ? null : stored(schema));
      } catch (SQLException e) {
        throw connection.failed("the names of the tables", e);
      } finally {
        connection.exit();
      }
    }

    private static Set<String> query(java.sql.Connection jdbc, @Nullable String schema)
        throws SQLException {
      DatabaseMetaData metaData = jdbc.getMetaData();
      boolean schemasAreCatalogs = !metaData.supportsSchemasInTableDefinitions();
      String catalog = schemasAreCatalogs && schema != null ? schema : jdbc.getCatalog();
      String within = schemasAreCatalogs ? null : schema == null ? jdbc.getSchema() : schema;
      Set<String> names = new HashSet<>();
      try (ResultSet rows = metaData.getTables(catalog, within, "%", null)) {
        while (rows.next()) {
          String type = String.valueOf(rows.getString("TABLE_TYPE"));
          boolean holdsRows = type.contains("TABLE") || type.contains("VIEW");
          if (holdsRows && !type.contains("SYSTEM")) {
            names.add(rows.getString("TABLE_NAME"));
          }
        }
      }
      return names;
    }

    /** The name as the database stores it when it stands in SQL as the dialect spells it. */
    private String stored(String name) {
      if (connection.engine().dialect().identifiers().needsQuotes(name)) {
        return name;
      }
      try {
        return connection.driver().getMetaData().storesUpperCaseIdentifiers()
            ? name.toUpperCase(Locale.ROOT)
            : name;
      } catch (SQLException e) {
        throw connection.failed("the case of names", e);
      }
    }
  }
}
