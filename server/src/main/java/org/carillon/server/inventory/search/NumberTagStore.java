package org.carillon.server.inventory.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.schema.Tables.NUMBER_TAG;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.api.model.Tag;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.inventory.numbers.InventoryStore;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.PhoneNumberStore;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.inventory.tags.Arns;
import org.carillon.server.inventory.tags.TagStorage;
import org.carillon.server.inventory.tags.Taggable;

/**
 * Stores the tags of numbers. Their ARNs have the digits without the plus, which ARNs cannot
 * contain.
 */
final class NumberTagStore implements Taggable {

  private static final String TYPE = "phone-number";

  /** Numbers are in no region; administrators of AWS look for them where Chime was at home. */
  private static final String REGION = "us-east-1";

  private static final Query<NumberTag> TAGS_OF =
      Query.of(
          sql ->
              sql.select(NUMBER_TAG.NUMBER_ID, NUMBER_TAG.TAG_KEY, NUMBER_TAG.TAG_VALUE)
                  .from(NUMBER_TAG)
                  .where(among(NUMBER_TAG.NUMBER_ID)),
          row ->
              new NumberTag(
                  new NumberKey(row.get(NUMBER_TAG.NUMBER_ID)),
                  new Tag(row.get(NUMBER_TAG.TAG_KEY), row.get(NUMBER_TAG.TAG_VALUE))));

  private static final Command ADD =
      Command.insert(
          NUMBER_TAG,
          NUMBER_TAG.ORGANIZATION_ID,
          NUMBER_TAG.NUMBER_ID,
          NUMBER_TAG.TAG_KEY,
          NUMBER_TAG.TAG_VALUE);

  private static final Command REMOVE =
      Command.of(sql ->
          sql.deleteFrom(NUMBER_TAG)
              .where(given(NUMBER_TAG.NUMBER_ID))
              .and(given(NUMBER_TAG.ORGANIZATION_ID))
              .and(among(NUMBER_TAG.TAG_KEY)));

  private record NumberTag(NumberKey numberId, Tag tag) {}

  private final InventoryStore inventory;
  private final PhoneNumberStore numbers;

  NumberTagStore(InventoryStore inventory, PhoneNumberStore numbers) {
    this.inventory = inventory;
    this.numbers = numbers;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Optional<TagStorage> tags(OperationContext context, String id) {
    return E164.parse("+" + id)
        .flatMap(number -> inventory.find(context, number))
        .map(found -> rows(context, found.number(), id));
  }

  /** The release of a number removes its tags without a lock. */
  @Override
  public Optional<TagStorage> lockedTags(OperationContext context, String id) {
    return E164.parse("+" + id)
        .flatMap(number -> numbers.lockIfPresent(context, number))
        .map(found -> rows(context, found, id));
  }

  private TagStorage rows(OperationContext context, PhoneNumber number, String id) {
    return new OfNumber(number.numberId(), Arns.of(REGION, context.organizationId(), TYPE, id));
  }

  /**
   * The tags by key of each of those numbers of the organization that has any. The organization is
   * not asked for again: SQLite would rather read all of its tags than those of a hundred numbers.
   */
  Map<NumberKey, List<Tag>> of(OperationContext context, Collection<NumberKey> numberIds) {
    if (numberIds.isEmpty()) {
      return Map.of();
    }
    return TAGS_OF
        .list(
            context.transaction(),
            Argument.among(NUMBER_TAG.NUMBER_ID, NumberKey.values(numberIds)))
        .stream()
        // Here, because the engines do not agree on the order of letters.
        .sorted(Comparator.comparing(each -> each.tag().key()))
        .collect(groupingBy(NumberTag::numberId, mapping(NumberTag::tag, toList())));
  }

  /** The tags of one number. */
  private final class OfNumber implements TagStorage {

    private final NumberKey numberId;
    private final String arn;

    OfNumber(NumberKey numberId, String arn) {
      this.numberId = numberId;
      this.arn = arn;
    }

    @Override
    public String arn() {
      return arn;
    }

    @Override
    public List<Tag> all(OperationContext context) {
      return of(context, List.of(numberId)).getOrDefault(numberId, List.of());
    }

    @Override
    public void add(OperationContext context, List<Tag> tags) {
      ADD.runAll(
          context.transaction(),
          tags.stream()
              .map(tag ->
                  Argument.all(
                      number(context),
                      Argument.of(NUMBER_TAG.TAG_KEY, tag.key()),
                      Argument.of(NUMBER_TAG.TAG_VALUE, tag.value())))
              .toList());
    }

    @Override
    public void remove(OperationContext context, Collection<String> keys) {
      REMOVE.run(context.transaction(), number(context), Argument.among(NUMBER_TAG.TAG_KEY, keys));
    }

    private Argument number(OperationContext context) {
      return Argument.all(
          Argument.of(NUMBER_TAG.ORGANIZATION_ID, context.organizationId()),
          Argument.of(NUMBER_TAG.NUMBER_ID, numberId.value()));
    }
  }
}
