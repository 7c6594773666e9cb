package io.aludel.dialect.sqlite;

import io.aludel.dialect.sqlite.SqlTokens.Kind;
import io.aludel.dialect.sqlite.SqlTokens.Token;
import io.aludel.reflection.ReflectedCheck;
import io.aludel.reflection.ReflectedKey;
import io.aludel.schema.Deferral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What only the text of CREATE TABLE tells on SQLite: names of constraints, checks, deferrals, the
 * expressions of computed columns.
 */
final class SqliteTableText {
  private final List<ReflectedKey> uniques = new ArrayList<>();
  private final List<ReflectedCheck> checks = new ArrayList<>();
  private final List<NamedReference> references = new ArrayList<>();
  private final Map<String, String> computed = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private @Nullable String primaryKeyName;
  private boolean autoincrement;

  /** A foreign key as the text has it. */
  record NamedReference(@Nullable String name, List<String> columns, Deferral deferral) {}

  /** A place among the tokens of an item. */
  private static final class Cursor {
    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens, int at) {
      this.tokens = tokens;
      this.at = at;
    }

    boolean take(String word) {
      boolean found = at < tokens.size() && tokens.get(at).is(word);
      at += found ? 1 : 0;
      return found;
    }

    @Nullable String group() {
      boolean found = at < tokens.size() && tokens.get(at).kind() == Kind.GROUP;
      return found ? tokens.get(at++).text() : null;
    }

    String text() {
      return at < tokens.size() ? tokens.get(at++).text() : "";
    }

    boolean more() {
      return at < tokens.size();
    }
  }

  SqliteTableText(@Nullable String sql) {
    boolean inBody = true;
    for (Token token : SqlTokens.of(sql == null ? "" : sql)) {
      if (inBody && token.kind() == Kind.GROUP) {
        SqlTokens.items(token.text()).forEach(this::item);
        inBody = false;
      } else if (!inBody) {
        words.add(token.text().toUpperCase(java.util.Locale.ROOT));
      }
    }
  }

  private void item(List<Token> tokens) {
    Cursor cursor = new Cursor(tokens, 0);
    String name = cursor.take("CONSTRAINT") ? cursor.text() : null;
    if (cursor.take("PRIMARY")) {
      primaryKeyName = name;
    } else if (cursor.take("UNIQUE")) {
      uniques.add(new ReflectedKey(name, names(cursor.group()), Deferral.NOT_SAID, null));
    } else if (cursor.take("CHECK")) {
      check(name, cursor.group());
    } else if (cursor.take("FOREIGN")) {
      cursor.take("KEY");
      List<String> columns = names(cursor.group());
      references.add(new NamedReference(name, columns, deferral(cursor)));
    } else {
      column(cursor);
    }
  }

  private void column(Cursor cursor) {
    String column = cursor.text();
    String name = null;
    while (cursor.more()) {
      if (cursor.take("CONSTRAINT")) {
        name = cursor.text();
      } else if (cursor.take("PRIMARY")) {
        primaryKeyName = name;
        name = null;
      } else if (cursor.take("AUTOINCREMENT")) {
        autoincrement = true;
      } else if (cursor.take("UNIQUE")) {
        uniques.add(new ReflectedKey(name, List.of(column), Deferral.NOT_SAID, null));
        name = null;
      } else if (cursor.take("CHECK")) {
        check(name, cursor.group());
        name = null;
      } else if (cursor.take("REFERENCES")) {
        Cursor rest = new Cursor(cursor.tokens, cursor.at);
        references.add(new NamedReference(name, List.of(column), deferral(rest)));
        name = null;
      } else if (cursor.take("AS")) {
        computed.put(column, String.valueOf(cursor.group()));
      } else {
        cursor.text();
      }
    }
  }

  private void check(@Nullable String name, @Nullable String sql) {
    checks.add(new ReflectedCheck(name, String.valueOf(sql), null));
  }

  private static Deferral deferral(Cursor cursor) {
    boolean not = false;
    while (cursor.more()) {
      if (cursor.take("DEFERRABLE")) {
        if (not) {
          return Deferral.NOT_DEFERRABLE;
        }
        if (!cursor.take("INITIALLY")) {
          return Deferral.DEFERRABLE;
        }
        return cursor.take("DEFERRED") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
      }
      not = cursor.take("NOT");
      if (!not) {
        cursor.text();
      }
    }
    return Deferral.NOT_SAID;
  }

  private static List<String> names(@Nullable String group) {
    List<String> names = new ArrayList<>();
    for (List<Token> item : SqlTokens.items(group == null ? "" : group)) {
      if (!item.isEmpty()) {
        names.add(item.get(0).text());
      }
    }
    return names;
  }

  List<ReflectedKey> uniques() {
    return uniques;
  }

  List<ReflectedCheck> checks() {
    return checks;
  }

  List<NamedReference> references() {
    return references;
  }

  @Nullable String computed(String column) {
    return computed.get(column);
  }

  @Nullable String primaryKeyName() {
    return primaryKeyName;
  }

  boolean autoincrement() {
    return autoincrement;
  }

  boolean withoutRowid() {
    return words.contains("ROWID");
  }

  boolean strict() {
    return words.contains("STRICT");
  }
}
