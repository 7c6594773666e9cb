package io.aludel.examples.atlas.load;

import io.aludel.examples.atlas.world.Country;
import io.aludel.examples.atlas.world.CountryName;
import io.aludel.examples.atlas.world.Culture;
import io.aludel.examples.atlas.world.Currency;
import io.aludel.examples.atlas.world.CurrencyName;
import io.aludel.examples.atlas.world.Language;
import io.aludel.examples.atlas.world.LanguageName;
import io.aludel.examples.atlas.world.Script;
import io.aludel.examples.atlas.world.ScriptName;
import io.aludel.examples.atlas.world.Transition;
import io.aludel.examples.atlas.world.Zone;
import io.aludel.examples.atlas.world.ZoneName;
import io.aludel.orm.mapping.Registry;

/** The entities of the atlas. */
public final class Models {
  /** All of them. */
  public static final Registry ATLAS = Registry.of(
      Country.class,
      Language.class,
      Script.class,
      Currency.class,
      Culture.class,
      Zone.class,
      Transition.class,
      CountryName.class,
      LanguageName.class,
      ScriptName.class,
      CurrencyName.class,
      ZoneName.class);

  private Models() {}
}
