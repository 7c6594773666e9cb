/**
 * How an engine's connections are opened, shared, tested, reset and closed: the settings, the events and
 * the figures of a pool.
 */
@NullMarked
package io.aludel.engine.pool;

import org.jspecify.annotations.NullMarked;
