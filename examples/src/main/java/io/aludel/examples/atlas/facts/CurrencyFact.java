package io.aludel.examples.atlas.facts;

import org.jspecify.annotations.Nullable;

/**
 * A currency.
 *
 * @param code its three letters
 * @param digits how many follow the point, null for what is no money
 * @param validFrom the year it came, if its English name tells
 * @param validUntil the year it went, if its English name tells
 */
public record CurrencyFact(
    String code,
    @Nullable Integer digits,
    @Nullable Integer validFrom,
    @Nullable Integer validUntil) {}
