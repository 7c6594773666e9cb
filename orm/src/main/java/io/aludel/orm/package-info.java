/**
 * What an application uses every day: sessions and their factory, the words of statements over
 * entities, and the failures of both.
 */
@NullMarked
package io.aludel.orm;

import org.jspecify.annotations.NullMarked;
