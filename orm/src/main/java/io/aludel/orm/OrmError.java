package io.aludel.orm;

import io.aludel.ErrorCode;

/**
 * The failures of sessions; those of mappings are in {@link io.aludel.orm.mapping.MappingMessage}.
 * {@code ORM-2} is a session or an object used in a state that does not
 * allow it, {@code ORM-3} a load that could not be done, {@code ORM-4} a failed flush, {@code ORM-5} a
 * statement over entities that cannot run.
 */
public enum OrmError implements ErrorCode {
  /** A session was used after it was closed. */
  SESSION_CLOSED("ORM-201"),
  /** A session was used by two threads at the same time. */
  CONCURRENT_USE("ORM-202"),
  /** A session waits for the rollback of a failed flush. */
  PENDING_ROLLBACK("ORM-203"),
  /** A session was asked for something from within its own flush. */
  FLUSH_IN_PROGRESS("ORM-204"),
  /** A transaction was begun while one is open, or needed while none is. */
  TRANSACTION_STATE("ORM-205"),
  /** An object belongs to another session. */
  OTHER_SESSION("ORM-206"),
  /** Another object of the session has the same identity. */
  IDENTITY_TAKEN("ORM-207"),
  /** An object is in a state that does not allow what was asked. */
  OBJECT_STATE("ORM-208"),
  /** A key is null, of a wrong type, or has the wrong number of parts. */
  WRONG_KEY("ORM-209"),
  /** No row has the key that was asked for. */
  NO_SUCH_OBJECT("ORM-210"),
  /** A member of a map has no value for the attribute that is its key. */
  NO_MAP_KEY("ORM-221"),
  /** A collection was replaced by nothing. */
  NO_COLLECTION("ORM-222"),
  /** An object already has the one owner it may have. */
  SECOND_PARENT("ORM-223"),
  /** A change of one relationship would change another one by a reverse side they share. */
  CONFLICTING_SIDES("ORM-224"),
  /** An object cannot be merged without loading. */
  CANNOT_MERGE("ORM-225"),
  /** No engine is known for some work. */
  UNBOUND("ORM-226"),
  /** A scope has a session already. */
  SCOPE_TAKEN("ORM-227"),
  /** Something would have to load a write-only collection, or know its members. */
  WRITE_ONLY("ORM-228"),
  /** A collection was changed while it was iterated. */
  CHANGED_WHILE_ITERATED("ORM-229"),
  /** A collection class of the application does not hold the collection that it was made around. */
  COLLECTION_CLASS("ORM-230"),
  /** A serialized object does not fit the mapping that reads it, or the library. */
  SERIALIZED_FORM("ORM-231"),

  /** An unloaded attribute of a detached object was read. */
  DETACHED("ORM-301"),
  /** The row of an object is gone. */
  ROW_GONE("ORM-302"),
  /** An unloaded attribute was read that an option or the session refuses to load. */
  LOAD_REFUSED("ORM-303"),
  /** An unloaded attribute was read where reading must not wait for the database. */
  HIDDEN_LOAD("ORM-304"),
  /** The discriminator of a row is null. */
  DISCRIMINATOR_NULL("ORM-311"),
  /** No class has the discriminator of a row. */
  DISCRIMINATOR_UNKNOWN("ORM-312"),
  /** A row belongs to a class that was not asked for. */
  DISCRIMINATOR_ELSEWHERE("ORM-313"),
  /** Several rows of tables that are read one after the other have the key that was asked for. */
  KEY_AMBIGUOUS("ORM-314"),
  /** A relationship was used that an entity with a table of its own does not inherit. */
  NOT_INHERITED("ORM-315"),
  /** A statement was to write rows of an entity that has no table. */
  NO_TABLE("ORM-316"),

  /** An UPDATE or DELETE met fewer rows than objects. */
  STALE_DATA("ORM-401"),
  /** An object cannot be written, because its key is incomplete. */
  INCOMPLETE_KEY("ORM-402"),
  /** Objects have to be written before each other. */
  CIRCULAR_DEPENDENCY("ORM-403"),
  /** Flushing made new changes again and again. */
  ENDLESS_FLUSH("ORM-404"),
  /** Parting objects would make the key of a row null. */
  KEY_CLEARED("ORM-405"),
  /** A relationship holds what it cannot hold. */
  WRONG_MEMBER("ORM-406"),
  /** A value given for an attribute cannot be its value. */
  WRONG_VALUE("ORM-407"),
  /** A row that has versions has none. */
  MISSING_VERSION("ORM-408"),
  /** An object was to be written whose class, or an attribute of it, is read from a query. */
  UNWRITTEN("ORM-409"),

  /** An UPDATE or DELETE over entities cannot be kept in step in memory. */
  CANNOT_SYNCHRONIZE("ORM-501"),
  /** A statement over entities has a form that cannot run. */
  UNSUPPORTED_STATEMENT("ORM-502"),
  /** Two loader options of a statement contradict each other. */
  LOADER_CONFLICT("ORM-503"),
  /** A loader option fits no entity of its statement. */
  LOADER_MISPLACED("ORM-504"),
  /** Rows repeat their objects because of a joined collection, and nobody made them unique. */
  NOT_UNIQUE("ORM-505"),
  /** A loader option is given for an attribute of a kind that it cannot load. */
  LOADER_WRONG_KIND("ORM-506"),
  /** The rows of a statement do not show what is to be read from them, or not plainly. */
  ROWS_INCOMPLETE("ORM-507"),
  /** A statement would have to write to several tables. */
  SEVERAL_TABLES("ORM-520"),
  /** A statement writes an attribute that SQL works out. */
  COMPUTED_ATTRIBUTE("ORM-521");

  private final String code;

  OrmError(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
