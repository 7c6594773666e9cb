package io.aludel.automap;

import io.aludel.ArgumentException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Java sources for the tables of a database. The same tables give the same sources. Nothing is written
 * until {@link #writeTo} or {@link #replaceIn}. Immutable.
 */
public final class Sources {
  private final Map<String, String> texts;
  private final List<Note> notes;

  Sources(Map<String, String> texts, List<Note> notes) {
    this.texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    this.notes = List.copyOf(notes);
  }

  /**
   * The sources by the qualified names of their classes, in the order of the names.
   *
   * @return text by name
   */
  public Map<String, String> texts() {
    return texts;
  }

  /**
   * The source of a class.
   *
   * @param className its qualified name
   * @return the text
   * @throws AutomapException if no such class was made
   */
  public String text(String className) {
    String found = texts.get(ArgumentException.requireText(className, "the name of a class"));
    if (found == null) {
      throw new AutomapException(
          AutomapError.UNKNOWN_TABLE,
          "There is no source of class '" + className + "'. Choose one of " + texts.keySet() + ".");
    }
    return found;
  }

  /**
   * What the sources do not say of the tables, and why; in order.
   *
   * @return the notes; empty if all was said
   */
  public List<Note> notes() {
    return notes;
  }

  /**
   * Writes the sources below a folder, which is made if need be. Files that say the same already are left
   * alone. A file is there as a whole or not at all, even if the machine fails meanwhile.
   *
   * @param folder such as {@code src/main/java}
   * @return the files that were written
   * @throws AutomapException if a file is there that says something else, in which case nothing is
   *     written, or if a file cannot be read or written
   */
  public List<Path> writeTo(Path folder) {
    SourceFolder target = new SourceFolder(folder);
    target.refuseOthers(texts);
    return target.write(texts);
  }

  /**
   * Writes the sources like {@link #writeTo}, in place of what is there. What you changed by hand in these
   * files is lost.
   *
   * @param folder such as {@code src/main/java}
   * @return the files that were written
   * @throws AutomapException if a file cannot be read or written
   */
  public List<Path> replaceIn(Path folder) {
    return new SourceFolder(folder).write(texts);
  }
}
