/**
 * From a statement over entities to objects: compilation into a Core statement with a loading plan, and
 * the way of a row into an object of the session.
 */
@NullMarked
package io.aludel.orm.internal.loading;

import org.jspecify.annotations.NullMarked;
