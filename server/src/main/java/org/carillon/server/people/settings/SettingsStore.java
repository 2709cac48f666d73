package org.carillon.server.people.settings;

import static org.carillon.platform.db.schema.Tables.ORGANIZATION_SETTINGS;

import java.time.Instant;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.records.OrganizationSettingsRecord;
import org.carillon.platform.operations.ContextSql;
import org.carillon.platform.operations.OperationContext;
import org.carillon.server.ResourceLock;
import org.jooq.Condition;

/** The settings of each organization, in a row that is made when they are first written. */
final class SettingsStore {

  private static final Condition ONE =
      ContextSql.ofOrganization(ORGANIZATION_SETTINGS.ORGANIZATION_ID);

  private static final Query<OrganizationSettings> SETTINGS =
      Query.of(sql -> sql.selectFrom(ORGANIZATION_SETTINGS).where(ONE), SettingsStore::read);

  private static final Query<Locked> LOCKED =
      Query.locking(
          ResourceLock.ORGANIZATION_SETTINGS,
          ORGANIZATION_SETTINGS,
          sql -> sql.selectFrom(ORGANIZATION_SETTINGS).where(ONE),
          row -> new Locked(read(row), row.get(ORGANIZATION_SETTINGS.CHANGED_AT)));

  private static final Command ADD =
      Command.insertIfAbsent(
          ORGANIZATION_SETTINGS,
          ORGANIZATION_SETTINGS.ORGANIZATION_ID,
          ORGANIZATION_SETTINGS.CHANGED_AT);

  private static final RecordCommand<OrganizationSettingsRecord> SAVE =
      RecordCommand.update(ORGANIZATION_SETTINGS, ONE);

  private record Locked(OrganizationSettings settings, Instant changedAt) {}

  OrganizationSettings get(OperationContext context) {
    return SETTINGS
        .find(context.transaction(), context.organization())
        .orElse(OrganizationSettings.NONE);
  }

  /** The settings, locked; adds the row when it is missing, as there is nothing to lock else. */
  OrganizationSettings lock(OperationContext context) {
    ADD.run(
        context.transaction(),
        Argument.of(ORGANIZATION_SETTINGS.ORGANIZATION_ID, context.organizationId()),
        Argument.of(ORGANIZATION_SETTINGS.CHANGED_AT, Instant.EPOCH));
    Locked locked = LOCKED.get(context.transaction(), context.organization());
    context.transaction().nowAfter(locked.changedAt());
    return locked.settings();
  }

  /** Saves locked settings. */
  void save(OperationContext context, OrganizationSettings settings, Instant now) {
    OrganizationSettingsRecord row = new OrganizationSettingsRecord();
    row.setBusinessCallingCdrBucket(settings.businessCallingBucket());
    row.setVoiceConnectorCdrBucket(settings.voiceConnectorBucket());
    row.setCallingName(settings.callingName());
    row.setCallingNameChangedAt(settings.callingNameChangedAt());
    row.setChangedAt(now);
    SAVE.run(context.transaction(), row, context.organization());
  }

  private static OrganizationSettings read(Row row) {
    return new OrganizationSettings(
        row.get(ORGANIZATION_SETTINGS.BUSINESS_CALLING_CDR_BUCKET),
        row.get(ORGANIZATION_SETTINGS.VOICE_CONNECTOR_CDR_BUCKET),
        row.get(ORGANIZATION_SETTINGS.CALLING_NAME),
        row.get(ORGANIZATION_SETTINGS.CALLING_NAME_CHANGED_AT));
  }
}
