package org.carillon.server.people.users;

import static java.util.Objects.requireNonNull;
import static org.carillon.platform.db.schema.Tables.ACCOUNT_USER;
import static org.carillon.platform.db.schema.Tables.ASSIGNMENT;
import static org.carillon.platform.db.schema.Tables.PHONE_NUMBER;

import org.carillon.api.model.AlexaForBusinessMetadata;
import org.carillon.api.model.InviteStatus;
import org.carillon.api.model.License;
import org.carillon.api.model.RegistrationStatus;
import org.carillon.api.model.TelephonySettings;
import org.carillon.api.model.UserType;
import org.carillon.platform.db.CaseFolding;
import org.carillon.platform.db.Row;
import org.carillon.platform.db.schema.tables.records.AccountUserRecord;
import org.carillon.server.inventory.numbers.LedgerSql;
import org.carillon.server.inventory.numbers.Role;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectWhereStep;

/** Turns a row of an account into a user and back. */
final class UserRows {

  private UserRows() {}

  /** Returns the form of an address for comparison, without letter case. */
  static String key(String email) {
    return CaseFolding.of(email);
  }

  /** Writes the query of users with their primary numbers. */
  static SelectWhereStep<? extends Record> withPrimaryNumber(DSLContext sql) {
    return sql.select(ACCOUNT_USER.fields())
        .select(PHONE_NUMBER.E164)
        .from(ACCOUNT_USER)
        .leftJoin(ASSIGNMENT)
        .on(ASSIGNMENT.ORGANIZATION_ID.eq(ACCOUNT_USER.ORGANIZATION_ID))
        .and(ASSIGNMENT.HOLDER_ID.eq(ACCOUNT_USER.USER_ID))
        .and(LedgerSql.inRole(ASSIGNMENT, Role.PRIMARY))
        .and(LedgerSql.open(ASSIGNMENT))
        .leftJoin(PHONE_NUMBER)
        .on(LedgerSql.number(ASSIGNMENT, PHONE_NUMBER));
  }

  /** Reads a row of {@link #withPrimaryNumber}. */
  static UserRow readWithPrimaryNumber(Row row) {
    return new UserRow(read(row), row.get(PHONE_NUMBER.E164));
  }

  static User read(Row row) {
    String invitation = row.get(ACCOUNT_USER.INVITATION_STATUS);
    return new User(
        row.get(ACCOUNT_USER.USER_ID),
        row.get(ACCOUNT_USER.ACCOUNT_ID),
        row.get(ACCOUNT_USER.EMAIL),
        row.get(ACCOUNT_USER.USERNAME),
        row.get(ACCOUNT_USER.DISPLAY_NAME),
        requireNonNull(License.fromValue(row.get(ACCOUNT_USER.LICENSE))),
        requireNonNull(UserType.fromValue(row.get(ACCOUNT_USER.USER_TYPE))),
        requireNonNull(RegistrationStatus.fromValue(row.get(ACCOUNT_USER.REGISTRATION_STATUS))),
        invitation == null ? null : InviteStatus.fromValue(invitation),
        row.get(ACCOUNT_USER.PERSONAL_PIN),
        new AlexaForBusinessMetadata(
            row.get(ACCOUNT_USER.ALEXA_ENABLED), row.get(ACCOUNT_USER.ALEXA_ROOM_ARN)),
        new TelephonySettings(
            row.get(ACCOUNT_USER.INBOUND_CALLING),
            row.get(ACCOUNT_USER.OUTBOUND_CALLING),
            row.get(ACCOUNT_USER.SMS)),
        row.get(ACCOUNT_USER.REGISTERED_ON),
        row.get(ACCOUNT_USER.INVITED_ON),
        row.get(ACCOUNT_USER.CREATED_AT),
        row.get(ACCOUNT_USER.CHANGED_AT));
  }

  /** The whole row of a new user. */
  static AccountUserRecord added(String organizationId, User user) {
    AccountUserRecord row = changeable(user);
    String email = user.email();
    row.setOrganizationId(organizationId);
    row.setUserId(user.userId());
    row.setAccountId(user.accountId());
    row.setEmail(email);
    row.setEmailKey(email == null ? null : key(email));
    row.setUsername(user.username());
    row.setDisplayName(user.displayName());
    row.setPersonalPin(user.personalPin());
    row.setRegisteredOn(user.registeredOn());
    row.setInvitedOn(user.invitedOn());
    row.setCreatedAt(user.createdAt());
    return row;
  }

  /** The columns that the transitions of a user change. */
  static AccountUserRecord changeable(User user) {
    InviteStatus invitation = user.invitation();
    AccountUserRecord row = new AccountUserRecord();
    row.setLicense(user.license().value());
    row.setUserType(user.type().value());
    row.setRegistrationStatus(user.registration().value());
    row.setInvitationStatus(invitation == null ? null : invitation.value());
    row.setAlexaEnabled(user.alexa().isAlexaForBusinessEnabled());
    row.setAlexaRoomArn(user.alexa().alexaForBusinessRoomArn());
    row.setInboundCalling(user.telephony().inboundCalling());
    row.setOutboundCalling(user.telephony().outboundCalling());
    row.setSms(user.telephony().sms());
    row.setChangedAt(user.changedAt());
    return row;
  }
}
