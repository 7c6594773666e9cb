package io.aludel.queryset;

import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aludel.ArgumentException;
import io.aludel.async.AsyncConnection;
import io.aludel.async.AsyncResult;
import io.aludel.async.AsyncTransaction;
import io.aludel.engine.IntegrityException;
import io.aludel.schema.Table;
import io.aludel.sql.Row;
import io.aludel.sql.Select;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.TestDatabase;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The database beneath query sets, and several calls in one transaction. */
@ForEachDatabase
@SeveralConnections
@ExtendWith(NoThreadsLeft.class)
class TransactionTest {
  private ModelRegistry models;
  private QuerySet<Note> notes;

  @BeforeEach
  void createTables(TestDatabase database) {
    models = ModelRegistry.of(database.engine(), Note.class);
    Soon.get(models.createAll());
    notes = models.objects(Note.class);
  }

  @AfterEach
  void close(TestDatabase database) {
    models.close();
    database.recorder().clear();
  }

  private static Map<String, Object> text(String text) {
    return Map.of("text", text);
  }

  @Test
  @Parity("ORM-ENC-38")
  void transaction_thatSucceeds_isCommittedAsAWhole() {
    Note made = Soon.get(models.transaction(one -> {
      QuerySet<Note> some = one.objects(Note.class);
      return some.create(text("a"))
          .thenCompose(first -> some.create(text("b")))
          .thenCompose(second -> some.filter("text__in", List.of("a", "b"))
              .update(Map.of("completed", true))
              .thenApply(count -> second));
    }));

    assertThat(made.text).isEqualTo("b");
    assertThat(Soon.get(notes.filter("completed", true).count())).isEqualTo(2);
  }

  @Test
  @Parity("ORM-ENC-38")
  void transaction_thatFails_leavesNothing() {
    assertThat(Failing.with(
            IllegalStateException.class,
            models.transaction(one -> one.objects(Note.class).create(text("a")).thenApply(note -> {
              throw new IllegalStateException("changed my mind");
            }))))
        .hasMessage("changed my mind");
    Failing.with(
        IntegrityException.class,
        models.transaction(one -> one.objects(Note.class)
            .create(text("a"))
            .thenCompose(note -> one.objects(Note.class).create(text("a")))));
    assertThat(Soon.get(notes.count())).isZero();
    assertThatExceptionOfType(java.util.concurrent.CompletionException.class)
        .isThrownBy(() -> Soon.get(models.transaction(one -> {
          throw new IllegalStateException("at once");
        })))
        .withMessageContaining("at once");
  }

  @Test
  @Parity("ORM-ENC-38")
  void callThatFails_leavesWhatOthersDid() {
    Soon.get(models.transaction(one -> {
      QuerySet<Note> some = one.objects(Note.class);
      CompletableFuture<Note> first = some.create(text("a"));
      CompletableFuture<Note> again = some.create(text("a"));
      CompletableFuture<Stored<Note>> found = some.getOrCreate(text("a"), Map.of());
      return first
          .thenCompose(note -> again.handle((second, failure) -> failure != null))
          .thenCompose(failed -> found.thenApply(stored -> failed && !stored.created()))
          .thenApply(expected -> {
            assertThat(expected).isTrue();
            return expected;
          });
    }));
    assertThat(Soon.get(notes.count())).isEqualTo(1);
  }

  @Test
  @Parity("ORM-ENC-38")
  void transactionWithinATransaction_isASavepoint() {
    Soon.get(models.transaction(one -> one.objects(Note.class)
        .create(text("kept"))
        .thenCompose(note -> one.transaction(two -> two.objects(Note.class)
            .create(text("dropped"))
            .thenCompose(
                inner -> CompletableFuture.<Note>failedFuture(new IllegalStateException("no")))))
        .handle((note, failure) -> failure)
        .thenCompose(
            failure -> one.transaction(two -> two.objects(Note.class).create(text("too"))))));

    assertThat(Soon.get(notes.orderBy("text").all()))
        .extracting(each -> each.text)
        .containsExactly("kept", "too");
    Failing.with(QuerySetException.class, models.transaction(one -> one.rollingBack()));
  }

  @Test
  @Parity("ORM-ENC-38")
  void rollingBack_leavesNothingBehind() {
    Soon.get(notes.create(text("before")));
    try (ModelRegistry test = Soon.get(models.rollingBack())) {
      QuerySet<Note> some = test.objects(Note.class);
      Soon.get(some.create(text("a")));
      Soon.get(some.bulkCreate(List.of(text("b"), text("c"))));
      Failing.with(IntegrityException.class, some.create(text("a")));
      Soon.get(test.transaction(one -> one.objects(Note.class).create(text("d"))));
      assertThat(Soon.get(some.filter("text", "before").delete())).isEqualTo(1);
      assertThat(Soon.get(some.count())).isEqualTo(4);
      Long counted = Soon.get(test.withSession(
          session -> session.scalar(select(func.count()).from(models.table(Note.class)))));
      assertThat(counted).isEqualTo(4L);
    }
    assertThat(Soon.get(notes.all())).extracting(each -> each.text).containsExactly("before");
    ModelRegistry closed = Soon.get(models.rollingBack());
    closed.close();
    assertThat(closed.objects(Note.class).count()).isCompletedExceptionally();
  }

  @Test
  @Parity("ORM-ENC-38")
  void database_executesFetchesAndRollsBack() {
    Soon.get(notes.bulkCreate(List.of(text("a"), text("b"))));
    Table table = models.table(Note.class);
    Select<String> query = select(table.<String>c("text")).orderBy(table.<Integer>c("id"));
    AsyncConnection connection = Soon.get(models.database().connect());
    try {
      List<Row> rows = Soon.get(connection.execute(query).thenCompose(AsyncResult::all));
      assertThat(rows).extracting(row -> row.get(0)).containsExactly("a", "b");
      Row first = Soon.get(connection.execute(query).thenCompose(AsyncResult::first));
      assertThat(first.get(0)).isEqualTo("a");
      Long counted = Soon.get(connection.scalar(select(func.count()).from(table)));
      assertThat(counted).isEqualTo(2L);
      Soon.get(connection.rollback());
      AsyncTransaction transaction = Soon.get(connection.begin());
      Soon.get(connection.execute(io.aludel.sql.Sql.delete(table)));
      Soon.get(transaction.rollback());
    } finally {
      Soon.get(connection.close());
    }
    Long left = Soon.get(models
        .database()
        .<Long>fromTransaction(each -> each.scalar(select(func.count()).from(table))));
    assertThat(left).isEqualTo(2L);
    List<String> texts =
        Soon.get(models.withSession(session -> session.scalars(query).all()));
    assertThat(texts).containsExactly("a", "b");
    assertThat(Failing.with(IllegalStateException.class, models.<String>withSession(session -> {
          throw new IllegalStateException("mine");
        })))
        .hasMessage("mine");
  }

  @Test
  @Parity({"ORM-ENC-02", "ORM-ENC-38"})
  void url_choosesDatabaseAndDriver(@TempDir Path directory) {
    String url = "jdbc:sqlite:" + directory.resolve("notes.db");
    try (ModelRegistry own = ModelRegistry.open(url, Note.class)) {
      assertThat(own.database().engine().dialect().name()).isEqualTo("sqlite");
      Soon.get(own.createAll());
      Soon.get(own.createAll());
      Soon.get(own.objects(Note.class).create(text("a")));
    }
    try (ModelRegistry again = ModelRegistry.open(url, Note.class)) {
      assertThat(Soon.get(again.objects(Note.class).count())).isEqualTo(1);
      Soon.get(again.dropAll());
      Soon.get(again.dropAll());
      assertThat(again.objects(Note.class).count()).failsWithin(java.time.Duration.ofSeconds(30));
    }
    assertThat(directory.resolve("notes.db").toFile()).satisfies(File::exists);
    assertThatExceptionOfType(ArgumentException.class)
        .isThrownBy(() -> ModelRegistry.open("sqlite:///notes.db", Note.class));
    assertThatExceptionOfType(ArgumentException.class)
        .isThrownBy(() -> ModelRegistry.open("jdbc:nothing:notes", Note.class));
    assertThatExceptionOfType(io.aludel.AludelException.class)
        .isThrownBy(() -> ModelRegistry.open(url, String.class));
  }

  @Test
  @Parity("ORM-ENC-02")
  void tables_areCreatedAndDroppedAsynchronously() {
    Soon.get(notes.create(text("a")));
    Soon.get(models.createAll());
    assertThat(Soon.get(notes.count())).as("what is there stays").isEqualTo(1);
    Soon.get(models.dropAll());
    Failing.with(io.aludel.AludelException.class, notes.count());
    Soon.get(models.dropAll());
    Soon.get(models.createAll());
    assertThat(Soon.get(notes.count())).isZero();
  }
}
