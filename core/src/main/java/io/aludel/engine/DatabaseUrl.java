package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a database: a JDBC URL, and user and password if they stand in it as {@code
 * //user:password@host}. Immutable; {@code toString} masks everything secret. Making one opens nothing.
 */
public final class DatabaseUrl {
  private static final Pattern SCHEME = Pattern.compile("jdbc:([A-Za-z][A-Za-z0-9+.-]*):(.*)");
  private static final Pattern LOGIN = Pattern.compile("//([^:@/?;]*)(?::([^?;]*))?@");
  private static final Pattern SECRET =
      Pattern.compile("(?i)([?&;][^=?&;]*(?:password|passwd|pwd|passphrase|secret|token)[^=?&;]*=)"
          + "(?:\\\\;|[^&;])*");
  private static final String MASK = "***";

  private final String scheme;
  private final String jdbcUrl;
  private final @Nullable String user;
  private final @Nullable String password;

  private DatabaseUrl(
      String scheme, String jdbcUrl, @Nullable String user, @Nullable String password) {
    this.scheme = scheme;
    this.jdbcUrl = jdbcUrl;
    this.user = user;
    this.password = password;
  }

  /**
   * Reads a JDBC URL.
   *
   * @param url for example {@code jdbc:postgresql://localhost/app}
   * @return the address
   * @throws ArgumentException if {@code url} is null or blank, or does not begin with {@code jdbc:} and
   *     the name of a database
   */
  public static DatabaseUrl parse(String url) {
    String text = ArgumentException.requireText(url, "the URL of a database").strip();
    Matcher parts = SCHEME.matcher(text);
    if (!parts.matches()) {
      throw new ArgumentException(
          CoreError.MALFORMED_URL,
          "'" + mask(text) + "' is not the URL of a database. Write a JDBC URL such as"
              + " jdbc:postgresql://host/database or jdbc:sqlite:file.db.");
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    Matcher login = LOGIN.matcher(text);
    if (!login.find()) {
      return new DatabaseUrl(scheme, text, null, null);
    }
    String bare = text.substring(0, login.start()) + "//" + text.substring(login.end());
    return new DatabaseUrl(scheme, bare, login.group(1), login.group(2));
  }

  /**
   * The kind of database.
   *
   * @return the word after {@code jdbc:}, in lower case
   */
  public String scheme() {
    return scheme;
  }

  /**
   * What the driver is given: the URL without the user and password that stood before the host. Secrets
   * among its parameters are still in it, so it must not be printed.
   *
   * @return the URL
   */
  public String jdbcUrl() {
    return jdbcUrl;
  }

  /**
   * The user that stood before the host.
   *
   * @return the name, or null
   */
  public @Nullable String user() {
    return user;
  }

  /**
   * The password that stood before the host. It must not be printed.
   *
   * @return the password, or null
   */
  public @Nullable String password() {
    return password;
  }

  /**
   * Where the database is.
   *
   * @return what follows the scheme, in lower case
   */
  public String location() {
    return jdbcUrl.substring("jdbc:".length() + scheme.length() + 1).toLowerCase(Locale.ROOT);
  }

  static String mask(String text) {
    String masked = SECRET.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    return LOGIN.matcher(masked).replaceAll("//$1:" + Matcher.quoteReplacement(MASK) + "@");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DatabaseUrl that
        && jdbcUrl.equals(that.jdbcUrl)
        && java.util.Objects.equals(user, that.user)
        && java.util.Objects.equals(password, that.password);
  }

  @Override
  public int hashCode() {
    return jdbcUrl.hashCode();
  }

  @Override
  public String toString() {
    String shown = SECRET.matcher(jdbcUrl).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    if (user == null) {
      return shown;
    }
    String login = password == null ? user : user + ":" + MASK;
    return shown.replaceFirst("//", Matcher.quoteReplacement("//" + login + "@"));
  }
}
