package org.carillon.server.people.settings;

import static org.carillon.platform.db.schema.Tables.ORGANIZATION_SETTINGS;

import java.time.Instant;
import org.carillon.platform.db.schema.tables.records.OrganizationSettingsRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.ResourceLock;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** The settings of each organization, in a row that is made when they are first written. */
final class SettingsStore {

  OrganizationSettings get(OperationContext context) {
    return row(context).fetchOptional(SettingsStore::read).orElse(OrganizationSettings.NONE);
  }

  /** The settings, locked; adds the row when it is missing, as there is nothing to lock else. */
  OrganizationSettings lock(OperationContext context) {
    context
        .transaction()
        .sql()
        .insertInto(
            ORGANIZATION_SETTINGS,
            ORGANIZATION_SETTINGS.ORGANIZATION_ID,
            ORGANIZATION_SETTINGS.CHANGED_AT)
        .values(context.organizationId(), Instant.EPOCH)
        .onConflictDoNothing()
        .execute();
    OrganizationSettingsRecord row =
        context
            .transaction()
            .lock(ResourceLock.ORGANIZATION_SETTINGS, row(context), ORGANIZATION_SETTINGS)
            .fetchSingle();
    context.transaction().nowAfter(row.getChangedAt());
    return read(row);
  }

  /** Saves locked settings. */
  void save(OperationContext context, OrganizationSettings settings, Instant now) {
    context
        .transaction()
        .sql()
        .update(ORGANIZATION_SETTINGS)
        .set(ORGANIZATION_SETTINGS.BUSINESS_CALLING_CDR_BUCKET, settings.businessCallingBucket())
        .set(ORGANIZATION_SETTINGS.VOICE_CONNECTOR_CDR_BUCKET, settings.voiceConnectorBucket())
        .set(ORGANIZATION_SETTINGS.CALLING_NAME, settings.callingName())
        .set(ORGANIZATION_SETTINGS.CALLING_NAME_CHANGED_AT, settings.callingNameChangedAt())
        .set(ORGANIZATION_SETTINGS.CHANGED_AT, now)
        .where(ORGANIZATION_SETTINGS.ORGANIZATION_ID.eq(context.organizationId()))
        .execute();
  }

  private static SelectConditionStep<OrganizationSettingsRecord> row(OperationContext context) {
    return context
        .transaction()
        .sql()
        .selectFrom(ORGANIZATION_SETTINGS)
        .where(ORGANIZATION_SETTINGS.ORGANIZATION_ID.eq(context.organizationId()));
  }

  private static OrganizationSettings read(Record row) {
    return new OrganizationSettings(
        row.get(ORGANIZATION_SETTINGS.BUSINESS_CALLING_CDR_BUCKET),
        row.get(ORGANIZATION_SETTINGS.VOICE_CONNECTOR_CDR_BUCKET),
        row.get(ORGANIZATION_SETTINGS.CALLING_NAME),
        row.get(ORGANIZATION_SETTINGS.CALLING_NAME_CHANGED_AT));
  }
}
