package io.aludel.automap;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command was asked to do.
 *
 * @param help whether only to explain itself
 * @param replace whether to write over other files
 * @param folder where to write
 * @param values what stands behind each option
 */
record AutomapArguments(
    boolean help, boolean replace, Path folder, Map<String, List<String>> values) {
  private static final Set<String> ONCE = Set.of("--url", "--user", "--package", "--out");
  private static final Set<String> REPEATED = Set.of("--schema", "--only", "--without");
  private static final List<String> NEEDED = List.of("--url", "--package", "--out");

  /** Says what is wrong with the arguments. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }

  static AutomapArguments parse(List<String> arguments) throws UsageException {
    boolean help = false;
    boolean replace = false;
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int index = 0; index < arguments.size(); index++) {
      String argument = arguments.get(index);
      if (argument.equals("--help") || argument.equals("-h")) {
        help = true;
      } else if (argument.equals("--replace")) {
        replace = true;
      } else {
        index++;
        requireValue(argument, index < arguments.size(), values);
        values.computeIfAbsent(argument, any -> new ArrayList<>()).add(arguments.get(index));
      }
    }
    if (!help) {
      requireAll(values);
    }
    Path folder = folder(values.getOrDefault("--out", List.of("")).get(0));
    return new AutomapArguments(help, replace, folder, values);
  }

  private static void requireValue(
      String argument, boolean follows, Map<String, List<String>> values) throws UsageException {
    if (!ONCE.contains(argument) && !REPEATED.contains(argument)) {
      throw new UsageException("There is no option " + argument + ".");
    }
    if (!follows) {
      throw new UsageException(argument + " needs a value behind it.");
    }
    if (ONCE.contains(argument) && values.containsKey(argument)) {
      throw new UsageException(argument + " stands there twice.");
    }
  }

  private static void requireAll(Map<String, List<String>> values) throws UsageException {
    for (String needed : NEEDED) {
      if (!values.containsKey(needed)) {
        throw new UsageException("Say " + needed + ".");
      }
    }
  }

  private static Path folder(String name) throws UsageException {
    try {
      return Path.of(name);
    } catch (InvalidPathException wrong) {
      throw new UsageException("'" + name + "' is no folder: " + wrong.getReason() + ".");
    }
  }

  boolean has(String option) {
    return values.containsKey(option);
  }

  String one(String option) {
    return values.getOrDefault(option, List.of("")).get(0);
  }

  String[] all(String option) {
    return values.getOrDefault(option, List.of()).toArray(String[]::new);
  }
}
