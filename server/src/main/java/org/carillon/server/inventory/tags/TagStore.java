package org.carillon.server.inventory.tags;

import static org.carillon.platform.db.schema.Tables.RESOURCE_TAG;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.carillon.api.model.Tag;
import org.carillon.platform.db.schema.tables.records.ResourceTagRecord;
import org.carillon.platform.operations.Call;
import org.jooq.Condition;

/** The tags of a thing that has no better place for them, by its ARN. */
record TagStore(String arn) implements TagRows {

  @Override
  public List<Tag> all(Call call) {
    return call
        .transaction()
        .sql()
        .select(RESOURCE_TAG.TAG_KEY, RESOURCE_TAG.TAG_VALUE)
        .from(RESOURCE_TAG)
        .where(on(call))
        .fetch(row -> new Tag(row.value1(), row.value2()))
        .stream()
        // Here, because the engines do not agree on the order of letters.
        .sorted(Comparator.comparing(Tag::key))
        .toList();
  }

  @Override
  public void add(Call call, List<Tag> tags) {
    List<ResourceTagRecord> rows =
        tags.stream()
            .map(tag -> new ResourceTagRecord(call.organizationId(), arn, tag.key(), tag.value()))
            .toList();
    call.transaction().sql().batchInsert(rows).execute();
  }

  @Override
  public void remove(Call call, Collection<String> keys) {
    if (!keys.isEmpty()) {
      call.transaction()
          .sql()
          .deleteFrom(RESOURCE_TAG)
          .where(on(call))
          .and(RESOURCE_TAG.TAG_KEY.in(keys))
          .execute();
    }
  }

  void removeAll(Call call) {
    call.transaction().sql().deleteFrom(RESOURCE_TAG).where(on(call)).execute();
  }

  private Condition on(Call call) {
    return RESOURCE_TAG
        .RESOURCE_ARN
        .eq(arn)
        .and(RESOURCE_TAG.ORGANIZATION_ID.eq(call.organizationId()));
  }
}
