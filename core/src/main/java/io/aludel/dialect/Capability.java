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
  /** A protocol for bulk loads, such as {@code COPY}. */
  BULK_LOAD,
  /** Transactions of two phases. */
  TWO_PHASE,
  /** The driver fetches a result in portions from the server when it is told their size. */
  SERVER_CURSORS,
  /** The database runs within the process, in native code on the caller's thread. */
  NATIVE_CALLS,
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
  /** A lock on the rows found that lets others lock them for reading. */
  SHARED_ROW_LOCKS,
  /** {@code WITH} before a query. */
  COMMON_TABLES,
  /** {@code WITH} before a statement that writes; where it is missing, it stands before the query. */
  COMMON_TABLES_BEFORE_WRITES,
  /** {@code WITH} whose statement writes and gives rows back. */
  WRITING_COMMON_TABLES,
  /** {@code LATERAL}. */
  LATERAL,
  /** {@code TABLESAMPLE}. */
  TABLE_SAMPLE,
  /** A list of column names behind the alias of a function or of {@code VALUES}. */
  DERIVED_COLUMN_NAMES,
  /** {@code DISTINCT ON}. */
  DISTINCT_ON,
  /** {@code FETCH FIRST … WITH TIES}. */
  FETCH_WITH_TIES,
  /** {@code FETCH FIRST … PERCENT}. */
  FETCH_PERCENT,
  /** {@code FILTER} behind an aggregate function; where it is missing, CASE does the same. */
  AGGREGATE_FILTER,
  /** {@code WITHIN GROUP} behind an ordered-set function. */
  ORDERED_SET_FUNCTIONS,
  /** {@code GROUPS} and {@code EXCLUDE} in the frame of a window. */
  WINDOW_GROUPS,
  /** {@code GROUPING SETS} and {@code CUBE}. */
  GROUPING_SETS,
  /** {@code ROLLUP}. */
  ROLLUP,
  /** A list of rows of values behind IN; where it is missing, VALUES does the same. */
  TUPLE_LISTS,
  /** {@code ANY} and {@code ALL} of the values of a query. */
  QUANTIFIED_QUERIES,
  /** A collation named in an expression. */
  COLLATIONS,
  /** Tests against regular expressions. */
  REGULAR_EXPRESSIONS,
  /** Replacement by regular expressions. */
  REGULAR_REPLACEMENT,
  /** A test of text against a search, through an index made for it where the database wants one. */
  TEXT_SEARCH,
  /** An INSERT that changes the row that is there already. */
  UPSERT,
  /** An upsert that names the unique key it is about. */
  UPSERT_TARGET,
  /** An upsert that is refused to some rows by a condition. */
  UPSERT_CONDITION,
  /** UPDATE that sets columns of several tables. */
  SEVERAL_TABLES_SET,
  /** {@code LIMIT} of UPDATE and DELETE. */
  LIMITED_WRITES,
  /** Fractions of a second down to the nanosecond in timestamps. */
  NANOSECONDS,
  /** Decimals of more digits than a double holds. */
  EXACT_DECIMALS,
  /** A timestamp keeps the offset it was stored with. */
  KEEPS_OFFSET,
  /** An UPDATE that writes equal values counts the row all the same. */
  COUNTS_MATCHED_ROWS,
  /** JSON with paths into it. */
  JSON,
  /** Elements of a JSON array counted from its end. */
  JSON_FROM_END,
  /** Arrays. */
  ARRAYS,
  /** Tests whether an array contains another, or has elements in common with it. */
  ARRAY_CONTAINMENT,
  /** Ranges and multiranges. */
  RANGES,
  /** Whole numbers without a sign. */
  UNSIGNED_NUMBERS,
  /** Enums of the database. */
  NATIVE_ENUM,
  /** Domains. */
  DOMAINS,
  /** A type for lengths of time. */
  NATIVE_INTERVAL,
  /** {@code upper} and {@code lower} know letters beyond ASCII. */
  CASE_BEYOND_ASCII,
  /** Text longer than its column is refused, rather than kept whole. */
  TEXT_LENGTH_LIMITS,
  /** Years before 1 BC and after 9999. */
  FAR_YEARS,
  /** The year 0, which is 1 BC. */
  YEAR_ZERO,
  /** Floating point that is infinite. */
  INFINITY,
  /** Floating point that is not a number. */
  NOT_A_NUMBER,
  /** Division by zero fails, rather than giving NULL. */
  DIVISION_BY_ZERO_FAILS
}
