package io.aludel.orm.internal.session;

import java.util.EnumSet;
import java.util.Set;

/** What can be asked of a session, and in which of its phases. */
public enum Operation {
  ADD("add an object", Needs.OPEN),
  DELETE("delete an object", Needs.OPEN),
  EXPUNGE("expunge an object", Needs.NO_FLUSH),
  EXPIRE("expire an object", Needs.NO_FLUSH),
  CHANGE("change an object", Needs.OPEN),
  INSPECT("look at its objects", Needs.UNCLOSED),
  LOAD("load an attribute", Needs.SQL),
  GET("get an object", Needs.SQL),
  MERGE("merge an object", Needs.SQL),
  REFRESH("refresh an object", Needs.SQL),
  EXECUTE("run a statement", Needs.SQL),
  CONNECTION("give its connection", Needs.SQL),
  EXPLAIN("explain a flush", Needs.SQL),
  BULK("write in bulk", Needs.TRANSACTION),
  FLUSH("flush", Needs.OWN_FLUSH),
  BEGIN("begin a transaction", Needs.TRANSACTION),
  COMMIT("commit", Needs.TRANSACTION),
  ROLLBACK("roll back", Needs.NO_FLUSH),
  RESET("reset", Needs.ALWAYS),
  CLOSE("close", Needs.ALWAYS);

  /** The phases of a session that operations tell apart. */
  enum Phase {
    /** Open and ready. */
    READY,
    /** Within its own flush. */
    FLUSHING,
    /** Between a commit of the database and the end of the transaction: listeners hear of it. */
    COMMITTED,
    /** After a failed flush that was not acknowledged. */
    FAILED,
    /** Closed for good. */
    CLOSED
  }

  private final String words;
  private final Needs needs;

  Operation(String words, Needs needs) {
    this.words = words;
    this.needs = needs;
  }

  /** What a session cannot do, as in "Cannot add an object". */
  String words() {
    return words;
  }

  boolean isLegalIn(Phase phase) {
    return needs.phases.contains(phase);
  }

  /** Sets of phases that operations need. */
  private enum Needs {
    /** Works without SQL whenever no flush runs. */
    NO_FLUSH(EnumSet.of(Phase.READY, Phase.FAILED)),
    OPEN(EnumSet.of(Phase.READY, Phase.FLUSHING, Phase.FAILED)),
    UNCLOSED(EnumSet.complementOf(EnumSet.of(Phase.CLOSED))),
    SQL(EnumSet.of(Phase.READY, Phase.FLUSHING)),
    /** An empty flush is harmless after a failure, so the flush itself looks for that. */
    OWN_FLUSH(EnumSet.of(Phase.READY, Phase.FAILED)),
    TRANSACTION(EnumSet.of(Phase.READY)),
    ALWAYS(EnumSet.allOf(Phase.class));

    private final Set<Phase> phases;

    Needs(Set<Phase> phases) {
      this.phases = phases;
    }
  }
}
