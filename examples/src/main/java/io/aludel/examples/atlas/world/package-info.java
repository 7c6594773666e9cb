/** Entities of the atlas: countries, languages, scripts, currencies, time zones, locales, and all their names. */
@NullMarked
package io.aludel.examples.atlas.world;

import org.jspecify.annotations.NullMarked;
