package org.carillon.server.people.devices;

import static org.carillon.platform.db.Parameter.given;
import static org.carillon.platform.db.Parameter.limit;
import static org.carillon.platform.db.schema.Tables.DEVICE;
import static org.jooq.impl.DSL.inline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.carillon.platform.db.Argument;
import org.carillon.platform.db.Command;
import org.carillon.platform.db.Filter;
import org.carillon.platform.db.Query;
import org.carillon.platform.db.RecordCommand;
import org.carillon.platform.db.schema.tables.records.DeviceRecord;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.pages.CreationCursor;
import org.carillon.platform.pages.CreationCursorSql;
import org.carillon.server.ResourceLock;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** The devices of an organization: found and locked by id, saved as a whole. */
final class DeviceStore {

  private static final Condition IN_ACCOUNT = given(DEVICE.ACCOUNT_ID);
  private static final Condition OF_ID = given(DEVICE.DEVICE_ID);
  private static final Condition ONE = OF_ID.and(IN_ACCOUNT);
  private static final Condition OF_USER = given(DEVICE.USER_ID);

  private static final Query<Device> BY_ID = query(sql -> DeviceRows.devices(sql, ONE));
  private static final Query<Device> BY_SIP_USERNAME =
      query(sql -> DeviceRows.devices(sql, given(DEVICE.SIP_USERNAME)));
  private static final Query<Device> OF_USER_BY_ID =
      query(sql -> DeviceRows.devices(sql, OF_USER).orderBy(DEVICE.DEVICE_ID));
  private static final Query<Device> OF_USER_OLDEST_FIRST =
      query(sql ->
          DeviceRows.devices(sql, OF_USER)
              .orderBy(DEVICE.CREATED_AT, DEVICE.DEVICE_ID)
              .limit(inline(Devices.OF_A_USER.value())));

  private static final Query<Device> PAGE =
      Query.filtered(
          (sql, filter) ->
              DeviceRows.devices(sql, IN_ACCOUNT)
                  .and(filter)
                  .and(CreationCursorSql.isBehind(DEVICE.CREATED_AT, DEVICE.DEVICE_ID))
                  .orderBy(DEVICE.CREATED_AT, DEVICE.DEVICE_ID)
                  .limit(limit()),
          DeviceRows::read);

  private static final Query<Integer> COUNT =
      Query.count(DEVICE, DeviceRows.OF_ORGANIZATION.and(IN_ACCOUNT));

  private static final Query<String> LOCKED = locking(ONE);
  private static final Query<String> LOCKED_OF_USER = locking(OF_USER);

  private static final RecordCommand<DeviceRecord> ADD = RecordCommand.insert(DEVICE);
  private static final RecordCommand<DeviceRecord> SAVE =
      RecordCommand.update(DEVICE, DeviceRows.OF_ORGANIZATION.and(OF_ID));
  private static final Command REMOVE =
      Command.of(sql -> sql.deleteFrom(DEVICE).where(DeviceRows.OF_ORGANIZATION).and(OF_ID));

  private static Query<Device> query(Function<DSLContext, ? extends Select<?>> written) {
    return Query.of(written, DeviceRows::read);
  }

  /** Locks the rows alone: a row joined to a locked one would be older than the lock. */
  private static Query<String> locking(Condition which) {
    return Query.locking(
        ResourceLock.DEVICE,
        DEVICE,
        sql ->
            sql.select(DEVICE.DEVICE_ID)
                .from(DEVICE)
                .where(DeviceRows.OF_ORGANIZATION)
                .and(which)
                .orderBy(DEVICE.DEVICE_ID),
        row -> row.get(DEVICE.DEVICE_ID));
  }

  /**
   * The device.
   *
   * @throws org.carillon.api.model.NotFoundException when the account has none of that id
   */
  Device get(OperationContext context, String accountId, String deviceId) {
    return BY_ID
        .find(context.transaction(), one(context, accountId, deviceId))
        .orElseThrow(() -> notFound(accountId, deviceId));
  }

  /**
   * The device, locked until the transaction ends; to be locked after the user who has it or gets
   * it.
   *
   * @throws org.carillon.api.model.NotFoundException when the account has none of that id
   */
  Device lock(OperationContext context, String accountId, String deviceId) {
    return locked(context, LOCKED, BY_ID, one(context, accountId, deviceId)).values().stream()
        .findFirst()
        .orElseThrow(() -> notFound(accountId, deviceId));
  }

  /** The devices of a locked user, locked in the order of the ids. */
  Map<String, Device> lockAllOfUser(OperationContext context, String userId) {
    return locked(context, LOCKED_OF_USER, OF_USER_BY_ID, user(context, userId));
  }

  private static Map<String, Device> locked(
      OperationContext context, Query<String> locking, Query<Device> locked, Argument which) {
    locking.list(context.transaction(), which);
    List<Device> devices = locked.list(context.transaction(), which);
    return context.transaction().lockedByKey(devices, Device::deviceId, Device::changedAt);
  }

  /** Returns a user's devices, oldest first; at most {@link Devices#OF_A_USER}. */
  List<Device> ofUser(OperationContext context, String userId) {
    return OF_USER_OLDEST_FIRST.list(context.transaction(), user(context, userId));
  }

  /** One page in order of creation; a null user narrows nothing down. */
  List<Device> page(
      OperationContext context,
      String accountId,
      @Nullable String userId,
      CreationCursor after,
      int limit) {
    Filter filter =
        userId == null ? Filter.NONE : Filter.of(OF_USER, Argument.of(DEVICE.USER_ID, userId));
    return PAGE.list(
        context.transaction(),
        filter,
        context.organization(),
        Argument.of(DEVICE.ACCOUNT_ID, accountId),
        after.argument(),
        Argument.limit(limit));
  }

  /** Returns how many devices an account has, counted up to that many. */
  int count(OperationContext context, String accountId, int most) {
    return COUNT.get(
        context.transaction(),
        context.organization(),
        Argument.of(DEVICE.ACCOUNT_ID, accountId),
        Argument.limit(most));
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
    return BY_SIP_USERNAME.find(
        context.transaction(),
        context.organization(),
        Argument.of(DEVICE.SIP_USERNAME, sipUsername));
  }

  void add(OperationContext context, Device device, byte[] sealedPassword) {
    DeviceRecord row = DeviceRows.changeable(device);
    row.setOrganizationId(context.organizationId());
    row.setDeviceId(device.deviceId());
    row.setAccountId(device.accountId());
    row.setKind(device.kind().name());
    row.setPassword(sealedPassword);
    row.setCreatedAt(device.createdAt());
    ADD.run(context.transaction(), row);
  }

  /** Saves a locked device; one that has no password any more loses the sealed one. */
  void save(OperationContext context, Device device) {
    update(context, device, DeviceRows.changeable(device));
  }

  /** Saves a locked device with another password. */
  void save(OperationContext context, Device device, byte[] sealedPassword) {
    DeviceRecord row = DeviceRows.changeable(device);
    row.setPassword(sealedPassword);
    update(context, device, row);
  }

  private static void update(OperationContext context, Device device, DeviceRecord row) {
    SAVE.run(context.transaction(), row, context.organization(), id(device.deviceId()));
    context.transaction().allowRelock();
  }

  /** Removes a locked device; the audit log remembers it. */
  void remove(OperationContext context, Device device) {
    REMOVE.run(context.transaction(), context.organization(), id(device.deviceId()));
  }

  private static Argument id(String deviceId) {
    return Argument.of(DEVICE.DEVICE_ID, deviceId);
  }

  private static Argument one(OperationContext context, String accountId, String deviceId) {
    return Argument.all(
        context.organization(), id(deviceId), Argument.of(DEVICE.ACCOUNT_ID, accountId));
  }

  private static Argument user(OperationContext context, String userId) {
    return Argument.all(context.organization(), Argument.of(DEVICE.USER_ID, userId));
  }

  private static RuntimeException notFound(String accountId, String deviceId) {
    return Refusal.notFound("there is no device " + deviceId + " in account " + accountId);
  }
}
