package io.aludel.examples.atlas.facts;

import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;

/** Kinds of things that have names. */
public enum Kind {
  /** Countries of ISO 3166. */
  COUNTRY {
    @Override
    public String name(String code, Locale locale) {
      return new Locale("", code).getDisplayCountry(locale);
    }
  },
  /** Languages of ISO 639. */
  LANGUAGE {
    @Override
    public String name(String code, Locale locale) {
      return new Locale(code).getDisplayLanguage(locale);
    }
  },
  /** Scripts of ISO 15924. */
  SCRIPT {
    @Override
    public String name(String code, Locale locale) {
      return new Locale.Builder().setScript(code).build().getDisplayScript(locale);
    }
  },
  /** Currencies of ISO 4217. */
  CURRENCY {
    @Override
    public String name(String code, Locale locale) {
      return Currency.getInstance(code).getDisplayName(locale);
    }
  },
  /** Time zones. */
  ZONE {
    @Override
    public String name(String code, Locale locale) {
      return ZoneId.of(code).getDisplayName(TextStyle.FULL, locale);
    }
  };

  /**
   * Asks the JDK for a name.
   *
   * @param code what stands for the thing
   * @param locale in which locale
   * @return the name; often the code itself where the JDK knows none
   */
  public abstract String name(String code, Locale locale);
}
