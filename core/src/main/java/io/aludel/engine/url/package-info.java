/** The addresses of databases, read and written without giving their secrets away. */
@NullMarked
package io.aludel.engine.url;

import org.jspecify.annotations.NullMarked;
