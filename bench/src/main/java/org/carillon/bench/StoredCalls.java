package org.carillon.bench;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;
import org.carillon.api.model.CreateAccountInput;
import org.carillon.api.model.CreateHuntGroupInput;
import org.carillon.api.model.CreateLineInput;
import org.carillon.api.model.HuntGroupStrategy;
import org.carillon.api.model.Operations;
import org.carillon.api.model.ResolveCallInput;
import org.carillon.api.shape.OperationShape;
import org.carillon.app.installation.Installation;
import org.carillon.platform.identity.Organizations;
import org.carillon.platform.identity.Principal;
import org.carillon.platform.operations.OperationRunner;
import org.carillon.platform.operations.RequestOrigin;

/**
 * Calls to lines whose hunt groups are in a database; the benchmark resolves them as an engine
 * does.
 */
final class StoredCalls {

  private static final RequestOrigin REQUEST =
      new RequestOrigin("00000000-0000-4000-8000-000000000000", "127.0.0.1");

  private final Installation installation;
  private final OperationRunner runner;
  private final String organizationId;
  private final Principal principal;
  private final String accountId;
  private int lines;

  /** An organization with that many people, who take calls. */
  StoredCalls(Installation installation, int people) {
    this.installation = installation;
    this.runner = Conditions.runner(installation);
    this.organizationId =
        new Organizations(installation.database(), installation.ids())
            .create("Bench")
            .organizationId();
    this.principal = Principal.system(organizationId, "bench");
    this.accountId =
        requireNonNull(
            requireNonNull(
                    run(Operations.CREATE_ACCOUNT, new CreateAccountInput("Bench")).account())
                .accountId());
    insert(
        "holder (organization_id, holder_id, kind, account_id, name, created_at)",
        "'user-' || i, 'USER', '%s', 'user' || i || '@example.com', 1".formatted(accountId),
        1,
        people);
    insert(
        """
        account_user (organization_id, user_id, account_id, email, email_key, display_name, license,
          user_type, registration_status, inbound_calling, created_at, changed_at)\
        """,
        """
        'user-' || i, '%s', 'user' || i || '@example.com', 'user' || i || '@example.com', 'User',
          'Pro', 'PrivateUser', 'Registered', 1, 1, 1\
        """
            .formatted(accountId),
        1,
        people);
  }

  private <I, O> O run(OperationShape<I, O> shape, I input) {
    return runner.run(shape, () -> input, principal, REQUEST);
  }

  /** A row for each i from one number to another. */
  private void insert(String into, String columns, int first, int last) {
    String text =
        "insert into %s with recursive n(i) as (select %d union all select i + 1 from n where i < %d) select '%s', %s from n"
            .formatted(into, first, last, organizationId, columns);
    installation.database().write(transaction -> transaction.sql().execute(text));
  }

  /** A client that asks what calls to a line do, whose hunt group has so many members. */
  Client client(HuntGroupStrategy strategy, int members) {
    String e164 = "+1206555%04d".formatted(++lines);
    insert(
        """
        phone_number (organization_id, number_id, e164, product_type, calling_name_status, phase,
          assigned, created_at, acquired_at, changed_at)\
        """,
        "i, '%s', 'BusinessCalling', 'UNASSIGNED', 'HELD', 0, 1, 1, 1".formatted(e164),
        lines,
        lines);
    String group =
        requireNonNull(
            requireNonNull(
                    run(
                            Operations.CREATE_HUNT_GROUP,
                            new CreateHuntGroupInput(
                                "Group " + lines, strategy, List.of("user-1"), null, null))
                        .huntGroup())
                .huntGroupId());
    insert(
        "call_reference (organization_id, from_id, what, position, from_kind, to_kind, to_id)",
        "'%s', 'MEMBER', i, 'HUNT_GROUP', 'USER', 'user-' || i".formatted(group),
        2,
        members);
    run(
        Operations.CREATE_LINE,
        CreateLineInput.builder()
            .e164PhoneNumber(e164)
            .name("Line " + lines)
            .assignedUserIds(List.of("user-1"))
            .callFlow(new CallTarget(CallTargetType.HUNT_GROUP, group))
            .build());
    return new Asking(new ResolveCallInput(e164, "+14155550100", null, null));
  }

  private final class Asking implements Client {

    private final ResolveCallInput call;

    private Asking(ResolveCallInput call) {
      this.call = call;
    }

    @Override
    public Outcome next() {
      return requireNonNull(run(Operations.RESOLVE_CALL, call).steps()).isEmpty()
          ? Outcome.FAILED
          : Outcome.DONE;
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }
}
