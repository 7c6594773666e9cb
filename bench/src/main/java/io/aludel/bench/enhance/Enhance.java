package io.aludel.bench.enhance;

import io.ebean.enhance.Transformer;
import io.ebean.enhance.ant.OfflineFileTransform;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.bytecode.enhance.spi.DefaultEnhancementContext;
import org.hibernate.bytecode.enhance.spi.Enhancer;
import org.hibernate.bytecode.enhance.spi.UnloadedField;
import org.hibernate.bytecode.internal.BytecodeProviderInitiator;

/** Rewrites the compiled entities of Hibernate and Ebean so that they notice changes themselves. */
public final class Enhance {
  private Enhance() {}

  /**
   * Rewrites the entities of the bench.
   *
   * @param arguments the folder of the compiled classes
   * @throws IOException if a class cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    Path classes = Path.of(arguments[0]);
    forHibernate(classes, "io.aludel.bench.hibernate");
    forEbean(classes, "io.aludel.bench.ebean");
  }

  /** Rewrites the entities of one package, with their changes noticed when they are made. */
  public static void forHibernate(Path classes, String entities) throws IOException {
    try (URLClassLoader loader = loader(classes)) {
      Enhancer enhancer = BytecodeProviderInitiator.buildDefaultBytecodeProvider()
          .getEnhancer(new DefaultEnhancementContext() {
            @Override
            public ClassLoader getLoadingClassLoader() {
              return loader;
            }

            @Override
            public boolean doBiDirectionalAssociationManagement(UnloadedField field) {
              return false;
            }
          });
      List<Path> files = files(classes.resolve(entities.replace('.', '/')));
      for (Path file : files) {
        enhancer.discoverTypes(name(classes, file), Files.readAllBytes(file));
      }
      for (Path file : files) {
        byte[] enhanced = enhancer.enhance(name(classes, file), Files.readAllBytes(file));
        if (enhanced != null) {
          Files.write(file, enhanced);
        }
      }
    }
  }

  /** Rewrites the entities of one package. */
  public static void forEbean(Path classes, String entities) throws IOException {
    try (URLClassLoader loader = loader(classes)) {
      new OfflineFileTransform(new Transformer(loader, "debug=0"), loader, classes.toString())
          .process(entities + ".**");
    }
  }

  private static URLClassLoader loader(Path classes) throws IOException {
    return new URLClassLoader(new URL[] {classes.toUri().toURL()}, Enhance.class.getClassLoader());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  private static String name(Path classes, Path file) {
    String path = classes.relativize(file).toString().replace(File.separatorChar, '.');
    return path.substring(0, path.length() - ".class".length());
  }
}
