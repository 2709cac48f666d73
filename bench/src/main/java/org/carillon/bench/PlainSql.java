package org.carillon.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carillon.platform.db.Engine;
import org.jspecify.annotations.Nullable;

/**
 * The statements that GetPhoneNumber, AssociatePhoneNumberWithUser and
 * DisassociatePhoneNumberFromUser send, as prepared text: what the engine itself can do.
 */
final class PlainSql {

  private static final String GET =
      """
      select n.*, a.assignment_id, a.holder_id, a.holder_kind, a.account_id, a.role, a.held_since,
        a.from_at, h.name
      from (select * from phone_number where organization_id = ? and e164 = ?
        and phase <> 'RELEASED') n
      left join assignment a on a.organization_id = n.organization_id
        and a.number_id = n.number_id and a.to_at is null
      left join holder h on h.organization_id = a.organization_id and h.holder_id = a.holder_id
      order by n.number_id, a.assignment_id\
      """;
  private static final String USER =
      """
      select * from account_user where organization_id = ? and removed_at is null
        and account_id = ? and user_id = ?\
      """;
  private static final String HELD =
      """
      select a.assignment_id, a.number_id, a.holder_id, a.holder_kind, a.account_id, a.role,
        a.held_since, a.from_at, h.name
      from assignment a join holder h on h.organization_id = a.organization_id
        and h.holder_id = a.holder_id
      where a.organization_id = ? and a.holder_id = ? and a.to_at is null
      order by a.held_since, a.assignment_id\
      """;
  private static final String NUMBER =
      """
      select * from phone_number where organization_id = ? and e164 = ? and phase <> 'RELEASED'
      order by number_id\
      """;
  private static final String NUMBER_BY_KEY =
      """
      select * from phone_number where organization_id = ? and number_id = ?
        and phase <> 'RELEASED' order by number_id\
      """;
  private static final String SAVE_NUMBER =
      """
      update phone_number set product_type = ?, calling_name = ?, calling_name_status = ?,
        calling_name_wanted = ?, naming_due_at = ?, naming_asked_at = ?, naming_attempts = ?,
        phase = ?, assigned = ?, acquired_at = ?, deleted_at = ?, leaves_at = ?,
        release_due_at = ?, release_attempts = ?, release_failed_at = ?, released_at = ?,
        changed_at = ?
      where organization_id = ? and number_id = ?\
      """;
  private static final String SAVE_USER =
      """
      update account_user set license = ?, user_type = ?, registration_status = ?,
        invitation_status = ?, alexa_enabled = ?, alexa_room_arn = ?, inbound_calling = ?,
        outbound_calling = ?, sms = ?, changed_at = ?
      where organization_id = ? and removed_at is null and user_id = ?\
      """;
  private static final String OPEN =
      """
      insert into assignment (organization_id, assignment_id, number_id, holder_id, holder_kind,
        account_id, role, held_since, from_at, opened_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String CLOSE =
      """
      update assignment set to_at = ?, closed_by = ? where organization_id = ?
        and assignment_id = ? and to_at is null\
      """;
  private static final String AUDIT =
      """
      insert into audit_entry (organization_id, audit_id, happened_at, principal, operation, target,
        outcome, request_id, source, detail) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private final String organizationId;
  private final String lock;

  PlainSql(String organizationId, Engine engine) {
    this.organizationId = organizationId;
    this.lock =
        switch (engine) {
          case SQLITE -> "";
          case POSTGRES -> " for update";
        };
  }

  /**
   * Keys and instant of one write.
   *
   * @param now microseconds since the epoch
   */
  record Stamp(long auditId, long assignmentId, long now) {}

  /** The number of rows of a number with their holders: one. */
  int get(Connection connection, String e164) throws SQLException {
    return query(connection, GET, organizationId, e164).size();
  }

  /** Gives an unassigned number to a user who has none. */
  void associate(Connection connection, String accountId, String userId, String e164, Stamp stamp)
      throws SQLException {
    user(connection, accountId, userId);
    long number = key(query(connection, NUMBER + lock, organizationId, e164));
    query(connection, HELD, organizationId, userId);
    saveNumber(connection, number, 1, stamp);
    update(
        connection,
        OPEN,
        organizationId,
        stamp.assignmentId(),
        number,
        userId,
        "USER",
        accountId,
        "PRIMARY",
        stamp.now(),
        stamp.now(),
        stamp.auditId());
    update(
        connection,
        SAVE_USER,
        "Basic",
        "PrivateUser",
        "Unregistered",
        null,
        0,
        null,
        0,
        0,
        0,
        stamp.now(),
        organizationId,
        userId);
    audit(connection, "AssociatePhoneNumberWithUser", userId, e164, stamp);
  }

  /** Takes the only number of a user. */
  void disassociate(
      Connection connection, String accountId, String userId, String e164, Stamp stamp)
      throws SQLException {
    user(connection, accountId, userId);
    List<@Nullable Object> held = query(connection, HELD, organizationId, userId).getFirst();
    long number = key(query(connection, NUMBER_BY_KEY + lock, organizationId, held.get(1)));
    update(connection, CLOSE, stamp.now(), stamp.auditId(), organizationId, held.get(0));
    saveNumber(connection, number, 0, stamp);
    audit(connection, "DisassociatePhoneNumberFromUser", userId, e164, stamp);
  }

  private void user(Connection connection, String accountId, String userId) throws SQLException {
    query(connection, USER + lock, organizationId, accountId, userId).getFirst();
  }

  private static long key(List<List<@Nullable Object>> numbers) {
    return numbers.getFirst().get(1) instanceof Number key ? key.longValue() : 0;
  }

  private void saveNumber(Connection connection, long number, int assigned, Stamp stamp)
      throws SQLException {
    update(
        connection,
        SAVE_NUMBER,
        "BusinessCalling",
        null,
        "UNASSIGNED",
        null,
        null,
        null,
        0,
        "HELD",
        assigned,
        stamp.now(),
        null,
        null,
        null,
        0,
        null,
        null,
        stamp.now(),
        organizationId,
        number);
  }

  private void audit(
      Connection connection, String operation, String target, String detail, Stamp stamp)
      throws SQLException {
    update(
        connection,
        AUDIT,
        organizationId,
        stamp.auditId(),
        stamp.now(),
        "root",
        operation,
        target,
        "Done",
        "00000000-0000-4000-8000-000000000000",
        "127.0.0.1",
        detail);
  }

  private static List<List<@Nullable Object>> query(
      Connection connection, String sql, @Nullable Object... binds) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, binds);
      try (ResultSet results = statement.executeQuery()) {
        int columns = results.getMetaData().getColumnCount();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (results.next()) {
          List<@Nullable Object> row = new ArrayList<>(columns);
          for (int i = 0; i < columns; i++) {
            row.add(results.getObject(i + 1));
          }
          rows.add(row);
        }
        return rows;
      }
    }
  }

  private static void update(Connection connection, String sql, @Nullable Object... binds)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, binds);
      if (statement.executeUpdate() != 1) {
        throw new SQLException("not exactly one row: " + sql);
      }
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] binds)
      throws SQLException {
    for (int i = 0; i < binds.length; i++) {
      statement.setObject(i + 1, binds[i]);
    }
  }
}
