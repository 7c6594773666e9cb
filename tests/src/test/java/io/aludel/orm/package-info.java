/** Tests of sessions, mappings and statements over entities, on every database. */
@NullMarked
package io.aludel.orm;

import org.jspecify.annotations.NullMarked;
