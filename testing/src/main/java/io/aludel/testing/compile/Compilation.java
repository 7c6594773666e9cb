package io.aludel.testing.compile;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What came of compiling some sources: messages, generated sources, classes. Immutable; the class loader
 * is made once.
 */
public final class Compilation {
  private final List<CompileMessage> messages;
  private final Map<String, byte[]> files;
  private final ClassLoader loader;

  Compilation(List<CompileMessage> messages, Map<String, byte[]> files, ClassLoader parent) {
    this.messages = List.copyOf(messages);
    this.files = Collections.unmodifiableMap(files);
    this.loader = new MemoryClassLoader(this.files, parent);
  }

  /**
   * Whether there was no error.
   *
   * @return true when classes were written
   */
  public boolean isSuccessful() {
    return errors().isEmpty();
  }

  /**
   * What the compiler said, errors and warnings alike.
   *
   * @return the messages in their order
   */
  public List<CompileMessage> messages() {
    return messages;
  }

  /**
   * The messages that made the compilation fail.
   *
   * @return the errors in their order
   */
  public List<CompileMessage> errors() {
    return messages.stream().filter(CompileMessage::isError).toList();
  }

  /**
   * Insists that there was no error.
   *
   * @return this
   * @throws AssertionError if there was one; it shows all of them
   */
  public Compilation requireSuccess() {
    if (!isSuccessful()) {
      StringBuilder text = new StringBuilder("The sources do not compile:");
      errors().forEach(error -> text.append("\n  ").append(error));
      throw new AssertionError(text.toString());
    }
    return this;
  }

  /**
   * A source that a processor generated.
   *
   * @param className the qualified name of its class
   * @return the text
   * @throws AssertionError if there is none
   */
  public String generatedSource(String className) {
    return text(className.replace('.', '/') + ".java");
  }

  /**
   * A file that was written, as text.
   *
   * @param path its path below the output folder, with slashes
   * @return the text
   * @throws AssertionError if there is none
   */
  public String text(String path) {
    return new String(file(path), StandardCharsets.UTF_8);
  }

  /**
   * The class file of a class.
   *
   * @param binaryName its name, with {@code $} before nested ones
   * @return the content
   * @throws AssertionError if there is none
   */
  public byte[] classFile(String binaryName) {
    return file(binaryName.replace('.', '/') + ".class").clone();
  }

  /**
   * The names of all files that were written.
   *
   * @return paths below the output folder, with slashes, sorted
   */
  public Set<String> paths() {
    return new TreeSet<>(files.keySet());
  }

  /**
   * A class that was compiled, loaded but not yet initialised.
   *
   * @param binaryName its name, with {@code $} before nested ones
   * @return the class
   * @throws AssertionError if there is none
   */
  public Class<?> load(String binaryName) {
    try {
      return Class.forName(binaryName, false, loader);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("No class " + binaryName + " was compiled, only " + paths(), e);
    }
  }

  /**
   * A loader that knows the compiled classes and those of earlier compilations.
   *
   * @return the same loader each time
   */
  public ClassLoader classLoader() {
    return loader;
  }

  Map<String, byte[]> files() {
    return files;
  }

  private byte[] file(String path) {
    byte[] content = files.get(path);
    if (content == null) {
      throw new AssertionError("No file " + path + " was written, only " + paths());
    }
    return content;
  }
}
