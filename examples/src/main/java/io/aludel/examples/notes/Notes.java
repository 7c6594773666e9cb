package io.aludel.examples.notes;

import io.aludel.AludelException;
import io.aludel.engine.Engine;
import io.aludel.examples.program.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

/** The service as a program; {@code --help} tells its options and exit codes. */
public final class Notes {
  private static final int REFUSED = 1;
  private static final int NONSENSE = 2;

  private Notes() {}

  /**
   * Runs the program until it is killed.
   *
   * @param arguments the command line, see {@code --help}
   */
  public static void main(String[] arguments) {
    int status = run(List.of(arguments), System.out, System.err, Notes::untilKilled);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(List<String> arguments, PrintStream out, PrintStream errors, Runnable wait) {
    try {
      NotesOptions options = NotesOptions.parse(arguments);
      if (options.help()) {
        out.print(NotesOptions.USAGE);
        return 0;
      }
      InetSocketAddress address = new InetSocketAddress("localhost", options.port());
      try (Engine engine = Engine.create(options.url());
          NotesService service = NotesService.start(address, engine, errors)) {
        out.println("Serving http://localhost:" + service.port() + "/notes, /albums and /tracks"
            + " from " + engine.dialect().name() + ". Ctrl-C ends it.");
        wait.run();
        return 0;
      }
    } catch (UsageException wrong) {
      errors.println(wrong.getMessage());
      errors.println("Try --help.");
      return NONSENSE;
    } catch (AludelException | IOException | CompletionException failed) {
      errors.println(
          failed instanceof CompletionException && failed.getCause() != null
              ? failed.getCause().getMessage()
              : failed.getMessage());
      return REFUSED;
    }
  }

  /** The hook of the JVM ends the wait, so that the service is closed in order. */
  private static void untilKilled() {
    CountDownLatch killed = new CountDownLatch(1);
    Thread here = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      killed.countDown();
      try {
        here.join(5_000);
      } catch (InterruptedException enough) {
        Thread.currentThread().interrupt();
      }
    }));
    try {
      killed.await();
    } catch (InterruptedException enough) {
      Thread.currentThread().interrupt();
    }
  }
}
