package io.aludel.testing.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.tools.SimpleJavaFileObject;

/** A file of a compilation: its content is an entry of a map. */
final class MemoryFile extends SimpleJavaFileObject {
  private final String path;
  private final Map<String, byte[]> files;

  MemoryFile(String path, Kind kind, Map<String, byte[]> files) {
    super(URI.create("memory:///" + path), kind);
    this.path = path;
    this.files = files;
  }

  String path() {
    return path;
  }

  @Override
  public InputStream openInputStream() throws IOException {
    return new ByteArrayInputStream(content());
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
    return new String(content(), StandardCharsets.UTF_8);
  }

  @Override
  public OutputStream openOutputStream() {
    return new ByteArrayOutputStream() {
      @Override
      public void close() throws IOException {
        super.close();
        files.put(path, toByteArray());
      }
    };
  }

  private byte[] content() throws IOException {
    byte[] content = files.get(path);
    if (content == null) {
      throw new FileNotFoundException(path);
    }
    return content;
  }
}
