package io.aludel.dialect.sqlserver;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes what was said to be the schema of a table apart: {@code sales.dbo} is the schema {@code dbo} of the
 * database {@code sales}. Brackets keep dots together, and what stands before the last dot is one name unless
 * brackets say otherwise.
 */
final class SchemaNames {
  private SchemaNames() {}

  /** The names of server, database and schema, as far as they are said. */
  static List<String> of(String schema) {
    List<String> parts = new ArrayList<>();
    boolean bracketed = false;
    int from = 0;
    while (from <= schema.length()) {
      int closing = schema.startsWith("[", from) ? closing(schema, from) : -1;
      if (closing > 0) {
        parts.add(schema.substring(from + 1, closing).replace("]]", "]"));
        bracketed = true;
        from = closing + 2;
      } else {
        int dot = schema.indexOf('.', from);
        int end = dot < 0 ? schema.length() : dot;
        parts.add(schema.substring(from, end));
        from = end + 1;
      }
    }
    boolean empty = parts.stream().anyMatch(String::isEmpty);
    if (empty) {
      return List.of(schema);
    }
    int last = schema.lastIndexOf('.');
    return bracketed || last < 0
        ? List.copyOf(parts)
        : List.of(schema.substring(0, last), schema.substring(last + 1));
  }

  /** The bracket that ends a name at its end or before a dot; the name may hold doubled ones. */
  private static int closing(String schema, int open) {
    for (int i = open + 1; i < schema.length(); i++) {
      if (schema.charAt(i) == ']') {
        boolean doubled = schema.startsWith("]]", i);
        if (!doubled) {
          boolean ends = i + 1 == schema.length() || schema.charAt(i + 1) == '.';
          return ends ? i : -1;
        }
        i++;
      }
    }
    return -1;
  }
}
