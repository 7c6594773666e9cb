/**
 * What an application writes, sentence by sentence: how it declares, how it works with a session, how it
 * asks. Written as an application would, from outside.
 */
@NullMarked
package io.aludel.api;

import org.jspecify.annotations.NullMarked;
