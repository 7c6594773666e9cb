package io.aludel.examples.atlas.world;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;

/** What a script is called in a locale. */
@Entity(table = "script_names")
public class ScriptName {
  @Id
  @ForeignKey("scripts.code")
  private String scriptCode;

  @Id
  @ForeignKey("cultures.tag")
  private String cultureTag;

  @Column(length = 200)
  private String text;

  @Relationship(backPopulates = "names")
  private Script script;

  @Relationship
  private Culture culture;

  /** Gives a name by keys alone; neither object has to be loaded for it. */
  public ScriptName(String scriptCode, String cultureTag, String text) {
    this.scriptCode = scriptCode;
    this.cultureTag = cultureTag;
    this.text = text;
  }

  public Script getScript() {
    return script;
  }

  public String getScriptCode() {
    return scriptCode;
  }

  public Culture getCulture() {
    return culture;
  }

  public String getCultureTag() {
    return cultureTag;
  }

  public String getText() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
