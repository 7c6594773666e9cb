package io.aludel.processor.internal.command;

import io.aludel.processor.internal.weaver.ClassCatalog;
import io.aludel.processor.internal.weaver.ClassFacts;
import io.aludel.processor.internal.weaver.ClassFileFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * Answers the weaver's questions from class files: those of the folders being woven, then those of the
 * class path, then those of the platform.
 */
final class FolderCatalog implements ClassCatalog, AutoCloseable {
  private final List<Path> folders;
  private final List<Path> libraries = new ArrayList<>();
  private final List<JarFile> jars = new ArrayList<>();
  private final Map<String, Optional<ClassFacts>> known = new HashMap<>();

  FolderCatalog(List<Path> folders, List<Path> classPath) throws IOException {
    this.folders = List.copyOf(folders);
    for (Path entry : classPath) {
      if (Files.isDirectory(entry)) {
        libraries.add(entry);
      } else if (Files.exists(entry)) {
        jars.add(new JarFile(entry.toFile()));
      }
    }
  }

  @Override
  public @Nullable ClassFacts find(String internalName) {
    Optional<ClassFacts> facts = known.get(internalName);
    if (facts == null) {
      try {
        facts = Optional.ofNullable(read(internalName + ".class"));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + internalName, e);
      }
      known.put(internalName, facts);
    }
    return facts.orElse(null);
  }

  private @Nullable ClassFacts read(String file) throws IOException {
    byte[] own = fromFolders(folders, file);
    if (own != null) {
      return ClassFileFacts.read(new ClassReader(own)).beingWoven();
    }
    byte[] other = fromFolders(libraries, file);
    other = other == null ? fromJars(file) : other;
    other = other == null ? fromPlatform(file) : other;
    return other == null ? null : ClassFileFacts.read(new ClassReader(other)).asItIs();
  }

  private static byte @Nullable [] fromFolders(List<Path> folders, String file) throws IOException {
    for (Path folder : folders) {
      Path path = folder.resolve(file);
      if (Files.exists(path)) {
        return Files.readAllBytes(path);
      }
    }
    return null;
  }

  private byte @Nullable [] fromJars(String file) throws IOException {
    for (JarFile jar : jars) {
      ZipEntry entry = jar.getEntry(file);
      if (entry != null) {
        try (InputStream in = jar.getInputStream(entry)) {
          return in.readAllBytes();
        }
      }
    }
    return null;
  }

  private static byte @Nullable [] fromPlatform(String file) throws IOException {
    try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(file)) {
      return in == null ? null : in.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    for (JarFile jar : jars) {
      jar.close();
    }
  }
}
