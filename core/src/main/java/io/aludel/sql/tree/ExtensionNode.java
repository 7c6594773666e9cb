package io.aludel.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * The schema that stands in the place of one, as the options of the execution say.
     *
     * @param schema the schema of a table, sequence or type; null for the default
     * @return the schema to write, or null for the default
     */
    @Nullable String schema(@Nullable String schema);

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
     * Appends the schema of a table, each of its names quoted where the dialect needs it.
     *
     * @param schema what was said to be the schema
     * @return this writer
     */
    Writer schemaName(String schema);

    /**
     * Appends a node, in parentheses if it is an operator.
     *
     * @param node the node
     * @return this writer
     */
    Writer node(Node node);

    /**
     * Appends nodes with commas between them.
     *
     * @param nodes the nodes
     * @return this writer
     */
    Writer nodes(List<? extends Node> nodes);

    /**
     * Appends a table, alias or join as it stands in FROM.
     *
     * @param source the source of rows
     * @return this writer
     */
    Writer source(FromNode source);

    /**
     * Appends a query, without parentheses.
     *
     * @param query the query
     * @return this writer
     */
    Writer query(QueryNode query);

    /**
     * Says that a construct cannot be written for this dialect. In text for people, its class is
     * appended instead.
     *
     * @param construct the construct
     * @throws io.aludel.AludelException unless the text is for people
     */
    void unspelled(Object construct);
  }
}
