package io.aludel.examples.atlas.facts;

import org.jspecify.annotations.Nullable;

/**
 * A locale.
 *
 * @param tag its BCP 47 tag
 * @param parent the tag of the more general locale, null for the root
 * @param language the code of its language, if it has one
 * @param script the code of its script, where the tag names it
 * @param country the code of its country; a larger region is none
 */
public record CultureFact(
    String tag,
    @Nullable String parent,
    @Nullable String language,
    @Nullable String script,
    @Nullable String country) {}
