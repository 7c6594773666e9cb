/** What a database says of itself, asked for real. */
@org.jspecify.annotations.NullMarked
package io.aludel.reflection;
