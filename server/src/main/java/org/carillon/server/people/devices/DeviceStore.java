package org.carillon.server.people.devices;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.DEVICE;
import static org.carillon.platform.db.schema.Tables.HOLDER;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.api.model.DeviceType;
import org.carillon.platform.db.Sql;
import org.carillon.platform.db.schema.tables.records.DeviceRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.server.ResourceLock;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** The devices of an organization: found and locked by id, saved as a whole. */
final class DeviceStore {

  /**
   * The device.
   *
   * @throws org.carillon.api.model.NotFoundException when the account has none of that id
   */
  Device get(OperationContext context, String accountId, String deviceId) {
    return devices(context, one(accountId, deviceId))
        .fetchOptional(DeviceStore::read)
        .orElseThrow(() -> notFound(accountId, deviceId));
  }

  /**
   * The device, locked until the transaction ends; to be locked after the user who has it or gets
   * it.
   *
   * @throws org.carillon.api.model.NotFoundException when the account has none of that id
   */
  Device lock(OperationContext context, String accountId, String deviceId) {
    return locked(context, one(accountId, deviceId)).values().stream()
        .findFirst()
        .orElseThrow(() -> notFound(accountId, deviceId));
  }

  /** The devices of a locked user, locked in the order of the ids. */
  Map<String, Device> lockAllOfUser(OperationContext context, String userId) {
    return locked(context, DEVICE.USER_ID.eq(userId));
  }

  private static Map<String, Device> locked(OperationContext context, Condition which) {
    // Lock the rows alone: a row joined to a locked one would be older than the lock.
    context
        .transaction()
        .lock(
            ResourceLock.DEVICE,
            context
                .transaction()
                .sql()
                .select(DEVICE.DEVICE_ID)
                .from(DEVICE)
                .where(DEVICE.ORGANIZATION_ID.eq(context.organizationId()))
                .and(which)
                .orderBy(DEVICE.DEVICE_ID),
            DEVICE)
        .fetch();
    List<Device> devices =
        devices(context, which).orderBy(DEVICE.DEVICE_ID).fetch(DeviceStore::read);
    return context.transaction().lockedByKey(devices, Device::deviceId, Device::changedAt);
  }

  /** Returns a user's devices, oldest first; at most {@link Devices#OF_A_USER}. */
  List<Device> ofUser(OperationContext context, String userId) {
    return devices(context, DEVICE.USER_ID.eq(userId))
        .orderBy(DEVICE.CREATED_AT, DEVICE.DEVICE_ID)
        .limit(Devices.OF_A_USER.value())
        .fetch(DeviceStore::read);
  }

  /** One page in order of creation; a null user narrows nothing down. */
  List<Device> page(
      OperationContext context,
      String accountId,
      @Nullable String userId,
      CreationCursor after,
      int limit) {
    return devices(
            context,
            DEVICE
                .ACCOUNT_ID
                .eq(accountId)
                .and(userId == null ? noCondition() : DEVICE.USER_ID.eq(userId)))
        .and(row(DEVICE.CREATED_AT, DEVICE.DEVICE_ID).gt(after.createdAt(), after.id()))
        .orderBy(DEVICE.CREATED_AT, DEVICE.DEVICE_ID)
        .limit(limit)
        .fetch(DeviceStore::read);
  }

  /** Returns how many devices an account has, counted up to that many. */
  int count(OperationContext context, String accountId, int most) {
    return Sql.count(
        context.transaction(),
        DEVICE,
        DEVICE.ORGANIZATION_ID.eq(context.organizationId()).and(DEVICE.ACCOUNT_ID.eq(accountId)),
        most);
  }

  /**
   * Refuses a name to register by that another device of the organization has. The caller has made
   * sure that it is alone with the names.
   *
   * @throws org.carillon.api.model.ConflictException saying which device and since when
   */
  void refuseTaken(OperationContext context, Device wanted) {
    ofSipUsername(context, wanted.sipUsername())
        .filter(other -> !other.deviceId().equals(wanted.deviceId()))
        .ifPresent(other -> {
          throw Refusal.conflict(
              (wanted.mac() == null
                      ? "SipUsername " + wanted.sipUsername()
                      : "MacAddress " + wanted.mac().shown())
                  + " belongs to "
                  + other.describe()
                  + " ("
                  + other.deviceId()
                  + " of account "
                  + other.accountId()
                  + ") since "
                  + other.createdAt()
                  + "; change or delete that one first");
        });
  }

  /** The device of the organization that registers by that name. */
  Optional<Device> ofSipUsername(OperationContext context, String sipUsername) {
    return devices(context, DEVICE.SIP_USERNAME.eq(sipUsername)).fetchOptional(DeviceStore::read);
  }

  void add(OperationContext context, Device device, byte[] sealedPassword) {
    DeviceRecord row = changeable(device);
    row.setOrganizationId(context.organizationId());
    row.setDeviceId(device.deviceId());
    row.setAccountId(device.accountId());
    row.setKind(device.kind().name());
    row.setPassword(sealedPassword);
    row.setCreatedAt(device.createdAt());
    context.transaction().sql().insertInto(DEVICE).set(row).execute();
  }

  /** Saves a locked device; one that has no password any more loses the sealed one. */
  void save(OperationContext context, Device device) {
    update(context, device, changeable(device));
  }

  /** Saves a locked device with another password. */
  void save(OperationContext context, Device device, byte[] sealedPassword) {
    DeviceRecord row = changeable(device);
    row.setPassword(sealedPassword);
    update(context, device, row);
  }

  private static void update(OperationContext context, Device device, DeviceRecord row) {
    context
        .transaction()
        .sql()
        .update(DEVICE)
        .set(row)
        .where(DEVICE.ORGANIZATION_ID.eq(context.organizationId()))
        .and(DEVICE.DEVICE_ID.eq(device.deviceId()))
        .execute();
    context.transaction().allowRelock();
  }

  /** Removes a locked device; the audit log remembers it. */
  void remove(OperationContext context, Device device) {
    context
        .transaction()
        .sql()
        .deleteFrom(DEVICE)
        .where(DEVICE.ORGANIZATION_ID.eq(context.organizationId()))
        .and(DEVICE.DEVICE_ID.eq(device.deviceId()))
        .execute();
  }

  private static SelectConditionStep<? extends Record> devices(
      OperationContext context, Condition which) {
    return context
        .transaction()
        .sql()
        .select(
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
        .where(DEVICE.ORGANIZATION_ID.eq(context.organizationId()))
        .and(which);
  }

  private static Device read(Record row) {
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

  private static DeviceRecord changeable(Device device) {
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

  private static Condition one(String accountId, String deviceId) {
    return DEVICE.DEVICE_ID.eq(deviceId).and(DEVICE.ACCOUNT_ID.eq(accountId));
  }

  private static RuntimeException notFound(String accountId, String deviceId) {
    return Refusal.notFound("there is no device " + deviceId + " in account " + accountId);
  }
}
