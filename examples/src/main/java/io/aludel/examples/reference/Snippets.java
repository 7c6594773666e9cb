package io.aludel.examples.reference;

import io.aludel.engine.Engine;
import io.aludel.examples.page.SentStatement;
import io.aludel.examples.page.StatementTape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs one snippet after the other, and keeps what each sent. */
final class Snippets implements AutoCloseable {
  private final StatementTape tape;
  private final List<String> sent = new ArrayList<>();

  Snippets(Engine engine) {
    tape = StatementTape.on(engine);
  }

  /** Forgets what was sent so far, which no page shows. */
  void start() {
    tape.take();
  }

  /** Keeps what was sent since the last call. */
  void shown() {
    sent.add(tape.take().stream().map(SentStatement::asText).collect(Collectors.joining("\n")));
  }

  List<String> sent() {
    return List.copyOf(sent);
  }

  @Override
  public void close() {
    tape.close();
  }
}
