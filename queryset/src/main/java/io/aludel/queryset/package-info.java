/**
 * Models that find, check and save themselves: a registry of entity classes, immutable query sets over
 * them whose work runs on worker threads, and validation before any SQL.
 */
@NullMarked
package io.aludel.queryset;

import org.jspecify.annotations.NullMarked;
