/**
 * What every part of Aludel shares: the root of its exceptions and the codes they carry.
 */
@NullMarked
package io.aludel;

import org.jspecify.annotations.NullMarked;
