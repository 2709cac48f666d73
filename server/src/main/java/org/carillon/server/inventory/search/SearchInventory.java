package org.carillon.server.inventory.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberSummary;
import org.carillon.api.model.SearchInventoryInput;
import org.carillon.api.model.SearchInventoryOutput;
import org.carillon.api.model.Tag;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.SnapshotOperation;
import org.carillon.platform.pages.Page;
import org.carillon.platform.pages.Pages;
import org.carillon.server.inventory.numbers.Assignment;
import org.carillon.server.inventory.numbers.InventoryStore;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.search.SearchStore.Match;

/** Searches the inventory by any combination of filters, sorted by any column, a page at a time. */
final class SearchInventory
    implements SnapshotOperation<SearchInventoryInput, SearchInventoryOutput> {

  private final SearchStore search;
  private final CountStore counts;
  private final AnnotationStore annotations;
  private final NumberTagStore tags;
  private final InventoryStore inventory;
  private final Pages pages;

  SearchInventory(
      SearchStore search,
      CountStore counts,
      AnnotationStore annotations,
      NumberTagStore tags,
      InventoryStore inventory,
      Pages pages) {
    this.search = search;
    this.counts = counts;
    this.annotations = annotations;
    this.tags = tags;
    this.inventory = inventory;
    this.pages = pages;
  }

  @Override
  public SearchInventoryOutput run(SearchInventoryInput input, OperationContext context) {
    InventoryQuery wanted = InventoryQuery.of(input);
    Page<Match> page =
        pages
            .of(context, Operations.SEARCH_INVENTORY, input)
            .read(
                InventoryCursor.START, (after, size) -> search.page(context, wanted, after, size));
    return new SearchInventoryOutput(
        numbers(context, page.map(Match::numberId)),
        Boolean.TRUE.equals(input.includeCounts()) ? counts.byStatus(context, wanted) : null,
        page.nextToken());
  }

  private List<PhoneNumberSummary> numbers(OperationContext context, List<NumberKey> keys) {
    Map<NumberKey, InventoryStore.InventoryItem> entries = inventory.withKeys(context, keys);
    Map<NumberKey, List<String>> labels = annotations.labels(context, keys);
    Map<NumberKey, List<Tag>> tagged = tags.of(context, keys);
    return keys.stream()
        .filter(entries::containsKey)
        .map(key ->
            view(
                context,
                Objects.requireNonNull(entries.get(key)),
                labels.getOrDefault(key, List.of()),
                tagged.getOrDefault(key, List.of())))
        .toList();
  }

  private static PhoneNumberSummary view(
      OperationContext context,
      InventoryStore.InventoryItem entry,
      List<String> labels,
      List<Tag> tags) {
    Optional<Assignment> holding = entry.holding();
    return PhoneNumberSummary.builder()
        .e164PhoneNumber(entry.number().e164().text())
        .phoneNumber(entry.view(context.now()))
        .holder(holding.map(each -> each.holder().view()).orElse(null))
        .assignedTimestamp(holding.map(Assignment::heldSince).orElse(null))
        .labels(labels)
        .tags(tags)
        .build();
  }
}
