package io.aludel.orm.internal.collection;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.collection.NewMembers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Live containers that somebody put into a stream by hand. */
class LiveForgeryTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        LiveList.class,
        LiveSet.class,
        LiveMap.class,
        LiveSortedSet.class,
        LiveSortedMap.class,
        LiveValueList.class,
        LiveValueSet.class,
        LiveValueMap.class
      })
  void liveContainerWithoutContent_isRefused(Class<?> type) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(forged(type)))) {
      assertThatThrownBy(in::readObject)
          .isInstanceOf(InvalidObjectException.class)
          .hasMessageContaining("Cannot read a " + type.getName())
          .hasMessageContaining("it is never written");
    }
  }

  @Test
  void newMembersWithoutAny_areRefused() throws IOException {
    byte[] bytes = forged(NewMembers.class);
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      assertThatThrownBy(in::readObject)
          .isInstanceOf(InvalidObjectException.class)
          .hasMessageContaining("there is no list of them");
    }
  }

  /** An object of the class, and none of its fields. */
  private static byte[] forged(Class<?> type) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(ObjectStreamConstants.STREAM_MAGIC);
      out.writeShort(ObjectStreamConstants.STREAM_VERSION);
      out.writeByte(ObjectStreamConstants.TC_OBJECT);
      out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
      out.writeUTF(type.getName());
      out.writeLong(1);
      out.writeByte(ObjectStreamConstants.SC_SERIALIZABLE);
      out.writeShort(0);
      out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
      out.writeByte(ObjectStreamConstants.TC_NULL);
    }
    return bytes.toByteArray();
  }
}
