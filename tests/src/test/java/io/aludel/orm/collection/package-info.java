/** Collection classes of an application's own. */
@NullMarked
package io.aludel.orm.collection;

import org.jspecify.annotations.NullMarked;
