package io.aludel.testing.compile;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.SimpleJavaFileObject;

/** A source text under the file name that its first top-level type asks for. */
final class MemorySource extends SimpleJavaFileObject {
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
  private static final Pattern PACKAGE = Pattern.compile("\\bpackage\\s+([\\w.]+)\\s*;");
  private static final Pattern TYPE =
      Pattern.compile("(?<![.\\w])(?:class|interface|enum|record)\\s+([\\w$]+)");
  private static final Pattern MODULE = Pattern.compile("(?m)^\\s*(?:open\\s+)?module\\s+[\\w.]+");

  private final String text;

  private MemorySource(String path, String text) {
    super(URI.create("memory:///" + path), Kind.SOURCE);
    this.text = text;
  }

  static MemorySource of(String text) {
    String code = COMMENT.matcher(text).replaceAll(" ");
    if (MODULE.matcher(code).find()) {
      return new MemorySource("module-info.java", text);
    }
    Matcher home = PACKAGE.matcher(code);
    String folder = home.find() ? home.group(1).replace('.', '/') + "/" : "";
    Matcher type = TYPE.matcher(code);
    String name = type.find() ? type.group(1) : "package-info";
    return new MemorySource(folder + name + ".java", text);
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
