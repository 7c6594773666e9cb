/**
 * What has to come before what, of things of any kind: sorting, circles, and putting together what may
 * go together. Knows nothing of rows.
 */
@NullMarked
package io.aludel.orm.internal.flush.graph;

import org.jspecify.annotations.NullMarked;
