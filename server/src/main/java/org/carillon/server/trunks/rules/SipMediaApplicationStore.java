package org.carillon.server.trunks.rules;

import static org.carillon.platform.db.schema.Tables.SIP_MEDIA_APPLICATION;
import static org.jooq.impl.DSL.row;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carillon.platform.db.schema.tables.records.SipMediaApplicationRecord;
import org.carillon.platform.operations.Call;
import org.carillon.platform.operations.CreationCursor;
import org.carillon.platform.operations.Refusal;
import org.carillon.server.inventory.tags.TagRows;
import org.carillon.server.inventory.tags.Taggable;
import org.jooq.Condition;
import org.jooq.Record;

/** The SIP media applications of organizations: found, locked and saved by id. */
final class SipMediaApplicationStore implements Taggable {

  @Override
  public String type() {
    return SipMediaApplication.TYPE;
  }

  @Override
  public Optional<TagRows> tags(Call call, String id) {
    return find(call, id).map(found -> TagRows.of(found.arn(call.organizationId())));
  }

  /**
   * The application.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  SipMediaApplication get(Call call, String applicationId) {
    return find(call, applicationId).orElseThrow(() -> absent(applicationId));
  }

  private static Optional<SipMediaApplication> find(Call call, String applicationId) {
    return call.transaction()
        .sql()
        .selectFrom(SIP_MEDIA_APPLICATION)
        .where(live(call))
        .and(SIP_MEDIA_APPLICATION.APPLICATION_ID.eq(applicationId))
        .fetchOptional(SipMediaApplicationStore::read);
  }

  /**
   * The application, locked until the transaction ends.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  SipMediaApplication lock(Call call, String applicationId) {
    return Optional.ofNullable(lock(call, List.of(applicationId)).get(applicationId))
        .orElseThrow(() -> absent(applicationId));
  }

  /**
   * Those of the applications that there are, by id, locked in the order of their ids, which is the
   * same for every transaction; after the row of a rule and before any number.
   */
  Map<String, SipMediaApplication> lock(Call call, Collection<String> applicationIds) {
    if (applicationIds.isEmpty()) {
      // jOOQ pads lists for the sake of statement caches, and fails to pad an empty one on SQLite.
      return Map.of();
    }
    List<SipMediaApplication> found =
        call.transaction()
            .lock(
                call.transaction()
                    .sql()
                    .selectFrom(SIP_MEDIA_APPLICATION)
                    .where(live(call))
                    .and(SIP_MEDIA_APPLICATION.APPLICATION_ID.in(applicationIds))
                    .orderBy(SIP_MEDIA_APPLICATION.APPLICATION_ID),
                SIP_MEDIA_APPLICATION)
            .fetch(SipMediaApplicationStore::read);
    found.forEach(each -> call.transaction().locked(each.changedAt()));
    return found.stream()
        .collect(Collectors.toMap(SipMediaApplication::applicationId, Function.identity()));
  }

  /** One page in order of creation. */
  List<SipMediaApplication> page(Call call, CreationCursor after, int limit) {
    return call.transaction()
        .sql()
        .selectFrom(SIP_MEDIA_APPLICATION)
        .where(live(call))
        .and(
            row(SIP_MEDIA_APPLICATION.CREATED_AT, SIP_MEDIA_APPLICATION.APPLICATION_ID)
                .gt(after.createdAt(), after.id()))
        .orderBy(SIP_MEDIA_APPLICATION.CREATED_AT, SIP_MEDIA_APPLICATION.APPLICATION_ID)
        .limit(limit)
        .fetch(SipMediaApplicationStore::read);
  }

  /** How many there are, up to that many: the quota. */
  int count(Call call, int most) {
    return call.transaction()
        .sql()
        .fetchCount(
            call.transaction()
                .sql()
                .select(SIP_MEDIA_APPLICATION.APPLICATION_ID)
                .from(SIP_MEDIA_APPLICATION)
                .where(live(call))
                .limit(most));
  }

  void add(Call call, SipMediaApplication application) {
    SipMediaApplicationRecord row = changeable(application);
    row.setOrganizationId(call.organizationId());
    row.setApplicationId(application.applicationId());
    row.setRegion(application.region());
    row.setCreatedAt(application.createdAt());
    call.transaction().sql().insertInto(SIP_MEDIA_APPLICATION).set(row).execute();
  }

  /** Saves a locked application. */
  void save(Call call, SipMediaApplication application) {
    update(call, application, changeable(application));
  }

  /** Deletes a locked application, whose row stays. */
  void delete(Call call, SipMediaApplication application) {
    SipMediaApplicationRecord row = new SipMediaApplicationRecord();
    row.setDeletedAt(call.now());
    row.setChangedAt(call.now());
    update(call, application, row);
  }

  private static void update(
      Call call, SipMediaApplication application, SipMediaApplicationRecord row) {
    call.transaction()
        .sql()
        .update(SIP_MEDIA_APPLICATION)
        .set(row)
        .where(live(call))
        .and(SIP_MEDIA_APPLICATION.APPLICATION_ID.eq(application.applicationId()))
        .execute();
  }

  private static SipMediaApplicationRecord changeable(SipMediaApplication application) {
    SipMediaApplicationRecord row = new SipMediaApplicationRecord();
    row.setName(application.name());
    row.setLambdaArn(application.lambdaArn());
    row.setChangedAt(application.changedAt());
    return row;
  }

  private static SipMediaApplication read(Record row) {
    return new SipMediaApplication(
        row.get(SIP_MEDIA_APPLICATION.APPLICATION_ID),
        row.get(SIP_MEDIA_APPLICATION.REGION),
        row.get(SIP_MEDIA_APPLICATION.NAME),
        row.get(SIP_MEDIA_APPLICATION.LAMBDA_ARN),
        row.get(SIP_MEDIA_APPLICATION.CREATED_AT),
        row.get(SIP_MEDIA_APPLICATION.CHANGED_AT));
  }

  private static Condition live(Call call) {
    return SIP_MEDIA_APPLICATION
        .ORGANIZATION_ID
        .eq(call.organizationId())
        .and(SIP_MEDIA_APPLICATION.DELETED_AT.isNull());
  }

  private static RuntimeException absent(String applicationId) {
    return Refusal.notFound(
        "there is no SIP media application " + applicationId + " in this organization");
  }
}
