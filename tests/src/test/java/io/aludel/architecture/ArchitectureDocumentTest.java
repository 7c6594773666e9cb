package io.aludel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page and the picture of the architecture say what is so. */
class ArchitectureDocumentTest {
  private static final String ROOT = "io.aludel";
  private static final Pattern ROW = Pattern.compile("^\\| `([a-z.]+)` \\|[^|]*\\|([^|]*)\\|$");
  private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");
  private static final JavaClasses PUBLISHED = PublishedModules.classes();

  private final Map<String, Set<String>> rooms = rooms();

  @Test
  void rooms_always_holdEveryPackage() {
    Set<String> homeless = new TreeSet<>();
    for (JavaClass type : PUBLISHED) {
      if (!type.getPackageName().equals(ROOT) && roomOf(type).isEmpty()) {
        homeless.add(type.getPackageName());
      }
    }
    assertThat(homeless).isEmpty();
  }

  @Test
  void rooms_always_callWhatThePageSays() {
    Map<String, Set<String>> calls = new LinkedHashMap<>();
    rooms.keySet().forEach(room -> calls.put(room, new TreeSet<>()));
    for (JavaClass type : PUBLISHED) {
      Optional<String> from = roomOf(type);
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .map(this::roomOf)
          .flatMap(Optional::stream)
          .filter(to -> from.isPresent() && !to.equals(from.get()))
          .forEach(to -> calls.get(from.orElseThrow()).add(to));
    }
    assertThat(calls).isEqualTo(rooms);
  }

  @Test
  void picture_always_showsEveryRoomAndEveryInternalOfTheOrm() {
    String picture = read("docs/architecture.svg");
    Set<String> internals = PUBLISHED.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> name.startsWith(ROOT + ".orm.internal."))
        .map(name -> name.substring(ROOT.length() + 1))
        .collect(Collectors.toSet());
    assertThat(internals)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(picture).contains(">" + name + "<"));
    assertThat(rooms.keySet())
        .allSatisfy(room -> assertThat(picture).containsPattern(">(module )?" + room + "<"));
  }

  private Optional<String> roomOf(JavaClass type) {
    String name = type.getPackageName() + ".";
    return rooms.keySet().stream()
        .filter(room -> name.startsWith(ROOT + "." + room + "."))
        .max(Comparator.comparingInt(String::length));
  }

  private static Map<String, Set<String>> rooms() {
    Map<String, Set<String>> rooms = new LinkedHashMap<>();
    for (String line : read("docs/architecture.md").lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rooms.put(
            row.group(1),
            NAME.matcher(row.group(2))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new)));
      }
    }
    return rooms;
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of("..").resolve(file));
    } catch (IOException failure) {
      throw new AssertionError("cannot read " + file, failure);
    }
  }
}
