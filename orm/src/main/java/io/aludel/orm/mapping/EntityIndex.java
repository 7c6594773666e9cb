package io.aludel.orm.mapping;

import io.aludel.orm.OrmError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The list of entities that the annotation processor leaves beside the classes it compiled. */
final class EntityIndex {
  static final String RESOURCE = "META-INF/aludel/entities";

  private EntityIndex() {}

  static List<Class<?>> read(ClassLoader loader) {
    Set<String> names = new LinkedHashSet<>();
    try {
      List<URL> indexes = Collections.list(loader.getResources(RESOURCE));
      if (indexes.isEmpty()) {
        throw new MappingException(
            OrmError.NO_INDEX,
            RESOURCE,
            "Cannot discover entities: there is no "
                + RESOURCE
                + " on the class path. Compile the entities with aludel-processor, or name them in"
                + " Registry.of(…).");
      }
      for (URL index : indexes) {
        readNames(index, names);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + RESOURCE, unreadable);
    }
    List<Class<?>> classes = new ArrayList<>();
    for (String name : names) {
      classes.add(load(name, loader));
    }
    return classes;
  }

  private static void readNames(URL index, Set<String> names) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
      reader.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(names::add);
    }
  }

  private static Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException gone) {
      throw new MappingException(
          OrmError.NO_INDEX,
          name,
          "Cannot map "
              + name
              + ": the index of entities names it, and the class is not there. Compile the entities"
              + " anew, from a clean output folder.");
    }
  }
}
