package io.aludel.orm.internal.session;

import io.aludel.AludelException;
import io.aludel.ArgumentException;
import io.aludel.Warnings;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.orm.ObjectDeletedException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionTransaction;
import io.aludel.orm.internal.flush.BulkWork;
import io.aludel.orm.internal.flush.UnitOfWork;
import io.aludel.orm.internal.option.Detection;
import io.aludel.orm.internal.option.RepeatedLoads;
import io.aludel.orm.internal.state.Attachment;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.IdentityMap;
import io.aludel.orm.internal.state.StateOwner;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.Select;
import io.aludel.sql.Sql;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.LockNode;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a session. Every call enters through the guard, which keeps other threads and forbidden
 * phases out; what happens then is shared among the moves of objects, the lifecycle of transactions and
 * the loaders.
 */
public final class SessionCore implements StateOwner {
  private final Session session;
  private final FactoryCore factory;
  private final SessionSettings settings;
  private final @Nullable RepeatedLoads repeatedLoads;
  private final UseGuard guard = new UseGuard();
  private final IdentityMap identities = new IdentityMap();
  private final SessionContents contents = new SessionContents();
  private final ObjectMoves moves;
  private final Transactions transactions;
  private final Lifecycle lifecycle;
  private final ObjectCalls objects;
  private final OpenSessions.Entry entry;
  private final Sites sites;
  private int autoflushSuspensions;

  /**
   * Creates the inside of a session.
   *
   * @param given the connection it works on; null to open its own
   * @param shown how applications see transactions
   */
  public SessionCore(
      Session session,
      FactoryCore factory,
      SessionSettings settings,
      @Nullable Connection given,
      BiFunction<SessionCore, Frame, SessionTransaction> shown) {
    this.session = session;
    this.factory = factory;
    this.settings = settings;
    Detection detection = settings.detection();
    this.repeatedLoads = detection == null ? null : new RepeatedLoads(detection);
    this.sites = new Sites(this, factory, given);
    this.moves = new ObjectMoves(
        this,
        identities,
        contents,
        (move, state) -> factory.listeners().moved(move, session, state),
        new AttachListeners());
    this.transactions = new Transactions(
        settings, given, new TransactionListeners(frame -> shown.apply(this, frame)));
    this.lifecycle = new Lifecycle(this, guard, transactions);
    this.objects = new ObjectCalls(this, factory, transactions, lifecycle);
    this.entry = factory.sessions().opened(this);
  }

  public Session session() {
    return session;
  }

  /** How this session behaves. */
  public SessionSettings settings() {
    return settings;
  }

  /** Tells of objects that join. */
  private final class AttachListeners implements ObjectMoves.AttachEvents {
    @Override
    public void before(ManagedEntity entity) {
      listeners().tell(listeners().beforeAttach(), session, entity);
    }

    @Override
    public void after(ManagedEntity entity) {
      listeners().tell(listeners().afterAttach(), session, entity);
    }
  }

  /** Tells of transactions. */
  private final class TransactionListeners implements TransactionEvents {
    private final Function<Frame, SessionTransaction> shown;

    TransactionListeners(Function<Frame, SessionTransaction> shown) {
      this.shown = shown;
    }

    @Override
    public void created(Frame frame) {
      listeners()
          .afterTransactionCreate()
          .all()
          .forEach(listener -> listener.happened(session, shown.apply(frame)));
    }

    @Override
    public void begun(Frame frame, Connection connection) {
      listeners()
          .afterBegin()
          .all()
          .forEach(listener -> listener.begun(session, shown.apply(frame), connection));
    }

    @Override
    public void ended(Frame frame) {
      listeners()
          .afterTransactionEnd()
          .all()
          .forEach(listener -> listener.happened(session, shown.apply(frame)));
    }
  }

  // Where rows are

  /** Where the rows of an entity are. */
  Site site(Mapper<?> mapper) {
    return sites.of(mapper, guard.phase() == Operation.Phase.FLUSHING);
  }

  /** Where a statement runs. */
  Site site(StatementNode statement) {
    return sites.of(statement);
  }

  boolean hasBinds() {
    return !settings.binds().isEmpty();
  }

  Mapper<?> mapperOf(Class<?> type) {
    return factory.layouts().of(type).mapper();
  }

  Connection connection(Operation operation, Engine engine) {
    return transactions.connection(operation, engine);
  }

  /** The connection for rows of an entity, or with null for what is not bound, opened with options. */
  public Connection connection(@Nullable Class<?> entity, ExecutionOptions options) {
    Site site = entity == null ? sites.standard() : site(layoutOf(entity).mapper());
    return transactions.connection(Operation.CONNECTION, site.work().engine(), options);
  }

  IdentityMap identities() {
    return identities;
  }

  public SessionContents contents() {
    return contents;
  }

  ObjectMoves moves() {
    return moves;
  }

  Attachment attachment() {
    return moves.attachment();
  }

  Journal journal() {
    return transactions.require(Operation.EXECUTE).journal();
  }

  /** Whether anybody hears of objects that are made from their rows. */
  boolean hearsOfLoads() {
    return factory.listeners().hearsOfLoads();
  }

  void loaded(EntityState state) {
    factory.listeners().moved(SessionListeners.Move.LOADED_AS_PERSISTENT, session, state);
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

  BulkWork bulkWork(boolean rendersNulls, boolean givesBack) {
    return new BulkWork(new FlushSide(this), factory.flush(), rendersNulls, givesBack);
  }

  /** Bulk writes that a statement asks for, run as its options say. */
  BulkWork bulkWork(boolean rendersNulls, ExecutionOptions how) {
    return new BulkWork(new FlushSide(this, how), factory.flush(), rendersNulls, false);
  }

  UnitOfWork unitOfWork() {
    return new UnitOfWork(new FlushSide(this), factory.flush());
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

  @Override
  public void related(EntityState state, ManagedEntity member) {
    guard.enter(Operation.CHANGE);
    try {
      transactions.require(Operation.CHANGE);
      objects.addGraph(member, layoutOf(member));
    } finally {
      guard.leave();
    }
  }

  @Override
  public void requireAddable(EntityState state) {
    moves.requireAddable(state);
  }

  @Override
  public void orphaned(EntityState state) {
    guard.enter(Operation.CHANGE);
    try {
      objects.expungeGraph(state);
    } finally {
      guard.leave();
    }
  }

  /** What can be done with objects. */
  public ObjectCalls objects() {
    return objects;
  }

  /** Beginnings and ends of transactions. */
  public Lifecycle lifecycle() {
    return lifecycle;
  }

  public void reset() {
    factory.sessions().reopened(entry);
    lifecycle.reset(Operation.Phase.READY);
    reportRepeatedLoads();
  }

  public void close() {
    lifecycle.reset(phaseOnceClosed());
    reportRepeatedLoads();
  }

  public void invalidate() {
    lifecycle.invalidate(phaseOnceClosed());
  }

  /** What counts repeated loads, or null if nobody wants to know. */
  @Nullable RepeatedLoads repeatedLoads() {
    return repeatedLoads;
  }

  private void reportRepeatedLoads() {
    if (repeatedLoads != null) {
      repeatedLoads.report();
    }
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
  @Warnings.Origin("an autoflush")
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

  /** Loads the object of an identity with what loader options say. */
  @Nullable ManagedEntity getWith(EntityLayout layout, Object key, List<StatementOption> loaders) {
    Site site = site(layout.mapper());
    return site.loader().objects().loadWith(layout, key, loaders, site);
  }

  /** The object of an identity, whose row is locked and read in any case; null if there is none. */
  public @Nullable ManagedEntity getLocked(
      EntityLayout layout, Object key, LockNode lock, boolean overwrite) {
    autoflush(Operation.GET);
    Site site = site(layout.mapper());
    return site.loader().objects().loadLocked(layout, key, lock, site, overwrite);
  }

  /** The object of an identity, from the session or by one SELECT; null if there is no row. */
  public @Nullable ManagedEntity get(EntityLayout layout, Object key, boolean overwrite) {
    EntityState state = identities.find(layout, key);
    ManagedEntity present = state == null ? null : state.get();
    if (present != null && !layout.mapper().type().isInstance(present)) {
      return null; // the row is of another class
    }
    if (state == null || present == null || overwrite) {
      autoflush(Operation.GET);
      Site site = site(layout.mapper());
      return site.loader().objects().load(layout, key, site, overwrite);
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
    Site site = site(state.layout().mapper());
    return site.loader().objects().fill(state, entity, site);
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
    BooleanSupplier permitted = settings.mayLoad();
    if (permitted != null && !permitted.getAsBoolean()) {
      throw HiddenLoad.of(state, index);
    }
    RelationshipProperty relationship = state.layout().relationship(index);
    loadUnloaded(state, entity, index, () -> {
      Site site = site(state.layout().mapper());
      if (relationship == null) {
        return site.loader().objects().fill(state, entity, index, site);
      }
      site.loader().lazy().onAccess(state, entity, relationship, site);
      return true;
    });
  }

  /** Loads an attribute because somebody said so, even where reading it is refused. */
  public void loadOnDemand(EntityState state, ManagedEntity entity, int index) {
    RelationshipProperty relationship = state.layout().relationship(index);
    loadUnloaded(state, entity, index, () -> {
      Site site = site(state.layout().mapper());
      if (relationship == null) {
        return site.loader().objects().fillOnDemand(state, entity, index, site);
      }
      site.loader().lazy().onDemand(state, entity, relationship, site);
      return true;
    });
  }

  /** Flushes, and loads what has no value then; the load tells whether the row is there. */
  private void loadUnloaded(
      EntityState state, ManagedEntity entity, int index, BooleanSupplier load) {
    guard.enter(Operation.LOAD);
    try {
      autoflush(Operation.LOAD);
      if (state.isUnloaded(entity, index) && !load.getAsBoolean()) {
        throw new ObjectDeletedException(state.toString());
      }
    } finally {
      guard.leave();
    }
  }

  @Override
  public void flushFirst() {
    doing(Operation.EXECUTE, () -> autoflush(Operation.EXECUTE));
  }

  @Override
  public <T> List<T> select(Select<T> select) {
    return session.scalars(select).all();
  }

  @Override
  public long count(Select<?> select) {
    Long counted =
        session.scalar(Sql.select(Sql.func.count()).from(select.unordered().subquery()));
    return counted == null ? 0 : counted;
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

  // Looking up records

  /** The layout of the class of an object. */
  public EntityLayout layoutOf(ManagedEntity entity) {
    return factory.layouts().of(entity.getClass());
  }

  /** The layout of a mapped class. */
  public EntityLayout layoutOf(Class<?> type) {
    return factory.layouts().of(type);
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
}
