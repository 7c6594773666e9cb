package io.aludel.examples.atlas.facts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A country.
 *
 * @param code its two letters
 * @param longCode its three letters
 * @param currency the code of its currency, if it has one
 * @param languages the codes of the languages for which the JDK has a locale of this country
 */
public record CountryFact(
    String code, String longCode, @Nullable String currency, Set<String> languages) {}
