package io.aludel.testing.internal.database;

import io.aludel.testing.TestingError;
import io.aludel.testing.TestingException;
import io.aludel.testing.spi.DatabaseRequest;

/** What databases without a server have in common. */
final class InProcess {
  private InProcess() {}

  static void refuseServer(String name, DatabaseRequest request) {
    request.server().ifPresent(address -> {
      throw new TestingException(
          TestingError.UNFIT_ADDRESS,
          "Cannot use " + address + " for test database '" + name
              + "': it runs in the process of the tests, each test in a database of its own."
              + " Remove aludel.test." + name + ".url.");
    });
  }
}
