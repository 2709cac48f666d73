package org.carillon.server.inventory.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.carillon.api.model.Operations;
import org.carillon.api.model.PhoneNumberProductType;
import org.carillon.api.model.PhoneNumberStatus;
import org.carillon.api.model.PhoneNumberType;
import org.carillon.api.model.PutPhoneNumberAnnotationsInput;
import org.carillon.api.model.Tag;
import org.carillon.api.model.TagResourceInput;
import org.carillon.server.inventory.numbers.CallingName;
import org.carillon.server.inventory.numbers.Holder;
import org.carillon.server.inventory.numbers.NumberKey;
import org.carillon.server.inventory.numbers.NumbersFeature;
import org.carillon.server.inventory.numbers.PhoneNumber;
import org.carillon.server.inventory.numbers.Role;
import org.carillon.server.inventory.numbers.State;
import org.carillon.server.inventory.pool.E164;
import org.carillon.server.testing.Tenant;
import org.carillon.server.testing.TestServer;
import org.jspecify.annotations.Nullable;

/** Fills an inventory at random, alike for the same seed, and remembers what it put there. */
final class RandomInventory {

  static final List<Holder> HOLDERS =
      List.of(
          new Holder("jane", Holder.Kind.USER, null, "Jane@example.com"),
          new Holder("joe", Holder.Kind.USER, null, "joe@example.com"),
          new Holder("east", Holder.Kind.CONNECTOR, null, "East"),
          new Holder("all", Holder.Kind.GROUP, null, "all of them"),
          new Holder("rule", Holder.Kind.SIP_RULE, null, "Rule 7"),
          new Holder("sales", Holder.Kind.LINE, null, "Sales East"),
          new Holder("stores", Holder.Kind.LINE, null, "stores"),
          new Holder("east-line", Holder.Kind.LINE, null, "East"));

  static final List<String> LABELS = List.of("VIP", "vip", "Berlin", "main", "Main desk");

  private static final List<PhoneNumberStatus> STATUSES =
      List.of(
          PhoneNumberStatus.ACQUIRE_IN_PROGRESS,
          PhoneNumberStatus.ACQUIRE_FAILED,
          PhoneNumberStatus.UNASSIGNED,
          PhoneNumberStatus.UNASSIGNED,
          PhoneNumberStatus.UNASSIGNED,
          PhoneNumberStatus.DELETE_IN_PROGRESS,
          PhoneNumberStatus.RELEASE_IN_PROGRESS,
          PhoneNumberStatus.RELEASE_FAILED);

  private final TestServer server;
  private final NumbersFeature numbers;
  private final Tenant organization;
  private final Random random;
  private final TreeMap<String, Stocked> stock = new TreeMap<>();
  private long created;

  RandomInventory(TestServer server, Tenant organization, long seed) {
    this.server = server;
    this.numbers = server.feature(NumbersFeature.class);
    this.organization = organization;
    this.random = new Random(seed);
  }

  /** Makes the holders, and that many numbers in all states, some labelled. */
  List<Stocked> fill(int count) {
    organization.write(context -> {
      HOLDERS.forEach(each -> numbers.holders().add(context, each, context.now()));
      return null;
    });
    for (int i = 0; i < count; i++) {
      add();
    }
    return List.copyOf(stock.values());
  }

  /** One more number. */
  Stocked add() {
    String e164 = "+1" + digits(10);
    while (stock.containsKey(e164)) {
      e164 = "+" + digits(4 + random.nextInt(11)).replaceFirst("^0", "1");
    }
    if (random.nextInt(3) == 0) {
      server.pass(Duration.ofSeconds(1));
    }
    Stocked stocked = give(put(e164));
    if (random.nextInt(3) == 0) {
      stocked = label(stocked);
    }
    if (random.nextInt(3) == 0) {
      stocked = tag(stocked);
    }
    stock.put(e164, stocked);
    return stocked;
  }

  /** Few different digits, so that the same groups of them come often. */
  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append("0256".charAt(random.nextInt(4)));
    }
    return digits.toString();
  }

  private Stocked put(String e164) {
    PhoneNumberStatus status = STATUSES.get(random.nextInt(STATUSES.size()));
    PhoneNumberProductType product = one(PhoneNumberProductType.values());
    PhoneNumberType type = orNone(PhoneNumberType.values());
    String country = orNone("US", "DE", "CA");
    Instant now = server.now();
    State state = state(status);
    long key = ++created;
    Instant changed =
        organization.write(context -> {
          numbers
              .numbers()
              .add(
                  context,
                  List.of(
                      new PhoneNumber(
                          organization.id(),
                          new NumberKey(key),
                          new E164(e164),
                          null,
                          product,
                          country,
                          type,
                          null,
                          new CallingName(null, new CallingName.Never()),
                          state,
                          now,
                          now,
                          context.now())));
          return context.now();
        });
    return new Stocked(
        key, e164, status, product, type, country, null, Set.of(), null, changed, List.of(),
        Map.of());
  }

  /** Numbers are made Unassigned and given afterwards. Instants of the queue leave no doubt. */
  private State state(PhoneNumberStatus status) {
    Instant now = server.now();
    Instant later = now.plus(Duration.ofDays(5));
    Instant past = now.minus(Duration.ofDays(1));
    return switch (status) {
      case ACQUIRE_IN_PROGRESS -> new State.Acquiring();
      case ACQUIRE_FAILED -> new State.AcquireFailed();
      case UNASSIGNED -> new State.Held(false);
      case DELETE_IN_PROGRESS -> new State.Deleted(past, later, later, 0, null);
      case RELEASE_IN_PROGRESS -> new State.Deleted(past, past, past, 0, null);
      case RELEASE_FAILED -> new State.Deleted(past, past, past, 3, past);
      case ASSIGNED, DELETE_FAILED, CANCELLED, PORTIN_CANCEL_REQUESTED, PORTIN_IN_PROGRESS ->
          throw new IllegalArgumentException(status + " is none that a number is added in");
    };
  }

  private Stocked give(Stocked number) {
    if (number.status() != PhoneNumberStatus.UNASSIGNED || random.nextInt(3) == 0) {
      return number;
    }
    Holder holder = HOLDERS.get(random.nextInt(HOLDERS.size()));
    boolean part = holder.kind() == Holder.Kind.LINE && random.nextBoolean();
    Instant since =
        organization.write(context -> {
          PhoneNumber free = numbers.numbers().lock(context, new E164(number.e164()));
          PhoneNumber given = numbers.assignments().assign(context, free, holder, role(holder));
          if (part) {
            numbers.assignments().addLineMember(context, given, HOLDERS.getFirst(), Role.ASSIGNEE);
          }
          return context.now();
        });
    return number.given(holder, part ? Set.of("jane") : Set.of(), since);
  }

  private static Role role(Holder holder) {
    return switch (holder.kind()) {
      case USER -> Role.ADDITIONAL;
      case CONNECTOR, GROUP -> Role.TRUNK;
      case SIP_RULE -> Role.RULE;
      case LINE -> Role.LINE;
    };
  }

  private Stocked label(Stocked number) {
    if (!number.isHere()) {
      return number;
    }
    TreeMap<String, String> labels = new TreeMap<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      String label = LABELS.get(random.nextInt(LABELS.size()));
      labels.put(label.toLowerCase(Locale.ROOT), label);
    }
    List<String> written = List.copyOf(labels.values());
    organization.call(
        Operations.PUT_PHONE_NUMBER_ANNOTATIONS,
        new PutPhoneNumberAnnotationsInput(written, null, number.e164()));
    return number.labelled(written);
  }

  private Stocked tag(Stocked number) {
    if (!number.isHere()) {
      return number;
    }
    TreeMap<String, String> tags = new TreeMap<>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      tags.put(one("site", "Site"), one("Berlin", "berlin", "Bonn"));
    }
    organization.call(
        Operations.TAG_RESOURCE,
        new TagResourceInput(
            "arn:aws:chime:us-east-1:"
                + organization.id()
                + ":phone-number/"
                + number.e164().substring(1),
            tags.entrySet().stream().map(tag -> new Tag(tag.getKey(), tag.getValue())).toList()));
    return number.tagged(tags);
  }

  /** One of the choices. */
  @SafeVarargs
  final <T> T one(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** One of the choices, or nothing one time in four. */
  @SafeVarargs
  final <T> @Nullable T orNone(T... choices) {
    return random.nextInt(4) == 0 ? null : choices[random.nextInt(choices.length)];
  }

  /** One of the choices one time in so many, otherwise nothing. */
  @SafeVarargs
  final <T> @Nullable T seldom(int once, T... choices) {
    return random.nextInt(once) == 0 ? choices[random.nextInt(choices.length)] : null;
  }

  /** A number less than that. */
  int upTo(int bound) {
    return random.nextInt(bound);
  }

  /** Some of the digits of some number. */
  String someDigits() {
    List<String> all = new ArrayList<>(stock.keySet());
    String e164 = all.get(random.nextInt(all.size()));
    int from = 1 + random.nextInt(e164.length() - 1);
    int length = 1 + random.nextInt(Math.min(7, e164.length() - from));
    return e164.substring(from, from + length);
  }
}
