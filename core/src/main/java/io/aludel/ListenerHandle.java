package io.aludel;

/** What registering a listener gives back, and the only way to take the listener away again. */
@FunctionalInterface
public interface ListenerHandle {
  /** Removes the listener. Does nothing if it was removed before. */
  void remove();
}
