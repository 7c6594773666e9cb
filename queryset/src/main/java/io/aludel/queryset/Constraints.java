package io.aludel.queryset;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.constraints.URL;
import org.hibernate.validator.constraintvalidators.RegexpURLValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** How constraints of Jakarta Validation are checked here. */
final class Constraints {
  private Constraints() {}

  /** Without expressions in messages. A URL needs scheme and host, which the JDK's own class does not ask. */
  static ValidatorFactory factory() {
    HibernateValidatorConfiguration configuration =
        Validation.byProvider(HibernateValidator.class).configure();
    ConstraintMapping mapping = configuration.createConstraintMapping();
    mapping
        .constraintDefinition(URL.class)
        .includeExistingValidators(false)
        .validatedBy(RegexpURLValidator.class);
    return configuration
        .addMapping(mapping)
        .messageInterpolator(new ParameterMessageInterpolator())
        .buildValidatorFactory();
  }
}
