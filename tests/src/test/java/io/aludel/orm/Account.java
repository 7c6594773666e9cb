package io.aludel.orm;

import static io.aludel.schema.Schema.check;
import static io.aludel.schema.Schema.unique;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.mapping.EntityMapping;
import org.jspecify.annotations.Nullable;

/** Money of somebody, under constraints that have names. */
@Entity(table = "accounts")
public class Account {
  @Id
  private @Nullable Integer id;

  @Column(length = 20)
  private String email;

  private int balance;

  protected Account() {
    email = "";
  }

  public Account(String email, int balance) {
    this.email = email;
    this.balance = balance;
  }

  @Mapping
  static void mapping(EntityMapping<Account> mapping) {
    mapping.table(
        unique("email").named("uq_accounts_email"),
        check("balance >= 0").named("ck_accounts_balance"));
  }

  public @Nullable Integer getId() {
    return id;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public int getBalance() {
    return balance;
  }

  public void setBalance(int balance) {
    this.balance = balance;
  }
}
