package io.aludel.dialect;

/** Something that some databases can do and others cannot. Tests ask for these, never for names. */
public enum Capability {
  /** {@code INSERT … RETURNING}, of several rows too. */
  INSERT_RETURNING,
  /** {@code UPDATE … RETURNING}. */
  UPDATE_RETURNING,
  /** {@code DELETE … RETURNING}. */
  DELETE_RETURNING,
  /** RETURNING gives the rows of one INSERT back in the order of its VALUES. */
  ORDERED_INSERT_RETURNING,
  /** The driver gives back the generated keys of a whole batch, in order. */
  BATCH_GENERATED_KEYS,
  /** {@code VALUES} of several rows in one INSERT. */
  MULTI_ROW_INSERT,
  /** A boolean type of its own. */
  NATIVE_BOOLEAN,
  /** A UUID type of its own. */
  NATIVE_UUID,
  /** One array bound for all members of an {@code IN}. */
  ARRAY_BINDS,
  /** {@code ILIKE}. */
  ILIKE,
  /** {@code FULL OUTER JOIN}. */
  FULL_JOIN,
  /** {@code NULLS FIRST} and {@code NULLS LAST}. */
  NULLS_ORDERING,
  /** {@code INTERSECT} and {@code EXCEPT}. */
  INTERSECT_AND_EXCEPT,
  /** {@code INTERSECT ALL} and {@code EXCEPT ALL}. */
  INTERSECT_ALL_AND_EXCEPT_ALL,
  /** Parentheses around the parts of a UNION, with LIMIT within them. */
  NESTED_COMPOUND,
  /** UPDATE that looks at further tables. */
  MULTI_TABLE_UPDATE,
  /** DELETE that looks at further tables. */
  MULTI_TABLE_DELETE,
  /** Sequences. */
  SEQUENCES,
  /** {@code GENERATED … AS IDENTITY}. */
  IDENTITY_COLUMNS,
  /** Comments on tables and columns. */
  COMMENTS,
  /** Indexes of some of the rows: {@code CREATE INDEX … WHERE}. */
  PARTIAL_INDEXES,
  /** Indexes on expressions. */
  EXPRESSION_INDEXES,
  /** Views whose rows the database keeps. */
  MATERIALIZED_VIEWS,
  /** Schemas within a database. */
  SCHEMAS,
  /** DDL that a rollback undoes. */
  TRANSACTIONAL_DDL,
  /** Foreign keys added to and dropped from a table that exists. */
  ALTER_CONSTRAINTS,
  /** Foreign keys checked at commit. */
  DEFERRABLE_CONSTRAINTS,
  /** {@code SELECT … FOR UPDATE}. */
  ROW_LOCKS,
  /** Fractions of a second down to the nanosecond in timestamps. */
  NANOSECONDS,
  /** Decimals of more digits than a double holds. */
  EXACT_DECIMALS,
  /** A timestamp keeps the offset it was stored with. */
  KEEPS_OFFSET,
  /** An UPDATE that writes equal values counts the row all the same. */
  COUNTS_MATCHED_ROWS
}
