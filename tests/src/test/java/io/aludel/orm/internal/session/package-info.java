/** Tests of the inside of sessions. */
@NullMarked
package io.aludel.orm.internal.session;

import org.jspecify.annotations.NullMarked;
