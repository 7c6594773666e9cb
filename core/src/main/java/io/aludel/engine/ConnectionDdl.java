package io.aludel.engine;

import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.SchemaTranslation;
import io.aludel.reflection.Inspector;
import io.aludel.reflection.ReflectOptions;
import io.aludel.schema.DdlElement;
import io.aludel.schema.DdlRunner;
import io.aludel.schema.Index;
import io.aludel.schema.MetaData;
import io.aludel.schema.Sequence;
import io.aludel.schema.Table;
import io.aludel.types.SchemaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  private CompileOptions shapedBy() {
    return SchemaTranslation.added(CompileOptions.NONE, connection.options().schemas());
  }

  private @Nullable String translated(@Nullable String schema) {
    return shapedBy().schema(schema);
  }

  @Override
  public boolean hasTable(Table table) {
    return inspector.in(translated(table.schema())).hasTable(table.name());
  }

  @Override
  public boolean hasSequences() {
    return connection.engine().dialect().supports(Capability.SEQUENCES);
  }

  @Override
  public boolean hasSequence(Sequence sequence) {
    return inspector.in(translated(sequence.schema())).hasSequence(sequence.name());
  }

  @Override
  public boolean hasIndex(Index index) {
    return inspector
        .in(translated(index.table().schema()))
        .hasIndex(index.table().name(), index.name());
  }

  @Override
  public List<SchemaType> types(Table table) {
    return table.columns().stream()
        .flatMap(column -> connection.engine().dialect().types().owned(column.type()).stream())
        .toList();
  }

  @Override
  public boolean hasType(SchemaType type) {
    String find = connection.engine().dialect().types().in(shapedBy()).sql(type).find();
    return !new ConnectionQuery(connection.conversation()).rows(find).isEmpty();
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
