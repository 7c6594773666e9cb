package io.aludel.types;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aludel.ArgumentException;
import io.aludel.CoreError;

/** JSON by Jackson, with the modules it finds. Loaded only where Jackson is. */
final class JacksonFormat implements JsonFormat {
  private final ObjectMapper mapper = JsonMapper.builder().findAndAddModules().build();

  @Override
  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException failure) {
      throw new ArgumentException(
          CoreError.WRONG_VALUE,
          "Cannot bind a value of " + value.getClass().getName()
              + " as JSON: Jackson cannot write it. Make it writable, or declare another JsonFormat.",
          failure);
    }
  }

  @Override
  public <T> T read(String text, Class<T> type) {
    try {
      return mapper.readValue(text, type);
    } catch (JsonProcessingException failure) {
      throw new ArgumentException(
          CoreError.VALUE_CONVERSION,
          "Cannot read JSON as " + type.getName() + ": Jackson cannot make one of it."
              + " Correct the row, or make the class readable.",
          failure);
    }
  }
}
