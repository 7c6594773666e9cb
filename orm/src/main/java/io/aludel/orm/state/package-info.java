/**
 * A look at what the ORM knows of an object: its state and identity, which attributes are loaded, and
 * what changed since they were; and the few ways to put something in place by hand. Looking never loads
 * anything, unless a method says so.
 */
@NullMarked
package io.aludel.orm.state;

import org.jspecify.annotations.NullMarked;
