package org.carillon.server.tags;

import static org.carillon.server.platform.db.schema.Tables.RESOURCE_TAG;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.carillon.api.model.Tag;
import org.carillon.server.platform.db.schema.tables.records.ResourceTagRecord;
import org.carillon.server.platform.operations.Call;
import org.jooq.Condition;

/** The tags of things that have no better place for them, by their ARN. */
final class TagStore implements TagRows {

  @Override
  public List<Tag> of(Call call, String arn) {
    return call
        .transaction()
        .sql()
        .select(RESOURCE_TAG.TAG_KEY, RESOURCE_TAG.TAG_VALUE)
        .from(RESOURCE_TAG)
        .where(on(call, arn))
        .fetch(row -> new Tag(row.value1(), row.value2()))
        .stream()
        // Here, because the engines do not agree on the order of letters.
        .sorted(Comparator.comparing(Tag::key))
        .toList();
  }

  @Override
  public void add(Call call, String arn, List<Tag> tags) {
    List<ResourceTagRecord> rows =
        tags.stream()
            .map(tag -> new ResourceTagRecord(call.organizationId(), arn, tag.key(), tag.value()))
            .toList();
    call.transaction().sql().batchInsert(rows).execute();
  }

  @Override
  public void remove(Call call, String arn, Collection<String> keys) {
    if (!keys.isEmpty()) {
      call.transaction()
          .sql()
          .deleteFrom(RESOURCE_TAG)
          .where(on(call, arn))
          .and(RESOURCE_TAG.TAG_KEY.in(keys))
          .execute();
    }
  }

  void removeAll(Call call, String arn) {
    call.transaction().sql().deleteFrom(RESOURCE_TAG).where(on(call, arn)).execute();
  }

  private static Condition on(Call call, String arn) {
    return RESOURCE_TAG
        .RESOURCE_ARN
        .eq(arn)
        .and(RESOURCE_TAG.ORGANIZATION_ID.eq(call.organizationId()));
  }
}
