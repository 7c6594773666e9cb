package io.aludel.dialect.oracle;

import io.aludel.schema.SequenceOptions;

/** Gathers what differs from how a sequence or identity counts that was told nothing. */
final class Counting {
  private SequenceOptions options = SequenceOptions.NONE;

  SequenceOptions options() {
    return options;
  }

  /** Numbers beyond Java's are the ends of what was told nothing. */
  private static boolean isSaid(String number, String usual) {
    return !number.isEmpty() && number.length() <= 18 && !number.equals(usual);
  }

  Counting start(String number) {
    options = isSaid(number, "1") ? options.start(Long.parseLong(number)) : options;
    return this;
  }

  Counting increment(String number) {
    options = isSaid(number, "1") ? options.increment(Long.parseLong(number)) : options;
    return this;
  }

  Counting minimum(String number) {
    options = isSaid(number, "1") ? options.minimum(Long.parseLong(number)) : options;
    return this;
  }

  Counting maximum(String number) {
    options = isSaid(number, "") ? options.maximum(Long.parseLong(number)) : options;
    return this;
  }

  Counting cache(String number) {
    boolean said = isSaid(number, "20") && !number.equals("0");
    options = said ? options.cache(Long.parseLong(number)) : options;
    return this;
  }

  Counting cycle(String flag) {
    options = flag.equals("Y") ? options.cycling() : options;
    return this;
  }
}
