package io.aludel.orm.internal.loading;

import io.aludel.orm.FetchMode;
import io.aludel.orm.OrmError;
import io.aludel.orm.PolymorphicLoadException;
import io.aludel.orm.annotation.Lazy;
import io.aludel.orm.internal.option.LoadEntry;
import io.aludel.orm.internal.option.LoadOption;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.option.LoadWish;
import io.aludel.orm.internal.option.RepeatedLoads;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.internal.ColumnOfSource;
import io.aludel.orm.mapping.internal.EntityCriteria.Exemption;
import io.aludel.orm.mapping.internal.EntityNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.LockNode;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads single objects by key, and what single objects lack. Where nothing is loaded with the object
 * this is one kept statement; otherwise a SELECT like any other.
 */
public final class ObjectLoader {
  private final KeyLoader keys;
  private final SelectLoader selects;

  ObjectLoader(KeyLoader keys, SelectLoader selects) {
    this.keys = keys;
    this.selects = selects;
  }

  /** The object of a key, in place of none or filling one that is there; null if there is no row. */
  public @Nullable ManagedEntity load(
      EntityLayout layout, Object key, LoadTarget target, boolean overwrite) {
    EntitySource source = EntitySource.of(layout.mapper().type());
    if (isPlain(source, layout, target)) {
      return keys.load(layout, key, target, overwrite);
    }
    return load(layout, key, byKey(source, layout, key, List.of(), List.of()), target, overwrite);
  }

  /** The object of a key among the rows of an occurrence, with what else is wished for. */
  @Nullable ManagedEntity load(
      EntitySource source,
      EntityLayout layout,
      Object key,
      LoadTarget target,
      LoadTree wishes,
      List<StatementOption> stated) {
    if (wishes.isEmpty() && stated.isEmpty() && isPlain(source, layout, target)) {
      return keys.load(layout, key, target, false);
    }
    return load(layout, key, byKey(source, layout, key, wishes.entries(), stated), target, false);
  }

  /** Whether one kept statement does, because nothing is loaded along and nobody wants to hear of it. */
  private static boolean isPlain(EntitySource source, EntityLayout layout, LoadTarget target) {
    return !loadsMore(layout)
        && target.fetchMode() != FetchMode.PEERS
        && !target.isHeard()
        && source.concrete(layout.mapper()) == null;
  }

  /**
   * Reads an attribute of a stored object that has no value, and what is to be read along with it.
   *
   * @return false if the row is gone
   */
  public boolean fill(EntityState state, ManagedEntity entity, int index, LoadTarget target) {
    if (state.layout().requireColumn(index).isQueryExpression()) {
      state.write(entity, index, null); // only statements know its SQL
      return true;
    }
    LoadTree wishes = Origin.wishes(state);
    boolean deferred = ColumnChoice.isDeferred(state.layout(), index, wishes);
    if (deferred && ColumnChoice.isRefused(state.layout(), index, wishes)) {
      throw LoadRefusal.of(state, state.layout().describe(index));
    }
    IntPredicate wanted = deferred
        ? other -> ColumnChoice.isOfGroup(state.layout(), index, other)
        : other -> !ColumnChoice.isDeferred(state.layout(), other, wishes);
    RepeatedLoads counted = target.repeatedLoads();
    if (counted != null) {
      String entityName = state.layout().mapper().entityName();
      counted.loaded(
          state.layout().describe(index),
          deferred
              ? "options(undefer(" + entityName + "_." + state.layout().nameOf(index) + "))"
              : "select the objects of " + entityName + " again by one statement");
    }
    return read(state, entity, wanted, target);
  }

  /**
   * Reads an attribute of a stored object that has no value, even if it may not be read by accident.
   *
   * @return false if the row is gone
   */
  public boolean fillOnDemand(
      EntityState state, ManagedEntity entity, int index, LoadTarget target) {
    return state.layout().requireColumn(index).isQueryExpression()
        ? fill(state, entity, index, target)
        : fill(state, entity, new int[] {index}, target);
  }

  /**
   * Reads again whatever has no value, and is not left for later, of a stored object; with its
   * eager relationships if the whole object was expired (parity row ORM-SES-30).
   *
   * @return false if the row is gone
   */
  public boolean fill(EntityState state, ManagedEntity entity, LoadTarget target) {
    LoadTree wishes = Origin.wishes(state);
    return read(
        state, entity, index -> !ColumnChoice.isDeferred(state.layout(), index, wishes), target);
  }

  private boolean read(
      EntityState state, ManagedEntity entity, IntPredicate wanted, LoadTarget target) {
    LoadTree wishes = Origin.wishes(state);
    if (state.isExpired() && (hasEagerRelationships(state.layout()) || !wishes.isEmpty())) {
      return select(state, wishes, target);
    }
    int[] attributes = Arrays.stream(state.layout().columns())
        .filter(index -> state.isUnloaded(entity, index))
        .filter(wanted)
        .toArray();
    return attributes.length == 0 || fill(state, entity, attributes, target);
  }

  /** Reads attributes by one kept statement, unless somebody wants to read them in another way. */
  private boolean fill(
      EntityState state, ManagedEntity entity, int[] attributes, LoadTarget target) {
    if (!target.isHeard()) {
      return keys.fill(state, entity, attributes, target);
    }
    SelectNode select = byKey(
        own(state.layout()),
        state.layout(),
        state.identityKey(),
        List.of(),
        List.of(itself(state)));
    Hooked hooked = target.filling(entity).ask(select, false);
    if (hooked == null || (hooked.answer() == null && hooked.statement() == select)) {
      return keys.fill(state, entity, attributes, target);
    }
    List<@Nullable Object> found = new ArrayList<>(1);
    selects.each(hooked, target, false, row -> found.add(row[0]));
    return !found.isEmpty();
  }

  /** The row of a key, locked, as an object; one that is there must have the version of the row. */
  public @Nullable ManagedEntity loadLocked(
      EntityLayout layout, Object key, LockNode lock, LoadTarget target, boolean overwrite) {
    return load(
        layout,
        key,
        byKey(own(layout), layout, key, List.of(), List.of()).withLock(lock),
        target,
        overwrite);
  }

  /** The object of a key, with what loader options say. */
  public @Nullable ManagedEntity loadWith(
      EntityLayout layout, Object key, List<StatementOption> options, LoadTarget target) {
    EntitySource source = EntitySource.of(layout.mapper().type());
    return load(layout, key, byKey(source, layout, key, List.of(), options), target, false);
  }

  private @Nullable ManagedEntity load(
      EntityLayout layout, Object key, SelectNode select, LoadTarget target, boolean overwrite) {
    Set<@Nullable Object> found = Collections.newSetFromMap(new IdentityHashMap<>(2));
    selects.each(select, target, overwrite, row -> found.add(row[0]));
    if (found.size() > 1 && layout.mapper().hierarchy().isConcreteBase()) {
      throw ambiguous(layout, key, found);
    }
    return found.isEmpty() ? null : (ManagedEntity) found.iterator().next();
  }

  private static PolymorphicLoadException ambiguous(
      EntityLayout layout, Object key, Set<@Nullable Object> found) {
    String row = layout.mapper().entityName() + "[" + layout.describeKey(key) + "]";
    List<String> classes = found.stream()
        .map(each -> Objects.requireNonNull(each).getClass().getSimpleName())
        .sorted()
        .toList();
    return new PolymorphicLoadException(
        OrmError.KEY_AMBIGUOUS,
        row,
        "Cannot tell which object " + row + " is: there is a row with that key for each of "
            + classes + ", since every table has keys of its own. Ask for one of these classes.");
  }

  /** Reads some attributes of a stored object, whether they have a value or not. */
  public boolean refresh(
      EntityState state, ManagedEntity entity, int[] attributes, LoadTarget target) {
    LoadTree wishes = Origin.wishes(state);
    if (attributes == state.layout().selected() && wishes.suppliesExpressions()) {
      return select(state, wishes, target);
    }
    return fill(state, entity, attributes, target);
  }

  /** Reads an object as it was read first; its own row is read whatever criteria say. */
  private boolean select(EntityState state, LoadTree wishes, LoadTarget target) {
    List<StatementOption> stated = new ArrayList<>(Origin.lasting(state));
    stated.add(itself(state));
    EntityLayout layout = state.layout();
    Object key = state.identityKey();
    SelectNode select = byKey(own(layout), layout, key, again(wishes), stated);
    return load(layout, key, select, target, false) != null;
  }

  private static StatementOption itself(EntityState state) {
    return new Exemption(null, own(state.layout()));
  }

  /** The rows of just the class, where those of classes that extend it may have the same keys. */
  private static EntitySource own(EntityLayout layout) {
    Mapper<?> mapper = layout.mapper();
    return mapper.hierarchy().isConcreteBase()
        ? EntitySource.itself(mapper.type())
        : EntitySource.of(mapper.type());
  }

  private static boolean loadsMore(EntityLayout layout) {
    return layout.isHierarchical() || hasEagerRelationships(layout);
  }

  /** Whether the mapping says that something is loaded with each object. */
  public static boolean hasEagerRelationships(EntityLayout layout) {
    for (int index : layout.relationships()) {
      Lazy lazy = layout.requireRelationship(index).lazy();
      if (lazy == Lazy.JOINED
          || lazy == Lazy.SELECTIN
          || lazy == Lazy.SUBQUERY
          || lazy == Lazy.IMMEDIATE) {
        return true;
      }
    }
    return false;
  }

  private static SelectNode byKey(
      EntitySource source,
      EntityLayout layout,
      Object key,
      List<LoadEntry> wishes,
      List<StatementOption> stated) {
    @Nullable Object[] parts = layout.keyParts(key);
    List<Node> keys = new ArrayList<>();
    List<@Nullable Node> values = new ArrayList<>();
    for (int part = 0; part < parts.length; part++) {
      ColumnProperty<?> property = layout.requireColumn(layout.key()[part]);
      keys.add(new ColumnOfSource(source, property.column()));
      values.add(parts[part] == null ? null : BindNode.of(parts[part], property.type()));
    }
    SelectNode select =
        SelectNode.of(List.of(new EntityNode(source))).withWhere(KeyCriteria.each(keys, values));
    List<StatementOption> options = new ArrayList<>(stated);
    if (!wishes.isEmpty()) {
      options.add(new LoadOption(source, wishes));
    }
    return options.isEmpty() ? select : select.withOptions(options);
  }

  /** Attributes that a statement brought along are left for later again, as the mapping says. */
  private static List<LoadEntry> again(LoadTree wishes) {
    List<LoadEntry> entries = new ArrayList<>(wishes.suppliedExpressions());
    for (LoadEntry entry : wishes.entries()) {
      boolean here = entry.path().isEmpty();
      if (!here || !(isUndeferring(entry.wish()) || entry.wish() instanceof LoadWish.Supplied)) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private static boolean isUndeferring(LoadWish wish) {
    return wish instanceof LoadWish.Group
        || (wish instanceof LoadWish.Columns columns
            && columns.choice() == LoadWish.Choice.UNDEFER);
  }
}
