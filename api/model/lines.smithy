$version: "2.0"

namespace org.carillon.api

/// Makes a line of a number: a number that several users share. The number must be a BusinessCalling number of the
/// inventory and Unassigned. From then on its Associations name every assigned user.
@tags(["Carillon"])
@http(method: "POST", uri: "/lines", code: 201)
operation CreateLine with [UsualErrors] {
    input :=
        /// The number, and what the line shall be.
        with [LineConfiguration] {
            /// The number that becomes a line. It stays the line's until the line is dissolved.
            @required
            E164PhoneNumber: E164PhoneNumber
        }

    output :=
        /// The new line.
        {
            /// The line, at version 1.
            Line: Line

            /// The users who have to sign in again to notice: all of the line.
            SignInRequiredUserIds: SignInRequiredUserIdList
        }

    errors: [
        ConflictException
    ]
}

/// Shows one line with all its users.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/lines/{LineId}", code: 200)
operation GetLine with [UsualErrors] {
    input :=
        /// Which line to look at.
        with [LineScoped] {}

    output :=
        /// The line as of now.
        {
            /// The line.
            Line: Line
        }
}

/// Lists the organization's lines in order of creation, a page at a time, with the numbers of their users; GetLine shows
/// who these are. UserId keeps those in which that user has a place, assigned or outbound-only.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Lines")
@tags(["Carillon"])
@http(method: "GET", uri: "/lines", code: 200)
operation ListLines {
    input :=
        /// Whose lines to list, and which page of them.
        {
            /// The user whose lines to keep; those of everybody when absent.
            @httpQuery("user-id")
            UserId: ResourceId

            /// The most lines to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo99 = 99

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of lines.
        {
            /// The lines.
            Lines: LineSummaryList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Replaces everything that a line is, but for its number, by what the request says, at one instant; what the request
/// leaves out is gone afterwards. Users who are named before and after keep their places. Version is the one that the
/// caller has seen. When somebody else has changed the line since, nothing is changed and the conflict says which members
/// they changed, who and when, of the newest five versions; of more than three users in a list, or where naming them
/// would be too long, it says how many were added and removed.
@idempotent
@tags(["Carillon"])
@http(method: "PUT", uri: "/lines/{LineId}", code: 200)
operation UpdateLine with [UsualErrors] {
    input :=
        /// The line, the version that the caller has seen, and what it shall be.
        with [LineScoped, LineConfiguration] {
            /// The version that the caller has seen.
            @required
            Version: FlowVersion
        }

    output :=
        /// The line after the change.
        {
            /// The line, one version later.
            Line: Line

            /// The users who have to sign in again to notice: those whose places have changed.
            SignInRequiredUserIds: SignInRequiredUserIdList
        }

    errors: [
        ConflictException
    ]
}

/// Dissolves a line: everybody's place in it ends, and its number goes back to the inventory, Unassigned. While entries
/// of call flows lead to its number this is a conflict that names them. With a Version it is one too when the line was
/// changed since, as in UpdateLine.
@idempotent
@tags(["Carillon"])
@http(method: "DELETE", uri: "/lines/{LineId}", code: 200)
operation DeleteLine with [UsualErrors] {
    input :=
        /// Which line to dissolve.
        with [LineScoped] {
            /// The version that the caller has seen. The line is dissolved whatever its version when absent.
            @httpQuery("version")
            Version: FlowVersion
        }

    output :=
        /// What has happened.
        {
            /// The users who have to sign in again to notice: all who had a place in the line.
            SignInRequiredUserIds: SignInRequiredUserIdList
        }

    errors: [
        ConflictException
    ]
}

/// Says which line an operation is about.
@mixin
structure LineScoped {
    /// The line. It must belong to the caller's organization.
    @required
    @httpLabel
    LineId: ResourceId
}

/// What an administrator decides about a line.
@mixin
structure LineConfiguration {
    /// What people call it.
    @required
    Name: FlowName

    /// The users to whom the line is assigned, of any accounts of the organization, nobody twice. They see its records.
    @required
    AssignedUserIds: AssignedUserIdList

    /// The users who may show the number when they call and are not assigned: outbound-only. Nobody can be both.
    CallerIdUserIds: CallerIdUserIdList

    /// The assigned user whose inbox takes the line's voicemails. The line's own inbox does when absent.
    DefaultInboxUserId: ResourceId

    /// The hunt group or auto attendant that takes the line's calls. The assigned users ring together when absent.
    CallFlow: CallTarget

    /// For how many seconds the assigned users ring; 20 when absent.
    RingSeconds: RingSeconds

    /// Which records of the line an assigned user sees; All when absent.
    RecordVisibility: LineRecordVisibility
}

/// A number that several users share.
structure Line with [FlowFacts] {
    /// Its identifier.
    LineId: ResourceId

    /// Its number.
    E164PhoneNumber: E164PhoneNumber

    /// What people call it.
    Name: FlowName

    /// The users to whom it is assigned, in the order in which they were.
    AssignedUsers: AssignedUserList

    /// The users who may show the number when they call and are not assigned: outbound-only.
    CallerIdUsers: CallerIdUserList

    /// The assigned user whose inbox takes the voicemails; absent when the line has its own.
    DefaultInboxUserId: ResourceId

    /// The hunt group or auto attendant that takes the calls; absent when the assigned users ring together.
    CallFlow: CallTarget

    /// For how many seconds the assigned users ring.
    RingSeconds: RingSeconds

    /// Which records of the line an assigned user sees.
    RecordVisibility: LineRecordVisibility
}

/// A line as a list shows it.
structure LineSummary with [FlowFacts] {
    /// Its identifier.
    LineId: ResourceId

    /// Its number.
    E164PhoneNumber: E164PhoneNumber

    /// What people call it.
    Name: FlowName

    /// How many users it is assigned to.
    AssignedUserCount: Integer

    /// How many users are outbound-only.
    CallerIdUserCount: Integer

    /// Which records of the line an assigned user sees.
    RecordVisibility: LineRecordVisibility
}

/// A user's place in a line.
structure LineUser {
    /// The user.
    UserId: ResourceId

    /// The user's account.
    AccountId: ResourceId

    /// Since when the user has this place.
    SinceTimestamp: Iso8601Timestamp
}

/// Which records of a line an assigned user sees.
enum LineRecordVisibility {
    /// Those from before the user was assigned too.
    ALL = "All"

    /// Those from the user's assignment on.
    FROM_ASSIGNMENT_ON = "FromAssignmentOn"
}

/// Users to whom a line is assigned.
@length(min: 1, max: 200)
list AssignedUserIdList {
    member: ResourceId
}

/// Users who may show a line's number.
@length(max: 200)
list CallerIdUserIdList {
    member: ResourceId
}

list AssignedUserList {
    member: LineUser
}

list CallerIdUserList {
    member: LineUser
}

list SignInRequiredUserIdList {
    member: ResourceId
}

list LineSummaryList {
    member: LineSummary
}
