package io.aludel.examples.atlas.world;

import static io.aludel.orm.annotation.Cascade.ALL;
import static io.aludel.orm.annotation.Cascade.DELETE_ORPHAN;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.List;

/** A script of ISO 15924. */
@Entity(table = "scripts")
public class Script {
  @Id
  @Column(length = 4)
  private String code;

  @Relationship(
      backPopulates = "script",
      cascade = {ALL, DELETE_ORPHAN})
  private List<ScriptName> names = new ArrayList<>();

  public Script(String code) {
    this.code = code;
  }

  public String getCode() {
    return code;
  }

  public List<ScriptName> getNames() {
    return names;
  }

  @Override
  public String toString() {
    return code;
  }
}
