package io.aludel.processor.internal.index;

import io.aludel.orm.weave.Weave;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The index of one classes folder: the binary name of one entity a line, sorted, so that equal sources
 * make equal files.
 */
public final class IndexFile {
  private final Path folder;

  /**
   * Speaks of the index of a folder.
   *
   * @param folder the folder that holds the classes
   */
  public IndexFile(Path folder) {
    this.folder = folder;
  }

  /**
   * The entities that the index names.
   *
   * @return binary names; none without an index
   * @throws IOException if the file cannot be read
   */
  public Set<String> read() throws IOException {
    Path file = file();
    return Files.exists(file)
        ? parse(Files.readString(file, StandardCharsets.UTF_8))
        : new TreeSet<>();
  }

  /**
   * Whether the folder holds the class file of a class.
   *
   * @param binaryName the name of the class
   * @return true if the file is there
   */
  public boolean hasClass(String binaryName) {
    return Files.exists(folder.resolve(binaryName.replace('.', '/') + ".class"));
  }

  /**
   * Replaces the index; removes it when there is nothing to list. Leaves a file alone that is right.
   *
   * @param entities binary names
   * @throws IOException if the file cannot be written
   */
  public void write(Collection<String> entities) throws IOException {
    Path file = file();
    if (entities.isEmpty()) {
      Files.deleteIfExists(file);
    } else if (!Files.exists(file) || !read().equals(new TreeSet<>(entities))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, format(entities), StandardCharsets.UTF_8);
    }
  }

  private Path file() {
    return folder.resolve(Weave.INDEX);
  }

  static Set<String> parse(String text) {
    Set<String> names = new TreeSet<>();
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(names::add);
    return names;
  }

  static String format(Collection<String> entities) {
    return String.join("\n", new TreeSet<>(entities)) + "\n";
  }
}
