package io.aludel.engine;

import io.aludel.dialect.Capability;
import io.aludel.reflection.Inspector;
import io.aludel.reflection.ReflectOptions;
import io.aludel.schema.DdlElement;
import io.aludel.schema.DdlRunner;
import io.aludel.schema.Index;
import io.aludel.schema.MetaData;
import io.aludel.schema.Sequence;
import io.aludel.schema.Table;

/** Runs DDL on a connection, looking tables and sequences up once a schema. */
final class ConnectionDdl implements DdlRunner {
  private final Connection connection;
  private final Inspector inspector;

  ConnectionDdl(Connection connection) {
    this.connection = connection;
    this.inspector = Inspector.of(connection);
  }

  @Override
  public String dialect() {
    return connection.engine().dialect().name();
  }

  @Override
  public boolean hasTable(Table table) {
    return inspector.in(table.schema()).hasTable(table.name());
  }

  @Override
  public boolean hasSequences() {
    return connection.engine().dialect().supports(Capability.SEQUENCES);
  }

  @Override
  public boolean hasSequence(Sequence sequence) {
    return inspector.in(sequence.schema()).hasSequence(sequence.name());
  }

  @Override
  public boolean hasIndex(Index index) {
    return inspector.in(index.table().schema()).hasIndex(index.table().name(), index.name());
  }

  @Override
  public boolean altersConstraints() {
    return connection.engine().dialect().supports(Capability.ALTER_CONSTRAINTS);
  }

  @Override
  public void run(DdlElement element) {
    connection.execute(element);
    connection.engine().dialect().ddl().following(element).forEach(connection::execute);
    inspector.clearCache();
  }

  @Override
  public void reflect(MetaData metadata) {
    inspector.reflect(metadata, ReflectOptions.ALL);
  }
}
