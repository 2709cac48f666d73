package org.carillon.bench;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** Makes clients that sign every request and send it over a connection of their own. */
final class ApiClients {

  private final URI address;
  private final Signer.Credentials credentials;
  private final int count;

  ApiClients(URI address, Signer.Credentials credentials, int count) {
    this.address = address;
    this.credentials = credentials;
    this.count = count;
  }

  /** Each reads all of the numbers, beginning at another. */
  List<Client> readers(List<String> numbers) throws IOException, GeneralSecurityException {
    List<Call> calls = numbers.stream().map(Call::getPhoneNumber).toList();
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clients.add(new Reader(new SignedClient(address, credentials), calls, i * 7919));
    }
    return clients;
  }

  /** Each gives one of the numbers to a user of its own and takes it back, again and again. */
  List<Client> assigners(Stock stock, List<String> numbers)
      throws IOException, GeneralSecurityException {
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String user = stock.userIds().get(i);
      clients.add(
          new Assigner(
              new SignedClient(address, credentials),
              Call.associate(stock.accountId(), user, numbers.get(i % numbers.size())),
              Call.disassociate(stock.accountId(), user)));
    }
    return clients;
  }

  private static final class Reader implements Client {

    private final SignedClient client;
    private final List<Call> calls;
    private int place;

    Reader(SignedClient client, List<Call> calls, int place) {
      this.client = client;
      this.calls = calls;
      this.place = place;
    }

    @Override
    public Outcome next() throws IOException, GeneralSecurityException {
      place = (place + 1) % calls.size();
      return client.status(calls.get(place)) == 200 ? Outcome.DONE : Outcome.FAILED;
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }

  private static final class Assigner implements Client {

    private final SignedClient client;
    private final Call associate;
    private final Call disassociate;
    private boolean holds;

    Assigner(SignedClient client, Call associate, Call disassociate) {
      this.client = client;
      this.associate = associate;
      this.disassociate = disassociate;
    }

    @Override
    public Outcome next() throws IOException, GeneralSecurityException {
      int status = client.status(holds ? disassociate : associate);
      if (status == 200) {
        holds = !holds;
        return Outcome.DONE;
      }
      // A number of another user is a 400; the user's own number can always be unassigned.
      return status == 400 && !holds ? Outcome.REFUSED : Outcome.FAILED;
    }

    @Override
    public void close() throws IOException, GeneralSecurityException {
      try (client) {
        if (holds) {
          client.body(disassociate);
        }
      }
    }
  }
}
