package io.aludel.orm.internal.session;

import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.Result;
import io.aludel.orm.OrmError;
import io.aludel.orm.Synchronize;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.internal.flush.BulkWork;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.Row;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.UpdateNode;
import io.aludel.sql.tree.statement.UpdateNode.Assignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * UPDATE of an entity without values, run with a list of maps: each map is a row, found by its key (parity
 * row ORM-QRY-32).
 */
final class UpdatesByKey {
  private static final String KEY = "key_";

  private final SessionCore core;
  private final FactoryCore factory;
  private final EntityLayout layout;

  private UpdatesByKey(SessionCore core, FactoryCore factory, EntityLayout layout) {
    this.core = core;
    this.factory = factory;
    this.layout = layout;
  }

  /** Whether a statement that is run with a list of maps says only which entity they are of. */
  static boolean isMeant(StatementNode statement) {
    return statement instanceof UpdateNode update
        && update.assignments().isEmpty()
        && update.target() instanceof EntitySource source
        && !source.isAlias();
  }

  /** Runs it. */
  static Result<Row> run(
      SessionCore core,
      FactoryCore factory,
      UpdateNode statement,
      Synchronize how,
      List<? extends Map<String, ? extends @Nullable Object>> rows) {
    EntityLayout layout = core.layoutOf(((EntitySource) statement.target()).type());
    BulkWork.requireTable(layout.mapper());
    UpdatesByKey updates = new UpdatesByKey(core, factory, layout);
    requireWay(layout, statement, how);
    return statement.where().isEmpty()
        ? updates.byKeyAlone(statement, rows, how)
        : updates.byKeyAndMore(statement, rows);
  }

  private static void requireWay(EntityLayout layout, UpdateNode statement, Synchronize how) {
    boolean criteria = !statement.where().isEmpty();
    if (how == Synchronize.FETCH || (criteria && how != Synchronize.NONE)) {
      throw new UnsupportedStatementException(
          OrmError.CANNOT_SYNCHRONIZE,
          "Cannot keep "
              + layout.mapper().entityName()
              + " in step by "
              + how
              + ": the rows of an UPDATE with a list of maps are found by their keys"
              + (criteria
                  ? ", and whether they meet the further criteria only the database knows. Use NONE."
                  : ". Use EVALUATE or NONE."));
    }
  }

  private Result<Row> byKeyAlone(
      UpdateNode statement,
      List<? extends Map<String, ? extends @Nullable Object>> rows,
      Synchronize how) {
    core.bulkWork(false, ExecutionOptions.of(() -> statement)).update(layout, rows);
    if (how != Synchronize.NONE) {
      for (int i = 0; i < rows.size(); i++) {
        synchronize(rows.get(i), i);
      }
    }
    return Result.withoutRows(rows.size());
  }

  /** The session's object of a row has the values that were written; what the flush adds is read again. */
  private void synchronize(Map<String, ? extends @Nullable Object> values, int position) {
    EntityState state = core.identities().find(layout, BulkWork.keyOf(layout, values, position));
    ManagedEntity entity = state == null ? null : state.get();
    if (state == null || entity == null) {
      return;
    }
    values.forEach((name, value) -> {
      ColumnProperty<?> property = layout.mapper().property(name);
      int index = property.index();
      if (!layout.isKey(index)) {
        state.write(entity, index, value == null ? null : property.type().fit(value));
        state.markLoaded(entity, index);
        state.commitChange(entity, index);
      }
    });
    ColumnProperty<?> version = layout.mapper().rules().version();
    for (int index : layout.columns()) {
      boolean made = layout.requireColumn(index).column().onUpdateValue() != null
          && !values.containsKey(layout.requireColumn(index).name());
      if (made || (version != null && version.index() == index)) {
        state.expire(entity, index);
      }
    }
    core.journal().updated(state);
  }

  /** Rows that do not meet the criteria stay as they are, so that nothing can be missed. */
  private Result<Row> byKeyAndMore(
      UpdateNode statement, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    Map<Set<String>, List<Map<String, @Nullable Object>>> groups = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      BulkWork.keyOf(layout, rows.get(i), i);
      groups
          .computeIfAbsent(Set.copyOf(rows.get(i).keySet()), any -> new ArrayList<>())
          .add(parameters(rows.get(i)));
    }
    int touched = 0;
    for (List<Map<String, @Nullable Object>> group : groups.values()) {
      StatementNode update = withParameters(statement, group.get(0).keySet());
      int count = core.site(statement)
          .connection(Operation.EXECUTE)
          .execute(() -> update, group, factory.options())
          .rowCount();
      touched = count < 0 || touched < 0 ? -1 : touched + count;
    }
    return Result.withoutRows(touched);
  }

  private Map<String, @Nullable Object> parameters(Map<String, ? extends @Nullable Object> values) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    values.forEach((name, value) -> parameters.put(
        layout.isKey(layout.mapper().property(name).index()) ? KEY + name : name, value));
    return parameters;
  }

  private StatementNode withParameters(UpdateNode statement, Set<String> names) {
    List<Assignment> assignments = new ArrayList<>();
    List<Node> where = new ArrayList<>(statement.where());
    for (String name : names.stream().sorted().toList()) {
      boolean key = name.startsWith(KEY) && layout.mapper().findProperty(name) == null;
      ColumnProperty<?> property =
          layout.mapper().property(key ? name.substring(KEY.length()) : name);
      ParameterNode parameter = new ParameterNode(name, property.type());
      if (key) {
        where.add(new BinaryNode(BinaryNode.Operator.EQ, property.column(), parameter));
      } else {
        assignments.add(new Assignment(property.column(), parameter));
      }
    }
    return statement
        .withTarget(layout.mapper().table())
        .withAssignments(assignments)
        .withWhere(where);
  }
}
