/**
 * The unit of work: turns the changed, new and deleted objects of a session into ordered statements
 * inside the open transaction.
 */
@NullMarked
package io.aludel.orm.internal.flush;

import org.jspecify.annotations.NullMarked;
