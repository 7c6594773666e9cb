package io.aludel.examples.atlas.facts;

import java.util.List;

/**
 * What things are called in one locale, as far as the more general locale does not say so already.
 *
 * @param tag the locale
 * @param names the names
 */
public record NamesFact(String tag, List<Name> names) {
  /**
   * One name.
   *
   * @param kind of what
   * @param code of which
   * @param text the name
   */
  public record Name(Kind kind, String code, String text) {}
}
