package io.aludel.bench;

import java.util.List;

/** A session of one mapper that stays open and holds all authors. */
public interface Held extends AutoCloseable {
  /** Loads all authors. */
  void load();

  /** Changes a value of each author and sends nothing. */
  void change();

  /** Sends what was changed. */
  void flush();

  /** Whatever keeps the objects and what the mapper knows of them. */
  Object root();

  /** Objects with the same values that nobody manages. */
  List<Unmanaged> copies();

  @Override
  void close();
}
