package io.aludel.processor;

import io.aludel.AludelException;
import io.aludel.orm.weave.Weave;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** Compiles files in a folder with javac, the processors on a path of their own as build tools do. */
final class OnDisk {
  private final Path root;

  OnDisk(Path root) {
    this.root = root;
  }

  Path path(String name) {
    return root.resolve(name);
  }

  Path write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  String read(String name) throws IOException {
    return Files.readString(root.resolve(name));
  }

  /** Runs javac and gives back what it said. */
  String javac(String... arguments) {
    StringWriter said = new StringWriter();
    List<String> all =
        new ArrayList<>(List.of("-XDrawDiagnostics", "-Xlint:all,-processing,-path"));
    all.addAll(List.of("-cp", libraries() + File.pathSeparator + root.resolve("out")));
    all.addAll(Arrays.asList(arguments));
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = new ArrayList<>();
      List<Path> sources = new ArrayList<>();
      for (String argument : all) {
        if (argument.endsWith(".java")) {
          sources.add(root.resolve(argument));
        } else {
          options.add(argument);
        }
      }
      compiler
          .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return said.toString();
  }

  /** A loader over folders of compiled classes. */
  URLClassLoader loader(String... folders) throws IOException {
    var urls = new java.net.URL[folders.length];
    for (int i = 0; i < folders.length; i++) {
      urls[i] = root.resolve(folders[i]).toUri().toURL();
    }
    return new URLClassLoader(urls, OnDisk.class.getClassLoader());
  }

  /** What entities need to be compiled and run. */
  static String libraries() {
    return places(Weave.class, AludelException.class, NullMarked.class).stream()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** What the processors need, be they packaged or not. */
  static String processors() {
    Set<Path> places =
        places(Weave.class, AludelException.class, NullMarked.class, MetamodelProcessor.class);
    for (String name : List.of(
        "org.objectweb.asm.ClassReader",
        "org.objectweb.asm.tree.ClassNode",
        "org.objectweb.asm.tree.analysis.Analyzer",
        "org.objectweb.asm.commons.SerialVersionUIDAdder",
        "com.palantir.javapoet.JavaFile")) {
      try {
        places.addAll(places(Class.forName(name)));
      } catch (ClassNotFoundException packaged) {
        continue; // It is inside the processor's jar.
      }
    }
    return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  static Set<Path> places(Class<?>... types) {
    Set<Path> places = new LinkedHashSet<>();
    for (Class<?> type : types) {
      try {
        places.add(
            Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
      } catch (URISyntaxException e) {
        throw new AssertionError(e);
      }
    }
    return places;
  }
}
