package io.aludel.orm.internal.loading;

import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.mapping.internal.CompositeNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ProjectionNode;
import io.aludel.types.ValueReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a select list from the present row. One per entry and execution. */
@FunctionalInterface
interface RowReader {
  @Nullable Object read(ResultSet row) throws SQLException;

  /** The reader of an entry, for the session that executes and the statement it executes. */
  static RowReader of(SelectPlan.Entry entry, Node node, LoadRun run) {
    if (entry instanceof SelectPlan.Entry.Entity entity) {
      return new Hydrator(entity.plan(), run.tree(entity.source()), run)::read;
    }
    if (entry instanceof SelectPlan.Entry.Assembly assembly) {
      return assembler(
          assembly.values(),
          node instanceof CompositeNode composite
              ? composite.assembler()
              : whole((ProjectionNode) node, assembly.values().size()).assembler());
    }
    SelectPlan.Entry.Value value = (SelectPlan.Entry.Value) entry;
    return row -> value.reader().read(row, value.position());
  }

  /** The reader of an entity one of whose values an entry before it has read. */
  static RowReader of(SelectPlan.Entry.Entity entity, LoadRun run, Kept before) {
    Hydrator hydrator = new Hydrator(entity.plan(), run.tree(entity.source()), run);
    return row -> hydrator.read(row, before.latest);
  }

  /** Reads a value that an entity in the same row has too, and keeps it until the next row. */
  final class Kept implements RowReader {
    private final RowReader reader;
    private @Nullable Object latest;

    Kept(RowReader reader) {
      this.reader = reader;
    }

    @Override
    public @Nullable Object read(ResultSet row) throws SQLException {
      latest = reader.read(row);
      return latest;
    }
  }

  /** An object is made of single values, and of objects that are. */
  private static ProjectionNode whole(ProjectionNode node, int columns) {
    if (node.width() != columns) {
      throw new UnsupportedStatementException(
          OrmError.UNSUPPORTED_STATEMENT,
          "Cannot make one object of " + node.items() + ": an entity or a composite among them has"
              + " several columns. Select it beside the object, or give its attributes one by one.");
    }
    return node;
  }

  private static RowReader assembler(
      List<SelectPlan.Entry.Value> values, Function<@Nullable Object[], ?> assembler) {
    @Nullable Object[] buffer = new Object[values.size()];
    ValueReader<?>[] readers = new ValueReader<?>[buffer.length];
    int[] positions = new int[buffer.length];
    for (int i = 0; i < buffer.length; i++) {
      readers[i] = values.get(i).reader();
      positions[i] = values.get(i).position();
    }
    return row -> {
      for (int i = 0; i < buffer.length; i++) {
        buffer[i] = readers[i].read(row, positions[i]);
      }
      return assembler.apply(buffer);
    };
  }
}
