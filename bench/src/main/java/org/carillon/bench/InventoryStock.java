package org.carillon.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Puts an inventory of any size into an empty database by SQL: US numbers in scattered order, three
 * in five of them held by users, Voice Connectors, groups, SIP rules and lines, the labels of some
 * common and of others rare.
 *
 * @param numbers how many numbers
 */
record InventoryStock(String organizationId, int numbers) {

  /** Every so many numbers there is one toll-free. */
  private static final int TOLL_FREE = 50;

  /** Fills it; what a job of the engine would find out of its rows is found out at the end. */
  void fill(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements()) {
        long begun = System.nanoTime();
        statement.execute(sql);
        IO.println(
            "%,8d ms  %s"
                .formatted(
                    (System.nanoTime() - begun) / 1_000_000,
                    sql.strip().lines().findFirst().orElse("").strip()));
      }
    }
  }

  private List<String> statements() {
    String org = "'" + organizationId + "'";
    String series =
        "with recursive s(i) as (select cast(0 as bigint) union all select i + 1 from s where i < %d) "
            .formatted(numbers - 1);
    return List.of(
        """
        insert into holder (organization_id, holder_id, kind, name, created_at) %s
        select %s, 'holder-' || i,
          case when i %% 1000 = 1 then 'CONNECTOR' when i %% 1000 = 2 then 'GROUP'
            when i %% 1000 = 3 then 'SIP_RULE' when i %% 50 = 4 then 'LINE' else 'USER' end,
          case when i %% 50 = 4 then 'Line ' || ((i * 7919) %% 99991)
            else 'user' || ((i * 7919) %% 999983) || '@example.com' end, 0
        from s where i < %d\
        """
            .formatted(series, org, numbers / 2),
        // A Voice Connector holds thousands, a user one.
        """
        insert into phone_number (organization_id, number_id, e164, product_type, country, type,
          calling_name_status, phase, assigned, created_at, changed_at, holder_id) %s
        select %s, i + 1,
          case when i %% %d = 0 then '+1800' || (2000000 + (i * 7919) %% 7999993)
            else '+1' || (2060000000 + (i * 104729) %% 5839999999) end,
          case when i %% 10 < 6 then 'BusinessCalling' when i %% 10 < 9 then 'VoiceConnector'
            else 'SipMediaApplicationDialIn' end,
          case when i %% 97 = 0 then 'CA' when i %% 89 = 0 then null else 'US' end,
          case when i %% %d = 0 then 'TollFree' else 'Local' end, 'UNASSIGNED',
          case when i %% 5000 = 7 then 'ACQUIRING' else 'HELD' end,
          case when i %% 5 < 3 and i %% 5000 <> 7 then 1 else 0 end,
          1700000000000000 + i, 1700000000000000 + (i * 15485863) %% 999999937,
          case when i %% 5 < 3 and i %% 5000 <> 7 then
            case when i %% 10 < 6 then 'holder-' || ((i * 31) %% %d)
              else 'holder-' || (1000 * ((i * 31) %% %d) + 1) end end
        from s\
        """
            .formatted(
                series, org, TOLL_FREE, TOLL_FREE, numbers / 2, Math.max(1, numbers / 100_000)),
        """
        update phone_number set held_since = 1700000000000000 + (number_id * 32452843) % 999999937,
          holder_kind = (select kind from holder h where h.holder_id = phone_number.holder_id
            and h.organization_id = phone_number.organization_id),
          holder_key = (select lower(name) from holder h where h.holder_id = phone_number.holder_id
            and h.organization_id = phone_number.organization_id)
        where holder_id is not null\
        """,
        """
        update phone_number set facet = phase || case assigned when 1 then '+' else '-' end
          || '/' || product_type || '/' || coalesce(type, '') || '/' || coalesce(country, '')\
        """,
        """
        insert into assignment (organization_id, assignment_id, number_id, holder_id, holder_kind,
          role, held_since, from_at, opened_by)
        select organization_id, number_id, number_id, holder_id, holder_kind,
          case holder_kind when 'USER' then 'ADDITIONAL' when 'LINE' then 'LINE'
            when 'SIP_RULE' then 'RULE' else 'TRUNK' end, held_since, held_since, 1
        from phone_number where holder_id is not null\
        """,
        """
        insert into number_suffix (organization_id, suffix, number_id)
        select n.organization_id, substr(n.e164, s.place), n.number_id from phone_number n join
          (select 2 as place union all select 3 union all select 4 union all select 5
           union all select 6 union all select 7 union all select 8 union all select 9
           union all select 10) s on s.place <= length(n.e164) - 2
        order by 1, 2, 3\
        """,
        """
        insert into number_label (organization_id, number_id, label_key, label)
        select organization_id, number_id, 'main', 'Main' from phone_number where number_id % 3 = 0\
        """,
        """
        insert into number_label (organization_id, number_id, label_key, label)
        select organization_id, number_id, 'vip', 'VIP' from phone_number
        where number_id % 1013 = 0\
        """,
        """
        insert into number_label (organization_id, number_id, label_key, label)
        select organization_id, number_id, 'room ' || (number_id % 500), 'Room ' || (number_id % 500)
        from phone_number where number_id % 7 = 0\
        """,
        """
        insert into number_tag (organization_id, number_id, tag_key, tag_value)
        select organization_id, number_id, 'site',
          case when number_id % 1009 = 0 then 'Bonn' else 'Berlin' end
        from phone_number where number_id % 2 = 0 or number_id % 1009 = 0\
        """,
        """
        update phone_number set label_key = (select min(label_key) from number_label l
          where l.number_id = phone_number.number_id)
        where number_id % 3 = 0 or number_id % 7 = 0 or number_id % 1013 = 0\
        """);
  }
}
