package org.carillon.server.inventory.tags;

import static org.carillon.platform.db.schema.Tables.RESOURCE_TAG;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.carillon.api.model.Tag;
import org.carillon.platform.db.schema.tables.records.ResourceTagRecord;
import org.carillon.platform.operations.OperationContext;
import org.jooq.Condition;

/** The tags of resources without a tag table of their own, by ARN. */
record TagStore(String arn) implements TagStorage {

  @Override
  public List<Tag> all(OperationContext context) {
    return context
        .transaction()
        .sql()
        .select(RESOURCE_TAG.TAG_KEY, RESOURCE_TAG.TAG_VALUE)
        .from(RESOURCE_TAG)
        .where(on(context))
        .fetch(row -> new Tag(row.value1(), row.value2()))
        .stream()
        // Here, because the engines do not agree on the order of letters.
        .sorted(Comparator.comparing(Tag::key))
        .toList();
  }

  @Override
  public void add(OperationContext context, List<Tag> tags) {
    List<ResourceTagRecord> rows =
        tags.stream()
            .map(
                tag -> new ResourceTagRecord(context.organizationId(), arn, tag.key(), tag.value()))
            .toList();
    context.transaction().sql().batchInsert(rows).execute();
  }

  @Override
  public void remove(OperationContext context, Collection<String> keys) {
    if (!keys.isEmpty()) {
      context
          .transaction()
          .sql()
          .deleteFrom(RESOURCE_TAG)
          .where(on(context))
          .and(RESOURCE_TAG.TAG_KEY.in(keys))
          .execute();
    }
  }

  void removeAll(OperationContext context) {
    context.transaction().sql().deleteFrom(RESOURCE_TAG).where(on(context)).execute();
  }

  private Condition on(OperationContext context) {
    return RESOURCE_TAG
        .RESOURCE_ARN
        .eq(arn)
        .and(RESOURCE_TAG.ORGANIZATION_ID.eq(context.organizationId()));
  }
}
