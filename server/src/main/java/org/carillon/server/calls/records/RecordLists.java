package org.carillon.server.calls.records;

import java.util.List;
import java.util.function.BiFunction;
import org.carillon.api.model.CommunicationRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.jspecify.annotations.Nullable;

/** Pages of records, whoever asks for them. */
final class RecordLists {

  private final CommunicationStore records;
  private final ListStore lists;
  private final PageTokens tokens;

  RecordLists(CommunicationStore records, ListStore lists, PageTokens tokens) {
    this.records = records;
    this.lists = lists;
    this.tokens = tokens;
  }

  /** Finds the places of a page that begins before a place. */
  @FunctionalInterface
  interface Finder {

    Page page(Place before, int size);
  }

  /**
   * The answer of one page of all records.
   *
   * @param answer makes the output of the records and the token, which is null on the last page
   */
  <O> O ofAll(
      OperationContext context,
      Filter filter,
      @Nullable String token,
      int size,
      BiFunction<List<Communication>, @Nullable String, O> answer) {
    List<? extends RecordIndex> sources = narrowest(filter);
    return of(
        context,
        filter,
        filter.query(),
        token,
        size,
        (before, most) -> merged(context, sources, filter, before, null, most),
        answer);
  }

  /** The sources that hold the fewest records beside those that are asked for. */
  private static List<? extends RecordIndex> narrowest(Filter filter) {
    if (filter.userId() != null) {
      return List.of(new RecordIndex.OfUser(filter.userId()));
    }
    if (filter.e164() != null) {
      return List.of(new RecordIndex.OfNumber(filter.e164()));
    }
    return filter.isOfAllCategories()
        ? List.of(new RecordIndex.Everything())
        : filter.categories().stream().map(RecordIndex.OfCategory::new).toList();
  }

  /** One page out of several sources; {@code unread} as {@link Page#of} has it. */
  Page merged(
      OperationContext context,
      List<? extends RecordIndex> sources,
      Filter filter,
      Place before,
      @Nullable Place unread,
      int size) {
    int limit = size + 1;
    return Page.of(lists.hits(context, sources, filter, before, limit), limit, unread, size);
  }

  /** The answer of one page, wherever its places come from. */
  <O> O of(
      OperationContext context,
      Filter filter,
      List<?> query,
      @Nullable String token,
      int size,
      Finder finder,
      BiFunction<List<Communication>, @Nullable String, O> answer) {
    Place before = tokens.position(context, query, token, filter.start(), Place::of);
    Page page =
        filter.categories().isEmpty() ? new Page(List.of(), null) : finder.page(before, size);
    List<Communication> found =
        records.get(context, page.places().stream().map(Place::recordId).toList());
    Place next = page.next();
    return answer.apply(found, next == null ? null : tokens.next(context, query, next.text()));
  }

  /** What clients see. */
  static List<CommunicationRecord> views(List<Communication> records) {
    return records.stream().map(Communication::view).toList();
  }
}
