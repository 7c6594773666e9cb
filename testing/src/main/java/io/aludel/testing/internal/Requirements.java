package io.aludel.testing.internal;

import io.aludel.dialect.Capability;
import io.aludel.testing.Requires;
import io.aludel.testing.internal.database.Databases;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test needs its database to have. */
record Requirements(Set<Capability> capabilities) {
  static Requirements of(ExtensionContext context) {
    Set<Capability> all = EnumSet.noneOf(Capability.class);
    Annotations.all(context, Requires.class)
        .forEach(requires -> all.addAll(List.of(requires.value())));
    return new Requirements(all);
  }

  /** The configured databases that have it all; without a requirement none is asked, and none started. */
  List<String> databases(ExtensionContext context) {
    Databases databases = TestRun.databases(context);
    return databases.names().stream()
        .filter(name -> capabilities.isEmpty()
            || TestRun.capabilities(context).of(name).containsAll(capabilities))
        .toList();
  }

  String unmetBy(ExtensionContext context) {
    return "no database of " + TestRun.databases(context).names() + " has " + capabilities;
  }
}
