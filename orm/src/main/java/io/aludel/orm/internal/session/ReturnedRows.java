package io.aludel.orm.internal.session;

import io.aludel.orm.internal.loading.KeyCriteria;
import io.aludel.orm.internal.loading.LoadOptions;
import io.aludel.orm.internal.loading.ObjectLoader;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Hierarchy;
import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.CompositeNode;
import io.aludel.orm.mapping.internal.EntityNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.schema.Column;
import io.aludel.sql.Row;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ProjectionNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.SelectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an INSERT with a list of maps gives back of its rows. Attributes and whole entities come back with
 * the rows themselves. For anything else, such as SQL, loader options and rows of other classes, the rows are
 * selected by their keys.
 */
final class ReturnedRows {
  private final SessionCore core;
  private final EntityLayout layout;
  private final Site site;
  private final InsertNode statement;
  private final boolean overwrites;
  private final BitSet wanted = new BitSet();
  private final List<Function<ManagedEntity, @Nullable Object>> readers = new ArrayList<>();
  private boolean adopting;
  private boolean selected;

  ReturnedRows(SessionCore core, EntityLayout layout, Site site, InsertNode statement) {
    this.core = core;
    this.layout = layout;
    this.site = site;
    this.statement = statement;
    this.overwrites = Execution.overwrites(statement.options());
  }

  // What comes back

  /** The attributes that must come back with the rows. */
  BitSet wanted(List<? extends Map<String, ? extends @Nullable Object>> rows) {
    if (statement.items().isEmpty()) {
      LoadOptions.requireNone(statement);
      return wanted;
    }
    for (Node item : statement.items()) {
      Function<ManagedEntity, @Nullable Object> reader = reader(item);
      selected |= reader == null;
      if (reader != null) {
        readers.add(reader);
      }
    }
    selected |= LoadOptions.anyIn(statement)
        || (adopting && (ObjectLoader.hasEagerRelationships(layout) || areOfOthers(rows)));
    if (selected) {
      wanted.clear();
      Arrays.stream(layout.key()).forEach(wanted::set);
    }
    return wanted;
  }

  private boolean areOfOthers(List<? extends Map<String, ? extends @Nullable Object>> rows) {
    Hierarchy hierarchy = layout.mapper().hierarchy();
    ColumnProperty<?> discriminator = hierarchy.discriminator();
    if (discriminator == null) {
      return false;
    }
    if (discriminator.isComputed()) {
      return true;
    }
    for (Map<String, ? extends @Nullable Object> row : rows) {
      for (String name : List.of(discriminator.name(), discriminator.column().name())) {
        if (row.containsKey(name) && !Objects.equals(row.get(name), hierarchy.value())) {
          return true;
        }
      }
    }
    return false;
  }

  /** What reads an entry from the object made for a row; null if only SQL can tell. */
  private @Nullable Function<ManagedEntity, @Nullable Object> reader(Node item) {
    if (item instanceof EntityNode entity && isTarget(entity.source())) {
      adopting = true;
      for (int index : layout.selected()) {
        if (!layout.requireColumn(index).isComputed()) {
          wanted.set(index);
        }
      }
      return this::adopted;
    }
    if (item instanceof AttributeNode attribute && isTarget(attribute.owner())) {
      return reader(layout.mapper().property(attribute.name()));
    }
    if (item instanceof Column<?> column) {
      return reader(layout.mapper().findProperty(column));
    }
    if (item instanceof LabelNode label) {
      return reader(label.operand());
    }
    if (item instanceof CompositeNode composite && isTarget(composite.owner())) {
      return assembled(composite.parts(), composite.assembler());
    }
    return item instanceof ProjectionNode several
        ? assembled(several.items(), several.assembler())
        : null;
  }

  private boolean isTarget(EntitySource source) {
    return !source.isAlias() && source.type().isAssignableFrom(layout.mapper().type());
  }

  private @Nullable Function<ManagedEntity, @Nullable Object> reader(
      @Nullable ColumnProperty<?> property) {
    if (property == null || property.isComputed()) {
      return null;
    }
    wanted.set(property.index());
    return made -> stateOf(made).read(made, property.index());
  }

  private @Nullable Function<ManagedEntity, @Nullable Object> assembled(
      List<Node> parts, Function<@Nullable Object[], ? extends @Nullable Object> assembler) {
    List<Function<ManagedEntity, @Nullable Object>> each = new ArrayList<>();
    for (Node part : parts) {
      Function<ManagedEntity, @Nullable Object> reader =
          part instanceof EntityNode ? null : reader(part);
      if (reader == null) {
        return null;
      }
      each.add(reader);
    }
    return made -> assembler.apply(values(each, made));
  }

  private static @Nullable Object[] values(
      List<Function<ManagedEntity, @Nullable Object>> readers, ManagedEntity made) {
    @Nullable Object[] values = new Object[readers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = readers.get(i).apply(made);
    }
    return values;
  }

  private static EntityState stateOf(ManagedEntity entity) {
    return (EntityState) Objects.requireNonNull(entity.$state());
  }

  // The rows

  /** The rows of the objects that were made for them, in the same order. */
  List<@Nullable Object[]> of(List<ManagedEntity> made) {
    if (selected) {
      return select(made);
    }
    List<@Nullable Object[]> rows = new ArrayList<>(made.size());
    made.forEach(each -> rows.add(values(readers, each)));
    return rows;
  }

  private Object keyOf(ManagedEntity made) {
    @Nullable Object[] parts = new Object[layout.key().length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = stateOf(made).read(made, layout.key()[i]);
    }
    return layout.keyOf(Objects.requireNonNull(parts));
  }

  /** The object made for a row becomes that of the session, which knows its row but not as new. */
  private ManagedEntity adopted(ManagedEntity made) {
    Object key = keyOf(made);
    EntityState present = core.identities().find(layout, key);
    ManagedEntity known = present == null ? null : present.get();
    if (present != null && known != null) {
      refill(present, known, made);
      return known;
    }
    EntityState state = stateOf(made);
    state.adopted(made, key, core.attachment());
    for (int index : layout.columns()) {
      if (!wanted.get(index)) {
        state.markUnloaded(made, index);
      }
    }
    core.identities().put(state);
    core.journal().updated(state);
    layout.listeners().loaded(made);
    core.loaded(state);
    return made;
  }

  /** The session has an object of such a key, whose row was gone: it gets what it lacks. */
  private void refill(EntityState state, ManagedEntity known, ManagedEntity made) {
    Set<String> filled = new LinkedHashSet<>();
    wanted.stream().filter(index -> !layout.isKey(index)).forEach(index -> {
      if (overwrites || state.isUnloaded(known, index)) {
        state.write(known, index, stateOf(made).read(made, index));
        state.markLoaded(known, index);
        state.commitChange(known, index);
        filled.add(layout.nameOf(index));
      }
    });
    Arrays.stream(layout.key()).forEach(index -> state.markLoaded(known, index));
    core.journal().updated(state);
    if (!filled.isEmpty()) {
      layout.listeners().refreshes().tell(known, filled);
    }
  }

  // Reading them again

  private List<@Nullable Object[]> select(List<ManagedEntity> made) {
    Map<Object, @Nullable Object[]> found = new HashMap<>();
    int most = site.work().engine().dialect().keysPerLookup();
    for (int from = 0; from < made.size(); from += most) {
      read(made.subList(from, Math.min(made.size(), from + most)), found);
    }
    List<@Nullable Object[]> rows = new ArrayList<>(made.size());
    for (ManagedEntity each : made) {
      @Nullable Object[] row = found.get(keyOf(each));
      if (row != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  private void read(List<ManagedEntity> some, Map<Object, @Nullable Object[]> found) {
    EntitySource source = EntitySource.of(layout.mapper().type());
    List<Node> items = new ArrayList<>(statement.items());
    int shown = items.size();
    List<Node> keys = new ArrayList<>();
    for (int index : layout.key()) {
      keys.add(new AttributeNode(source, layout.nameOf(index)));
    }
    items.addAll(keys);
    Node where = KeyCriteria.anyOf(keys, some.stream().map(this::keyOf).toList());
    SelectNode select =
        SelectNode.of(items).withWhere(List.of(where)).withOptions(statement.options());
    for (Row row :
        site.loader().rows(select, Map.of(), site, overwrites).unique().all()) {
      @Nullable Object[] values = row.asList().toArray();
      @Nullable Object[] key = Arrays.copyOfRange(values, shown, values.length);
      found.put(layout.keyOf(Objects.requireNonNull(key)), Arrays.copyOf(values, shown));
    }
  }
}
