package io.aludel.orm.internal.session;

import io.aludel.ArgumentException;
import io.aludel.orm.ObjectDeletedException;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.attribute.ValueAttribute;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.internal.CompositeNode;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.LockNode;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a session is asked to do with objects, each with the graph of others that its relationships bring
 * along. The calls come through the guard of {@link SessionCore}.
 */
public final class ObjectCalls {
  private final SessionCore core;
  private final FactoryCore factory;
  private final ObjectMoves moves;
  private final Transactions transactions;
  private final Lifecycle lifecycle;

  ObjectCalls(
      SessionCore core, FactoryCore factory, Transactions transactions, Lifecycle lifecycle) {
    this.core = core;
    this.factory = factory;
    this.moves = core.moves();
    this.transactions = transactions;
    this.lifecycle = lifecycle;
  }

  public void add(Object object) {
    ManagedEntity entity = SessionCore.managed(object, "the object to add");
    EntityLayout layout = core.layoutOf(entity);
    transactions.require(Operation.ADD);
    lifecycle.warnWithinFlush(Operation.ADD);
    addGraph(entity, layout);
  }

  /** Adds an object and everything that adding it brings in. */
  void addGraph(ManagedEntity entity, EntityLayout layout) {
    moves.add(entity, layout);
    EntityState state = ObjectMoves.stateOf(entity, layout);
    for (EntityState each : Cascades.from(state, Cascade.SAVE_UPDATE, this::isLeftAlone)) {
      ManagedEntity reached = each.get();
      if (reached != null && !each.wasDeleted()) {
        moves.add(reached, core.layoutOf(reached));
      }
    }
  }

  /** What is here already; and what left for want of a parent, which nobody else brings back. */
  private boolean isLeftAlone(EntityState state) {
    return (state.owner() == core && !state.isDeleted())
        || (!state.hasIdentity() && state.wasOrphaned() && state.isOrphan());
  }

  public void delete(Object object) {
    ManagedEntity entity = SessionCore.managed(object, "the object to delete");
    EntityLayout layout = core.layoutOf(entity);
    transactions.require(Operation.DELETE);
    lifecycle.warnWithinFlush(Operation.DELETE);
    moves.requireDeletable(entity, layout);
    EntityState state = ObjectMoves.stateOf(entity, layout);
    List<EntityState> reached = Cascades.from(state, Cascade.DELETE);
    moves.delete(entity, layout);
    if (state.isMarked()) {
      state.markedByName();
    }
    for (EntityState each : reached) {
      ManagedEntity child = each.get();
      if (child != null && each.hasIdentity() && !each.wasDeleted()) {
        moves.delete(child, core.layoutOf(child));
      }
    }
  }

  /** Copies outside objects, and what merging reaches, onto objects of the session. */
  public List<Object> merge(List<?> objects, boolean loads, List<StatementOption> loaders) {
    List<ManagedEntity> entities = new ArrayList<>();
    for (Object object : objects) {
      ManagedEntity entity = SessionCore.managed(object, "the object to merge");
      core.layoutOf(entity);
      entities.add(entity);
    }
    transactions.require(Operation.MERGE);
    if (loads) {
      core.autoflush(Operation.MERGE);
    }
    Merge merge = new Merge(core, loads, loaders);
    return core.withoutAutoflush(() -> {
      List<Object> own = new ArrayList<>();
      entities.forEach(entity -> own.add(merge.mergeGiven(entity)));
      return own;
    });
  }

  /** Takes in a copy for which there was no row. */
  void addMerged(ManagedEntity copy) {
    addGraph(copy, core.layoutOf(copy));
  }

  public void expunge(Object object) {
    expungeGraph(stateOf(object, "expunge"));
  }

  void expungeGraph(EntityState state) {
    Frame frame = transactions.innermost();
    Journal journal = frame == null ? null : frame.journal();
    List<EntityState> reached = Cascades.from(state, Cascade.EXPUNGE);
    moves.expunge(state, journal);
    for (EntityState each : reached) {
      if (each.owner() == core) {
        moves.expunge(each, journal);
      }
    }
  }

  public void expungeAll() {
    Frame frame = transactions.innermost();
    for (Frame each = frame; each != null; each = each.parent()) {
      moves.abandon(each.journal());
    }
    moves.expungeAll(factory.listeners().isHeardOfLeaving());
  }

  /** Reads an object, or some of its attributes, again, dropping changes of what is read. */
  public void refresh(Object object, int[] attributes) {
    EntityState state = requirePersistent(object, "refresh");
    ManagedEntity entity = (ManagedEntity) object;
    if (attributes.length == 0) {
      expireGraph(state, entity);
    } else {
      requireKeyUnchanged(state, entity, attributes);
      for (int index : attributes) {
        state.expire(entity, index);
      }
    }
    core.autoflush(Operation.REFRESH);
    int[] wanted = attributes.length == 0 ? state.layout().selected() : attributes;
    Site site = core.site(state.layout().mapper());
    if (!site.loader().objects().refresh(state, entity, wanted, site)) {
      throw new ObjectDeletedException(state.toString());
    }
  }

  /** Reads an object again and locks its row. */
  public void refreshLocked(Object object, LockNode lock) {
    EntityState state = requirePersistent(object, "refresh");
    expireGraph(state, (ManagedEntity) object);
    if (core.getLocked(state.layout(), state.identityKey(), lock, false) == null) {
      throw new ObjectDeletedException(state.toString());
    }
  }

  private static void requireKeyUnchanged(
      EntityState state, ManagedEntity entity, int[] attributes) {
    for (int index : state.layout().key()) {
      boolean named = Arrays.stream(attributes).anyMatch(each -> each == index);
      if (!named && state.isRecorded(index) && state.differs(entity, index)) {
        throw new ObjectStateException(
            OrmError.OBJECT_STATE,
            state.toString(),
            "Cannot refresh "
                + state
                + ": its key attribute "
                + state.layout().describe(index)
                + " was changed and not flushed. Flush first, or refresh that attribute too.");
      }
    }
  }

  /** Drops values, all or of some attributes, to be read again when wanted. */
  public void expire(Object object, int[] attributes) {
    EntityState state = requirePersistent(object, "expire");
    ManagedEntity entity = (ManagedEntity) object;
    if (attributes.length == 0) {
      expireGraph(state, entity);
    }
    for (int index : attributes) {
      state.expire(entity, index);
    }
  }

  private void expireGraph(EntityState state, ManagedEntity entity) {
    List<EntityState> reached = Cascades.from(state, Cascade.REFRESH_EXPIRE);
    state.expire(entity);
    for (EntityState each : reached) {
      ManagedEntity child = each.get();
      if (child != null && each.owner() == core) {
        if (each.isPersistent()) {
          each.expire(child);
        } else if (each.isPending()) {
          moves.expunge(each, null);
        }
      }
    }
  }

  public void expireAll() {
    core.identities().forEach(EntityState::expire);
    core.contents().sweep();
  }

  /** The indexes of some attributes of the class of an object. */
  public int[] indexes(Object object, ValueAttribute<?, ?> first, ValueAttribute<?, ?>... more) {
    EntityLayout layout = core.layoutOf(SessionCore.managed(object, "the object"));
    List<ValueAttribute<?, ?>> all = new ArrayList<>();
    all.add(first);
    all.addAll(Arrays.asList(more));
    return all.stream().flatMapToInt(each -> indexesOf(layout, each)).toArray();
  }

  /** A composite stands for its columns. */
  private static IntStream indexesOf(EntityLayout layout, ValueAttribute<?, ?> attribute) {
    ArgumentException.requireNonNull(attribute, "an attribute of an object");
    return attribute.node() instanceof CompositeNode composite
        ? composite.composite(layout.mapper()).parts().stream().mapToInt(ColumnProperty::index)
        : IntStream.of(indexOf(layout, attribute));
  }

  private static int indexOf(EntityLayout layout, ValueAttribute<?, ?> attribute) {
    ArgumentException.requireNonNull(attribute, "an attribute of an object");
    return layout.mapper().property(attribute.name()).index();
  }

  /** The record of an object of this session. */
  public EntityState stateOf(Object object, String verb) {
    ManagedEntity entity = SessionCore.managed(object, "the object to " + verb);
    EntityState state = core.findState(entity);
    if (state == null) {
      String subject = entity.$state() instanceof EntityState other
          ? other.toString()
          : entity.getClass().getSimpleName() + "[new]";
      throw new ObjectStateException(
          OrmError.OBJECT_STATE,
          subject,
          "Cannot "
              + verb
              + " "
              + subject
              + ": it does not belong to this session. Add it to the session first.");
    }
    return state;
  }

  private EntityState requirePersistent(Object object, String verb) {
    EntityState state = stateOf(object, verb);
    if (!state.isPersistent()) {
      throw new ObjectStateException(
          OrmError.OBJECT_STATE,
          state.toString(),
          "Cannot "
              + verb
              + " "
              + state
              + ": it is "
              + (state.isPending() ? "pending" : "deleted")
              + ", and only an object with a row can be read. Flush it first.");
    }
    return state;
  }

  /** Has the next flush write an SQL expression; until then the attribute has no value here. */
  public void setExpression(Object object, ValueAttribute<?, ?> attribute, Node expression) {
    EntityState state = stateOf(object, "set an expression of");
    ManagedEntity entity = (ManagedEntity) object;
    int index = indexOf(state.layout(), attribute);
    state.assign(entity, index, null);
    state.markUnloaded(entity, index);
    core.contents().setExpression(state, index, expression);
  }
}
