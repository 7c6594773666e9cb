package io.aludel.reflection;

import io.aludel.ArgumentException;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server at the other end, as its driver tells when the first connection is opened (parity row
 * ORM-DIA-09).
 *
 * @param product the name of the product, such as {@code PostgreSQL}
 * @param version its version as it calls it, such as {@code 11.4.5-MariaDB}
 */
public record Server(String product, String version) {
  private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?");
  private static final String REPLICATION_HACK = "5.5.5-";

  /** Checks that both are there. */
  public Server {
    ArgumentException.requireNonNull(product, "the product of a server");
    ArgumentException.requireNonNull(version, "the version of a server");
  }

  /**
   * The server that a driver's connection leads to. Sends nothing with the drivers we know, which learn
   * both when they connect.
   *
   * @param metaData what the driver says
   * @return the server
   * @throws SQLException if the driver fails
   */
  public static Server of(DatabaseMetaData metaData) throws SQLException {
    String product = metaData.getDatabaseProductName();
    String version = metaData.getDatabaseProductVersion();
    return new Server(product == null ? "" : product, version == null ? "" : version);
  }

  /**
   * Whether the server is as new as a version, or newer.
   *
   * @param major the first number of the version
   * @param minor the second
   * @return true if so, and where the version cannot be read
   */
  public boolean isAtLeast(int major, int minor) {
    String plain = version.startsWith(REPLICATION_HACK)
        ? version.substring(REPLICATION_HACK.length())
        : version;
    Matcher numbers = NUMBERS.matcher(plain);
    if (!numbers.find()) {
      return true;
    }
    int first = Integer.parseInt(numbers.group(1));
    int second = numbers.group(2) == null ? 0 : Integer.parseInt(numbers.group(2));
    return first != major ? first > major : second >= minor;
  }

  @Override
  public String toString() {
    return product + " " + version;
  }
}
