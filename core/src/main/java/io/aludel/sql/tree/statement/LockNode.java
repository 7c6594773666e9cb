package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Rewriter;
import java.util.List;

/**
 * A lock on the rows that a SELECT finds.
 *
 * @param strength what others may still do with the rows
 * @param of the tables whose rows are locked, or none for all
 * @param waiting what happens with rows that are locked already
 */
public record LockNode(Strength strength, List<FromNode> of, Waiting waiting) {
  void key(KeyBuilder keys) {
    keys.add(strength).add(waiting).elements(of);
  }

  LockNode rebuilt(Rewriter parts) {
    return new LockNode(strength, parts.all(FromNode.class, of), waiting);
  }

  /** What others may still do with locked rows. */
  public enum Strength {
    /** Read them. */
    UPDATE,
    /** Read them, and refer to their keys. */
    NO_KEY_UPDATE,
    /** Read and lock them for reading. */
    SHARE,
    /** Read them, lock them for reading, and change what is no key. */
    KEY_SHARE
  }

  /** What happens with rows that are locked already. */
  public enum Waiting {
    /** The statement waits. */
    WAIT,
    /** The statement fails. */
    NO_WAIT,
    /** They are left out. */
    SKIP_LOCKED
  }
}
