package io.aludel.orm.internal.loading;

import io.aludel.orm.annotation.PolymorphicLoad;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.internal.ColumnOfSource;
import io.aludel.orm.mapping.internal.EntityNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.SelectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what sub classes add to objects that were read as those of a class above, by one SELECT for every
 * 500 objects of a class (parity row ORM-MAP-38).
 */
final class SubclassLoad {
  private static final int CHUNK = 500;

  private final SelectLoader selects;
  private final EntityLayout queried;
  private final LoadRun run;
  private final Map<Mapper<?>, List<EntityState>> incomplete = new LinkedHashMap<>();

  SubclassLoad(SelectLoader selects, EntityLayout queried, LoadRun run) {
    this.selects = selects;
    this.queried = queried;
    this.run = run;
    run.atEnd(this::finish);
  }

  void add(EntityState state, ManagedEntity entity) {
    Mapper<?> by = loadedBy(state.layout().mapper());
    if (by != null && lacksOwn(state, entity)) {
      incomplete.computeIfAbsent(by, any -> new ArrayList<>()).add(state);
    }
  }

  /** The nearest class that asks for a SELECT of its own, or null. */
  private @Nullable Mapper<?> loadedBy(Mapper<?> mapper) {
    for (Mapper<?> each = mapper; each != queried.mapper() && each != null; each = each.parent()) {
      if (each.hierarchy().load() == PolymorphicLoad.When.SELECTIN) {
        return each;
      }
    }
    return null;
  }

  private boolean lacksOwn(EntityState state, ManagedEntity entity) {
    for (int index : state.layout().columns()) {
      ColumnProperty<?> property = state.layout().requireColumn(index);
      if (state.isUnloaded(entity, index)
          && queried.mapper().findProperty(property.column()) == null) {
        return true;
      }
    }
    return false;
  }

  private void finish() {
    incomplete.forEach((mapper, states) -> {
      for (int from = 0; from < states.size(); from += CHUNK) {
        load(mapper, states.subList(from, Math.min(states.size(), from + CHUNK)));
      }
    });
    incomplete.clear();
  }

  private void load(Mapper<?> mapper, List<EntityState> states) {
    EntitySource source = EntitySource.of(mapper.type());
    List<Node> columns = new ArrayList<>();
    for (ColumnProperty<?> part : mapper.primaryKey()) {
      columns.add(new ColumnOfSource(source, part.column()));
    }
    List<Object> keys = new ArrayList<>(states.size());
    states.forEach(state -> keys.add(Objects.requireNonNull(state.identityKey())));
    SelectNode select = SelectNode.of(List.of(new EntityNode(source)))
        .withWhere(List.of(KeyCriteria.anyOf(columns, keys)));
    selects.each(select, run.target(), false, row -> {});
  }
}
