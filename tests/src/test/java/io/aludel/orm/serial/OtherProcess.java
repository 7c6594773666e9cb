package io.aludel.orm.serial;

import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** A virtual machine of its own that reads an object, says what it is, and writes it back with one more change. */
final class OtherProcess {
  private OtherProcess() {}

  /** The file with the object, and where to write what it says, and the object. */
  public static void main(String[] files) throws IOException {
    Registry registry = SerializedObjectsTest.MODELS;
    registry.configure();
    Painter painter = (Painter) Bytes.read(Files.readAllBytes(Path.of(files[0])), null);
    InstanceState state = InstanceState.of(painter);
    Files.write(
        Path.of(files[1]),
        List.of(
            state.toString(),
            state.objectState().name(),
            new TreeSet<>(state.unloaded()).toString(),
            String.valueOf(state.attribute("name").history().deleted()),
            String.valueOf(painter.pictures.get(0).painter == painter)));
    painter.pictures.get(1).title = "changed";
    Files.write(Path.of(files[2]), Bytes.write(painter));
  }
}
