package io.aludel.orm.property;

import io.aludel.types.ConvertedType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;

/** Stores tallies as numbers. */
record TallyType() implements ConvertedType<Tally, Integer> {
  @Override
  public Class<Tally> javaType() {
    return Tally.class;
  }

  @Override
  public SqlType<Integer> stored() {
    return SqlTypes.INTEGER;
  }

  @Override
  public Integer toStored(Tally value) {
    return value.count();
  }

  @Override
  public Tally fromStored(Integer stored) {
    return new Tally(stored);
  }

  @Override
  public boolean sameValue(Tally left, Tally right) {
    return left.count() == right.count();
  }
}
