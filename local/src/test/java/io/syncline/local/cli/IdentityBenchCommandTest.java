package io.syncline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentityBenchCommandTest {

  /** Else no command at all would start: the application is on this one's class path alone. */
  @Test
  void shouldNotNeedTheApplicationToBeLookedAt() {
    // When
    Stream<Class<?>> types =
        Stream.concat(
            Arrays.stream(IdentityBenchCommand.class.getDeclaredFields()).map(Field::getType),
            Arrays.stream(IdentityBenchCommand.class.getDeclaredMethods())
                .flatMap(
                    method -> Stream.concat(returned(method), Arrays.stream(parameters(method)))));

    // Then
    assertThat(types)
        .isNotEmpty()
        .noneMatch(
            type ->
                type.getName().startsWith("io.syncline.schemas")
                    || type.getName().startsWith("io.syncline.streams"));
  }

  private static Stream<Class<?>> returned(Method method) {
    return Stream.of(method.getReturnType());
  }

  private static Class<?>[] parameters(Method method) {
    return method.getParameterTypes();
  }
}
