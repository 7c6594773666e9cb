package io.aludel.automap;

import io.aludel.AludelException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineBuilder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes entity classes for the tables of a database, as the command line says. */
final class AutomapCommand {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  static final String PROPERTY = "aludel.automap.password";
  static final String VARIABLE = "ALUDEL_AUTOMAP_PASSWORD";

  private static final String HELP = """
      Usage: java -cp <automap, its class path and a driver> io.aludel.automap.AutomapMain
          --url <url> --package <name> --out <folder> [options]

      Writes an entity class for each table of a database into a folder of sources.

      Options:
        --url <url>         the database, such as jdbc:postgresql://localhost/shop
        --user <name>       whom to log in as, unless the URL says it
        --package <name>    the package of the classes, such as shop.model
        --out <folder>      where to write, such as src/main/java
        --schema <name>     a schema to look at instead of the default one; may be repeated
        --only <table>      write classes for such tables and no others; may be repeated
        --without <table>   write no class for this table; may be repeated
        --replace           write over files that say something else
        -h, --help          show this text

      The password is read from the environment variable ALUDEL_AUTOMAP_PASSWORD or the system
      property aludel.automap.password, so that it stands in no list of processes.

      Exit codes: 0 done, 1 something failed and is explained, 2 wrong arguments.
      """;

  private final PrintStream out;
  private final PrintStream err;
  private @Nullable String password;

  AutomapCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  AutomapCommand password(@Nullable String secret) {
    password = secret;
    return this;
  }

  int run(List<String> arguments) {
    AutomapArguments asked;
    try {
      asked = AutomapArguments.parse(arguments);
    } catch (AutomapArguments.UsageException wrong) {
      err.println("automap: " + wrong.getMessage());
      err.print(HELP);
      return USAGE;
    }
    if (asked.help()) {
      out.print(HELP);
      return OK;
    }
    try (Engine engine = open(asked)) {
      return write(engine, asked);
    } catch (AludelException failed) {
      err.println("automap: " + failed.getMessage());
      return FAILED;
    }
  }

  private Engine open(AutomapArguments asked) {
    EngineBuilder engine = Engine.builder(asked.one("--url"));
    if (asked.has("--user")) {
      engine = engine.user(asked.one("--user"));
    }
    String secret = password;
    return (secret == null ? engine : engine.password(secret)).create();
  }

  private int write(Engine engine, AutomapArguments asked) {
    Automap automap = Automap.of(engine)
        .packageName(asked.one("--package"))
        .only(asked.all("--only"))
        .without(asked.all("--without"));
    if (asked.has("--schema")) {
      automap = automap.schemas(asked.all("--schema"));
    }
    Sources sources = automap.sources();
    sources.notes().forEach(note -> out.println("note: " + note));
    if (sources.texts().isEmpty()) {
      err.println("automap: no table there can have a class. Check --url and --schema.");
      return FAILED;
    }
    Path folder = asked.folder();
    List<Path> written = asked.replace() ? sources.replaceIn(folder) : sources.writeTo(folder);
    written.forEach(file -> out.println("wrote " + file));
    out.println(written.size() + " of " + sources.texts().size() + " files written.");
    return OK;
  }
}
