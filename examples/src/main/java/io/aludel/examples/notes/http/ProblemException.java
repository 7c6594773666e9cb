package io.aludel.examples.notes.http;

import java.util.Map;

/** A problem on its way to the answer. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient Map<String, String> headers;

  /**
   * Carries a problem.
   *
   * @param problem the problem
   */
  public ProblemException(Problem problem) {
    this(problem, Map.of());
  }

  ProblemException(Problem problem, Map<String, String> headers) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.headers = headers;
  }

  static ProblemException of(int status, String title, String detail) {
    return new ProblemException(Problem.of(status, title, detail));
  }

  Answer answer() {
    Answer answer = problem.answer();
    return headers.isEmpty()
        ? answer
        : new Answer(answer.status(), headers, answer.type(), answer.body());
  }
}
