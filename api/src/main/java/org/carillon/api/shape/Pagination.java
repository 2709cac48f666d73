package org.carillon.api.shape;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members by which one list is read in pages.
 *
 * @param token reads the token that the page before answered; null for the first page
 * @param query reads every other member but the page size, in the model's order: what is listed,
 *     and in which order. A token belongs to one query.
 */
public record Pagination<I>(
    Function<I, @Nullable String> token, Function<I, List<@Nullable Object>> query) {}
