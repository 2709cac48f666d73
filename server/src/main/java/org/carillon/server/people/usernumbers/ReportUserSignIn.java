package org.carillon.server.people.usernumbers;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import org.carillon.api.model.ReportUserSignInInput;
import org.carillon.api.model.ReportUserSignInOutput;
import org.carillon.platform.operations.OperationContext;
import org.carillon.platform.operations.Refusal;
import org.carillon.platform.operations.WriteOperation;
import org.carillon.server.people.users.User;
import org.carillon.server.people.users.UserStore;

/** Notes that a user has signed in, and so notices all that changed before. */
final class ReportUserSignIn
    implements WriteOperation<ReportUserSignInInput, ReportUserSignInOutput> {

  /** The most that a reporter's clock may be ahead of the server's. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final UserStore users;
  private final UserTelephonyStore telephony;

  ReportUserSignIn(UserStore users, UserTelephonyStore telephony) {
    this.users = users;
    this.telephony = telephony;
  }

  @Override
  public ReportUserSignInOutput run(ReportUserSignInInput input, OperationContext context) {
    User user = users.lock(context, input.accountId(), input.userId());
    Instant at = signedInAt(input, context.now());
    UserTelephony before = telephony.get(context, user.accountId(), user.userId());
    Instant latest = before.signedInAt();
    if (latest == null || latest.isBefore(at)) {
      telephony.signedIn(context, user.userId(), at);
    }
    return new ReportUserSignInOutput(
        telephony.get(context, user.accountId(), user.userId()).view());
  }

  /** Never later than now, or changes to come would count as noticed. */
  private static Instant signedInAt(ReportUserSignInInput input, Instant now) {
    Instant at = requireNonNullElse(input.signedInTimestamp(), now);
    if (at.isAfter(now.plus(SKEW))) {
      throw Refusal.badRequest(
          "SignedInTimestamp "
              + at
              + " is ahead of "
              + now
              + "; report a sign-in after it has happened");
    }
    return at.isAfter(now) ? now : at;
  }
}
