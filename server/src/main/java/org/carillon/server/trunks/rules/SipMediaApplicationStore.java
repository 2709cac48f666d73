package org.carillon.server.trunks.rules;

import static org.carillon.platform.db.Parameter.among;
import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.schema.Tables.SIP_MEDIA_APPLICATION;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.records.SipMediaApplicationRecord;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.CreationCursorSql;
import org.carillon.server.ResourceLock;
import org.carillon.server.inventory.tags.TagStorage;
import org.carillon.server.inventory.tags.Taggable;
import org.jooq.Condition;

/** The SIP media applications of organizations: found, locked and saved by id. */
final class SipMediaApplicationStore implements Taggable {

  private static final Condition LIVE =
      ContextSql.ofOrganization(SIP_MEDIA_APPLICATION.ORGANIZATION_ID)
          .and(SIP_MEDIA_APPLICATION.DELETED_AT.isNull());
  private static final Condition ONE = LIVE.and(given(SIP_MEDIA_APPLICATION.APPLICATION_ID));

  private static final Query<SipMediaApplication> BY_ID =
      Query.of(
          sql -> sql.selectFrom(SIP_MEDIA_APPLICATION).where(ONE), SipMediaApplicationStore::read);

  private static final Query<SipMediaApplication> ALL_LOCKED =
      Query.locking(
          ResourceLock.SIP_MEDIA_APPLICATION,
          SIP_MEDIA_APPLICATION,
          sql ->
              sql.selectFrom(SIP_MEDIA_APPLICATION)
                  .where(LIVE)
                  .and(among(SIP_MEDIA_APPLICATION.APPLICATION_ID))
                  .orderBy(SIP_MEDIA_APPLICATION.APPLICATION_ID),
          SipMediaApplicationStore::read);

  private static final Query<SipMediaApplication> PAGE =
      Query.of(
          sql ->
              sql.selectFrom(SIP_MEDIA_APPLICATION)
                  .where(LIVE)
                  .and(
                      CreationCursorSql.isBehind(
                          SIP_MEDIA_APPLICATION.CREATED_AT, SIP_MEDIA_APPLICATION.APPLICATION_ID))
                  .orderBy(SIP_MEDIA_APPLICATION.CREATED_AT, SIP_MEDIA_APPLICATION.APPLICATION_ID)
                  .limit(limit()),
          SipMediaApplicationStore::read);

  private static final Query<Integer> COUNT = Query.count(SIP_MEDIA_APPLICATION, LIVE);

  private static final RecordCommand<SipMediaApplicationRecord> ADD =
      RecordCommand.insert(SIP_MEDIA_APPLICATION);
  private static final RecordCommand<SipMediaApplicationRecord> CHANGE =
      RecordCommand.update(SIP_MEDIA_APPLICATION, ONE);

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
    return BY_ID.find(context.transaction(), one(context, applicationId));
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
        ALL_LOCKED.list(
            context.transaction(),
            context.organization(),
            Argument.among(SIP_MEDIA_APPLICATION.APPLICATION_ID, applicationIds));
    return context
        .transaction()
        .lockedByKey(found, SipMediaApplication::applicationId, SipMediaApplication::changedAt);
  }

  /** One page in order of creation. */
  List<SipMediaApplication> page(OperationContext context, CreationCursor after, int limit) {
    return PAGE.list(
        context.transaction(), context.organization(), after.argument(), Argument.limit(limit));
  }

  /** Returns how many the organization has, counted up to that many. */
  int count(OperationContext context, int most) {
    return COUNT.get(context.transaction(), context.organization(), Argument.limit(most));
  }

  void add(OperationContext context, SipMediaApplication application) {
    SipMediaApplicationRecord row = changeable(application);
    row.setOrganizationId(context.organizationId());
    row.setApplicationId(application.applicationId());
    row.setRegion(application.region());
    row.setCreatedAt(application.createdAt());
    ADD.run(context.transaction(), row);
  }

  /** Saves a locked application. */
  void save(OperationContext context, SipMediaApplication application) {
    CHANGE.run(
        context.transaction(), changeable(application), one(context, application.applicationId()));
  }

  /** Deletes a locked application, whose row stays. */
  void delete(OperationContext context, SipMediaApplication application) {
    SipMediaApplicationRecord row = new SipMediaApplicationRecord();
    row.setDeletedAt(context.now());
    row.setChangedAt(context.now());
    CHANGE.run(context.transaction(), row, one(context, application.applicationId()));
  }

  private static Argument one(OperationContext context, String applicationId) {
    return Argument.all(
        context.organization(), Argument.of(SIP_MEDIA_APPLICATION.APPLICATION_ID, applicationId));
  }

  private static SipMediaApplicationRecord changeable(SipMediaApplication application) {
    SipMediaApplicationRecord row = new SipMediaApplicationRecord();
    row.setName(application.name());
    row.setLambdaArn(application.lambdaArn());
    row.setChangedAt(application.changedAt());
    return row;
  }

  private static SipMediaApplication read(Row row) {
    return new SipMediaApplication(
        row.get(SIP_MEDIA_APPLICATION.APPLICATION_ID),
        row.get(SIP_MEDIA_APPLICATION.REGION),
        row.get(SIP_MEDIA_APPLICATION.NAME),
        row.get(SIP_MEDIA_APPLICATION.LAMBDA_ARN),
        row.get(SIP_MEDIA_APPLICATION.CREATED_AT),
        row.get(SIP_MEDIA_APPLICATION.CHANGED_AT));
  }

  private static RuntimeException notFound(String applicationId) {
    return Refusal.notFound(
        "there is no SIP media application " + applicationId + " in this organization");
  }
}
