package io.aludel.processor.internal.files;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The files of the class output. The name of a module has to be given to a compilation of several
 * modules, and must not be given to any other; nobody says which is which, so both are tried.
 */
public final class OutputFiles {
  private final Filer filer;

  /**
   * Speaks of the output of a compilation.
   *
   * @param filer reaches its files
   */
  public OutputFiles(Filer filer) {
    this.filer = filer;
  }

  /**
   * A file that may be there.
   *
   * @param module the name of its module; empty for none
   * @param packageName its package; empty for none
   * @param name its name
   * @return the file
   * @throws IOException if the compiler does not give it, for example because it is not there
   */
  public FileObject find(String module, String packageName, String name) throws IOException {
    try {
      return filer.getResource(StandardLocation.CLASS_OUTPUT, prefix(module) + packageName, name);
    } catch (FilerException | IllegalArgumentException e) {
      if (module.isEmpty()) {
        throw e;
      }
      return filer.getResource(StandardLocation.CLASS_OUTPUT, packageName, name);
    }
  }

  /**
   * A file to be written.
   *
   * @param module the name of its module; empty for none
   * @param packageName its package; empty for none
   * @param name its name
   * @return the file
   * @throws IOException if the compiler does not give it
   */
  public FileObject create(String module, String packageName, String name) throws IOException {
    try {
      return filer.createResource(
          StandardLocation.CLASS_OUTPUT, prefix(module) + packageName, name);
    } catch (FilerException | IllegalArgumentException e) {
      if (module.isEmpty()) {
        throw e;
      }
      return filer.createResource(StandardLocation.CLASS_OUTPUT, packageName, name);
    }
  }

  private static String prefix(String module) {
    return module.isEmpty() ? "" : module + "/";
  }

  /**
   * Where a file lies in a file system.
   *
   * @param uri the file
   * @return its path; null when it is in none, for example in memory
   */
  public static @Nullable Path path(URI uri) {
    try {
      return Path.of(uri);
    } catch (IllegalArgumentException | FileSystemNotFoundException | SecurityException e) {
      return null;
    }
  }
}
