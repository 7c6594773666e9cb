/**
 * Listeners of what happens to objects: to one attribute, or to an object as a whole. Each is a function
 * with typed arguments, registered for one class and removed through the handle that registering gives.
 */
@NullMarked
package io.aludel.orm.event;

import org.jspecify.annotations.NullMarked;
