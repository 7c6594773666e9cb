/** Tests of what applications may look at. */
@NullMarked
package io.aludel.orm.state;

import org.jspecify.annotations.NullMarked;
