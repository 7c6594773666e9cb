package io.aludel.testing.internal.database;

import io.aludel.testing.TestingError;
import io.aludel.testing.TestingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The directory of one embedded server. It is locked as long as this JVM lives, so that a later run
 * can tell what a killed one left behind: such a server is stopped and its directory removed.
 */
final class ServerHome implements AutoCloseable {
  private static final String LOCK = "owner.lock";

  private final Path directory;
  private final FileChannel lock;

  private ServerHome(Path directory, FileChannel lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /** Makes a home for a server of that kind, after clearing abandoned ones of the same kind. */
  static ServerHome open(Path parent, String kind) {
    try {
      Files.createDirectories(parent);
      clearAbandoned(parent, kind);
      Path directory = Files.createTempDirectory(parent, ours(kind));
      FileChannel lock = lockChannel(directory);
      lock.lock();
      return new ServerHome(directory, lock);
    } catch (IOException e) {
      throw new TestingException(
          TestingError.SERVER_NOT_STARTED,
          "Cannot make a directory for the embedded " + kind + " server below " + parent + ": " + e
              + ". Check java.io.tmpdir.",
          e);
    }
  }

  /**
   * How the names of the homes of this process begin. It must not even look at their locks: closing any
   * channel of a file gives up the lock that the process has on it.
   */
  private static String ours(String kind) {
    return kind + "-" + ProcessHandle.current().pid() + "-";
  }

  static Path parent() {
    return Path.of(
        System.getProperty("java.io.tmpdir"), "aludel-servers-" + System.getProperty("user.name"));
  }

  Path directory() {
    return directory;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      directory.toFile().deleteOnExit();
    }
    Folders.delete(directory);
  }

  private static void clearAbandoned(Path parent, String kind) throws IOException {
    List<Path> homes;
    try (Stream<Path> children = Files.list(parent)) {
      homes = children
          .filter(child -> child.getFileName().toString().startsWith(kind + "-"))
          .filter(child -> !child.getFileName().toString().startsWith(ours(kind)))
          .filter(child -> Files.exists(child.resolve(LOCK)))
          .toList();
    }
    for (Path home : homes) {
      if (isAbandoned(home)) {
        stopServersIn(home);
        Folders.delete(home);
      }
    }
  }

  private static boolean isAbandoned(Path home) {
    try (FileChannel channel = lockChannel(home)) {
      return channel.tryLock() != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  private static FileChannel lockChannel(Path home) throws IOException {
    return FileChannel.open(
        home.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Servers carry the path of their data on the command line. */
  private static void stopServersIn(Path home) {
    String path = home.toString();
    List<ProcessHandle> servers = ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(path))
        .toList();
    servers.forEach(ProcessHandle::destroy);
    for (ProcessHandle server : servers) {
      try {
        server.onExit().get(5, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
        server.destroyForcibly();
      }
    }
  }
}
