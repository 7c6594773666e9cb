package io.aludel.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The few things the architecture tests ask of a module's {@code pom.xml}. */
final class PomFile {
  private final Document document;

  private PomFile(Document document) {
    this.document = document;
  }

  static PomFile at(Path folder) {
    Path file = folder.resolve("pom.xml");
    try {
      return new PomFile(
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
    } catch (Exception e) {
      throw new AssertionError("Cannot read " + file, e);
    }
  }

  List<String> modules() {
    return texts("module");
  }

  List<String> artifacts() {
    return texts("artifactId");
  }

  boolean isUnpublished() {
    return texts("maven.deploy.skip").contains("true");
  }

  boolean isPackaging(String packaging) {
    return texts("packaging").contains(packaging);
  }

  /** The version of this module, or of its parent where it inherits it. */
  String version() {
    return texts("version").get(0);
  }

  private List<String> texts(String element) {
    NodeList found = document.getElementsByTagName(element);
    return IntStream.range(0, found.getLength())
        .mapToObj(index -> found.item(index).getTextContent().strip())
        .toList();
  }
}
