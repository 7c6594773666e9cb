package io.aludel.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every error code has an entry in docs/errors.md, and every entry a code. */
class ErrorDocumentTest {
  private static final Pattern HEADING = Pattern.compile("(?m)^### ([A-Z]+-[0-9]+)\\b");
  private static final Pattern ENTRY = Pattern.compile("(?ms)^### .*?(?=^##|\\z)");
  private static final Pattern ENUM =
      Pattern.compile("package ([\\w.]+);.*\\benum (\\w+) implements ErrorCode\\b", Pattern.DOTALL);

  private final String text = Document.of("docs/errors.md").text();

  @Test
  void errors_everyCode_hasOneEntry() throws IOException {
    List<String> entries =
        HEADING.matcher(text).results().map(heading -> heading.group(1)).toList();
    Set<String> codes = codes();
    assertThat(entries).doesNotHaveDuplicates();
    assertThat(codes)
        .filteredOn(code -> !entries.contains(code))
        .as("codes without entry")
        .isEmpty();
    assertThat(entries)
        .filteredOn(entry -> !codes.contains(entry))
        .as("entries without code")
        .isEmpty();
  }

  @Test
  void entry_saysWhatHappenedWhyAndWhatToDo() {
    List<String> entries = ENTRY.matcher(text).results().map(MatchResult::group).toList();
    assertThat(entries)
        .isNotEmpty()
        .allSatisfy(
            entry -> assertThat(entry).containsSubsequence("\n", "- Causes: ", "- Cures: "));
  }

  private static Set<String> codes() throws IOException {
    try (Stream<Path> modules = Files.list(Document.root())) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(ErrorDocumentTest::enums)
          .flatMap(type -> Stream.of(type.getEnumConstants()))
          .map(constant -> ((ErrorCode) constant).code())
          .collect(Collectors.toSet());
    }
  }

  private static Stream<Class<?>> enums(Path sources) {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(ErrorDocumentTest::read)
          .map(ENUM::matcher)
          .filter(Matcher::find)
          .<Class<?>>map(found -> load(found.group(1) + "." + found.group(2)))
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException gone) {
      throw new IllegalStateException("There is no class of the source of " + name + ".", gone);
    }
  }
}
