package io.aludel.automap;

import io.aludel.AludelException;
import org.jspecify.annotations.Nullable;

/** Says that classes for tables could not be written. Nothing was written, unless it says so. */
public final class AutomapException extends AludelException {
  private static final long serialVersionUID = 1L;

  AutomapException(AutomapError code, String message) {
    this(code, message, null);
  }

  AutomapException(AutomapError code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
