package io.aludel.examples.program;

import java.util.Iterator;
import java.util.List;

/** The arguments of a command line, read one after the other. */
public final class Arguments {
  private final Iterator<String> rest;
  private String name = "";

  /**
   * Begins at the first argument.
   *
   * @param all the arguments
   */
  public Arguments(List<String> all) {
    rest = all.iterator();
  }

  /**
   * Whether there is another argument.
   *
   * @return false at the end
   */
  public boolean hasNext() {
    return rest.hasNext();
  }

  /**
   * The next argument: an option, or what stands by itself.
   *
   * @return the argument
   */
  public String next() {
    name = rest.next();
    return name;
  }

  /**
   * The value of the option that was read last.
   *
   * @return the argument behind it
   * @throws UsageException if it is the last argument
   */
  public String value() {
    if (!rest.hasNext()) {
      throw new UsageException(name + " needs a value.");
    }
    return rest.next();
  }

  /**
   * The value of the option that was read last, which names a database.
   *
   * @return the URL
   * @throws UsageException if it is the last argument, or what follows is no JDBC URL
   */
  public String url() {
    String url = value();
    if (!url.startsWith("jdbc:")) {
      // The value is not repeated: it may hold a password.
      throw new UsageException(name + " takes a JDBC URL, which begins with 'jdbc:'.");
    }
    return url;
  }
}
