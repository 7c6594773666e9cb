/**
 * What an application adds to the language: constructs, functions and statements of its own, spelled for
 * each database.
 */
@NullMarked
package io.aludel.sql.extension;

import org.jspecify.annotations.NullMarked;
