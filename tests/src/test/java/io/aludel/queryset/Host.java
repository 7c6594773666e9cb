package io.aludel.queryset;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.types.Json;
import jakarta.validation.constraints.Email;
import java.net.InetAddress;
import java.util.Map;
import java.util.UUID;
import org.hibernate.validator.constraints.URL;
import org.jspecify.annotations.Nullable;

/** Has the attributes whose texts must have a form, and a key of its own making. */
@Entity(table = "q_host")
public class Host {
  @Id
  public @Nullable UUID id = UUID.randomUUID();

  public @Nullable InetAddress address;

  @URL
  @Column(length = 40)
  public @Nullable String site;

  @Email @Column(length = 30)
  public @Nullable String mail;

  public Json data = Json.of(Map.of());

  public @Nullable Json extra;
}
