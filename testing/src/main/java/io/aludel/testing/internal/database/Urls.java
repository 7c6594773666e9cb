package io.aludel.testing.internal.database;

import io.aludel.testing.TestingError;
import io.aludel.testing.TestingException;
import io.aludel.testing.spi.DatabaseRequest;

/** Changes JDBC URLs of the form {@code jdbc:kind://host:port/database?options}. */
final class Urls {
  private Urls() {}

  static void requirePrefix(String name, DatabaseRequest request, String prefix) {
    request.server().filter(address -> !address.url().startsWith(prefix)).ifPresent(address -> {
      throw new TestingException(
          TestingError.UNFIT_ADDRESS,
          "Cannot use " + address + " for test database '" + name + "': its URL begins with "
              + prefix + ". Correct aludel.test." + name + ".url.");
    });
  }

  static String withOption(String url, String option) {
    return url + (url.indexOf('?') < 0 ? '?' : '&') + option;
  }

  /** A URL whose options follow semicolons, with one of them changed or added. */
  static String withProperty(String url, String name, String value) {
    String others = url.replaceAll("(?i);" + name + "=[^;]*", "");
    return others + ";" + name + "=" + value;
  }

  static String withDatabase(String url, String database) {
    int question = url.indexOf('?');
    String options = question < 0 ? "" : url.substring(question);
    String place = question < 0 ? url : url.substring(0, question);
    int host = place.indexOf("//") + 2;
    int slash = place.indexOf('/', host);
    return (slash < 0 ? place : place.substring(0, slash)) + "/" + database + options;
  }
}
