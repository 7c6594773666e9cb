package io.aludel.orm.internal.session;

import io.aludel.AludelException;
import io.aludel.ArgumentException;
import io.aludel.engine.Connection;
import io.aludel.engine.StatementRunner;
import io.aludel.orm.FetchMode;
import io.aludel.orm.ObjectDeletedException;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.Session;
import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.attribute.ValueAttribute;
import io.aludel.orm.internal.criteria.CriteriaTarget;
import io.aludel.orm.internal.flush.FlushTarget;
import io.aludel.orm.internal.flush.UnitOfWork;
import io.aludel.orm.internal.loading.LoadTarget;
import io.aludel.orm.internal.state.Attachment;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.IdentityMap;
import io.aludel.orm.internal.state.StateOwner;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.tree.Node;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a session. Every call enters through the guard, which keeps other threads and forbidden
 * phases out; what happens then is shared among the moves of objects, the lifecycle of transactions and
 * the loaders.
 */
public final class SessionCore implements StateOwner, LoadTarget, FlushTarget, CriteriaTarget {
  private final Session session;
  private final FactoryCore factory;
  private final SessionSettings settings;
  private final UseGuard guard = new UseGuard();
  private final IdentityMap identities = new IdentityMap();
  private final SessionContents contents = new SessionContents();
  private final ObjectMoves moves;
  private final Transactions transactions;
  private final Lifecycle lifecycle;
  private final OpenSessions.Entry entry;
  private int autoflushSuspensions;

  public SessionCore(Session session, FactoryCore factory, SessionSettings settings) {
    this.session = session;
    this.factory = factory;
    this.settings = settings;
    this.moves = new ObjectMoves(
        this,
        identities,
        contents,
        (move, state) -> factory.listeners().moved(move, session, state));
    this.transactions = new Transactions(factory.engine(), settings.autobegin());
    this.lifecycle = new Lifecycle(this, guard, transactions);
    this.entry = factory.sessions().opened(this);
  }

  public Session session() {
    return session;
  }

  SessionSettings settings() {
    return settings;
  }

  @Override
  public IdentityMap identities() {
    return identities;
  }

  public SessionContents contents() {
    return contents;
  }

  ObjectMoves moves() {
    return moves;
  }

  @Override
  public Attachment attachment() {
    return moves.attachment();
  }

  @Override
  public StatementRunner runner() {
    return transactions.connection(Operation.EXECUTE).runner();
  }

  private Journal journal() {
    return transactions.require(Operation.EXECUTE).journal();
  }

  // What a flush asks and tells

  @Override
  public Collection<EntityState> pending() {
    return contents.pending();
  }

  @Override
  public List<EntityState> dirty() {
    return contents.dirty();
  }

  @Override
  public Collection<EntityState> marked() {
    return contents.marked();
  }

  @Override
  public Map<Integer, Node> expressions(EntityState state) {
    return contents.expressions(state);
  }

  /** Has the next flush write an SQL expression; until then the attribute has no value here. */
  public void setExpression(Object object, ValueAttribute<?, ?> attribute, Node expression) {
    EntityState state = stateOf(object, "set an expression of");
    ManagedEntity entity = (ManagedEntity) object;
    int index = indexOf(state.layout(), attribute);
    state.assign(entity, index, null);
    state.markUnloaded(entity, index);
    contents.setExpression(state, index, expression);
  }

  @Override
  public boolean holds(EntityState state) {
    return state.owner() == this && !state.isDeleted();
  }

  @Override
  public void inserted(EntityState state, Object key) {
    moves.inserted(state, key, journal());
  }

  @Override
  public void updated(EntityState state, Object key) {
    moves.updated(state, key, journal());
  }

  @Override
  public void updated(EntityState state) {
    journal().updated(state);
  }

  @Override
  public void deleted(EntityState state) {
    moves.deleted(state, journal());
  }

  public boolean isOpen(Frame frame) {
    return transactions.isOpen(frame);
  }

  /** The plan of the flush there would be now. */
  public String explainFlush() {
    if (contents.isClean()) {
      return "";
    }
    return withoutAutoflush(() -> {
      UnitOfWork work = unitOfWork();
      work.prepare();
      return work.describe();
    });
  }

  SessionListeners listeners() {
    return factory.listeners();
  }

  UnitOfWork unitOfWork() {
    return new UnitOfWork(this, factory.flush());
  }

  /** What waits to be flushed, and whether a transaction is open; in a few words. */
  public String describe() {
    String phase = guard.phase().name().toLowerCase(Locale.ROOT);
    if (guard.phase() == Operation.Phase.CLOSED) {
      return phase;
    }
    return phase
        + (transactions.innermost() == null ? ", no transaction, " : ", in a transaction, ")
        + contents.describe();
  }

  // Calls from outside

  /** Does something as one call of the session. */
  public <T extends @Nullable Object> T within(Operation operation, Supplier<T> work) {
    guard.enter(operation);
    try {
      return work.get();
    } finally {
      guard.leave();
    }
  }

  /** Does something as one call of the session. */
  public void doing(Operation operation, Runnable work) {
    guard.enter(operation);
    try {
      work.run();
    } finally {
      guard.leave();
    }
  }

  public void add(Object object) {
    ManagedEntity entity = managed(object, "the object to add");
    EntityLayout layout = layoutOf(entity);
    transactions.require(Operation.ADD);
    lifecycle.warnWithinFlush(Operation.ADD);
    addGraph(entity, layout);
  }

  /** Adds an object and everything that adding it brings in. */
  private void addGraph(ManagedEntity entity, EntityLayout layout) {
    moves.add(entity, layout);
    EntityState state = ObjectMoves.stateOf(entity, layout);
    for (EntityState each : Cascades.from(state, Cascade.SAVE_UPDATE, this::isPresent)) {
      ManagedEntity reached = each.get();
      if (reached != null && !each.wasDeleted()) {
        moves.add(reached, layoutOf(reached));
      }
    }
  }

  private boolean isPresent(EntityState state) {
    return state.owner() == this && !state.isDeleted();
  }

  @Override
  public void related(EntityState state, ManagedEntity member) {
    guard.enter(Operation.CHANGE);
    try {
      transactions.require(Operation.CHANGE);
      addGraph(member, layoutOf(member));
    } finally {
      guard.leave();
    }
  }

  @Override
  public void orphaned(EntityState state) {
    guard.enter(Operation.CHANGE);
    try {
      expungeGraph(state);
    } finally {
      guard.leave();
    }
  }

  public void delete(Object object) {
    ManagedEntity entity = managed(object, "the object to delete");
    EntityLayout layout = layoutOf(entity);
    transactions.require(Operation.DELETE);
    lifecycle.warnWithinFlush(Operation.DELETE);
    moves.requireDeletable(entity, layout);
    EntityState state = ObjectMoves.stateOf(entity, layout);
    List<EntityState> reached = Cascades.from(state, Cascade.DELETE);
    moves.delete(entity, layout);
    for (EntityState each : reached) {
      ManagedEntity child = each.get();
      if (child != null && each.hasIdentity() && !each.wasDeleted()) {
        moves.delete(child, layoutOf(child));
      }
    }
  }

  /** Copies an outside object, and what merging reaches, onto objects of the session. */
  public Object merge(Object object, boolean loads) {
    ManagedEntity entity = managed(object, "the object to merge");
    transactions.require(Operation.MERGE);
    if (loads) {
      autoflush(Operation.MERGE);
    }
    return withoutAutoflush(() -> new Merge(this, loads).merge(entity));
  }

  /** Takes in a copy for which there was no row. */
  void addMerged(ManagedEntity copy) {
    addGraph(copy, layoutOf(copy));
  }

  public void expunge(Object object) {
    expungeGraph(stateOf(object, "expunge"));
  }

  private void expungeGraph(EntityState state) {
    Frame frame = transactions.innermost();
    Journal journal = frame == null ? null : frame.journal();
    List<EntityState> reached = Cascades.from(state, Cascade.EXPUNGE);
    moves.expunge(state, journal);
    for (EntityState each : reached) {
      if (each.owner() == this) {
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

  public void flush() {
    lifecycle.flush();
  }

  /** Beginnings and ends of transactions. */
  public Lifecycle lifecycle() {
    return lifecycle;
  }

  /** The innermost transaction or savepoint that is open, or null. */
  public @Nullable Frame currentFrame() {
    return transactions.innermost();
  }

  @Override
  public Connection connection() {
    return transactions.connection(Operation.CONNECTION);
  }

  public void reset() {
    factory.sessions().reopened(entry);
    lifecycle.reset(Operation.Phase.READY);
  }

  public void close() {
    lifecycle.reset(phaseOnceClosed());
  }

  public void invalidate() {
    lifecycle.invalidate(phaseOnceClosed());
  }

  private Operation.Phase phaseOnceClosed() {
    if (settings.closeResetsOnly()) {
      return Operation.Phase.READY;
    }
    factory.sessions().closed(entry);
    return Operation.Phase.CLOSED;
  }

  public boolean isClosed() {
    return guard.phase() == Operation.Phase.CLOSED;
  }

  /** Whether the session can be used, or waits for a rollback. */
  public boolean isActive() {
    return guard.phase() == Operation.Phase.READY || guard.phase() == Operation.Phase.FLUSHING;
  }

  /** Flushes before SQL that could see stale data, unless that is switched off. */
  public void autoflush(Operation operation) {
    if (!settings.autoflush()
        || autoflushSuspensions > 0
        || guard.phase() != Operation.Phase.READY
        || contents.isClean()) {
      return;
    }
    try {
      lifecycle.flush();
    } catch (AludelException failure) {
      failure.addSuppressed(new RaisedByAutoflush(operation));
      throw failure;
    }
  }

  public <T extends @Nullable Object> T withoutAutoflush(Supplier<T> work) {
    autoflushSuspensions++;
    try {
      return work.get();
    } finally {
      autoflushSuspensions--;
    }
  }

  // Loading and expiry

  /** The object of an identity, from the session or by one SELECT; null if there is no row. */
  public @Nullable ManagedEntity get(EntityLayout layout, Object key, boolean overwrite) {
    EntityState state = identities.find(layout, key);
    ManagedEntity present = state == null ? null : state.get();
    if (present != null && !layout.mapper().type().isInstance(present)) {
      return null; // the row is of another class
    }
    if (state == null || present == null || overwrite) {
      autoflush(Operation.GET);
      return factory.selects().objects().load(layout, key, this, overwrite);
    }
    if (!state.isExpired()) {
      return present;
    }
    autoflush(Operation.GET);
    if (!reload(state, present)) {
      vanished(state);
      return null;
    }
    return present;
  }

  /** Reads the attributes without a value again; false if the row is gone. */
  private boolean reload(EntityState state, ManagedEntity entity) {
    return factory.selects().objects().fill(state, entity, this);
  }

  @Override
  public FetchMode fetchMode() {
    return settings.fetchMode();
  }

  private void vanished(EntityState state) {
    moves.deleted(state, transactions.require(Operation.GET).journal());
  }

  @Override
  public @Nullable Object peek(EntityState state, ManagedEntity entity, int index) {
    return ReferencePeek.find(state, entity, index, this::layoutOf, identities);
  }

  @Override
  public void load(EntityState state, ManagedEntity entity, int index) {
    guard.enter(Operation.LOAD);
    try {
      autoflush(Operation.LOAD);
      if (!state.isUnloaded(entity, index)) {
        return;
      }
      RelationshipProperty relationship = state.layout().relationship(index);
      if (relationship != null) {
        factory.selects().lazy().onAccess(state, entity, relationship, this);
      } else if (!factory.selects().objects().fill(state, entity, index, this)) {
        throw new ObjectDeletedException(state.toString());
      }
    } finally {
      guard.leave();
    }
  }

  @Override
  public void changed(EntityState state) {
    guard.enter(Operation.CHANGE);
    try {
      transactions.require(Operation.CHANGE);
      contents.list(state);
    } finally {
      guard.leave();
    }
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
    autoflush(Operation.REFRESH);
    int[] wanted = attributes.length == 0 ? state.layout().columns() : attributes;
    if (!factory.selects().objects().refresh(state, entity, wanted, this)) {
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
      if (child != null && each.owner() == this) {
        if (each.isPersistent()) {
          each.expire(child);
        } else if (each.isPending()) {
          moves.expunge(each, null);
        }
      }
    }
  }

  public void expireAll() {
    identities.forEach(EntityState::expire);
    contents.sweep();
  }

  // Looking up records

  /** The layout of the class of an object. */
  public EntityLayout layoutOf(ManagedEntity entity) {
    return factory.layouts().of(entity.getClass());
  }

  @Override
  public EntityLayout layoutOf(Class<?> type) {
    return factory.layouts().of(type);
  }

  /** The indexes of some attributes of the class of an object. */
  public int[] indexes(Object object, ValueAttribute<?, ?> first, ValueAttribute<?, ?>... more) {
    EntityLayout layout = layoutOf(managed(object, "the object"));
    int[] indexes = new int[more.length + 1];
    indexes[0] = indexOf(layout, first);
    for (int i = 0; i < more.length; i++) {
      indexes[i + 1] = indexOf(layout, more[i]);
    }
    return indexes;
  }

  private static int indexOf(EntityLayout layout, ValueAttribute<?, ?> attribute) {
    ArgumentException.requireNonNull(attribute, "an attribute of an object");
    return layout.mapper().property(attribute.name()).index();
  }

  static ManagedEntity managed(@Nullable Object object, String subject) {
    Object present = ArgumentException.requireNonNull(object, subject);
    if (present instanceof ManagedEntity entity) {
      return entity;
    }
    throw UnmappedClassException.anywhere(present.getClass());
  }

  /** The record of an object of this session, or null. */
  public @Nullable EntityState findState(@Nullable Object object) {
    return object instanceof ManagedEntity entity
            && entity.$state() instanceof EntityState state
            && state.owner() == this
        ? state
        : null;
  }

  /** The record of an object of this session. */
  public EntityState stateOf(Object object, String verb) {
    ManagedEntity entity = managed(object, "the object to " + verb);
    EntityState state = findState(entity);
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
}
