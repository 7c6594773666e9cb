package io.aludel.bench;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The class path of this process, and one more folder, as applications have it: in jars. */
final class ClassPath {
  private final List<Path> entries = new ArrayList<>();

  ClassPath(Path more) {
    entries.add(more);
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      entries.add(Path.of(entry));
    }
  }

  /** The same with a jar for each folder; the JVM archives classes of jars only. */
  String inJars(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> jars = new ArrayList<>();
    for (Path entry : entries) {
      Path absolute = entry.toAbsolutePath();
      jars.add(
          Files.isDirectory(absolute)
              ? pack(absolute, folder.resolve(jars.size() + ".jar"))
              : absolute.toString());
    }
    return String.join(File.pathSeparator, jars);
  }

  private static String pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
        String name = classes.relativize(each).toString().replace(File.separatorChar, '/');
        out.putNextEntry(new JarEntry(name));
        Files.copy(each, out);
      }
    }
    return jar.toAbsolutePath().toString();
  }
}
