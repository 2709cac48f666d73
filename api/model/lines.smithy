$version: "2.0"

namespace org.carillon.api

/// Makes a line of a number, which several users then share. The number must be a BusinessCalling number of the
/// inventory and Unassigned. Its Associations then list every assigned user.
@tags(["Carillon"])
@http(method: "POST", uri: "/lines", code: 201)
operation CreateLine with [OurUsualErrors] {
    input :=
        /// The number and the configuration of the line.
        with [LineConfiguration] {
            /// The number of the line. The line holds it until the line is dissolved.
            @required
            E164PhoneNumber: E164PhoneNumber
        }

    output :=
        /// The new line.
        {
            /// The line, at revision 1.
            Line: Line

            /// The users who must sign in again to notice the change: all users of the line.
            SignInRequiredUserIds: SignInRequiredUserIdList
        }

    errors: [
        ConflictException
        ResourceLimitExceededException
    ]
}

/// Shows a line with all its users.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/lines/{LineId}", code: 200)
operation GetLine with [OurUsualErrors] {
    input :=
        /// The line to show.
        with [LineScoped] {}

    output :=
        /// The line as of now.
        {
            /// The line.
            Line: Line
        }
}

/// Lists the organization's lines in order of creation, in pages, with counts of their users; GetLine shows the users.
/// UserId selects the lines that have the user as a member, assigned or outbound-only.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Lines")
@tags(["Carillon"])
@http(method: "GET", uri: "/lines", code: 200)
operation ListLines with [OurErrors] {
    input :=
        /// The owner of the lines, and the page.
        {
            /// The user of the lines to select; every user when absent.
            @httpQuery("user-id")
            UserId: ResourceId

            /// The most lines in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo99 = 99

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of lines.
        {
            /// The lines.
            Lines: LineSummaryList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Replaces the whole configuration of a line except its number, at one instant. Members that are absent are removed.
/// Users who are listed before and after keep their membership. Revision is the revision that the caller has read. If
/// another caller has changed the line since, nothing changes. The conflict then lists the changed members of the
/// newest five revisions with author and time. When more than three users of a list changed, or their ids are too long,
/// it has the numbers of added and removed users instead.
@idempotent
@tags(["Carillon"])
@http(method: "PUT", uri: "/lines/{LineId}", code: 200)
operation UpdateLine with [OurUsualErrors] {
    input :=
        /// The line, the revision that the caller has read, and the new configuration.
        with [LineScoped, LineConfiguration] {
            /// The revision that the caller has read.
            @required
            Revision: Revision
        }

    output :=
        /// The line after the change.
        {
            /// The line, one revision later.
            Line: Line

            /// The users who must sign in again to notice the change: those whose membership changed.
            SignInRequiredUserIds: SignInRequiredUserIdList
        }

    errors: [
        ConflictException
        ResourceLimitExceededException
    ]
}

/// Dissolves a line: all memberships end, and the number returns to the inventory, Unassigned. While entries of call
/// flows lead to the number, that is a conflict that lists them. If Revision is present and the line has changed since,
/// that is a conflict too, as in UpdateLine.
@idempotent
@tags(["Carillon"])
@http(method: "DELETE", uri: "/lines/{LineId}", code: 200)
operation DeleteLine with [OurUsualErrors] {
    input :=
        /// The line to dissolve.
        with [LineScoped] {
            /// The revision that the caller has read. When absent, the line is dissolved in any revision.
            @httpQuery("revision")
            Revision: Revision
        }

    output :=
        /// The effects.
        {
            /// The users who must sign in again to notice the change: all former users of the line.
            SignInRequiredUserIds: SignInRequiredUserIdList
        }

    errors: [
        ConflictException
    ]
}

/// Names the line of the operation.
@mixin
structure LineScoped {
    /// The line. It must belong to the caller's organization.
    @required
    @httpLabel
    LineId: ResourceId
}

/// The configuration of a line.
@mixin
structure LineConfiguration {
    /// The name.
    @required
    Name: LineName

    /// The assigned users, of any account of the organization, each once. They see the line's records.
    @required
    AssignedUserIds: AssignedUserIdList

    /// The outbound-only users: they may show the number when they call, and are not assigned. No user is both.
    OutboundOnlyUserIds: OutboundOnlyUserIdList

    /// The assigned user whose inbox takes the line's voicemails; the line's own inbox takes them when absent.
    DefaultInboxUserId: ResourceId

    /// The hunt group or auto attendant that takes the line's calls; other Types are refused. The assigned users ring
    /// together when absent.
    CallFlow: CallTarget

    /// The seconds for which the assigned users ring; 20 when absent.
    RingSeconds: RingSeconds

    /// The records of the line that an assigned user sees; All when absent.
    RecordVisibility: LineRecordVisibility
}

/// A number that several users share.
structure Line with [LineFacts, LineConfiguration] {
    /// The identifier.
    LineId: ResourceId

    /// The number.
    E164PhoneNumber: E164PhoneNumber

    /// The users of AssignedUserIds with their accounts, in the order in which they were assigned.
    AssignedUsers: AssignedUserList

    /// The users of OutboundOnlyUserIds with their accounts, in the order in which they were added.
    OutboundOnlyUsers: OutboundOnlyUserList
}

/// A line in a list.
structure LineSummary with [LineFacts] {
    /// The identifier.
    LineId: ResourceId

    /// The number.
    E164PhoneNumber: E164PhoneNumber

    /// The name.
    Name: LineName

    /// The number of assigned users.
    AssignedUserCount: Integer

    /// The number of outbound-only users.
    OutboundOnlyUserCount: Integer

    /// The records of the line that an assigned user sees.
    RecordVisibility: LineRecordVisibility
}

/// A user's membership of a line.
structure LineUser {
    /// The user.
    UserId: ResourceId

    /// The user's account.
    AccountId: ResourceId

    /// The time from which the user has this membership.
    AssignedTimestamp: Iso8601Timestamp
}

/// The facts of every line.
@mixin
structure LineFacts {
    /// Grows by one with each change.
    Revision: Revision

    /// The time of the creation.
    CreatedTimestamp: Iso8601Timestamp

    /// The time of the last change.
    UpdatedTimestamp: Iso8601Timestamp
}

/// The name of a line.
@length(min: 1, max: 100)
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("a name on one line, such as Front desk")
string LineName

/// The records of a line that an assigned user sees.
enum LineRecordVisibility {
    /// All records, those from before the user's assignment included.
    ALL = "All"

    /// The records from the user's assignment on.
    FROM_ASSIGNMENT_ON = "FromAssignmentOn"
}

/// Users to whom a line is assigned.
@length(min: 1, max: 200)
list AssignedUserIdList {
    /// A user's identifier.
    member: ResourceId
}

/// Users who may show a line's number.
@length(max: 200)
list OutboundOnlyUserIdList {
    /// A user's identifier.
    member: ResourceId
}

list AssignedUserList {
    member: LineUser
}

list OutboundOnlyUserList {
    member: LineUser
}

list SignInRequiredUserIdList {
    /// A user's identifier.
    member: ResourceId
}

list LineSummaryList {
    member: LineSummary
}
