package org.carillon.bench;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.carillon.api.model.ListHolderAssignmentsInput;
import org.carillon.api.model.ListPhoneNumberAssignmentsInput;
import org.carillon.api.model.ListPhoneNumbersAsOfInput;
import org.carillon.api.model.Operations;
import org.carillon.app.installation.Installation;
import org.carillon.platform.identity.Principal;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.OperationRunner;
import org.carillon.platform.operations.RequestOrigin;
import org.carillon.platform.pages.Pages;
import org.carillon.platform.pages.Slice;

/** Makes clients that read the past in this process, each at random instants and places. */
final class PastReads {

  private static final RequestOrigin REQUEST =
      new RequestOrigin("00000000-0000-4000-8000-000000000000", "127.0.0.1");

  /** Hours in which everything has come and nothing has left, and those before. */
  private static final long HOURS = Duration.between(PastStock.BEGIN, PastStock.end()).toHours();

  private final Installation installation;
  private final PastStock stock;
  private final OperationRunner runner;
  private final Principal principal;
  private final Pages pages;

  PastReads(Installation installation, PastStock stock) {
    this.installation = installation;
    this.stock = stock;
    this.pages = new Pages(installation.vault());
    this.principal = Principal.system(stock.organizationId(), "bench");
    this.runner = Conditions.runner(installation);
  }

  /** One read; answers how many items it found. */
  @FunctionalInterface
  interface Read {

    int run(SplittableRandom random);
  }

  /** As many clients as asked for, doing that read over and over. */
  List<Client> clients(int count, Read read) {
    return IntStream.range(0, count).<Client>mapToObj(seed -> new Reader(seed, read)).toList();
  }

  private static Instant instant(SplittableRandom random) {
    return PastStock.BEGIN.plus(Duration.ofHours(random.nextLong(HOURS)));
  }

  /** An instant at which all numbers were there. */
  private static Instant lateInstant(SplittableRandom random) {
    return PastStock.complete()
        .plus(
            Duration.ofHours(
                random.nextLong(
                    Duration.between(PastStock.complete(), PastStock.end()).toHours())));
  }

  private String e164(SplittableRandom random) {
    return PastStock.e164(random.nextInt(stock.numbers()));
  }

  /** A page of a hundred of the inventory, at any instant and from any number on. */
  int inventory(SplittableRandom random) {
    Instant at = instant(random);
    ListPhoneNumbersAsOfInput input =
        new ListPhoneNumbersAsOfInput(at, 100, token(at, e164(random)));
    return runner
        .run(Operations.LIST_PHONE_NUMBERS_AS_OF, () -> input, principal, REQUEST)
        .phoneNumbers()
        .size();
  }

  /** The beginning of a page, as in the cursors of the list. */
  private record Start(String e164, Instant createdAt) {}

  /** The token of a page that begins after that number, as the page before would have given it. */
  private String token(Instant at, String e164) {
    Start start = new Start(e164, PastStock.BEGIN);
    return installation
        .database()
        .read(transaction ->
            requireNonNull(
                pages
                    .of(
                        new OperationContext(principal, "ListPhoneNumbersAsOf", 0, transaction),
                        Operations.LIST_PHONE_NUMBERS_AS_OF,
                        new ListPhoneNumbersAsOfInput(at, 100, null))
                    .read(start, (after, size) -> new Slice<>(List.of(), start))
                    .nextToken()));
  }

  /** Reads the holder of a number at an instant. */
  int whoHeld(SplittableRandom random) {
    return ofNumber(
        ListPhoneNumberAssignmentsInput.builder()
            .phoneNumberId(e164(random))
            .at(lateInstant(random))
            .build());
  }

  /** The whole history of a number. */
  int history(SplittableRandom random) {
    return ofNumber(ListPhoneNumberAssignmentsInput.builder().phoneNumberId(e164(random)).build());
  }

  private int ofNumber(ListPhoneNumberAssignmentsInput input) {
    return runner
        .run(Operations.LIST_PHONE_NUMBER_ASSIGNMENTS, () -> input, principal, REQUEST)
        .assignments()
        .size();
  }

  /** Reads the numbers of a user at an instant. */
  int userHeld(SplittableRandom random) {
    return ofHolder(
        ListHolderAssignmentsInput.builder()
            .holderId("u" + random.nextInt(stock.users()))
            .at(lateInstant(random))
            .build());
  }

  /** A page of what a Voice Connector had at an instant, of thousands of numbers. */
  int connectorHeld(SplittableRandom random) {
    return ofHolder(
        ListHolderAssignmentsInput.builder()
            .holderId("c" + random.nextInt(PastStock.CONNECTORS))
            .at(lateInstant(random))
            .build());
  }

  private int ofHolder(ListHolderAssignmentsInput input) {
    return runner
        .run(Operations.LIST_HOLDER_ASSIGNMENTS, () -> input, principal, REQUEST)
        .assignments()
        .size();
  }

  private static final class Reader implements Client {

    private final SplittableRandom random;
    private final Read read;

    Reader(long seed, Read read) {
      this.random = new SplittableRandom(seed);
      this.read = read;
    }

    @Override
    public Outcome next() {
      // Nothing found is no error: nobody held it then. The table says how often.
      return read.run(random) == 0 ? Outcome.REFUSED : Outcome.DONE;
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }
}
