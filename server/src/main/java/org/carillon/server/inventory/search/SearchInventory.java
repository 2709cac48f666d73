package org.carillon.server.inventory.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carillon.api.model.HolderKind;
import org.carillon.api.model.InventoryNumber;
import org.carillon.api.model.PhoneNumberHolder;
import org.carillon.api.model.SearchInventoryInput;
import org.carillon.api.model.SearchInventoryOutput;
import org.carillon.api.model.Tag;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.PageTokens;
import org.carillon.platform.operations.SnapshotOperation;
import org.carillon.server.inventory.numbers.Assignment;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.InventoryStore;
import org.carillon.server.inventory.search.SearchStore.Found;
import org.carillon.server.inventory.search.SearchStore.Hit;

/** Searches the inventory by any combination of filters, sorted by any column, a page at a time. */
final class SearchInventory
    implements SnapshotOperation<SearchInventoryInput, SearchInventoryOutput> {

  private static final int PAGE = 100;

  private final SearchStore search;
  private final CountStore counts;
  private final AnnotationStore annotations;
  private final NumberTagStore tags;
  private final InventoryStore inventory;
  private final PageTokens tokens;

  SearchInventory(
      SearchStore search,
      CountStore counts,
      AnnotationStore annotations,
      NumberTagStore tags,
      InventoryStore inventory,
      PageTokens tokens) {
    this.search = search;
    this.counts = counts;
    this.annotations = annotations;
    this.tags = tags;
    this.inventory = inventory;
    this.tokens = tokens;
  }

  @Override
  public SearchInventoryOutput run(SearchInventoryInput input, OperationContext context) {
    InventoryQuery wanted = InventoryQuery.of(input, context.now());
    List<?> query = InventoryQuery.query(input);
    Position after =
        tokens.position(context, query, input.nextToken(), Position.START, Position::of);
    int size = input.maxResults() == null ? PAGE : input.maxResults();
    Found found = search.page(context, wanted, after, size + 1);
    List<Hit> page = found.hits().subList(0, Math.min(size, found.hits().size()));
    Position next = found.hits().size() > size ? page.getLast().position() : found.next();
    return new SearchInventoryOutput(
        numbers(context, page.stream().map(Hit::numberId).toList()),
        Boolean.TRUE.equals(input.includeCounts()) ? counts.byStatus(context, wanted) : null,
        next == null ? null : tokens.next(context, query, next.text()));
  }

  private List<InventoryNumber> numbers(OperationContext context, List<Long> keys) {
    Map<Long, InventoryStore.Entry> entries = inventory.withKeys(context, keys);
    Map<Long, List<String>> labels = annotations.labels(context, keys);
    Map<Long, List<Tag>> tagged = tags.of(context, keys);
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

  private static InventoryNumber view(
      OperationContext context, InventoryStore.Entry entry, List<String> labels, List<Tag> tags) {
    Optional<Assignment> holding = entry.holding();
    return InventoryNumber.builder()
        .phoneNumber(entry.view(context.now()))
        .holder(holding.map(each -> view(each.holder())).orElse(null))
        .assignedTimestamp(holding.map(Assignment::heldSince).orElse(null))
        .labels(labels)
        .tags(tags)
        .build();
  }

  private static PhoneNumberHolder view(Holder holder) {
    return new PhoneNumberHolder(
        holder.holderId(),
        HolderKind.valueOf(holder.kind().name()),
        holder.name(),
        holder.accountId());
  }
}
