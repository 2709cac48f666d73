package org.carillon.server.trunks.rules;

import static org.carillon.platform.db.schema.Tables.SIP_MEDIA_APPLICATION;
import static org.jooq.impl.DSL.row;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.platform.db.Sql;
import org.carillon.platform.db.schema.tables.records.SipMediaApplicationRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.server.ResourceLock;
import org.carillon.server.inventory.tags.TagStorage;
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
  public Optional<TagStorage> tags(OperationContext context, String id) {
    return find(context, id).map(found -> TagStorage.of(found.arn(context.organizationId())));
  }

  /**
   * The application.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  SipMediaApplication get(OperationContext context, String applicationId) {
    return find(context, applicationId).orElseThrow(() -> notFound(applicationId));
  }

  private static Optional<SipMediaApplication> find(
      OperationContext context, String applicationId) {
    return context
        .transaction()
        .sql()
        .selectFrom(SIP_MEDIA_APPLICATION)
        .where(live(context))
        .and(SIP_MEDIA_APPLICATION.APPLICATION_ID.eq(applicationId))
        .fetchOptional(SipMediaApplicationStore::read);
  }

  /**
   * The application, locked until the transaction ends.
   *
   * @throws org.carillon.api.model.NotFoundException when the organization has none of that id
   */
  SipMediaApplication lock(OperationContext context, String applicationId) {
    return Optional.ofNullable(lockAll(context, List.of(applicationId)).get(applicationId))
        .orElseThrow(() -> notFound(applicationId));
  }

  /** Locks those of the applications that there are, in the order of their ids. */
  Map<String, SipMediaApplication> lockAll(
      OperationContext context, Collection<String> applicationIds) {
    List<SipMediaApplication> found =
        context
            .transaction()
            .lock(
                ResourceLock.SIP_MEDIA_APPLICATION,
                context
                    .transaction()
                    .sql()
                    .selectFrom(SIP_MEDIA_APPLICATION)
                    .where(live(context))
                    .and(Sql.in(SIP_MEDIA_APPLICATION.APPLICATION_ID, applicationIds))
                    .orderBy(SIP_MEDIA_APPLICATION.APPLICATION_ID),
                SIP_MEDIA_APPLICATION)
            .fetch(SipMediaApplicationStore::read);
    return context
        .transaction()
        .lockedByKey(found, SipMediaApplication::applicationId, SipMediaApplication::changedAt);
  }

  /** One page in order of creation. */
  List<SipMediaApplication> page(OperationContext context, CreationCursor after, int limit) {
    return context
        .transaction()
        .sql()
        .selectFrom(SIP_MEDIA_APPLICATION)
        .where(live(context))
        .and(
            row(SIP_MEDIA_APPLICATION.CREATED_AT, SIP_MEDIA_APPLICATION.APPLICATION_ID)
                .gt(after.createdAt(), after.id()))
        .orderBy(SIP_MEDIA_APPLICATION.CREATED_AT, SIP_MEDIA_APPLICATION.APPLICATION_ID)
        .limit(limit)
        .fetch(SipMediaApplicationStore::read);
  }

  /** Returns how many the organization has, counted up to that many. */
  int count(OperationContext context, int most) {
    return Sql.count(context.transaction(), SIP_MEDIA_APPLICATION, live(context), most);
  }

  void add(OperationContext context, SipMediaApplication application) {
    SipMediaApplicationRecord row = changeable(application);
    row.setOrganizationId(context.organizationId());
    row.setApplicationId(application.applicationId());
    row.setRegion(application.region());
    row.setCreatedAt(application.createdAt());
    context.transaction().sql().insertInto(SIP_MEDIA_APPLICATION).set(row).execute();
  }

  /** Saves a locked application. */
  void save(OperationContext context, SipMediaApplication application) {
    update(context, application, changeable(application));
  }

  /** Deletes a locked application, whose row stays. */
  void delete(OperationContext context, SipMediaApplication application) {
    SipMediaApplicationRecord row = new SipMediaApplicationRecord();
    row.setDeletedAt(context.now());
    row.setChangedAt(context.now());
    update(context, application, row);
  }

  private static void update(
      OperationContext context, SipMediaApplication application, SipMediaApplicationRecord row) {
    context
        .transaction()
        .sql()
        .update(SIP_MEDIA_APPLICATION)
        .set(row)
        .where(live(context))
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

  private static Condition live(OperationContext context) {
    return SIP_MEDIA_APPLICATION
        .ORGANIZATION_ID
        .eq(context.organizationId())
        .and(SIP_MEDIA_APPLICATION.DELETED_AT.isNull());
  }

  private static RuntimeException notFound(String applicationId) {
    return Refusal.notFound(
        "there is no SIP media application " + applicationId + " in this organization");
  }
}
