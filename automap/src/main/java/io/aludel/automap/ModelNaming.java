package io.aludel.automap;

import io.aludel.orm.mapping.Direction;
import io.aludel.schema.Column;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * How classes, attributes and relationships are called, and which relationships there are (parity row
 * ORM-DDL-27). Every method has an answer of its own; override what shall be otherwise. Names that are
 * taken get a number, with a {@link Note}.
 */
public interface ModelNaming {
  /** The naming that knows some English: table {@code order_items} has class {@code OrderItem}. */
  ModelNaming STANDARD = new ModelNaming() {};

  /**
   * The simple name of the class for a table.
   *
   * @param table the table
   * @return the last word of the table's name in the singular, all in camel case
   */
  default String className(Table table) {
    return JavaNames.className(table.name());
  }

  /**
   * The package of the class for a table, such as one for each schema.
   *
   * @param table the table
   * @return the package, or null for the one that {@link Automap#packageName} said
   */
  default @Nullable String packageName(Table table) {
    return null;
  }

  /**
   * The name of the attribute for a column.
   *
   * @param column the column
   * @return its name in camel case
   */
  default String attributeName(Column<?> column) {
    return JavaNames.attributeName(column.name());
  }

  /**
   * The name of a relationship to one object.
   *
   * @param end where it stands, with the foreign key
   * @return what the columns of the key say before the names of those referred to ({@code author_id}
   *     gives {@code author}), else the class it leads to
   */
  default String scalarName(RelationshipEnd end) {
    String said = JavaNames.prefix(end.key());
    return said.isEmpty()
        ? JavaNames.uncapitalized(className(end.target()))
        : JavaNames.attributeName(said);
  }

  /**
   * The name of a collection.
   *
   * @param end where it stands, with the foreign key and, for links, their table
   * @return the plural of the class it leads to; where several foreign keys or tables of links lead
   *     there, also by which; {@code children} for the other side of {@code parent}
   */
  default String collectionName(RelationshipEnd end) {
    Table link = end.link();
    if (link != null) {
      return linkName(end, link);
    }
    String plural = English.plural(JavaNames.uncapitalized(className(end.target())));
    String other = scalarName(
        new RelationshipEnd(Direction.MANY_TO_ONE, end.target(), end.owner(), end.key(), null));
    boolean several = end.target().foreignKeys().stream()
            .filter(key -> leadsTo(key, end.owner()))
            .count()
        > 1;
    if (end.owner() == end.target() && other.equals("parent")) {
      return "children";
    }
    return several ? plural + "By" + JavaNames.capitalized(other) : plural;
  }

  private String linkName(RelationshipEnd end, Table link) {
    String said = JavaNames.prefix(end.key());
    if (end.owner() == end.target() && !said.isEmpty()) {
      return English.plural(JavaNames.attributeName(said));
    }
    String plural = English.plural(JavaNames.uncapitalized(className(end.target())));
    boolean several = link.metadata().tables().stream()
            .map(LinkPlan::of)
            .filter(other -> other != null && other.links(end.owner(), end.target()))
            .count()
        > 1;
    return several ? plural + "By" + className(link) : plural;
  }

  private static boolean leadsTo(ForeignKey key, Table table) {
    return key.isResolvable() && key.referredTable() == table;
  }

  /**
   * Decides whether a relationship is written, and how.
   *
   * @param usual the relationship with its name and what follows from the foreign key
   * @return it, or another one in its place, or null for none
   */
  default @Nullable GeneratedRelationship relationship(GeneratedRelationship usual) {
    return usual;
  }
}
