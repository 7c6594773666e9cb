/** Tests of objects that travel as bytes. */
@NullMarked
package io.aludel.orm.serial;

import org.jspecify.annotations.NullMarked;
