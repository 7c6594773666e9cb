/** HTTP on the JDK's own server: requests and answers in JSON, mistakes as problem documents. Knows no database. */
@NullMarked
package io.aludel.examples.notes.http;

import org.jspecify.annotations.NullMarked;
