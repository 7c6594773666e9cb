package io.aludel.testing.spi;

import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who asks. Immutable; its text never shows the password.
 *
 * @param url the JDBC URL
 * @param user the user, or null when the URL or the database needs none
 * @param password the password, or null
 */
public record DatabaseAddress(
    String url, @Nullable String user, @Nullable String password) {
  /**
   * An address without user and password.
   *
   * @param url the JDBC URL
   * @return the address
   */
  public static DatabaseAddress of(String url) {
    return new DatabaseAddress(url, null, null);
  }

  /**
   * The same user and password at another URL.
   *
   * @param otherUrl the JDBC URL
   * @return the address
   */
  public DatabaseAddress at(String otherUrl) {
    return new DatabaseAddress(otherUrl, user, password);
  }

  @Override
  public String toString() {
    String bare = url.replaceAll("(?i)(password=)[^&;]*", "$1***");
    return user == null ? bare : bare + " as " + user;
  }
}
