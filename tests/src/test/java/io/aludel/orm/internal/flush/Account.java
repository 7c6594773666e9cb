package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.AfterDelete;
import io.aludel.orm.annotation.AfterInsert;
import io.aludel.orm.annotation.AfterUpdate;
import io.aludel.orm.annotation.BeforeDelete;
import io.aludel.orm.annotation.BeforeInsert;
import io.aludel.orm.annotation.BeforeUpdate;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Transient;
import io.aludel.orm.annotation.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has a version, and is told what happens to its row. */
@Entity(table = "w_account")
public class Account {
  @Id
  public @Nullable Integer id;

  @Column(length = 50)
  public String holder;

  public int balance;

  @Column(length = 20, serverDefault = "'open'")
  public @Nullable String status;

  @Version
  public int version;

  @Transient
  public List<String> told = new ArrayList<>();

  protected Account() {
    holder = "";
  }

  public Account(String holder) {
    this.holder = holder;
  }

  @BeforeInsert
  void beforeInsert() {
    tell("before insert");
    balance = 100;
  }

  @AfterInsert
  void afterInsert() {
    tell("after insert " + id);
  }

  @BeforeUpdate
  void beforeUpdate() {
    tell("before update");
  }

  @AfterUpdate
  void afterUpdate() {
    tell("after update");
  }

  @BeforeDelete
  void beforeDelete() {
    tell("before delete");
  }

  @AfterDelete
  void afterDelete() {
    tell("after delete");
  }

  private void tell(String what) {
    if (told == null) {
      told = new ArrayList<>();
    }
    told.add(what);
  }
}
