package io.aludel.orm.event.internal;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import io.aludel.orm.event.EntityEvents.EntityListener;
import io.aludel.orm.event.EntityEvents.InitFailureListener;
import java.util.concurrent.atomic.AtomicBoolean;

/** Those who hear of constructors of one class. */
public final class ConstructorListeners<E> {
  /** Set once by the first listener to any constructor, so that until then none looks for its listeners. */
  private static final AtomicBoolean HEARD = new AtomicBoolean();

  private final ListenerList<EntityListener<? super E>> begins = new ListenerList<>();
  private final ListenerList<InitFailureListener<? super E>> failures = new ListenerList<>();

  ConstructorListeners() {}

  /** Whether anybody ever wanted to hear of constructors of any class. */
  public static boolean areHeard() {
    return HEARD.get();
  }

  ListenerHandle onInit(EntityListener<? super E> listener) {
    HEARD.set(true);
    return begins.add(ArgumentException.requireNonNull(listener, "the listener"));
  }

  ListenerHandle onInitFailure(InitFailureListener<? super E> listener) {
    HEARD.set(true);
    return failures.add(ArgumentException.requireNonNull(listener, "the listener"));
  }

  public void begun(E object) {
    if (!begins.isEmpty()) {
      begins.all().forEach(listener -> listener.happened(object));
    }
  }

  /** What a listener throws must not take the place of the reason. */
  public void failed(E object, Throwable failure) {
    for (InitFailureListener<? super E> listener : failures.all()) {
      try {
        listener.failed(object, failure);
      } catch (RuntimeException | Error further) {
        if (further != failure) {
          failure.addSuppressed(further);
        }
      }
    }
  }
}
