package org.carillon.server.calls.records;

import java.util.List;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.Slice;
import org.carillon.platform.pages.TimeCursor;
import org.jspecify.annotations.Nullable;

/** Reads one page of records, for administrators and users. */
final class RecordLists {

  private final CommunicationStore records;
  private final ListStore lists;

  RecordLists(CommunicationStore records, ListStore lists) {
    this.records = records;
    this.lists = lists;
  }

  /** One page of all records. */
  Slice<Communication, TimeCursor> ofAll(
      OperationContext context, Filter filter, TimeCursor before, int size) {
    return records(context, merged(context, narrowest(filter), filter, before, null, size));
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

  /** One page out of several sources; {@code unread} as {@link RecordMerge#latest} has it. */
  Slice<TimeCursor, TimeCursor> merged(
      OperationContext context,
      List<? extends RecordIndex> sources,
      Filter filter,
      TimeCursor before,
      @Nullable TimeCursor unread,
      int size) {
    if (filter.categories().isEmpty()) {
      return Slice.last(List.of());
    }
    int limit = size + 1;
    return RecordMerge.latest(
        lists.candidates(context, sources, filter, filter.start(before), limit),
        limit,
        unread,
        size);
  }

  /** The records of a page that was found. */
  Slice<Communication, TimeCursor> records(
      OperationContext context, Slice<TimeCursor, TimeCursor> page) {
    return new Slice<>(
        records.findAll(context, page.rows().stream().map(TimeCursor::key).toList()), page.next());
  }
}
