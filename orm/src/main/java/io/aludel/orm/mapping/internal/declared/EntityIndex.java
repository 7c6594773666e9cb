package io.aludel.orm.mapping.internal.declared;

import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.orm.weave.Weave;
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
public final class EntityIndex {
  private EntityIndex() {}

  public static List<Class<?>> read(ClassLoader loader) {
    Set<String> names = new LinkedHashSet<>();
    try {
      List<URL> indexes = Collections.list(loader.getResources(Weave.INDEX));
      if (indexes.isEmpty()) {
        throw MappingException.of(
            MappingMessage.NO_INDEX,
            Weave.INDEX,
            "there is no "
                + Weave.INDEX
                + " on the class path. Compile them with aludel-processor, or name them in"
                + " Registry.of(…)");
      }
      for (URL index : indexes) {
        readNames(index, names);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + Weave.INDEX, unreadable);
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
      throw MappingException.of(
          MappingMessage.NO_INDEX,
          name,
          "the index names "
              + name
              + ", and there is no such class. Compile them anew, from a clean output folder");
    }
  }
}
