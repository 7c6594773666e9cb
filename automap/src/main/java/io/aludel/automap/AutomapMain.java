package io.aludel.automap;

import java.util.List;

/**
 * The {@code automap} command: writes entity classes for the tables of a database. Run it with {@code
 * --help} to see how.
 */
public final class AutomapMain {
  private AutomapMain() {}

  /**
   * Runs the command and ends the virtual machine with its exit code.
   *
   * @param arguments as given on the command line
   */
  public static void main(String[] arguments) {
    String password = System.getProperty(AutomapCommand.PROPERTY);
    System.exit(new AutomapCommand(System.out, System.err)
        .password(password == null ? System.getenv(AutomapCommand.VARIABLE) : password)
        .run(List.of(arguments)));
  }
}
