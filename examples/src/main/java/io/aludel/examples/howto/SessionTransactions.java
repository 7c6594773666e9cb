package io.aludel.examples.howto;

import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.InvalidIsolationLevelException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.SmartTransactionObject;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives each of Spring's transactions a session, and lets Spring's own JDBC classes use its connection.
 * Savepoints and isolation levels are left to the session.
 */
// @start region="manager"
final class SessionTransactions extends AbstractPlatformTransactionManager {
  private static final long serialVersionUID = 1L;

  private final transient SessionFactory sessions;
  private final transient DataSource source;

  SessionTransactions(SessionFactory sessions, DataSource source) {
    this.sessions = sessions;
    this.source = source;
  }

  /** The session of the transaction that runs on this thread. */
  Session session() {
    return requireRunning().session;
  }

  private Running requireRunning() {
    if (TransactionSynchronizationManager.getResource(sessions) instanceof Running running) {
      return running;
    }
    throw new IllegalTransactionStateException("There is no session: no transaction runs here.");
  }

  @Override
  protected Object doGetTransaction() {
    return new Handle((Running) TransactionSynchronizationManager.getResource(sessions));
  }

  @Override
  protected boolean isExistingTransaction(Object transaction) {
    return ((Handle) transaction).running != null;
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    if (definition.getIsolationLevel() != TransactionDefinition.ISOLATION_DEFAULT) {
      throw new InvalidIsolationLevelException("Set the isolation level on the engine.");
    }
    Session session = sessions.open();
    try {
      // Whoever asks Spring for a connection of this source gets the session's.
      TransactionSynchronizationManager.bindResource(
          source, new ConnectionHolder(session.connection().jdbc()));
    } catch (RuntimeException failed) {
      session.close();
      throw failed;
    }
    Running running = new Running(session);
    TransactionSynchronizationManager.bindResource(sessions, running);
    ((Handle) transaction).running = running;
  }

  @Override
  protected void doCommit(DefaultTransactionStatus status) {
    requireRunning().session.commit();
  }

  @Override
  protected void doRollback(DefaultTransactionStatus status) {
    requireRunning().session.rollback();
  }

  @Override
  protected void doSetRollbackOnly(DefaultTransactionStatus status) {
    requireRunning().rollbackOnly = true;
  }

  @Override
  protected Object doSuspend(Object transaction) {
    ((Handle) transaction).running = null;
    return new Suspended(
        (Running) TransactionSynchronizationManager.unbindResource(sessions),
        (ConnectionHolder) TransactionSynchronizationManager.unbindResource(source));
  }

  @Override
  protected void doResume(@Nullable Object transaction, Object suspended) {
    TransactionSynchronizationManager.bindResource(sessions, ((Suspended) suspended).running);
    TransactionSynchronizationManager.bindResource(source, ((Suspended) suspended).connection);
  }

  @Override
  protected void doCleanupAfterCompletion(Object transaction) {
    TransactionSynchronizationManager.unbindResourceIfPossible(source);
    TransactionSynchronizationManager.unbindResource(sessions);
    ((Handle) transaction).running.session.close();
  }

  private static final class Running {
    final Session session;
    boolean rollbackOnly;

    Running(Session session) {
      this.session = session;
    }
  }

  private record Suspended(Running running, ConnectionHolder connection) {}

  private static final class Handle implements SmartTransactionObject {
    @Nullable Running running;

    Handle(@Nullable Running running) {
      this.running = running;
    }

    @Override
    public boolean isRollbackOnly() {
      return running != null && running.rollbackOnly;
    }

    @Override
    public void flush() {
      running.session.flush();
    }
  }
}
// @end
