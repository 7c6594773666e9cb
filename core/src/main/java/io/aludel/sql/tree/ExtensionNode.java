package io.aludel.sql.tree;

/** An application's own construct: it declares its key and writes its SQL. */
public non-sealed interface ExtensionNode extends Node {
  /**
   * Writes the construct.
   *
   * @param out takes text, names and nodes
   */
  void write(Writer out);

  @Override
  default void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }

  /** What an {@link ExtensionNode} writes to. */
  interface Writer {
    /**
     * The name of the dialect that the statement is compiled for.
     *
     * @return the name, in lower case
     */
    String dialect();

    /**
     * Appends SQL text as it stands.
     *
     * @param sql the text
     * @return this writer
     */
    Writer text(String sql);

    /**
     * Appends a name, quoted where the dialect needs it.
     *
     * @param name the name
     * @return this writer
     */
    Writer identifier(String name);

    /**
     * Appends a node, in parentheses if it is an operator.
     *
     * @param node the node
     * @return this writer
     */
    Writer node(Node node);
  }
}
