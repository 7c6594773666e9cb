/** How pages of the guide are made and printed. */
@NullMarked
package io.aludel.examples.page;

import org.jspecify.annotations.NullMarked;
