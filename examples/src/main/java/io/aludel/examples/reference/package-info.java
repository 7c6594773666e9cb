/** What the pages under docs/reference show, as code that runs. */
@NullMarked
package io.aludel.examples.reference;

import org.jspecify.annotations.NullMarked;
