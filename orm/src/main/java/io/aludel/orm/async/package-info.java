/**
 * Sessions for programs that must not wait: every method returns a {@link
 * java.util.concurrent.CompletionStage}, and reading an attribute never waits for the database.
 */
@NullMarked
package io.aludel.orm.async;

import org.jspecify.annotations.NullMarked;
