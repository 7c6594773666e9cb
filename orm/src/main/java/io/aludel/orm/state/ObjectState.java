package io.aludel.orm.state;

/** The five states of an object (parity row ORM-SES-03). */
public enum ObjectState {
  /** Made by the application: no identity, no session. */
  TRANSIENT,
  /** Added to a session, and not written yet. */
  PENDING,
  /** Has a row and a session. */
  PERSISTENT,
  /** Its DELETE was sent in a transaction that is still open. */
  DELETED,
  /** Has an identity and no session. */
  DETACHED
}
