package io.aludel.orm.internal.loading;

import io.aludel.orm.annotation.PolymorphicLoad;
import io.aludel.orm.internal.option.LoadEntry;
import io.aludel.orm.internal.option.LoadOption;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.option.LoadWish;
import io.aludel.orm.internal.option.LoadWish.Choice;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what sub classes add to objects that were read as those of a class above, by one SELECT for every
 * 500 objects of a class (parity row ORM-MAP-38).
 */
final class SubclassLoad {

  private final SelectLoader selects;
  private final Function<Class<?>, EntityLayout> layouts;
  private final EntityLayout queried;
  private final Asked asked;
  private final Map<Mapper<?>, Map<EntityState, ManagedEntity>> incomplete = new LinkedHashMap<>();

  /** What was asked for, and by which execution. */
  record Asked(LoadTree tree, LoadRun run) {}

  SubclassLoad(
      SelectLoader selects,
      Function<Class<?>, EntityLayout> layouts,
      EntityLayout queried,
      Asked asked) {
    this.selects = selects;
    this.layouts = layouts;
    this.queried = queried;
    this.asked = asked;
    asked.run().atEnd(this::finish);
  }

  void add(EntityState state, ManagedEntity entity) {
    Mapper<?> by = loadedBy(state.layout().mapper());
    if (by != null && (asked.run().overwrites() || lacksOwn(state, entity))) {
      incomplete.computeIfAbsent(by, any -> new LinkedHashMap<>()).put(state, entity);
    }
  }

  /** The nearest class that asks for a SELECT of its own, or null. */
  private @Nullable Mapper<?> loadedBy(Mapper<?> mapper) {
    for (Mapper<?> each = mapper; each != queried.mapper() && each != null; each = each.parent()) {
      if (each.hierarchy().load() == PolymorphicLoad.When.SELECTIN
          || asked.tree().polymorphic().contains(each.type())) {
        return each;
      }
    }
    return null;
  }

  private boolean lacksOwn(EntityState state, ManagedEntity entity) {
    for (int index : state.layout().columns()) {
      if (state.isUnloaded(entity, index) && isAdded(state.layout().requireColumn(index))) {
        return true;
      }
    }
    return false;
  }

  private boolean isAdded(ColumnProperty<?> property) {
    return property.columns().stream()
        .allMatch(column -> queried.mapper().findProperty(column) == null);
  }

  private void finish() {
    incomplete.forEach((mapper, objects) -> {
      List<EntityState> states = new ArrayList<>(objects.keySet());
      int chunk = selects.keysPerLookup();
      for (int from = 0; from < states.size(); from += chunk) {
        load(mapper, states.subList(from, Math.min(states.size(), from + chunk)));
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
        .withWhere(List.of(KeyCriteria.anyOf(columns, keys)))
        .withOptions(List.of(new LoadOption(source, wishes(mapper))));
    selects.each(select, asked.run().target(), asked.run().overwrites(), row -> {});
  }

  /** The wishes for relationships, and for the attributes that are still missing. */
  private List<LoadEntry> wishes(Mapper<?> mapper) {
    LoadTree tree = asked.tree().narrowed(mapper.type());
    EntityLayout layout = layouts.apply(mapper.type());
    List<String> missing = new ArrayList<>();
    for (int index : layout.columns()) {
      ColumnProperty<?> property = layout.requireColumn(index);
      if (isAdded(property) && !ColumnChoice.isDeferred(layout, index, tree)) {
        missing.add(property.name());
      }
    }
    List<LoadEntry> entries = new ArrayList<>();
    for (LoadEntry entry : asked.tree().entries()) {
      boolean leads = !entry.path().isEmpty() && layout.isOf(entry.path().get(0).owner());
      if (leads || entry.wish() instanceof LoadWish.Rest) {
        entries.add(entry);
      }
    }
    entries.add(new LoadEntry(List.of(), new LoadWish.Columns(missing, Choice.ONLY)));
    return entries;
  }
}
