package io.aludel.automap;

import io.aludel.ArgumentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A folder of sources. Each file is written beside its place and moved there when it is whole. */
final class SourceFolder {
  private final Path root;

  SourceFolder(Path root) {
    this.root = ArgumentException.requireNonNull(root, "the folder of sources");
  }

  void refuseOthers(Map<String, String> texts) {
    List<Path> others = new ArrayList<>();
    texts.forEach((name, text) -> {
      Path file = file(name);
      if (Files.exists(file) && !says(file, text)) {
        others.add(file);
      }
    });
    if (!others.isEmpty()) {
      throw new AutomapException(
          AutomapError.FILE_DIFFERS,
          "No source was written: " + others + " exist and say something else. Move them away,"
              + " write to another folder, or replace them on purpose with replaceIn.");
    }
  }

  List<Path> write(Map<String, String> texts) {
    List<Path> written = new ArrayList<>();
    texts.forEach((name, text) -> {
      Path file = file(name);
      if (!says(file, text)) {
        write(file, text);
        written.add(file);
      }
    });
    return written;
  }

  private Path file(String className) {
    return root.resolve(className.replace('.', '/') + ".java");
  }

  private static boolean says(Path file, String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes);
    } catch (IOException unreadable) {
      throw failed("read", file, unreadable);
    }
  }

  private static void write(Path file, String text) {
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      Path part = folder.resolve("." + file.getFileName() + ".part");
      try {
        Files.writeString(part, text);
        move(part, file);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException unwritable) {
      throw failed("written", file, unwritable);
    }
  }

  private static void move(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException plain) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static AutomapException failed(String done, Path file, IOException why) {
    return new AutomapException(
        AutomapError.FILE_FAILED,
        "File " + file + " could not be " + done + ": " + why.getMessage()
            + ". Sources before it in order are written. Mend that and run again.",
        why);
  }
}
