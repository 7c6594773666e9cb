package io.aludel.sql.tree;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes copies of elements in which some parts are exchanged for others. What is not concerned is shared
 * with the original, and an element met twice is exchanged for one and the same object, so that an alias
 * stays the alias that its columns belong to. Not safe for use by several threads; make one for each task.
 */
public final class Rewriter {
  private final Replacement replacement;
  private final Map<Element, Element> done = new IdentityHashMap<>();

  /**
   * Creates a rewriter.
   *
   * @param replacement says what is exchanged for what
   */
  public Rewriter(Replacement replacement) {
    this.replacement = ArgumentException.requireNonNull(replacement, "the replacement");
  }

  /**
   * The element with its parts exchanged.
   *
   * @param element the element
   * @return the copy; the element itself if nothing in it is exchanged
   */
  public Element element(Element element) {
    Element known = done.get(element);
    if (known == null) {
      Element stand = replacement.of(element);
      known = stand == null ? element.rebuilt(this) : stand;
      done.put(element, known);
    }
    return known;
  }

  /**
   * The expression with its parts exchanged.
   *
   * @param node the expression
   * @return the copy; the expression itself if nothing in it is exchanged
   * @throws ArgumentException if an expression was to be exchanged for something else
   */
  public Node node(Node node) {
    return checked(Node.class, node);
  }

  /**
   * The expression, if there is one, with its parts exchanged.
   *
   * @param node the expression, or null
   * @return the copy, or null
   */
  public @Nullable Node optional(@Nullable Node node) {
    return node == null ? null : node(node);
  }

  /**
   * The expressions with their parts exchanged.
   *
   * @param nodes the expressions
   * @return the copies; the list itself if nothing in it is exchanged
   */
  public List<Node> nodes(List<Node> nodes) {
    return all(Node.class, nodes);
  }

  /**
   * The elements of one kind with their parts exchanged.
   *
   * @param kind the kind that members are, and must stay
   * @param elements the elements
   * @param <E> the kind
   * @return the copies; the list itself if nothing in it is exchanged
   */
  public <E extends Element> List<E> all(Class<E> kind, List<E> elements) {
    List<E> copies = new ArrayList<>(elements.size());
    boolean same = true;
    for (E element : elements) {
      E copy = checked(kind, element);
      same &= copy == element;
      copies.add(copy);
    }
    return same ? elements : List.copyOf(copies);
  }

  /**
   * What rows come from, with its parts exchanged.
   *
   * @param from the source of rows
   * @return the copy; the source itself if nothing in it is exchanged
   * @throws ArgumentException if a source was to be exchanged for something else
   */
  public FromNode from(FromNode from) {
    return checked(FromNode.class, from);
  }

  /**
   * The query with its parts exchanged.
   *
   * @param query the query
   * @return the copy; the query itself if nothing in it is exchanged
   * @throws ArgumentException if a query was to be exchanged for something else
   */
  public QueryNode query(QueryNode query) {
    return checked(QueryNode.class, query);
  }

  /**
   * The statement with its parts exchanged.
   *
   * @param statement the statement
   * @return the copy; the statement itself if nothing in it is exchanged
   * @throws ArgumentException if a statement was to be exchanged for something else
   */
  public StatementNode statement(StatementNode statement) {
    return checked(StatementNode.class, statement);
  }

  private <E extends Element> E checked(Class<E> kind, E element) {
    Element copy = element(element);
    if (!kind.isInstance(copy)) {
      throw new ArgumentException(
          CoreError.WRONG_ROLE,
          "Cannot exchange " + element + " for " + copy + ": a " + kind.getSimpleName()
              + " is needed in its place. Give one of these, or null to look inside it.");
    }
    return kind.cast(copy);
  }

  /** Says what is exchanged for what. */
  @FunctionalInterface
  public interface Replacement {
    /**
     * What stands in place of an element. It is taken as it is and not looked into.
     *
     * @param element the element; each is asked for once, before its parts
     * @return its replacement, which may be the element itself to leave it alone, or null to look into
     *     its parts
     */
    @Nullable Element of(Element element);
  }
}
