package io.aludel.orm.internal.session;

import io.aludel.engine.ExecutionOptions;
import io.aludel.orm.FetchMode;
import io.aludel.orm.JoinMode;
import io.aludel.orm.internal.option.Detection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How sessions of one factory behave. Immutable; each {@code with} method gives a changed copy. */
public final class SessionSettings {
  /** What sessions do unless told otherwise. */
  public static final SessionSettings STANDARD = new SessionSettings();

  private boolean autoflush = true;
  private boolean expireOnCommit = true;
  private boolean autobegin = true;
  private boolean closeResetsOnly;
  private boolean twoPhase;
  private FetchMode fetchMode = FetchMode.EACH;
  private JoinMode joinMode = JoinMode.CONDITIONAL_SAVEPOINT;
  private ExecutionOptions executionOptions = ExecutionOptions.NONE;
  private Binds binds = Binds.NONE;
  private Map<String, Object> info = Map.of();
  private @Nullable Detection detection;
  private @Nullable BooleanSupplier mayLoad;

  private SessionSettings() {}

  private SessionSettings changed(Consumer<SessionSettings> change) {
    SessionSettings copy = new SessionSettings();
    copy.autoflush = autoflush;
    copy.expireOnCommit = expireOnCommit;
    copy.autobegin = autobegin;
    copy.closeResetsOnly = closeResetsOnly;
    copy.twoPhase = twoPhase;
    copy.fetchMode = fetchMode;
    copy.joinMode = joinMode;
    copy.executionOptions = executionOptions;
    copy.binds = binds;
    copy.info = info;
    copy.detection = detection;
    copy.mayLoad = mayLoad;
    change.accept(copy);
    return copy;
  }

  /** Whether statements flush first. */
  public boolean autoflush() {
    return autoflush;
  }

  public SessionSettings withAutoflush(boolean on) {
    return changed(copy -> copy.autoflush = on);
  }

  /** Whether a commit expires all objects. */
  public boolean expireOnCommit() {
    return expireOnCommit;
  }

  public SessionSettings withExpireOnCommit(boolean on) {
    return changed(copy -> copy.expireOnCommit = on);
  }

  /** Whether work begins a transaction by itself. */
  public boolean autobegin() {
    return autobegin;
  }

  public SessionSettings withAutobegin(boolean on) {
    return changed(copy -> copy.autobegin = on);
  }

  /** Whether a closed session may be used again. */
  public boolean closeResetsOnly() {
    return closeResetsOnly;
  }

  public SessionSettings withCloseResetsOnly(boolean on) {
    return changed(copy -> copy.closeResetsOnly = on);
  }

  /** Whether transactions are prepared before they are committed. */
  public boolean twoPhase() {
    return twoPhase;
  }

  public SessionSettings withTwoPhase(boolean on) {
    return changed(copy -> copy.twoPhase = on);
  }

  /** What happens when a relationship is read that nothing loaded. */
  public FetchMode fetchMode() {
    return fetchMode;
  }

  public SessionSettings withFetchMode(FetchMode mode) {
    return changed(copy -> copy.fetchMode = mode);
  }

  /** What becomes of a transaction that is in progress on a connection given to a session. */
  JoinMode joinMode() {
    return joinMode;
  }

  public SessionSettings withJoinMode(JoinMode mode) {
    return changed(copy -> copy.joinMode = mode);
  }

  /** How statements run, unless they say otherwise. */
  ExecutionOptions executionOptions() {
    return executionOptions;
  }

  public SessionSettings withExecutionOptions(ExecutionOptions options) {
    return changed(copy -> copy.executionOptions = options);
  }

  /** Where the rows of some entities and tables are. */
  public Binds binds() {
    return binds;
  }

  public SessionSettings withBinds(Binds others) {
    return changed(copy -> copy.binds = others);
  }

  /** How repeated loads are reported, or null if they are not. */
  @Nullable Detection detection() {
    return detection;
  }

  public SessionSettings withDetection(Detection wanted) {
    return changed(copy -> copy.detection = wanted);
  }

  /** Whether the calling thread may load what it reads; null if every thread may. */
  public @Nullable BooleanSupplier mayLoad() {
    return mayLoad;
  }

  public SessionSettings withMayLoad(BooleanSupplier permitted) {
    return changed(copy -> copy.mayLoad = permitted);
  }

  /** What applications note, for their listeners. */
  public Map<String, Object> info() {
    return info;
  }

  public SessionSettings withInfo(String key, Object value) {
    Map<String, Object> more = new HashMap<>(info);
    more.put(key, value);
    return changed(copy -> copy.info = Map.copyOf(more));
  }

  /** What differs from the standard, each after a comma. */
  public String describe() {
    return (autoflush ? "" : ", without autoflush")
        + (expireOnCommit ? "" : ", without expiry on commit")
        + (autobegin ? "" : ", without autobegin")
        + (closeResetsOnly ? ", close only resets" : "")
        + (twoPhase ? ", in two phases" : "")
        + (fetchMode == FetchMode.EACH ? "" : ", " + fetchMode + " on access")
        + (joinMode == JoinMode.CONDITIONAL_SAVEPOINT ? "" : ", joins by " + joinMode)
        + binds.describe();
  }
}
