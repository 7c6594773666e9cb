package io.aludel.processor.internal.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the command was asked to do.
 *
 * @param help whether only to explain itself
 * @param quiet whether to say nothing when all is well
 * @param folders the folders to weave
 * @param classPath where else to look for super classes
 */
record Arguments(boolean help, boolean quiet, List<Path> folders, List<Path> classPath) {
  /** Says what is wrong with the arguments. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }

  static Arguments parse(List<String> arguments) throws UsageException {
    boolean help = false;
    boolean quiet = false;
    List<Path> folders = new ArrayList<>();
    List<Path> classPath = new ArrayList<>();
    for (int index = 0; index < arguments.size(); index++) {
      String argument = arguments.get(index);
      switch (argument) {
        case "--help", "-h" -> help = true;
        case "--quiet", "-q" -> quiet = true;
        case "--class-path", "-cp" -> {
          index++;
          if (index == arguments.size()) {
            throw new UsageException(argument + " needs a class path behind it.");
          }
          classPath.addAll(paths(arguments.get(index)));
        }
        default -> folders.add(folder(argument));
      }
    }
    if (!help && folders.isEmpty()) {
      throw new UsageException("Name at least one folder of compiled classes.");
    }
    return new Arguments(help, quiet, folders, classPath);
  }

  private static Path folder(String argument) throws UsageException {
    if (argument.startsWith("-")) {
      throw new UsageException("There is no option " + argument + ".");
    }
    Path folder = path(argument);
    if (!Files.isDirectory(folder)) {
      throw new UsageException("There is no folder " + argument + ".");
    }
    return folder;
  }

  private static List<Path> paths(String classPath) throws UsageException {
    List<Path> paths = new ArrayList<>();
    for (String entry : classPath.split(Pattern.quote(File.pathSeparator))) {
      if (!entry.isBlank()) {
        paths.add(path(entry));
      }
    }
    return paths;
  }

  private static Path path(String text) throws UsageException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException("'" + text + "' is no path: " + e.getReason() + ".");
    }
  }
}
