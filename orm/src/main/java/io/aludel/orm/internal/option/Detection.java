package io.aludel.orm.internal.option;

import io.aludel.orm.RepeatedLoad;
import java.util.function.Consumer;

/**
 * Whether, and how, repeated loads are reported.
 *
 * @param times how often something must be loaded to be reported
 * @param listener who hears of it
 */
public record Detection(int times, Consumer<? super RepeatedLoad> listener) {}
