package org.carillon.server.people.devices;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.DEVICE;
import static org.carillon.platform.db.schema.Tables.HOLDER;

import org.carillon.api.model.DeviceType;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.records.DeviceRecord;
import org.carillon.platform.operations.ContextSql;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** Turns a row of the devices into a device and back. */
final class DeviceRows {

  static final Condition OF_ORGANIZATION = ContextSql.ofOrganization(DEVICE.ORGANIZATION_ID);

  private DeviceRows() {}

  /** Writes the query of the devices of an organization, each with its user's name. */
  static SelectConditionStep<? extends Record> devices(DSLContext sql, Condition which) {
    return sql.select(
            DEVICE.DEVICE_ID,
            DEVICE.ACCOUNT_ID,
            DEVICE.NAME,
            DEVICE.KIND,
            DEVICE.MAC_ADDRESS,
            DEVICE.SIP_USERNAME,
            DEVICE.PASSWORD_MADE_AT,
            DEVICE.USER_ID,
            HOLDER.NAME,
            DEVICE.ASSIGNED_SINCE,
            DEVICE.CREATED_AT,
            DEVICE.CHANGED_AT)
        .from(DEVICE)
        .leftJoin(HOLDER)
        .on(HOLDER.ORGANIZATION_ID.eq(DEVICE.ORGANIZATION_ID))
        .and(HOLDER.HOLDER_ID.eq(DEVICE.USER_ID))
        .where(OF_ORGANIZATION)
        .and(which);
  }

  /** Reads a row of {@link #devices}. */
  static Device read(Row row) {
    String mac = row.get(DEVICE.MAC_ADDRESS);
    String userId = row.get(DEVICE.USER_ID);
    return new Device(
        row.get(DEVICE.DEVICE_ID),
        row.get(DEVICE.ACCOUNT_ID),
        row.get(DEVICE.NAME),
        DeviceType.valueOf(row.get(DEVICE.KIND)),
        mac == null ? null : new MacAddress(mac),
        row.get(DEVICE.SIP_USERNAME),
        row.get(DEVICE.PASSWORD_MADE_AT),
        userId == null
            ? null
            : new Device.Assigned(
                userId, row.get(HOLDER.NAME), requireNonNull(row.get(DEVICE.ASSIGNED_SINCE))),
        row.get(DEVICE.CREATED_AT),
        row.get(DEVICE.CHANGED_AT));
  }

  /** The columns that the transitions of a device change. */
  static DeviceRecord changeable(Device device) {
    Device.Assigned assigned = device.assigned();
    MacAddress mac = device.mac();
    DeviceRecord row = new DeviceRecord();
    row.setName(device.name());
    row.setMacAddress(mac == null ? null : mac.digits());
    row.setSipUsername(device.sipUsername());
    row.setPasswordMadeAt(device.passwordMadeAt());
    if (device.passwordMadeAt() == null) {
      row.setPassword(null);
    }
    row.setUserId(assigned == null ? null : assigned.userId());
    row.setAssignedSince(assigned == null ? null : assigned.since());
    row.setChangedAt(device.changedAt());
    return row;
  }
}
