package io.aludel.processor.internal.javac;

import io.aludel.processor.internal.files.OutputFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import javax.annotation.processing.Filer;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Finds class files that the compiler has just written. On disk they are rewritten behind the
 * compiler's back, because newer compilers warn when a file is written twice through them; anywhere
 * else, such as in memory, the {@code Filer} is the only way.
 */
final class ClassOutput {
  /** A class file that can be read and replaced. Its text form says where it is. */
  interface ClassFile {
    byte[] read() throws IOException;

    void write(byte[] content) throws IOException;
  }

  private final OutputFiles files;
  private final Elements elements;

  ClassOutput(Filer filer, Elements elements) {
    this.files = new OutputFiles(filer);
    this.elements = elements;
  }

  /** The class file of {@code type}; null when there is none that can be reached. */
  @Nullable ClassFile find(TypeElement type, @Nullable JavaFileObject source) throws IOException {
    String binaryName = elements.getBinaryName(type).toString();
    int dot = binaryName.lastIndexOf('.');
    String packageName = dot < 0 ? "" : binaryName.substring(0, dot);
    String fileName = binaryName.substring(dot + 1) + ".class";
    ModuleElement module = elements.getModuleOf(type);
    String moduleName = module == null ? "" : module.getQualifiedName().toString();
    FileObject written = files.find(moduleName, packageName, fileName);
    Path path = OutputFiles.path(written.toUri());
    if (path == null) {
      return new FilerFile(written, moduleName, packageName, fileName);
    }
    Path found = newer(path, besideSource(source, fileName));
    return found == null ? null : new DiskFile(found);
  }

  /** Without the option -d, classes are written beside their sources. */
  private static @Nullable Path besideSource(@Nullable JavaFileObject source, String fileName) {
    Path path = source == null ? null : OutputFiles.path(source.toUri());
    return path == null ? null : path.resolveSibling(fileName);
  }

  private static @Nullable Path newer(Path first, @Nullable Path second) throws IOException {
    boolean hasFirst = Files.exists(first);
    if (second == null || !Files.exists(second)) {
      return hasFirst ? first : null;
    }
    FileTime time = Files.getLastModifiedTime(second);
    return hasFirst && Files.getLastModifiedTime(first).compareTo(time) >= 0 ? first : second;
  }

  private record DiskFile(Path path) implements ClassFile {
    @Override
    public byte[] read() throws IOException {
      return Files.readAllBytes(path);
    }

    @Override
    public void write(byte[] content) throws IOException {
      Files.write(path, content);
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  private final class FilerFile implements ClassFile {
    private final FileObject file;
    private final String moduleName;
    private final String packageName;
    private final String fileName;

    FilerFile(FileObject file, String moduleName, String packageName, String fileName) {
      this.file = file;
      this.moduleName = moduleName;
      this.packageName = packageName;
      this.fileName = fileName;
    }

    @Override
    public byte[] read() throws IOException {
      try (InputStream in = file.openInputStream()) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        in.transferTo(content);
        return content.toByteArray();
      }
    }

    @Override
    public void write(byte[] content) throws IOException {
      FileObject target = files.create(moduleName, packageName, fileName);
      try (OutputStream out = target.openOutputStream()) {
        out.write(content);
      }
    }

    @Override
    public String toString() {
      return file.getName();
    }
  }
}
