/** Tests of validators and listeners. */
@NullMarked
package io.aludel.orm.event;

import org.jspecify.annotations.NullMarked;
