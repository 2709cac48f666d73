package org.carillon.server.calls.lines;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.carillon.api.model.LineSummary;
import org.carillon.api.model.ListLinesInput;
import org.carillon.api.model.ListLinesOutput;
import org.carillon.api.model.Operations;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.ReadOperation;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;

/** Lists the organization's lines in order of creation, a page at a time. */
final class ListLines implements ReadOperation<ListLinesInput, ListLinesOutput> {

  private final LineStore lines;
  private final LineMemberStore members;
  private final Pages pages;

  ListLines(LineStore lines, LineMemberStore members, Pages pages) {
    this.lines = lines;
    this.members = members;
    this.pages = pages;
  }

  @Override
  public ListLinesOutput run(ListLinesInput input, OperationContext context) {
    List<String> those = input.userId() == null ? null : members.linesOf(context, input.userId());
    Page<LineSummary> page =
        pages
            .of(context, Operations.LIST_LINES, input)
            .read(
                CreationCursor.OLDEST_FIRST,
                (after, limit) -> lines.page(context, those, after, limit),
                ListLines::cursor);
    return new ListLinesOutput(page.rows(), page.nextToken());
  }

  private static CreationCursor cursor(LineSummary line) {
    return new CreationCursor(
        requireNonNull(line.createdTimestamp()), requireNonNull(line.lineId()));
  }
}
