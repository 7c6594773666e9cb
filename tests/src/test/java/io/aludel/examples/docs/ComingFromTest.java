package io.aludel.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages for newcomers call ours is there, by that name. */
class ComingFromTest {
  private static final Pattern ROW =
      Pattern.compile("^\\|.*(?<!\\\\)\\|(.*)\\|$", Pattern.MULTILINE);
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]\\w*");
  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

  /** Java, and what the examples themselves declare. */
  private static final Set<String> NOT_OURS = Set.of(
      "class",
      "implements",
      "Serializable",
      "ObjectOutputStream",
      "static",
      "void",
      "int",
      "null",
      "true",
      "false",
      "try",
      "List",
      "String",
      "Integer",
      "url",
      "dataSource",
      "table",
      "engine",
      "sessions",
      "text",
      "name",
      "age",
      "userId",
      "author",
      "B_",
      "IdName",
      "MyClass",
      "found",
      "frozen",
      "new",
      "var",
      "x",
      "y",
      "User",
      "Post",
      "User_",
      "Post_",
      "a",
      "b",
      "m",
      "n",
      "p",
      "s",
      "stmt",
      "Map",
      "posts",
      "users",
      "addresses",
      "Nullable",
      "NullMarked");

  private static final Set<String> OURS = publicNames();

  @ParameterizedTest
  @ValueSource(strings = {"docs/coming-from-sqlalchemy.md", "docs/coming-from-hibernate.md"})
  void page_always_namesWhatThereIs(String page) {
    Set<String> unknown = new TreeSet<>(wordsOfTheRightColumn(Document.of(page).text()));
    assertThat(unknown).as("words that were read").hasSizeGreaterThan(15);
    unknown.removeAll(OURS);
    unknown.removeAll(NOT_OURS);
    assertThat(unknown).as("names on %s that nothing public has", page).isEmpty();
  }

  private static List<String> wordsOfTheRightColumn(String text) {
    return ROW.matcher(text)
        .results()
        .map(row -> row.group(1))
        .flatMap(cell -> CODE.matcher(cell).results())
        .map(code -> TEXT.matcher(code.group(1)).replaceAll(""))
        .flatMap(code -> WORD.matcher(code).results())
        .map(MatchResult::group)
        .toList();
  }

  private static Set<String> publicNames() {
    Set<String> names = new HashSet<>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/tests/"))
            .importPackages(
                "io.aludel.orm",
                "io.aludel.engine",
                "io.aludel.sql",
                "io.aludel.schema",
                "io.aludel.automap")
            .stream()
            .filter(type -> isPublic(type.getModifiers()) && !type.getName().contains(".internal."))
            .flatMap(ComingFromTest::names)
            .forEach(names::add);
    return names;
  }

  private static Stream<String> names(JavaClass type) {
    return Stream.concat(
        Stream.of(type.getSimpleName()),
        type.getMembers().stream()
            .filter(member -> isPublic(member.getModifiers()))
            .map(JavaMember::getName));
  }

  private static boolean isPublic(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC);
  }
}
