package io.aludel.automap;

import com.palantir.javapoet.ClassName;
import java.util.Set;

/** A class that the application wrote itself: its name, and the relationships it has. */
record Declared(ClassName type, Set<String> relationships) {
  Declared {
    relationships = Set.copyOf(relationships);
  }
}
