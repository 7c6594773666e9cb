package io.aludel.engine;

import io.aludel.dialect.Capability;
import io.aludel.schema.DdlElement;
import io.aludel.schema.DdlRunner;
import io.aludel.schema.Table;
import io.aludel.types.SchemaType;
import java.util.List;

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
        .flatMap(column ->
            connection.engine().dialect().types().owned(column.type()).stream())
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
}
