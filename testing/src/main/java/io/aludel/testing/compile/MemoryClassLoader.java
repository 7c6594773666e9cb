package io.aludel.testing.compile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads the classes and resources that a compilation wrote. */
final class MemoryClassLoader extends ClassLoader {
  private final Map<String, byte[]> files;

  MemoryClassLoader(Map<String, byte[]> files, ClassLoader parent) {
    super(parent);
    this.files = files;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] content = files.get(name.replace('.', '/') + ".class");
    if (content == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, content, 0, content.length);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    byte[] content = files.get(name);
    try {
      return content == null
          ? null
          : new URL(null, "memory:///" + name, new ContentHandler(content));
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL found = findResource(name);
    return Collections.enumeration(found == null ? List.of() : List.of(found));
  }

  /** Gives a content that is already there. */
  private static final class ContentHandler extends URLStreamHandler {
    private final byte[] content;

    ContentHandler(byte[] content) {
      this.content = content;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(content);
        }
      };
    }
  }
}
