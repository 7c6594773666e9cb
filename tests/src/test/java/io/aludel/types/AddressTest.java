package io.aludel.types;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.Capability;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses of hosts and UUIDs: a type of the database where it has one, text elsewhere. */
@ForEachDatabase
@Parity("ORM-TYP-23")
class AddressTest {
  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();
  private final Column<InetAddress> address = column("address", SqlTypes.INET).nullable();
  private final Column<UUID> token = column("token", SqlTypes.UUID).nullable();
  private final Table hosts = Table.of("hosts", metadata, id, address, token);
  private Connection connection;

  @BeforeEach
  void createTables(Engine engine) {
    metadata.createAll(engine);
    connection = engine.connect();
  }

  @AfterEach
  void close(TestDatabase database) {
    connection.close();
    database.recorder().clear();
  }

  private static InetAddress address(String text) throws UnknownHostException {
    return InetAddress.getByName(text);
  }

  @Test
  void addresses_ofBothVersions_comeBackAndAreFound() throws UnknownHostException {
    List<InetAddress> all = List.of(
        address("192.168.1.1"),
        address("0.0.0.0"),
        address("255.255.255.255"),
        address("::"),
        address("::1"),
        address("2001:db8:0:1:0:0:0:1"),
        address("1:2:3:4:5:6:7:8"),
        address("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
        address("::ffff:10.0.0.1"));
    for (int i = 0; i < all.size(); i++) {
      connection.execute(insert(hosts).values(row("id", i + 1, "address", all.get(i))));
    }
    connection.execute(insert(hosts).values(row("id", 100, "address", null)));

    assertThat(connection
            .scalars(select(address).where(address.isNotNull()).orderBy(id))
            .all())
        .isEqualTo(all);
    for (int i = 0; i < all.size(); i++) {
      assertThat(connection.scalars(select(id).where(address.eq(all.get(i)))).all())
          .containsExactly(i + 1);
    }
    assertThat(connection.scalars(select(id).where(address.in(all)).orderBy(id)).all())
        .hasSize(all.size());
    assertThat(connection.scalars(select(id).where(address.isNull())).all()).containsExactly(100);
    InetAddress untyped = address("192.168.1.1");
    assertThat(connection.scalar(select(literal(untyped)))).isEqualTo(untyped);
    assertThat(SqlTypes.forJava(untyped.getClass())).isEqualTo(SqlTypes.INET);
    connection.rollback();
  }

  @Test
  void types_areTheDatabasesOwnWhereItHasThem(Engine engine, TestDatabase database) {
    boolean inet = database.has(Capability.RANGES);
    assertThat(engine.dialect().types().spell(SqlTypes.INET))
        .isEqualTo(inet ? "INET" : "VARCHAR(45)");
    assertThat(engine.dialect().types().spell(SqlTypes.UUID))
        .isEqualTo(database.has(Capability.NATIVE_UUID) ? "UUID" : "CHAR(32)");
  }

  @Test
  void texts_thatAreStoredOtherwise_areReadAllTheSame(TestDatabase database)
      throws UnknownHostException {
    UUID key = UUID.fromString("01175cde-c18f-4a13-a492-21bd9e1cb01b");
    boolean nativeKeys = database.has(Capability.NATIVE_UUID);
    connection
        .driverSql("INSERT INTO hosts (id, address, token) VALUES (1, '2001:DB8:0:0::1', '"
            + (nativeKeys ? key : key.toString().replace("-", "")) + "')")
        .close();

    assertThat(connection.scalar(select(address))).isEqualTo(address("2001:db8::1"));
    assertThat(connection.scalar(select(token))).isEqualTo(key);
    connection.rollback();
    if (!database.has(Capability.RANGES)) {
      connection
          .driverSql("INSERT INTO hosts (id, address) VALUES (1, 'localhost')")
          .close();
      assertThatThrownBy(() -> connection.scalar(select(address)))
          .hasStackTraceContaining("'localhost' as the address of a host");
      connection.rollback();
    }
  }

  @Test
  void addresses_thatNobodyElseUnderstands_areRefused() throws UnknownHostException {
    InetAddress scoped = Inet6Address.getByAddress(null, address("fe80::1").getAddress(), 7);
    assertThatThrownBy(
            () -> connection.execute(insert(hosts).values(row("id", 1, "address", scoped))))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("network card");
    connection.rollback();
    assertThatThrownBy(() -> insert(hosts).values(row("id", 1, "address", "10.0.0.1")))
        .isInstanceOf(ArgumentException.class);
  }

  @Test
  void texts_areAddressesOrNone() throws UnknownHostException {
    assertThat(InetType.parse("10.0.0.1")).isEqualTo(address("10.0.0.1"));
    assertThat(InetType.parse("::ffff:10.0.0.1")).isEqualTo(address("10.0.0.1"));
    for (String none : List.of(
        "",
        "localhost",
        "face",
        "1",
        "1.2.3",
        "1.2.3.256",
        "1.2.3.04",
        "1.2.3.4.",
        "::1%eth0",
        "1:2",
        ":",
        "10.0.0.0/8",
        "1::2::3",
        " 1.2.3.4",
        "１.2.3.4")) {
      assertThat(InetType.parse(none)).as(none).isNull();
    }
    assertThat(InetType.toText(address("2001:0db8:0000:0000:0001:0000:0000:0001")))
        .isEqualTo("2001:db8::1:0:0:1");
    assertThat(InetType.toText(address("1:0:0:0:0:0:0:0"))).isEqualTo("1::");
    assertThat(InetType.toText(address("1:0:3:4:5:6:7:8"))).isEqualTo("1:0:3:4:5:6:7:8");
  }
}
