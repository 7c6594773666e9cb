package io.aludel.queryset;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.Locale;
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
        .messageInterpolator(new Texts(new ParameterMessageInterpolator()))
        .buildValidatorFactory();
  }

  /** The two messages of the standard that need an expression are said without one. */
  private record Texts(MessageInterpolator others) implements MessageInterpolator {
    @Override
    public String interpolate(String template, Context context) {
      return others.interpolate(plain(template, context), context);
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return others.interpolate(plain(template, context), context, locale);
    }

    private static String plain(String template, Context context) {
      boolean inclusive = !Boolean.FALSE.equals(
          context.getConstraintDescriptor().getAttributes().get("inclusive"));
      String orEqual = inclusive ? "or equal to " : "";
      return switch (template) {
        case "{jakarta.validation.constraints.DecimalMin.message}" ->
          "must be greater than " + orEqual + "{value}";
        case "{jakarta.validation.constraints.DecimalMax.message}" ->
          "must be less than " + orEqual + "{value}";
        default -> template;
      };
    }
  }
}
