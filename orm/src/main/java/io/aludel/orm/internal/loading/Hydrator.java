package io.aludel.orm.internal.loading;

import io.aludel.orm.FetchMode;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.state.Attachment;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.IdentityMap;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.tree.statement.StatementOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into the objects of one session. An object that is there keeps every value it has, and gets
 * those it lacks; a new one is filled at once, from one reused array.
 */
final class Hydrator {
  private final EntityPlan plan;
  private final @Nullable ClassPlans classes;
  private final IdentityMap identities;
  private final LoadTarget target;
  private final Attachment attachment;
  private final boolean overwrite;
  private final boolean locks;
  private final Map<EntityPlan, Maker> makers;
  private final @Nullable Origin origin;
  private final boolean grouped;
  private final Along along;

  /** The last used, which is the only one unless rows are of several classes. */
  private Maker maker;

  /** The object of the last row, which a join repeats in the rows of its collection. */
  private @Nullable Object latestKey;

  private @Nullable EntityState latestState;
  private @Nullable ManagedEntity latest;

  /** For an object by itself. */
  Hydrator(EntityPlan plan, LoadTarget target, boolean overwrite) {
    this(plan, null, target, new Known(overwrite, false), null, false, Along.NOTHING);
  }

  /** For an occurrence in a statement, with what is loaded along. */
  Hydrator(OccurrencePlan occurrence, LoadTree tree, LoadRun run) {
    this(
        occurrence.columns(),
        occurrence.classes(),
        run.target(),
        new Known(run.overwrites(), run.locks()),
        origin(tree, run),
        isGrouped(run),
        Along.of(occurrence, tree, run));
  }

  private Hydrator(
      EntityPlan plan,
      @Nullable ClassPlans classes,
      LoadTarget target,
      Known known,
      @Nullable Origin origin,
      boolean grouped,
      Along along) {
    this.plan = plan;
    this.classes = classes;
    this.makers = classes == null ? Map.of() : new IdentityHashMap<>();
    this.target = target;
    this.identities = target.identities();
    this.attachment = target.attachment();
    this.overwrite = known.overwritten() || plan.layout().mapper().rules().alwaysRefreshes();
    this.locks = known.locked();
    this.origin = origin;
    this.grouped = grouped;
    this.along = along;
    this.maker = new Maker(plan);
  }

  /** Objects of a stream have no peers: the group would grow with every row. */
  private static boolean isGrouped(LoadRun run) {
    return run.target().fetchMode() == FetchMode.PEERS && !run.isStreaming();
  }

  /** What there is to remember for objects of this place, or null. */
  private static @Nullable Origin origin(LoadTree tree, LoadRun run) {
    List<StatementOption> lasting = LoadOptions.lasting(run.stated());
    boolean grouped = isGrouped(run);
    return tree.isEmpty() && lasting.isEmpty() && !grouped ? null : new Origin(tree, lasting);
  }

  /** How objects are met that are there already. */
  private record Known(boolean overwritten, boolean locked) {}

  /** What else is read with each object. */
  private record Along(
      JoinedRelation[] joined,
      OwnersWithout[] followed,
      @Nullable SubclassLoad subclasses) {
    static final Along NOTHING = new Along(new JoinedRelation[0], new OwnersWithout[0], null);

    /** Sub classes are completed before what their own attributes relate to is loaded. */
    static Along of(OccurrencePlan occurrence, LoadTree tree, LoadRun run) {
      ClassPlans classes = occurrence.classes();
      SubclassLoad subclasses =
          classes != null && (classes.selects() || !tree.polymorphic().isEmpty())
              ? run.followUps().subclasses(occurrence.columns().layout(), tree, run)
              : null;
      return new Along(
          occurrence.joined().stream()
              .map(each -> new JoinedRelation(each, tree, run))
              .toArray(JoinedRelation[]::new),
          occurrence.followUps().stream()
              .map(each -> new OwnersWithout(each, tree, run))
              .toArray(OwnersWithout[]::new),
          subclasses);
    }

    void read(ResultSet row, EntityState state, ManagedEntity entity) throws SQLException {
      for (JoinedRelation each : joined) {
        each.read(row, state, entity);
      }
      for (OwnersWithout each : followed) {
        each.add(state, entity);
      }
      if (subclasses != null) {
        subclasses.add(state, entity);
      }
    }
  }

  /** Makes objects of one class. */
  private static final class Maker {
    final EntityPlan plan;
    final @Nullable Object[] buffer;

    Maker(EntityPlan plan) {
      this.plan = plan;
      this.buffer = new Object[plan.layout().size()];
    }

    ManagedEntity make() {
      return Objects.requireNonNull(plan.layout().shape().factory()).get();
    }
  }

  /** The object of the present row, or null where an outer join found none. */
  @Nullable ManagedEntity read(ResultSet row) throws SQLException {
    return read(row, null);
  }

  /** The same with the value that the plan says is given. */
  @Nullable ManagedEntity read(ResultSet row, @Nullable Object given) throws SQLException {
    if (classes != null && classes.areApart()) {
      return readApart(row, classes);
    }
    Object key = plan.readKey(row, maker.buffer);
    if (key == null) {
      return null;
    }
    EntityState state = latestState;
    ManagedEntity entity = latest;
    if (state == null || entity == null || !key.equals(latestKey)) {
      state = identities.find(plan.layout(), key);
      entity = state == null ? null : state.get();
      if (state == null || entity == null) {
        if (classes != null) {
          chooseFor(row, key, classes);
        }
        entity = maker.make();
        state = create(row, entity, key, given);
      } else {
        if (classes != null) {
          choose(classes.of(entity.getClass()));
        }
        update(row, state, entity);
      }
      latestKey = key;
      latestState = state;
      latest = entity;
    }
    along.read(row, state, entity);
    return entity;
  }

  /** The same where keys of different classes have nothing to do with each other. */
  private @Nullable ManagedEntity readApart(ResultSet row, ClassPlans among) throws SQLException {
    EntityPlan chosen = among.apart(row);
    if (chosen == null) {
      return null;
    }
    choose(chosen);
    Object key = chosen.readKey(row, maker.buffer);
    if (key == null) {
      return null;
    }
    EntityState state = identities.find(chosen.layout(), key);
    ManagedEntity entity = state == null ? null : state.get();
    if (state == null || entity == null) {
      entity = maker.make();
      state = create(row, entity, key, null);
    } else {
      update(row, state, entity);
    }
    along.read(row, state, entity);
    return entity;
  }

  /** Takes the maker for the class of a row, whose key was read for the last one. */
  private void chooseFor(ResultSet row, Object key, ClassPlans among) throws SQLException {
    Maker before = maker;
    choose(among.of(row, key));
    if (maker != before || maker.plan != plan) {
      maker.plan.readKey(row, maker.buffer);
    }
  }

  private void choose(EntityPlan wanted) {
    if (maker.plan != wanted) {
      makers.put(maker.plan, maker);
      maker = makers.computeIfAbsent(wanted, Maker::new);
    }
  }

  private void update(ResultSet row, EntityState state, ManagedEntity entity) throws SQLException {
    if (locks && !overwrite) {
      maker.plan.requireVersion(row, state, entity);
    }
    if (overwrite) {
      overwrite(row, state, entity);
    } else if (state.hasUnloadedColumns(entity)) {
      fill(maker.plan, row, state, entity);
    }
  }

  private EntityState create(
      ResultSet row, ManagedEntity entity, Object key, @Nullable Object given) throws SQLException {
    EntityPlan chosen = maker.plan;
    chosen.readRest(row, maker.buffer, given);
    entity.$writeAll(maker.buffer);
    EntityState state = EntityState.loaded(entity, chosen.layout(), key, attachment);
    chosen.keepHidden(state, entity, maker.buffer);
    if (!chosen.readsAll()) {
      chosen.markLeftOut(state, entity);
    }
    if (origin != null) {
      remember(origin, state);
    }
    identities.put(state);
    chosen.layout().listeners().loaded(entity);
    target.loaded(state);
    return state;
  }

  private void remember(Origin place, EntityState state) {
    state.origin(place);
    if (grouped) {
      place.join(state);
    }
  }

  private void overwrite(ResultSet row, EntityState state, ManagedEntity entity)
      throws SQLException {
    EntityPlan chosen = maker.plan;
    for (int i = 0; i < chosen.attributes().length; i++) {
      state.write(entity, chosen.attributes()[i], chosen.read(row, i));
    }
    state.commitChanges(entity);
    state.allLoaded(entity);
    if (!chosen.readsAll()) {
      chosen.markLeftOut(state, entity);
    }
    chosen.layout().listeners().refreshes().tell(entity, Set.of());
  }

  /** Fills the attributes that have no value from the present row. */
  static void fill(EntityPlan plan, ResultSet row, EntityState state, ManagedEntity entity)
      throws SQLException {
    boolean tells = plan.layout().listeners().refreshes().isHeard();
    Set<String> filled = tells ? new LinkedHashSet<>() : Set.of();
    for (int i = 0; i < plan.attributes().length; i++) {
      int index = plan.attributes()[i];
      if (state.isUnloaded(entity, index)) {
        state.write(entity, index, plan.read(row, i));
        state.markLoaded(entity, index);
        if (tells) {
          filled.add(plan.layout().nameOf(index));
        }
      }
    }
    if (!filled.isEmpty()) {
      plan.layout().listeners().refreshes().tell(entity, filled);
    }
  }
}
