package io.aludel.architecture.planted.orm;

/** Calls the constructor of the class it extends, which is no creation of a bare exception. */
public final class NamedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NamedException(String message) {
    super(message);
  }
}
