$version: "2.0"

namespace org.carillon.api

/// Shows the holders of a number over all its tenures in the organization, newest first. A number that was released and
/// ordered again has one history. The history stays readable when the number has left the organization. A number that
/// the organization never had is not found.
///
/// At selects the assignments that held at one instant: one request shows who held +12065550100 on 3 March at 14:00.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Assignments")
@tags(["Carillon"])
@http(method: "GET", uri: "/phone-numbers/{PhoneNumberId}/assignments", code: 200)
operation ListPhoneNumberAssignments with [OurUsualErrors] {
    input :=
        /// The owner of the history, the time, and the page.
        with [InPeriod] {
            /// The number, by its identifier or in E.164 form.
            @required
            @httpLabel
            PhoneNumberId: PhoneNumberId

            /// The most assignments in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of the history.
        {
            /// The assignments of the number; the one that began last comes first.
            @required
            Assignments: PhoneNumberAssignmentList

            /// The token of the next page; absent on the last page. A page may be short or empty and have a next one.
            NextToken: NextToken
        }
}

/// Shows the numbers of a holder, newest first. The holder is a user, a Voice Connector, a Voice Connector group, a SIP
/// rule or a line, also a deleted one. A holder that the organization never had is not found. At selects the
/// assignments that held at one instant.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Assignments")
@tags(["Carillon"])
@http(method: "GET", uri: "/holders/{HolderId}/assignments", code: 200)
operation ListHolderAssignments with [OurUsualErrors] {
    input :=
        /// The owner of the history, the time, and the page.
        with [InPeriod] {
            /// The identifier of the user, Voice Connector, Voice Connector group, SIP rule or line.
            @required
            @httpLabel
            HolderId: UncheckedResourceId

            /// The most assignments in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of the history.
        {
            /// The assignments of the holder; the one that began last comes first.
            @required
            Assignments: PhoneNumberAssignmentList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Lists the numbers of the organization at an instant, in order of the numbers, each with its holder then. The past
/// does not change, so the pages of one instant fit together. An instant in the future is refused.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "PhoneNumbers")
@tags(["Carillon"])
@http(method: "GET", uri: "/phone-numbers-as-of", code: 200)
operation ListPhoneNumbersAsOf with [OurErrors] {
    input :=
        /// The instant and the page.
        {
            /// The instant, with milliseconds; not in the future.
            @required
            @httpQuery("at")
            At: Iso8601Timestamp

            /// The most numbers in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of the inventory at the instant.
        {
            /// The numbers.
            @required
            PhoneNumbers: PhoneNumberSummaryList

            /// The token of the next page; absent on the last page. A page may be short or empty and have a next one,
            /// when most numbers came to the organization later or had left it before.
            NextToken: NextToken
        }
}

/// Selects the assignments of a time. Instants have milliseconds, as in the answers.
@mixin
structure InPeriod {
    /// Only assignments that held at this instant: they began then or before, and ended later or not at all. It cannot
    /// be combined with HeldFrom and HeldBefore, nor lie in the future.
    @httpQuery("at")
    At: Iso8601Timestamp

    /// Only assignments that held at this instant or began after it. It cannot lie in the future.
    @httpQuery("held-from")
    HeldFrom: Iso8601Timestamp

    /// Only assignments that began before this instant.
    @httpQuery("held-before")
    HeldBefore: Iso8601Timestamp
}

/// One assignment of the ledger: a holder had a number in a role from one instant to another. When the role changes,
/// for example because an additional number becomes the primary one, one assignment ends and another begins at that
/// instant.
structure PhoneNumberAssignment {
    /// The number.
    @required
    E164PhoneNumber: E164PhoneNumber

    /// The holder.
    @required
    Holder: PhoneNumberHolder

    /// The role of the number.
    @required
    Role: AssignmentRole

    /// The time from which this holder had the number, in any role.
    @required
    AssignedTimestamp: Iso8601Timestamp

    /// The first instant; the holder has the number at this instant.
    @required
    RoleAssignedTimestamp: Iso8601Timestamp

    /// The end; the holder no longer has the number at this instant. Absent while the assignment lasts.
    EndedTimestamp: Iso8601Timestamp

    /// The principal and operation that began it.
    BegunBy: LedgerChange

    /// The principal and operation that ended it; absent while the assignment lasts.
    EndedBy: LedgerChange
}

/// The author of a change of the ledger, as in the audit log.
structure LedgerChange {
    /// The name of the principal, or of the background work.
    @required
    Principal: String

    /// The operation, such as AssociatePhoneNumberWithUser.
    @required
    Operation: String

    /// The id of the request, as in the header x-amzn-RequestId of its answer.
    @required
    RequestId: String
}

/// A number of the organization at an instant, in the inventory or in the deletion queue. A number in the queue still
/// belongs to the organization and has no holder. The answer has neither the product type nor the queue, since the
/// database keeps no history of them.
structure PhoneNumberSummary {
    /// The number.
    @required
    E164PhoneNumber: E164PhoneNumber

    /// The number as GetPhoneNumber shows it.
    PhoneNumber: PhoneNumber

    /// The time from which the organization has it.
    AcquiredTimestamp: Iso8601Timestamp

    /// The holder; absent for a number without one. The holder of a shared line is the line.
    Holder: PhoneNumberHolder

    /// The role of the number; absent for a number without a holder.
    Role: AssignmentRole

    /// The time from which the holder has the number; absent for a number without a holder.
    AssignedTimestamp: Iso8601Timestamp

    /// Its labels, in alphabetical order.
    Labels: PhoneNumberLabelList

    /// Its tags, by key.
    Tags: TagsOfResource
}

/// The relation between a number and its holder.
enum AssignmentRole {
    /// The user's primary number.
    PRIMARY = "Primary"

    /// A further number of a user.
    ADDITIONAL = "Additional"

    /// A number of a Voice Connector or of a Voice Connector group.
    TRUNK = "Trunk"

    /// The number that triggers a SIP rule.
    RULE = "SipRule"

    /// The number of a shared line.
    LINE = "Line"

    /// The number of a shared line that is assigned to the user.
    ASSIGNED = "Assigned"

    /// The number of a shared line that the user may show when calling.
    OUTBOUND_ONLY = "OutboundOnly"
}

list PhoneNumberAssignmentList {
    member: PhoneNumberAssignment
}

list PhoneNumberSummaryList {
    member: PhoneNumberSummary
}
