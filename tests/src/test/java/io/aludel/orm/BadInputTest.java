package io.aludel.orm;

import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aludel.AludelException;
import io.aludel.engine.ConnectFailedException;
import io.aludel.engine.DataException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineBuilder;
import io.aludel.engine.IntegrityException;
import io.aludel.engine.ResourceClosedException;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.TestDatabase;
import io.aludel.testing.spi.DatabaseAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What goes wrong in applications, through a session of an engine that hides parameters: a named failure
 * with its code, no secret anywhere in it, and a session and engine that can be used again.
 */
@ForEachDatabase
@SeveralConnections
class BadInputTest {
  private static final String SECRET = "s3cret";

  /** SQLite knows no users; the embedded MariaDB runs without its tables of rights. */
  private static final Set<String> LETS_EVERYBODY_IN = Set.of("sqlite", "mariadb");

  private TestDatabase database;
  private Engine engine;
  private Session session;

  @BeforeEach
  void createTables(TestDatabase fresh) {
    database = fresh;
    Registry models = Registry.of(Account.class);
    models.metadata().createAll(fresh.engine());
    engine = login(fresh.address().user(), fresh.address().password());
    SessionFactory sessions = SessionFactory.of(engine, models);
    sessions.inTransaction(filling -> filling.add(new Account(SECRET + "@x.org", 10)));
    session = sessions.open();
  }

  @AfterEach
  void closeEngine() {
    session.close();
    engine.close();
  }

  private Engine login(String user, String password) {
    DatabaseAddress address = database.address();
    EngineBuilder builder = Engine.builder(address.url()).hideParameters(true);
    builder = user == null ? builder : builder.user(user);
    return (password == null ? builder : builder.password(password)).create();
  }

  private boolean isSqlite() {
    return database.name().equals("sqlite");
  }

  private static void assertNamed(AludelException failure, String code) {
    assertThat(failure).isNotNull();
    assertThat(failure.code().code()).isEqualTo(code);
    assertThat(failure).hasMessageEndingWith("[" + code + "]");
    for (Throwable each = failure; each != null; each = each.getCause()) {
      assertThat(each.toString()).doesNotContain(SECRET);
    }
    for (Throwable note : failure.getSuppressed()) {
      assertThat(note.toString()).doesNotContain(SECRET);
    }
  }

  /** Uses the session for each kind of work, and looks at the engine when it is closed. */
  private void assertUsable() {
    session.add(new Account("new@x.org", 1));
    session.commit();
    assertThat(session.scalar(select(func.count(Account_.id)))).isEqualTo(2L);
    session.close();
    assertThat(engine.statistics().openConnections()).isZero();
  }

  @Test
  void login_unknownUser_isRefusedWhereThereAreUsers() {
    try (Engine wrong = login("nobody", SECRET)) {
      assertThat(wrong).asString().doesNotContain(SECRET);
      if (LETS_EVERYBODY_IN.contains(database.name())) {
        wrong.connect().close();
      } else {
        ConnectFailedException refused =
            catchThrowableOfType(ConnectFailedException.class, wrong::connect);
        assertNamed(refused, "ENG-105");
        assertThat(refused).hasMessageContaining("refused the login of user 'nobody'");
      }
    }
    assertUsable();
  }

  @Test
  @Parity("ORM-ERR-17")
  void unmappedClass_anyUse_isNamed() {
    UnmappedClassException failure =
        catchThrowableOfType(UnmappedClassException.class, () -> session.add(new User("Ann")));

    assertNamed(failure, "MAP-201");
    assertThat(failure)
        .hasMessageContaining("Cannot use io.aludel.orm.User as an entity")
        .hasMessageContaining("the registry maps Account");
    assertNamed(
        catchThrowableOfType(
            UnmappedClassException.class, () -> session.scalars(select(User.class))),
        "MAP-201");
    assertUsable();
  }

  @Test
  @Parity("ORM-SES-11")
  void key_nullOrOfAWrongType_isNamed() {
    WrongKeyException missing =
        catchThrowableOfType(WrongKeyException.class, () -> session.get(Account.class, null));
    assertNamed(missing, "ORM-209");
    assertThat(missing).hasMessageContaining("the key given is null. Its key is (Integer id)");

    WrongKeyException text =
        catchThrowableOfType(WrongKeyException.class, () -> session.get(Account.class, SECRET));
    assertNamed(text, "ORM-209");
    assertThat(text).hasMessageContaining("a value of java.lang.String instead of Integer");

    WrongKeyException parts = catchThrowableOfType(
        WrongKeyException.class, () -> session.get(Account.class, List.of(1, 2)));
    assertNamed(parts, "ORM-209");
    assertThat(parts.entity()).isEqualTo("Account");
    assertUsable();
  }

  @Test
  @Parity("ORM-ERR-13")
  void value_tooLong_isRefusedUnlessTheDatabaseKeepsIt() {
    String address = SECRET + "@a.very.long.name.example.org";
    session.add(new Account(address, 1));
    if (isSqlite()) {
      session.flush();
      assertThat(session.scalar(select(Account_.email).where(Account_.id.eq(2))))
          .as("SQLite limits no text, and cuts none")
          .isEqualTo(address);
      session.rollback();
    } else {
      DataException failure = catchThrowableOfType(DataException.class, session::flush);

      assertNamed(failure, "DB-102");
      assertThat(failure.sql()).contains("INSERT INTO accounts (email, balance)");
      assertThat(failure).hasMessageContaining("Parameters: hidden");
      assertWaitsForRollback(failure);
    }
    assertUsable();
  }

  /** The first failure is quoted, in its own words. */
  private void assertWaitsForRollback(AludelException failure) {
    PendingRollbackException waiting =
        catchThrowableOfType(PendingRollbackException.class, session::commit);
    assertNamed(waiting, "ORM-203");
    assertThat(waiting).hasCause(failure);
    assertThat(session.isActive()).isFalse();
    session.rollback();
    assertThat(session.isActive()).isTrue();
  }

  @Test
  @Parity("ORM-DIA-12")
  void uniqueConstraint_violated_isNamed() {
    session.add(new Account(SECRET + "@x.org", 1));
    IntegrityException failure = catchThrowableOfType(IntegrityException.class, session::commit);

    assertNamed(failure, "DB-101");
    assertConstraint(failure, "uq_accounts_email", "accounts.email");
    assertWaitsForRollback(failure);
    assertUsable();
  }

  @Test
  @Parity("ORM-DIA-12")
  void checkConstraint_violated_isNamed() {
    Account account = session.getOne(Account.class, 1);
    account.setBalance(-1);
    IntegrityException failure = catchThrowableOfType(IntegrityException.class, session::commit);

    assertNamed(failure, "DB-101");
    assertConstraint(failure, "ck_accounts_balance", "ck_accounts_balance");
    assertWaitsForRollback(failure);
    assertThat(account.getBalance()).as("read again after the rollback").isEqualTo(10);
    assertUsable();
  }

  /** SQLite names the columns of a unique constraint in place of its name. */
  private void assertConstraint(IntegrityException failure, String name, String onSqlite) {
    String expected = isSqlite() ? onSqlite : name;
    assertThat(failure.constraintName()).isEqualToIgnoringCase(expected);
    assertThat(failure.getMessage()).containsIgnoringCase("constraint '" + expected + "'");
  }

  @Test
  @Parity("ORM-SES-17")
  void session_usedByTwoThreadsAtOnce_refusesTheSecond() {
    session.noAutoflush(() -> {
      CompletableFuture<Void> other = CompletableFuture.runAsync(session::commit);
      CompletionException failure = catchThrowableOfType(CompletionException.class, other::join);
      assertThat(failure).hasCauseInstanceOf(SessionStateException.class);
      assertNamed((SessionStateException) failure.getCause(), "ORM-202");
      assertThat(failure.getCause())
          .hasMessageContaining(
              "the session is in use by thread '" + Thread.currentThread().getName() + "'");
    });
    assertUsable();
  }

  @Test
  @Parity("ORM-SES-20")
  void session_usedAfterClose_isRefusedUntilReset() {
    session.close();
    SessionStateException failure =
        catchThrowableOfType(SessionStateException.class, () -> session.get(Account.class, 1));

    assertNamed(failure, "ORM-201");
    assertThat(failure).hasMessageContaining("the session is closed. Open another one");
    session.reset();
    assertUsable();
  }

  @Test
  void session_usedAfterItsEngineWasClosed_isRefused() {
    engine.close();
    ResourceClosedException failure =
        catchThrowableOfType(ResourceClosedException.class, () -> session.get(Account.class, 1));

    assertNamed(failure, "ENG-108");
    assertThat(failure).hasMessageContaining("The engine of ");
    session.rollback();
  }
}
