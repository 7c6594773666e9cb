package io.aludel.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Part;
import io.aludel.examples.page.WrittenChapter;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestDatabase;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every chapter on every database: the statements are those kept among the test resources, and the
 * answers are the same everywhere.
 */
@ForEachDatabase
class ChapterTest {
  @Test
  void declareModels_run_createsTables(TestDatabase database) throws IOException {
    assertThat(answersOf(1, database))
        .containsExactly(List.of(), List.of("SELECT users.name FROM users WHERE users.age >= ?"));
  }

  @Test
  void sessionBasics_run_storesAndFinds(TestDatabase database) throws IOException {
    assertThat(answersOf(2, database))
        .containsExactly(List.of("Alice has the key 1"), List.of(), List.of("true"));
  }

  @Test
  void addAndCommit_run_givesKeys(TestDatabase database) throws IOException {
    assertThat(answersOf(3, database))
        .containsExactly(
            List.of("key before: null", "key after:  1"),
            List.of("[Bob (25), Carol (35)]"),
            List.of("still in the session: false"));
  }

  @Test
  void queryObjects_run_findsObjectsRowsAndRecords(TestDatabase database) throws IOException {
    assertThat(answersOf(4, database))
        .containsExactly(
            List.of("[Alice (30), Bob (25), Carol (35), Fred (30)]"),
            List.of("Alice (30)"),
            List.of("25: 1", "30: 2", "35: 1"),
            List.of("NameAndAge[name=Alice, age=30]"));
  }

  @Test
  void filterQueries_run_findsWhatTheConditionsSay(TestDatabase database) throws IOException {
    assertThat(answersOf(5, database))
        .containsExactly(
            List.of("[Alice (30)]"),
            List.of("[Alice (30), Bob (25)]"),
            List.of("[Bob (25), Carol (35)]"),
            List.of("[Bob (25), Carol (35)]"),
            List.of("[Alice (30), Fred (30)]"),
            List.of("[Bob (25)]"),
            List.of("[Carol (35), Alice (30)]"));
  }

  @Test
  void updateObjects_run_changesRowsAndObjects(TestDatabase database) throws IOException {
    assertThat(answersOf(6, database))
        .containsExactly(
            List.of("modified: true", "Alicia (30)"), List.of(), List.of("Carol (36)"));
  }

  @Test
  void deleteObjects_run_removesRows(TestDatabase database) throws IOException {
    assertThat(answersOf(7, database))
        .containsExactly(List.of("[Alice (30), Carol (35), Fred (30)]"), List.of("[Carol]"));
  }

  @Test
  void oneToMany_run_keepsBothSidesInStep(TestDatabase database) throws IOException {
    assertThat(answersOf(8, database))
        .containsExactly(
            List.of("author of the first: Alice"),
            List.of("[First Post, Second Post]"),
            List.of("[First Post] [Second Post]"),
            List.of("[Second Post] [Alice]"));
  }

  @Test
  void manyToMany_run_linksAndUnlinks(TestDatabase database) throws IOException {
    assertThat(answersOf(9, database))
        .containsExactly(List.of(), List.of("[Alice, Bob]"), List.of("[Alice]"));
  }

  @Test
  void selfReference_run_growsATree(TestDatabase database) throws IOException {
    assertThat(answersOf(10, database))
        .containsExactly(
            List.of(),
            List.of("Manager: Max, boss: Cleo", "Subordinates: [Will, Wilma]"),
            List.of("[Will, Wilma]"));
  }

  @Test
  void cascadeDeletes_run_takesDraftsAndLeavesArticles(TestDatabase database) throws IOException {
    assertThat(answersOf(11, database))
        .containsExactly(List.of("[Two, Three]"), List.of("0 drafts", "[Published]"));
  }

  @Test
  void eagerLoading_run_givesTheSameObjectsEachWay(TestDatabase database) throws IOException {
    List<String> articles = List.of("Alice: [Alice 1, Alice 2]", "Bob: [Bob 1, Bob 2]");
    assertThat(answersOf(12, database))
        .containsExactly(
            articles,
            articles,
            articles,
            articles,
            List.of(
                "Cannot load Author.articles of Author[id=1]: an option, the mapping or the session"
                    + " refuses to load it when it is read. Load it with the object:"
                    + " options(selectinLoad(Author_.articles)). [ORM-303]"));
  }

  @Test
  void hybridProperties_run_agreeOnBothSides(TestDatabase database) throws IOException {
    assertThat(answersOf(13, database))
        .containsExactly(
            List.of("Alice Smith is adult"),
            List.of("senior: Carol Smith", "adult: Alice Smith", "minor: Bob Stone"),
            List.of("[Alice Smith]"),
            List.of("1"));
  }

  @Test
  void eventHooks_run_areCalled(TestDatabase database) throws IOException {
    assertThat(answersOf(14, database))
        .containsExactly(
            List.of("Buy milk: new, 0 changes", "Buy bread: changed, 1 changes"),
            List.of("stored: Call dad: new, 0 changes"),
            List.of("1 new, 0 changed, 1 deleted", "stored: Write: new, 0 changes"));
  }

  private static List<List<String>> answersOf(int number, TestDatabase database)
      throws IOException {
    Chapter chapter = Guide.chapters().get(number - 1);
    WrittenChapter written = Guide.write(chapter, database.engine());
    KeptStatements.of(chapter, database.name()).assertSame(written);
    return written.examples().stream().map(Part.Example::answer).toList();
  }
}
