package io.aludel.sql.internal;

import java.util.ArrayList;
import java.util.List;

/** Finds the named parameters of SQL text. */
public final class TextParser {
  private final String sql;
  private final List<String> fragments = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final StringBuilder fragment = new StringBuilder();
  private int position;

  public TextParser(String sql) {
    this.sql = Operands.present(sql, "text", "SQL");
  }

  public List<String> fragments() {
    return fragments;
  }

  public List<String> names() {
    return names;
  }

  public TextParser parse() {
    while (position < sql.length()) {
      step(sql.charAt(position));
    }
    fragments.add(fragment.toString());
    return this;
  }

  private void step(char c) {
    if (c == '\'' || c == '"' || c == '`') {
      copyThrough(String.valueOf(c), position + 1);
    } else if (sql.startsWith("--", position)) {
      copyThrough("\n", position);
    } else if (sql.startsWith("/*", position)) {
      copyThrough("*/", position + 2);
    } else if (sql.startsWith("\\:", position)) {
      fragment.append(':');
      position += 2;
    } else if (sql.startsWith("::", position)) {
      fragment.append("::");
      position += 2;
    } else if (c == ':' && isNameStart(position + 1) && !isNamePart(position - 1)) {
      parameter();
    } else {
      fragment.append(c);
      position++;
    }
  }

  private void copyThrough(String end, int from) {
    int found = sql.indexOf(end, from);
    int stop = found < 0 ? sql.length() : found + end.length();
    fragment.append(sql, position, stop);
    position = stop;
  }

  private void parameter() {
    int end = position + 1;
    while (isNamePart(end)) {
      end++;
    }
    names.add(sql.substring(position + 1, end));
    fragments.add(fragment.toString());
    fragment.setLength(0);
    position = end;
  }

  private boolean isNameStart(int index) {
    return index < sql.length() && Character.isJavaIdentifierStart(sql.charAt(index));
  }

  private boolean isNamePart(int index) {
    return index >= 0 && index < sql.length() && Character.isJavaIdentifierPart(sql.charAt(index));
  }
}
