package org.carillon.server.calls.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.pages.Slice;
import org.carillon.platform.pages.TimeCursor;
import org.carillon.server.inventory.pool.E164;
import org.jspecify.annotations.Nullable;

/**
 * What one user may see: the user's own records, and what each line that the user is assigned to
 * now shows its people.
 */
final class VisibleRecords {

  /** The number of lines that are read for a page: those with the latest records. */
  private static final int LINES_READ = 32;

  private final LineMembershipStore memberships;
  private final LineSettings settings;
  private final ListStore lists;
  private final RecordLists records;

  VisibleRecords(
      LineMembershipStore memberships,
      LineSettings settings,
      ListStore lists,
      RecordLists records) {
    this.memberships = memberships;
    this.settings = settings;
    this.lists = lists;
    this.records = records;
  }

  /** One page of what the user may see. */
  Slice<Communication, TimeCursor> page(
      OperationContext context, String userId, Filter filter, TimeCursor before, int size) {
    return records.records(context, found(context, userId, filter, filter.start(before), size));
  }

  private Slice<TimeCursor, TimeCursor> found(
      OperationContext context, String userId, Filter filter, TimeCursor before, int size) {
    if (userId.equals(filter.userId())) {
      return merged(context, userId, List.of(), filter, before, null, size);
    }
    List<RecordIndex.OfLine> lines = lines(context, userId, filter.e164());
    if (filter.userId() != null) {
      // What lines show is mostly other people's. Without any, the two see of each other's records
      // what both took part in, and the colleague may have very many.
      RecordIndex colleague =
          lines.isEmpty()
              ? new RecordIndex.OfColleague(userId, filter.userId(), lines)
              : new RecordIndex.OfColleague(filter.userId(), userId, lines);
      return records.merged(context, List.of(colleague), filter, before, null, size);
    }
    if (lines.size() <= LINES_READ) {
      return merged(context, userId, lines, filter, before, null, size);
    }
    Map<String, TimeCursor> latest =
        lists.latest(context, lines.stream().map(RecordIndex.OfLine::lineId).toList(), before);
    List<RecordIndex.OfLine> inOrder =
        lines.stream()
            .filter(line -> shows(line, filter, latest.get(line.lineId())))
            .sorted(
                Comparator.<RecordIndex.OfLine, TimeCursor>comparing(
                        line -> latest.get(line.lineId()))
                    .reversed())
            .toList();
    return inOrder.size() <= LINES_READ
        ? merged(context, userId, inOrder, filter, before, null, size)
        : merged(
            context,
            userId,
            inOrder.subList(0, LINES_READ),
            filter,
            before,
            latest.get(inOrder.get(LINES_READ).lineId()),
            size);
  }

  private Slice<TimeCursor, TimeCursor> merged(
      OperationContext context,
      String userId,
      List<RecordIndex.OfLine> lines,
      Filter filter,
      TimeCursor before,
      @Nullable TimeCursor unread,
      int size) {
    List<RecordIndex> sources = new ArrayList<>(lines.size() + 1);
    sources.add(new RecordIndex.OfUser(userId));
    sources.addAll(lines);
    return records.merged(context, sources, filter, before, unread, size);
  }

  /** Returns whether a line has anything to show that the filter's beginning does not rule out. */
  private static boolean shows(
      RecordIndex.OfLine line, Filter filter, @Nullable TimeCursor latest) {
    return latest != null && isSince(latest, line.since()) && isSince(latest, filter.from());
  }

  private static boolean isSince(TimeCursor cursor, @Nullable Instant since) {
    return since == null || !cursor.at().isBefore(since);
  }

  private List<RecordIndex.OfLine> lines(
      OperationContext context, String userId, @Nullable E164 e164) {
    List<LineMembershipStore.Membership> found =
        e164 == null
            ? memberships.memberships(context, userId)
            : memberships.memberships(context, userId, e164);
    if (found.isEmpty()) {
      return List.of();
    }
    Set<String> restricted =
        settings.fromAssignmentOn(
            context,
            found.stream().map(LineMembershipStore.Membership::lineId).collect(Collectors.toSet()));
    return found.stream()
        .map(membership ->
            new RecordIndex.OfLine(
                membership.lineId(),
                restricted.contains(membership.lineId()) ? membership.heldSince() : null))
        .toList();
  }
}
