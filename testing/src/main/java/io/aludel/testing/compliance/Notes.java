package io.aludel.testing.compliance;

import static io.aludel.schema.Schema.column;

import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.types.SqlTypes;

/** A table of notes, whose keys the database makes. */
final class Notes {
  final Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();
  final Column<String> text = column("note", SqlTypes.STRING(40));
  final MetaData metadata = new MetaData();
  final Table table = Table.of("notes", metadata, id, text);

  static Notes in(Engine engine) {
    Notes notes = new Notes();
    notes.metadata.createAll(engine);
    return notes;
  }
}
