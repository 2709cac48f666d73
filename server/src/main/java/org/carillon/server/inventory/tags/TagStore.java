package org.carillon.server.inventory.tags;

import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.schema.Tables.RESOURCE_TAG;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.carillon.api.model.Tag;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.operations.OperationContext;
import org.jooq.Condition;

/** The tags of resources without a tag table of their own, by ARN. */
record TagStore(String arn) implements TagStorage {

  private static final Condition OF_RESOURCE =
      given(RESOURCE_TAG.RESOURCE_ARN).and(given(RESOURCE_TAG.ORGANIZATION_ID));

  private static final Query<Tag> ALL =
      Query.of(
          sql ->
              sql.select(RESOURCE_TAG.TAG_KEY, RESOURCE_TAG.TAG_VALUE)
                  .from(RESOURCE_TAG)
                  .where(OF_RESOURCE),
          row -> new Tag(row.get(RESOURCE_TAG.TAG_KEY), row.get(RESOURCE_TAG.TAG_VALUE)));

  private static final Command ADD =
      Command.insert(
          RESOURCE_TAG,
          RESOURCE_TAG.ORGANIZATION_ID,
          RESOURCE_TAG.RESOURCE_ARN,
          RESOURCE_TAG.TAG_KEY,
          RESOURCE_TAG.TAG_VALUE);

  private static final Command REMOVE =
      Command.of(
          sql -> sql.deleteFrom(RESOURCE_TAG).where(OF_RESOURCE).and(among(RESOURCE_TAG.TAG_KEY)));

  private static final Command REMOVE_ALL =
      Command.of(sql -> sql.deleteFrom(RESOURCE_TAG).where(OF_RESOURCE));

  @Override
  public List<Tag> all(OperationContext context) {
    return ALL.list(context.transaction(), resource(context)).stream()
        // Here, because the engines do not agree on the order of letters.
        .sorted(Comparator.comparing(Tag::key))
        .toList();
  }

  @Override
  public void add(OperationContext context, List<Tag> tags) {
    ADD.runAll(
        context.transaction(),
        tags.stream()
            .map(tag ->
                Argument.all(
                    resource(context),
                    Argument.of(RESOURCE_TAG.TAG_KEY, tag.key()),
                    Argument.of(RESOURCE_TAG.TAG_VALUE, tag.value())))
            .toList());
  }

  @Override
  public void remove(OperationContext context, Collection<String> keys) {
    REMOVE.run(
        context.transaction(), resource(context), Argument.among(RESOURCE_TAG.TAG_KEY, keys));
  }

  void removeAll(OperationContext context) {
    REMOVE_ALL.run(context.transaction(), resource(context));
  }

  private Argument resource(OperationContext context) {
    return Argument.all(
        Argument.of(RESOURCE_TAG.RESOURCE_ARN, arn),
        Argument.of(RESOURCE_TAG.ORGANIZATION_ID, context.organizationId()));
  }
}
