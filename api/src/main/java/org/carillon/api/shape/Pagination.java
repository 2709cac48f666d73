package org.carillon.api.shape;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The members by which one list is read in pages.
 *
 * @param token reads the token that the page before answered; null for the first page
 * @param pageSize reads how many items the page may hold, which the model says where a request does
 *     not
 * @param query reads every other member but the page size, in the model's order: the filters and
 *     the sort order. A token belongs to one query.
 */
public record Pagination<I>(
    Function<I, @Nullable String> token,
    ToIntFunction<I> pageSize,
    Function<I, List<@Nullable Object>> query) {}
