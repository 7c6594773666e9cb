package io.aludel.architecture;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;

/** The modules we publish, as they lie on the class path: folders or, once packaged, jars. */
final class PublishedModules {
  static final String ROOT = "io.aludel";

  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

  /** Read once: rules ask for the folder of each class. */
  private static final List<String> FOLDERS = PomFile.at(PROJECT).modules().stream()
      .filter(folder -> !PomFile.at(PROJECT.resolve(folder)).isUnpublished())
      .filter(folder -> !PomFile.at(PROJECT.resolve(folder)).isPackaging("pom"))
      .toList();

  private PublishedModules() {}

  /** Names of the folders of all published modules that hold code. */
  static List<String> folders() {
    return FOLDERS;
  }

  /** Their classes, without those shaded into the processor. */
  static JavaClasses classes() {
    return new ClassFileImporter()
        .withImportOption(location -> !location.contains("/shaded/"))
        .importLocations(
            folders().stream().map(folder -> location(output(folder))).collect(toSet()));
  }

  /** The name of the folder of the published module that a class comes from, if it does. */
  static Optional<String> folderOf(JavaClass type) {
    return type.getSource()
        .flatMap(source -> folders().stream()
            .filter(folder -> source.getUri().toString().contains("/" + folder + "/target/"))
            .findFirst());
  }

  /** The compiled descriptors, by folder; a module without one is missing. */
  static Map<String, ModuleDescriptor> descriptors() {
    return folders().stream()
        .filter(folder -> descriptor(output(folder)).isPresent())
        .collect(toMap(folder -> folder, folder -> descriptor(output(folder)).orElseThrow()));
  }

  static PomFile project() {
    return PomFile.at(PROJECT);
  }

  static PomFile bom() {
    return PomFile.at(PROJECT.resolve("bom"));
  }

  private static Location location(Path output) {
    return Files.isRegularFile(output)
        ? Location.of(URI.create("jar:" + output.toUri() + "!/"))
        : Location.of(output);
  }

  private static Path output(String folder) {
    Path target = PROJECT.resolve(folder).resolve("target");
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(entry -> entry.startsWith(target))
        .filter(entry -> !entry.endsWith("test-classes"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(
            "The published module '" + folder + "' is not on the class path of the tests."));
  }

  private static Optional<ModuleDescriptor> descriptor(Path output) {
    try {
      if (!Files.isRegularFile(output)) {
        Path file = output.resolve("module-info.class");
        return Files.exists(file)
            ? Optional.of(read(Files.newInputStream(file)))
            : Optional.empty();
      }
      try (JarFile jar = new JarFile(output.toFile())) {
        return jar.getEntry("module-info.class") == null
            ? Optional.empty()
            : Optional.of(read(jar.getInputStream(jar.getEntry("module-info.class"))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModuleDescriptor read(InputStream bytes) throws IOException {
    try (bytes) {
      return ModuleDescriptor.read(bytes);
    }
  }
}
