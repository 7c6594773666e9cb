/** Where an entity stands among those it extends: what its annotations say, and the values that tell classes apart. */
@NullMarked
package io.aludel.orm.mapping.internal.inheritance;

import org.jspecify.annotations.NullMarked;
