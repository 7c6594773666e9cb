package io.aludel.examples.atlas.load;

import io.aludel.examples.atlas.facts.JdkWorld;
import io.aludel.examples.atlas.facts.NamesFact;
import io.aludel.examples.atlas.facts.ZoneFact;
import java.util.List;

/** A way to write facts. Each call is a transaction of its own. */
interface Writer {
  /** Writes everything that has names, without its names. */
  void skeleton(JdkWorld world);

  /** Writes when clocks were changed, and how often. */
  void changes(List<ZoneFact> zones);

  /** Writes the names of some locales, and how many they are. */
  void names(List<NamesFact> batch);
}
