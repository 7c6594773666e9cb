package io.aludel.bench;

import io.aludel.bench.aludel.HeldAuthors;
import java.io.PrintStream;
import java.util.Locale;
import org.openjdk.jol.info.GraphLayout;

/** What a session keeps for an object that it manages, beyond the object's own values. */
public final class Heap {
  private Heap() {}

  /**
   * Prints bytes for each of 10,000 managed entities without changes, then with all of them changed.
   *
   * @param arguments none
   * @throws java.sql.SQLException if the database fails
   */
  public static void main(String[] arguments) throws java.sql.SQLException {
    try (Place place = Place.open(Database.SQLITE);
        Library library = new Library(Database.SQLITE, place.jdbc());
        HeldAuthors held = new HeldAuthors(place.url())) {
      long empty = size(held.session());
      held.load();
      print("clean", size(held.session()) - empty, size(held.copies()));
      held.change();
      print("changed", size(held.session()) - empty, size(held.copies()));
    }
  }

  private static void print(String which, long managed, long plain) {
    PrintStream out = System.out;
    out.printf(
        Locale.ROOT,
        "%s: %d bytes for each managed entity, %d for a plain object of the same values, %d between%n",
        which,
        managed / Library.AUTHORS,
        plain / Library.AUTHORS,
        (managed - plain) / Library.AUTHORS);
  }

  private static long size(Object root) {
    return GraphLayout.parseInstance(root).totalSize();
  }
}
