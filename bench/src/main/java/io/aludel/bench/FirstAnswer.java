package io.aludel.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.function.ToLongFunction;

/** A process that ends with its first answer, which {@link StartUp} waits for. */
public final class FirstAnswer {
  private FirstAnswer() {}

  /**
   * Reads one row and prints its checksum.
   *
   * @param arguments where the database is, and who reads: a contestant, or a class that was generated
   * @throws Exception if there is no such contestant, or the database fails
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    out.println(answer(arguments[0], arguments[1]));
    System.exit(0); // threads of pools would keep the process
  }

  private static long answer(String url, String who) throws Exception {
    Place place = Place.existing(url);
    if (who.contains(".")) {
      @SuppressWarnings("unchecked")
      ToLongFunction<Place> generated =
          (ToLongFunction<Place>) Class.forName(who).getConstructor().newInstance();
      return generated.applyAsLong(place);
    }
    return Who.valueOf(who).open(place).getByKey(List.of(1));
  }
}
