package io.aludel.automap;

/**
 * Something about the tables that the sources do not say, or say in another way than one might expect.
 *
 * @param reason the kind of note
 * @param subject what it is about: a table, or a column as {@code table.column}
 * @param text a sentence or two, for people
 */
public record Note(Reason reason, String subject, String text) {
  /** The kinds of notes. */
  public enum Reason {
    /** The table has no primary key that a class could have, so that its rows cannot be objects; it has no class. */
    NO_PRIMARY_KEY,
    /** A foreign key leads to a table without a class; the class does not know of it. */
    TARGET_WITHOUT_CLASS,
    /** Only the database knows the type of the column; its values are what the driver gives. */
    TYPE_OF_DATABASE,
    /** Nothing in Java says the type of the column; the class leaves it out. */
    UNKNOWN_TYPE,
    /** The name was taken, so that another one stands in the source. */
    RENAMED,
    /** The link table is not quite what its relationships would create; they read and write it all the same. */
    LINK_TABLE
  }

  @Override
  public String toString() {
    return subject + ": " + text;
  }
}
