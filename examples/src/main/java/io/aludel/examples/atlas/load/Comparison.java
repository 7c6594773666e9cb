package io.aludel.examples.atlas.load;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.examples.atlas.facts.JdkWorld;
import io.aludel.examples.atlas.facts.Kind;
import io.aludel.examples.atlas.facts.NamesFact;
import io.aludel.examples.atlas.facts.ZoneFact;
import io.aludel.examples.program.Turns;
import io.aludel.orm.SessionFactory;
import io.aludel.schema.Table;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Writes the same facts through sessions and by hand, in turns, each into empty tables. All facts are in
 * memory before the first clock starts, and both commit after the same rows.
 */
public final class Comparison {
  private final JdkWorld world;
  private final List<List<ZoneFact>> zones;
  private final List<List<NamesFact>> names;
  private long rows;

  /**
   * Gathers the facts.
   *
   * @param world where from
   */
  public Comparison(JdkWorld world) {
    this.world = world;
    List<ZoneFact> zoneFacts = world.codes(Kind.ZONE).stream().map(world::zone).toList();
    List<NamesFact> nameFacts = world.cultures().parallelStream()
        .map(culture -> world.names(culture.tag()))
        .toList();
    zones = AtlasLoad.portions(zoneFacts, AtlasLoad.ZONES);
    names = AtlasLoad.portions(nameFacts, AtlasLoad.CULTURES);
    zoneFacts.forEach(fact -> rows += fact.changes().size());
    nameFacts.forEach(fact -> rows += fact.names().size());
  }

  /**
   * Takes turns, and prints the times.
   *
   * @param empty gives an engine on an empty database each time
   * @param rounds how often each writes
   * @param out where to print
   * @return the median through sessions as a multiple of the median by hand
   */
  public double run(Supplier<Engine> empty, int rounds, PrintStream out) {
    Turns turns = new Turns();
    for (int round = 0; round < rounds; round++) {
      double hand = byHand(empty);
      double session = throughSessions(empty);
      turns.add(session, hand);
      out.printf(
          Locale.ROOT,
          "  round %d: by hand %6.2f s, through sessions %6.2f s%n",
          round + 1,
          hand,
          session);
    }
    double ratio = turns.ratio();
    out.printf(Locale.ROOT, "  %,d rows; medians: sessions take %.2f times as long%n", rows, ratio);
    return ratio;
  }

  private double byHand(Supplier<Engine> empty) {
    return inEmptyTables(empty, engine -> {
      boolean text = engine.dialect().name().equals("sqlite");
      try (Connection connection = engine.connect()) {
        return seconds(new HandWriter(connection.jdbc(), text));
      }
    });
  }

  private double throughSessions(Supplier<Engine> empty) {
    return inEmptyTables(
        empty, engine -> seconds(new SessionWriter(SessionFactory.of(engine, Models.ATLAS))));
  }

  private static double inEmptyTables(Supplier<Engine> empty, ToDoubleFunction<Engine> work) {
    try (Engine engine = empty.get()) {
      refuseExistingTables(engine);
      Models.ATLAS.metadata().createAll(engine);
      try {
        return work.applyAsDouble(engine);
      } finally {
        Models.ATLAS.metadata().dropAll(engine);
      }
    }
  }

  /**
   * Makes sure that nobody's atlas is in the way.
   *
   * @param engine the database to compare on
   * @throws TablesInTheWayException if it has a table of the atlas
   */
  public static void refuseExistingTables(Engine engine) {
    engine.withDdl(database -> {
      for (Table table : Models.ATLAS.metadata().tables()) {
        if (database.hasTable(table)) {
          throw new TablesInTheWayException(table.name());
        }
      }
    });
  }

  /** The database has tables of the atlas already, which a comparison would have to empty. */
  public static final class TablesInTheWayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TablesInTheWayException(String table) {
      super("Cannot compare: there is a table " + table
          + " already, and a comparison needs a database"
          + " without the atlas. Name another one with --database or --file.");
    }
  }

  private double seconds(Writer writer) {
    long began = System.nanoTime();
    writer.skeleton(world);
    zones.forEach(writer::changes);
    names.forEach(writer::names);
    return (System.nanoTime() - began) / 1e9;
  }
}
