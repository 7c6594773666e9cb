package io.aludel.testing.spi;

import java.util.Optional;

/**
 * What one test needs of its database.
 *
 * @param severalConnections whether the test holds more than one connection at a time
 * @param server the server that the environment names in place of an embedded one
 */
public record DatabaseRequest(boolean severalConnections, Optional<DatabaseAddress> server) {}
