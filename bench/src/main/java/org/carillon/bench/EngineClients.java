package org.carillon.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.carillon.platform.db.Database;
import org.carillon.platform.db.Ids;
import org.carillon.platform.db.MicrosConverter;
import org.carillon.platform.db.Transaction;

/** Makes clients that send plain statements through the database's own pool, queue and commits. */
final class EngineClients {

  private final Database database;
  private final Ids ids;
  private final PlainSql sql;
  private final int count;

  EngineClients(Database database, Ids ids, PlainSql sql, int count) {
    this.database = database;
    this.ids = ids;
    this.sql = sql;
    this.count = count;
  }

  /** As {@link ApiClients#readers}. */
  List<Client> readers(List<String> numbers) {
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clients.add(new Reader(numbers, i * 7919));
    }
    return clients;
  }

  /** As {@link ApiClients#assigners}, with a number each. */
  List<Client> assigners(Stock stock) {
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clients.add(new Assigner(stock.accountId(), stock.userIds().get(i), stock.numbers().get(i)));
    }
    return clients;
  }

  /** Statements on one connection. */
  @FunctionalInterface
  private interface Statements<T> {

    T send(Connection connection) throws SQLException;
  }

  private static <T> T on(Transaction transaction, Statements<T> statements) {
    return transaction.sql().connectionResult(statements::send);
  }

  private final class Reader implements Client {

    private final List<String> numbers;
    private int place;

    Reader(List<String> numbers, int place) {
      this.numbers = numbers;
      this.place = place;
    }

    @Override
    public Outcome next() {
      place = (place + 1) % numbers.size();
      String e164 = numbers.get(place);
      int rows =
          database.read(transaction -> on(transaction, connection -> sql.get(connection, e164)));
      return rows == 1 ? Outcome.DONE : Outcome.FAILED;
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }

  private final class Assigner implements Client {

    private final String accountId;
    private final String userId;
    private final String e164;
    private boolean holds;

    Assigner(String accountId, String userId, String e164) {
      this.accountId = accountId;
      this.userId = userId;
      this.e164 = e164;
    }

    @Override
    public Outcome next() {
      Function<Transaction, Boolean> work =
          transaction ->
              on(
                  transaction,
                  connection -> {
                    PlainSql.Stamp stamp =
                        new PlainSql.Stamp(
                            ids.next(), ids.next(), MicrosConverter.micros(transaction.now()));
                    if (holds) {
                      sql.disassociate(connection, accountId, userId, e164, stamp);
                    } else {
                      sql.associate(connection, accountId, userId, e164, stamp);
                    }
                    return !holds;
                  });
      holds = database.write(work);
      return Outcome.DONE;
    }

    @Override
    public void close() {
      if (holds) {
        next();
      }
    }
  }
}
