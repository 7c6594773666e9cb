package io.aludel.orm.async;

import io.aludel.orm.Session;
import io.aludel.orm.SessionTransaction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Knows which thread works for an asynchronous session: that one may load what it reads. */
final class SessionGate implements BooleanSupplier {
  private volatile @Nullable Thread worker;
  private volatile @Nullable AsyncSession session;

  void belongsTo(AsyncSession owner) {
    session = owner;
  }

  @Nullable AsyncSession session() {
    return session;
  }

  /** Does work of the session on this thread. */
  <T extends @Nullable Object> T during(Supplier<? extends T> work) {
    worker = Thread.currentThread();
    try {
      return work.get();
    } finally {
      worker = null;
    }
  }

  @Override
  public boolean getAsBoolean() {
    return worker == Thread.currentThread();
  }

  /** Whether a session has a connection that others may wait for. */
  static boolean isConnected(Session session) {
    SessionTransaction transaction = session.getTransaction();
    return transaction != null && transaction.isConnected();
  }
}
