package io.aludel.orm.internal.session;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;

/**
 * A connection that takes part in the transaction of a session.
 *
 * @param engine the engine it stands for
 * @param connection the connection
 * @param isGiven whether somebody else opened it and will close it
 */
record Participant(Engine engine, Connection connection, boolean isGiven) {}
