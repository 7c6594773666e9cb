/** What the loader options of a statement say, as data: paths through relationships, and what is wished there. */
@NullMarked
package io.aludel.orm.internal.option;

import org.jspecify.annotations.NullMarked;
