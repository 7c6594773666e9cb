package io.aludel.sql.tree;

/** Whether a name stands in quotes. */
public enum Quoting {
  /** Where the dialect needs it: reserved words, strange characters, upper case. */
  AUTO,
  /** Always, so that the database keeps the name exactly as written. */
  ALWAYS,
  /** Never, so that the database sees the name exactly as written. */
  NEVER
}
