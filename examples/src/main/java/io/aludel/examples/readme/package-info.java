/** What the first screen of the README shows, as code that runs. */
@NullMarked
package io.aludel.examples.readme;

import org.jspecify.annotations.NullMarked;
