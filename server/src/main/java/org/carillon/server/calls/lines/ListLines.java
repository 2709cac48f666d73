package org.carillon.server.calls.lines;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.carillon.api.model.LineSummary;
import org.carillon.api.model.ListLinesInput;
import org.carillon.api.model.ListLinesOutput;
import org.carillon.platform.operations.CreationCursor;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.ReadOperation;

/** Lists the organization's lines in order of creation, a page at a time. */
final class ListLines implements ReadOperation<ListLinesInput, ListLinesOutput> {

  private static final int PAGE = 99;

  private final LineStore lines;
  private final LineMemberStore seats;
  private final PageTokens tokens;

  ListLines(LineStore lines, LineMemberStore seats, PageTokens tokens) {
    this.lines = lines;
    this.seats = seats;
    this.tokens = tokens;
  }

  @Override
  public ListLinesOutput run(ListLinesInput input, OperationContext context) {
    String user = input.userId();
    List<String> filter = user == null ? List.of() : List.of(user);
    CreationCursor after =
        tokens.position(
            context, filter, input.nextToken(), CreationCursor.START, CreationCursor::of);
    int size = requireNonNullElse(input.maxResults(), PAGE);
    return tokens.page(
        context,
        filter,
        lines.page(context, user == null ? null : seats.linesOf(context, user), after, size + 1),
        size,
        ListLines::place,
        ListLinesOutput::new);
  }

  private static String place(LineSummary last) {
    return new CreationCursor(
            requireNonNull(last.createdTimestamp()), requireNonNull(last.lineId()))
        .text();
  }
}
