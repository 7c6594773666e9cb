/** The databases that come with the kit, and the configuration that chooses among them. */
@NullMarked
package io.aludel.testing.internal.database;

import org.jspecify.annotations.NullMarked;
