package io.aludel.processor;

import io.aludel.processor.internal.command.WeaveCommand;
import java.util.List;

/**
 * The {@code weave} command: weaves the compiled classes of folders. Run it with {@code --help} to see
 * how.
 */
public final class WeaveMain {
  private WeaveMain() {}

  /**
   * Runs the command and ends the virtual machine with its exit code.
   *
   * @param arguments as given on the command line
   */
  public static void main(String[] arguments) {
    System.exit(new WeaveCommand(System.out, System.err).run(List.of(arguments)));
  }
}
