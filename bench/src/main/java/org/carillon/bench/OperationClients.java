package org.carillon.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.carillon.api.model.AssociatePhoneNumberWithUserInput;
import org.carillon.api.model.DisassociatePhoneNumberFromUserInput;
import org.carillon.api.model.GetPhoneNumberInput;
import org.carillon.api.model.Operations;
import org.carillon.app.installation.Installation;
import org.carillon.platform.identity.AccessKey;
import org.carillon.platform.identity.KeyRing;
import org.carillon.platform.identity.Principal;
import org.carillon.platform.operations.OperationRunner;
import org.carillon.platform.operations.RequestOrigin;

/** Makes clients that run operations in this process: no web server, no signature, no JSON. */
final class OperationClients {

  private static final RequestOrigin REQUEST =
      new RequestOrigin("00000000-0000-4000-8000-000000000000", "127.0.0.1");

  private final OperationRunner runner;
  private final Principal principal;
  private final int count;

  OperationClients(Installation installation, String accessKeyId, int count) {
    this.runner = Conditions.runner(installation);
    AccessKey key =
        Objects.requireNonNull(
            new KeyRing(installation.database(), installation.vault()).find(accessKeyId));
    this.principal = key.principal();
    this.count = count;
  }

  /** The organization of the clients. */
  String organizationId() {
    return principal.organizationId();
  }

  /** As {@link ApiClients#readers}. */
  List<Client> readers(List<String> numbers) {
    List<GetPhoneNumberInput> inputs =
        numbers.stream()
            .map(number -> GetPhoneNumberInput.builder().phoneNumberId(number).build())
            .toList();
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clients.add(new Reader(inputs, i * 7919));
    }
    return clients;
  }

  /** As {@link ApiClients#assigners}, with a number each. */
  List<Client> assigners(Stock stock) {
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clients.add(
          new Assigner(
              AssociatePhoneNumberWithUserInput.builder()
                  .accountId(stock.accountId())
                  .userId(stock.userIds().get(i))
                  .e164PhoneNumber(stock.numbers().get(i))
                  .build(),
              DisassociatePhoneNumberFromUserInput.builder()
                  .accountId(stock.accountId())
                  .userId(stock.userIds().get(i))
                  .build()));
    }
    return clients;
  }

  private final class Reader implements Client {

    private final List<GetPhoneNumberInput> inputs;
    private int place;

    Reader(List<GetPhoneNumberInput> inputs, int place) {
      this.inputs = inputs;
      this.place = place;
    }

    @Override
    public Outcome next() {
      place = (place + 1) % inputs.size();
      GetPhoneNumberInput input = inputs.get(place);
      var output = runner.run(Operations.GET_PHONE_NUMBER, () -> input, principal, REQUEST);
      return output.phoneNumber() == null ? Outcome.FAILED : Outcome.DONE;
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }

  private final class Assigner implements Client {

    private final AssociatePhoneNumberWithUserInput give;
    private final DisassociatePhoneNumberFromUserInput take;
    private boolean holds;

    Assigner(AssociatePhoneNumberWithUserInput give, DisassociatePhoneNumberFromUserInput take) {
      this.give = give;
      this.take = take;
    }

    @Override
    public Outcome next() {
      if (holds) {
        runner.run(Operations.DISASSOCIATE_PHONE_NUMBER_FROM_USER, () -> take, principal, REQUEST);
      } else {
        runner.run(Operations.ASSOCIATE_PHONE_NUMBER_WITH_USER, () -> give, principal, REQUEST);
      }
      holds = !holds;
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
