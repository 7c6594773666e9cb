/**
 * Live collections: the ones that entities hold once they are managed. Each reports every change that is
 * made through any method of its Java interface, its iterators and its views, before it happens; none
 * holds any state but its members.
 */
@NullMarked
package io.aludel.orm.internal.collection;

import org.jspecify.annotations.NullMarked;
