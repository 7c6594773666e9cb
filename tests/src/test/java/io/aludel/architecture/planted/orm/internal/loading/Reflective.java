package io.aludel.architecture.planted.orm.internal.loading;

import java.lang.reflect.Method;
import java.util.logging.Logger;

/** Reflects where it is slow to, and logs through the JDK. */
public final class Reflective {
  public static int calls;

  Method[] look() {
    Logger.getGlobal().info("looked");
    return Reflective.class.getMethods();
  }
}
