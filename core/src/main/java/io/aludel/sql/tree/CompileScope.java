package io.aludel.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compilation at hand, as references see it. */
public interface CompileScope {
  /** The scope of a statement that is still being written: every reference stands for itself. */
  CompileScope UNRESOLVED = new Unresolved();

  /**
   * What a reference stands for; the same answer all through one compilation.
   *
   * @param reference the reference
   * @return the node; the reference itself in {@link #UNRESOLVED}
   */
  Node resolve(ReferenceNode reference);

  /**
   * What a reference stands for; the same answer all through one compilation.
   *
   * @param reference the reference
   * @return a table, alias or join; the reference itself in {@link #UNRESOLVED}
   */
  FromNode resolve(FromReference reference);

  /**
   * A node with every reference at its top replaced by what it stands for.
   *
   * @param node the node
   * @return a node that is no reference, unless one stands for itself
   */
  default Node resolved(Node node) {
    Node current = node;
    while (current instanceof ReferenceNode reference) {
      Node next = resolve(reference);
      if (next == current) {
        return current;
      }
      current = next;
    }
    return current;
  }

  /**
   * A source with every reference at its top replaced by what it stands for.
   *
   * @param from the source
   * @return a source that is no reference, unless one stands for itself
   */
  default FromNode resolved(FromNode from) {
    FromNode current = from;
    while (current instanceof FromReference reference) {
      FromNode next = resolve(reference);
      if (next == current) {
        return current;
      }
      current = next;
    }
    return current;
  }

  /**
   * Something the compilation was given by its caller, such as the registry of mapped classes. It is
   * part of what a cached compilation is found by.
   *
   * @param type the class asked for
   * @param <S> the class asked for
   * @return the object, or null
   */
  <S> @Nullable S option(Class<S> type);

  /**
   * What is attached to the statements that are being compiled.
   *
   * @param type the class of the options wanted
   * @param <S> the class
   * @return the options, those of inner statements first
   */
  default <S> List<S> attached(Class<S> type) {
    return List.of();
  }

  /** Resolves nothing. */
  final class Unresolved implements CompileScope {
    @Override
    public Node resolve(ReferenceNode reference) {
      return reference;
    }

    @Override
    public FromNode resolve(FromReference reference) {
      return reference;
    }

    @Override
    public <S> @Nullable S option(Class<S> type) {
      return null;
    }
  }
}
