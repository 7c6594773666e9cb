package io.aludel.engine.url;

import io.aludel.CoreError;
import io.aludel.InvalidRequestException;

/** Says that the JDBC driver for a URL is not on the class path, and which artifact brings it. */
public final class MissingDriverException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  private final String artifact;

  /**
   * Creates the exception.
   *
   * @param url the URL that no driver takes
   * @param artifact the artifact to add
   */
  public MissingDriverException(DatabaseUrl url, String artifact) {
    super(
        CoreError.MISSING_DRIVER,
        "No JDBC driver on the class path takes the URL " + url + ". Add the dependency '"
            + artifact + "' to the application.");
    this.artifact = artifact;
  }

  /**
   * The artifact to add.
   *
   * @return its group and name, {@code group:name}
   */
  public String artifact() {
    return artifact;
  }
}
