package io.aludel.types;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * The address of a host, of version 4 or 6; text of at most 45 characters where a database has no such
 * type, in the one form that RFC 5952 recommends, so that equal addresses are equal text. Names of hosts
 * are never looked up.
 */
public record InetType() implements SqlType<InetAddress> {
  /** The characters of the longest address. */
  public static final int LENGTH = 45;

  private static final int GROUPS = 8;

  @Override
  public Class<InetAddress> javaType() {
    return InetAddress.class;
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  /**
   * The address that a text is. Asks nobody: the name of a host is no address.
   *
   * @param text four decimal numbers between points, or groups of hexadecimal digits between colons
   * @return the address, or null if the text is none
   */
  public static @Nullable InetAddress parse(String text) {
    boolean old = isVersion4(text);
    boolean literal =
        old || (text.length() <= LENGTH && text.contains(":") && text.matches("[0-9a-fA-F.:]+"));
    try {
      return literal ? InetAddress.getByName(text) : null;
    } catch (UnknownHostException malformed) {
      return null;
    }
  }

  private static boolean isVersion4(String text) {
    String[] parts = text.split("\\.", -1);
    boolean right = parts.length == 4;
    for (String part : parts) {
      right &= part.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(part) <= 255;
    }
    return right;
  }

  /**
   * What is stored where addresses are text.
   *
   * @param address the address
   * @return its text, by RFC 5952
   * @throws ArgumentException if the address belongs to one network card only
   */
  public static String toText(InetAddress address) {
    if (address instanceof Inet4Address) {
      return address.getHostAddress();
    }
    if (address instanceof Inet6Address local && isScoped(local)) {
      throw new ArgumentException(
          CoreError.WRONG_VALUE,
          "Cannot store an address that belongs to one network card of this machine, written with a"
              + " percent sign: databases keep addresses only. Give it without that.");
    }
    return groups(address.getAddress());
  }

  private static boolean isScoped(Inet6Address address) {
    return address.getScopedInterface() != null || address.getScopeId() != 0;
  }

  /** The longest run of at least two zeros, the first of equal ones, becomes two colons. */
  private static String groups(byte[] bytes) {
    int longest = 1;
    int start = GROUPS;
    for (int from = 0; from < GROUPS; from++) {
      int length = zeros(bytes, from);
      if (length > longest) {
        longest = length;
        start = from;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == start) {
        text.append("::");
        i += longest - 1;
      } else {
        text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
        text.append(Integer.toHexString(group(bytes, i)));
      }
    }
    return text.toString();
  }

  private static int zeros(byte[] bytes, int from) {
    int end = from;
    while (end < GROUPS && group(bytes, end) == 0) {
      end++;
    }
    return end - from;
  }

  private static int group(byte[] bytes, int index) {
    return (bytes[2 * index] & 0xff) << 8 | (bytes[2 * index + 1] & 0xff);
  }

  /**
   * The address that was stored.
   *
   * @param text what was stored
   * @return the address
   * @throws ArgumentException if the text is none
   */
  public static InetAddress fromText(String text) {
    InetAddress address = parse(text.strip());
    if (address == null) {
      throw new ArgumentException(
          CoreError.VALUE_CONVERSION,
          "Cannot read '" + text
              + "' as the address of a host. Correct the row; read a network as text.");
    }
    return address;
  }
}
