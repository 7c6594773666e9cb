/**
 * Talking to a database: engines and their pools, connections, transactions and savepoints, execution
 * of compiled statements, results, events, logging, and the exceptions a database causes.
 */
@NullMarked
package io.aludel.engine;

import org.jspecify.annotations.NullMarked;
