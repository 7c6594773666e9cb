package io.aludel.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.aludel.ErrorCode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every error code has an entry in docs/errors.md, and every entry a code. */
class ErrorDocumentTest {
  private static final Pattern HEADING = Pattern.compile("(?m)^### ([A-Z]+-[0-9]+)\\b");

  @Test
  void errors_everyCode_hasOneEntry() {
    List<String> entries =
        HEADING.matcher(Document.of("docs/errors.md").text()).results().map(found -> found.group(1)).toList();
    assertThat(entries).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(codes());
  }

  @Test
  void entry_saysWhatHappenedWhyAndWhatToDo() {
    String text = Document.of("docs/errors.md").text();
    List<String> entries =
        Pattern.compile("(?ms)^### .*?(?=^##|\\z)").matcher(text).results().map(MatchResult::group).toList();
    assertThat(entries).isNotEmpty().allSatisfy(entry -> assertThat(entry).contains("- Causes: ", "- Cures: "));
  }

  private static List<String> codes() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("io.aludel").stream()
            .filter(type -> type.isEnum() && type.isAssignableTo(ErrorCode.class))
            .map(JavaClass::reflect)
            .flatMap(type -> Stream.of(type.getEnumConstants()))
            .map(constant -> ((ErrorCode) constant).code())
            .toList();
  }
}
