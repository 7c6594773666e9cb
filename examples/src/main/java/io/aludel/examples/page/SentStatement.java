package io.aludel.examples.page;

import java.util.List;

/**
 * One statement that reached the database.
 *
 * @param sql its text, with a placeholder for each parameter
 * @param parameters one list for each row of values; empty when there are none
 */
public record SentStatement(String sql, List<List<String>> parameters) {}
