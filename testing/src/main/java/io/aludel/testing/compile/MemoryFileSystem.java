package io.aludel.testing.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Keeps what a compilation writes in memory, and shows it what earlier ones wrote. */
final class MemoryFileSystem extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<String, byte[]> output;
  private final List<Map<String, byte[]>> earlier;

  MemoryFileSystem(
      JavaFileManager standard, Map<String, byte[]> output, List<Map<String, byte[]>> earlier) {
    super(standard);
    this.output = output;
    this.earlier = earlier;
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.CLASS_OUTPUT
        || location == StandardLocation.SOURCE_OUTPUT
        || super.hasLocation(location);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, Kind kind, @Nullable FileObject sibling) {
    return new MemoryFile(className.replace('.', '/') + kind.extension, kind, output);
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String name, @Nullable FileObject sibling) {
    return resource(packageName, name);
  }

  @Override
  public @Nullable FileObject getFileForInput(Location location, String packageName, String name)
      throws IOException {
    MemoryFile file = resource(packageName, name);
    return location.isOutputLocation()
        ? output.containsKey(file.path()) ? file : null
        : super.getFileForInput(location, packageName, name);
  }

  private MemoryFile resource(String packageName, String name) {
    String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
    Kind kind = name.endsWith(".class") ? Kind.CLASS : Kind.OTHER;
    return new MemoryFile(folder + name, kind, output);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    List<JavaFileObject> found = new ArrayList<>();
    super.list(location, packageName, kinds, recurse).forEach(found::add);
    if (location == StandardLocation.CLASS_PATH && kinds.contains(Kind.CLASS)) {
      String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
      for (Map<String, byte[]> files : earlier) {
        for (String path : files.keySet()) {
          if (isIn(path, folder, recurse)) {
            found.add(new MemoryFile(path, Kind.CLASS, files));
          }
        }
      }
    }
    return found;
  }

  private static boolean isIn(String path, String folder, boolean recurse) {
    return path.endsWith(Kind.CLASS.extension)
        && path.startsWith(folder)
        && (recurse || path.indexOf('/', folder.length()) < 0);
  }

  @Override
  public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
    if (file instanceof MemoryFile) {
      String path = ((MemoryFile) file).path();
      return path.substring(0, path.lastIndexOf('.')).replace('/', '.');
    }
    return super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(FileObject one, FileObject other) {
    return one.toUri().equals(other.toUri());
  }
}
