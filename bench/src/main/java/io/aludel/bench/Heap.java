package io.aludel.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jol.info.GraphLayout;

/**
 * What a session keeps for an object that it manages, beyond the object's own values, by the sizes of all
 * objects that it reaches. Not of Ebean, whose objects reach classes that need libraries it does without.
 */
public final class Heap {
  private static final List<Who> SESSIONS = List.of(Who.ALUDEL, Who.HIBERNATE);

  private Heap() {}

  /**
   * Prints bytes for each of 10,000 managed entities without changes, then with all of them changed.
   *
   * @param arguments none
   * @throws SQLException if the database fails
   * @throws IOException if the document cannot be written
   */
  public static void main(String[] arguments) throws SQLException, IOException {
    List<String> lines = new ArrayList<>(List.of(
        "| Bytes for each object | loaded, unchanged | one attribute changed, not flushed |",
        "| --- | ---: | ---: |"));
    for (Who who : SESSIONS) {
      lines.add(line(who));
    }
    Page.show("heap", lines);
  }

  private static String line(Who who) throws SQLException {
    try (Place place = Place.open(Database.SQLITE);
        Library library = new Library(Database.SQLITE, place.jdbc());
        Held held = who.hold(place)) {
      long empty = size(held.root());
      held.load();
      long plain = size(held.copies());
      long clean = size(held.root()) - empty - plain;
      held.change();
      long changed = size(held.root()) - empty - plain;
      return String.format(
          Locale.ROOT,
          "| %s | %d%s | %d |",
          who.title(),
          clean / Library.AUTHORS,
          who == Who.ALUDEL ? " (100)" : "",
          changed / Library.AUTHORS);
    }
  }

  private static long size(Object root) {
    return GraphLayout.parseInstance(root).totalSize();
  }
}
