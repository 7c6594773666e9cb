/** What dialects do on the databases themselves: values that travel there and back, failures. */
@NullMarked
package io.aludel.dialect;

import org.jspecify.annotations.NullMarked;
