package io.aludel.automap;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An enum that is going to be written for one of the database.
 *
 * @param type its class
 * @param labels what the database keeps, in order
 * @param about what it is for, as a phrase
 */
record EnumPlan(ClassName type, List<String> labels, String about) {
  EnumPlan {
    labels = List.copyOf(labels);
  }

  /** The names of the constants, in the order of the labels. */
  List<String> constants() {
    Set<String> taken = new HashSet<>();
    List<String> constants = new ArrayList<>();
    for (String label : labels) {
      String wanted = JavaNames.constantName(label);
      String name = wanted;
      for (int number = 2; !taken.add(name); number++) {
        name = wanted + "_" + number;
      }
      constants.add(name);
    }
    return constants;
  }

  /** Whether the constants are called as the database calls them. */
  boolean isPlain() {
    return constants().equals(labels);
  }
}
