package io.aludel.examples.atlas.world;

import static io.aludel.orm.annotation.Cascade.ALL;
import static io.aludel.orm.annotation.Cascade.DELETE_ORPHAN;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A time zone. */
@Entity(table = "zones")
public class Zone {
  @Id
  @Column(length = 50)
  private String id;

  private @Nullable Integer transitionCount;

  @Relationship(
      backPopulates = "zone",
      cascade = {ALL, DELETE_ORPHAN},
      orderBy = "instant")
  private List<Transition> transitions = new ArrayList<>();

  @Relationship(
      backPopulates = "zone",
      cascade = {ALL, DELETE_ORPHAN})
  private List<ZoneName> names = new ArrayList<>();

  public Zone(String id) {
    this.id = id;
  }

  public String getId() {
    return id;
  }

  /** How many transitions are stored, null until they are loaded. */
  public @Nullable Integer getTransitionCount() {
    return transitionCount;
  }

  public void setTransitionCount(@Nullable Integer transitionCount) {
    this.transitionCount = transitionCount;
  }

  /** When its clocks were changed, live. */
  public List<Transition> getTransitions() {
    return transitions;
  }

  public List<ZoneName> getNames() {
    return names;
  }

  @Override
  public String toString() {
    return id;
  }
}
