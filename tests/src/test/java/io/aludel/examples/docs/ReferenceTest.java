package io.aludel.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.reference.DialectSnippets;
import io.aludel.examples.reference.EngineSnippets;
import io.aludel.examples.reference.SchemaSnippets;
import io.aludel.examples.reference.StatementSnippets;
import io.aludel.examples.reference.TypeSnippets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL in the reference is the SQL that its code sends. */
class ReferenceTest {
  private static final Map<String, Supplier<List<String>>> PAGES = Map.of(
      "engine", EngineSnippets::run,
      "types", TypeSnippets::run,
      "schema", SchemaSnippets::run,
      "statements", StatementSnippets::run,
      "dialects", DialectSnippets::run);

  @ParameterizedTest
  @ValueSource(strings = {"engine", "types", "schema", "statements", "dialects"})
  void page_ofTheReference_showsWhatWasSent(String page) {
    assertThat(Document.of("docs/reference/" + page + ".md").blocks())
        .filteredOn(block -> block.language().equals("sql"))
        .extracting(Document.Block::code)
        .containsExactlyElementsOf(PAGES.get(page).get());
  }
}
