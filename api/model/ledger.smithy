$version: "2.0"

namespace org.carillon.api

/// Shows who held a number and when, newest first, over every time that the organization had it: a number that was
/// released and ordered again has one history, and the history of a number that is no longer the organization's can
/// still be read. A number that the organization has never had is not found.
///
/// At keeps what held at one instant, so that one request tells who held +12065550100 on 3 March at 14:00.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Assignments")
@tags(["Carillon"])
@http(method: "GET", uri: "/phone-numbers/{PhoneNumberId}/assignments", code: 200)
operation ListPhoneNumberAssignments with [UsualErrors] {
    input :=
        /// Whose history to read, of which time, and which page of it.
        with [InPeriod] {
            /// The number, by its identifier or in E.164 form.
            @required
            @httpLabel
            PhoneNumberId: PhoneNumberId

            /// The most assignments to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of the history.
        {
            /// The assignments of the number, the one that began last first.
            @required
            Assignments: PhoneNumberAssignmentList

            /// Where the next page begins; absent on the last. A page may be short, or empty, and have a next one.
            NextToken: NextToken
        }
}

/// Shows which numbers a holder had and when, newest first: a user, a Voice Connector, a Voice Connector group, a SIP
/// rule or a line, also one that has been deleted since. A holder that the organization has never had is not found.
/// At keeps what it held at one instant.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Assignments")
@tags(["Carillon"])
@http(method: "GET", uri: "/holders/{HolderId}/assignments", code: 200)
operation ListHolderAssignments with [UsualErrors] {
    input :=
        /// Whose history to read, of which time, and which page of it.
        with [InPeriod] {
            /// The identifier of the user, Voice Connector, Voice Connector group, SIP rule or line.
            @required
            @httpLabel
            HolderId: UncheckedResourceId

            /// The most assignments to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of the history.
        {
            /// The assignments of the holder, the one that began last first.
            @required
            Assignments: PhoneNumberAssignmentList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Lists the numbers that were the organization's at an instant, in order of the numbers, each with who held it then.
/// What is past does not change, so that the pages of one instant fit together however long reading them takes. An
/// instant in the future is refused.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "PhoneNumbers")
@tags(["Carillon"])
@http(method: "GET", uri: "/phone-numbers-as-of", code: 200)
operation ListPhoneNumbersAsOf {
    input :=
        /// Which instant, and which page.
        {
            /// The instant to look at, to the millisecond; not in the future.
            @required
            @httpQuery("at")
            At: Iso8601Timestamp

            /// The most numbers to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of the inventory as it was.
        {
            /// The numbers.
            @required
            PhoneNumbers: PhoneNumberAsOfList

            /// Where the next page begins; absent on the last. A page may be short, or empty, and have a next one,
            /// where most numbers came to the organization later or had left it before.
            NextToken: NextToken
        }
}

/// Narrows a history down to a time. Instants are given to the millisecond, as answers show them.
@mixin
structure InPeriod {
    /// Only what held at this instant: what began then or before and ended later or not at all. It cannot be combined
    /// with From and To, nor lie in the future.
    @httpQuery("at")
    At: Iso8601Timestamp

    /// Only what held at this instant or began after it. It cannot lie in the future.
    @httpQuery("from")
    From: Iso8601Timestamp

    /// Only what began before this instant.
    @httpQuery("to")
    To: Iso8601Timestamp
}

/// One entry of the ledger: a holder had a number in a role from one instant to another. When the role changes, for
/// instance because an additional number becomes the primary one, one entry ends and another begins at that instant.
structure PhoneNumberAssignment {
    /// The number.
    @required
    E164PhoneNumber: E164PhoneNumber

    /// Who held it.
    @required
    Holder: PhoneNumberHolder

    /// As what.
    @required
    Role: AssignmentRole

    /// Since when this holder had the number, whatever its role.
    @required
    AssignedTimestamp: Iso8601Timestamp

    /// When it began; at this very instant the holder had the number.
    @required
    FromTimestamp: Iso8601Timestamp

    /// When it ended; at this very instant the holder no longer had the number so. Absent while it lasts.
    ToTimestamp: Iso8601Timestamp

    /// Who began it, and by what.
    BegunBy: LedgerChange

    /// Who ended it, and by what; absent while it lasts.
    EndedBy: LedgerChange
}

/// Who made a change of the ledger, as the audit log has it.
structure LedgerChange {
    /// The name of the principal, or of the background work.
    @required
    Principal: String

    /// The operation, such as AssociatePhoneNumberWithUser.
    @required
    Operation: String

    /// The request, as its answer named it in x-amzn-RequestId.
    @required
    RequestId: String
}

/// A number that was the organization's at an instant, in the inventory or in the deletion queue: a number in the
/// queue still is the organization's, and nobody holds it. Neither its product nor whether it stood in the queue is
/// told, since no history of these is kept.
structure PhoneNumberAsOf {
    /// The number.
    @required
    E164PhoneNumber: E164PhoneNumber

    /// Since when the organization had it.
    @required
    AcquiredTimestamp: Iso8601Timestamp

    /// Who held it then; absent when nobody did. Of a shared line it is the line; who shared it is in the history of the
    /// number at that instant.
    Holder: PhoneNumberHolder

    /// As what; absent when nobody held it.
    Role: AssignmentRole

    /// Since when the holder had it; absent when nobody held it.
    AssignedTimestamp: Iso8601Timestamp
}

/// As what a holder has a number.
enum AssignmentRole {
    /// The number by which a user is known first.
    PRIMARY = "Primary"

    /// A further number of a user.
    ADDITIONAL = "Additional"

    /// A number of a Voice Connector or of a group of them.
    TRUNK = "Trunk"

    /// The number that triggers a SIP rule.
    RULE = "SipRule"

    /// The number of a shared line.
    LINE = "Line"

    /// The number of a shared line on which the user is called.
    ASSIGNEE = "Assignee"

    /// The number of a shared line under which the user calls.
    OUTBOUND = "Outbound"
}

list PhoneNumberAssignmentList {
    member: PhoneNumberAssignment
}

list PhoneNumberAsOfList {
    member: PhoneNumberAsOf
}
