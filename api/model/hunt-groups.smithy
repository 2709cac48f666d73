$version: "2.0"

namespace org.carillon.api

/// Creates a hunt group: users who are rung for one call, all at once or one after the other. Members may be users of
/// any of the organization's accounts. Every member, and what NoAnswer names, must exist, and calls that nobody answers
/// must come to an end: a chain that leads back to where it came from, or over more than ten flows, is refused.
@tags(["Carillon"])
@http(method: "POST", uri: "/hunt-groups", code: 201)
operation CreateHuntGroup with [UsualErrors] {
    input :=
        /// What the hunt group shall be.
        with [HuntGroupSettings] {}

    output :=
        /// The new hunt group.
        {
            /// The hunt group, at version 1.
            HuntGroup: HuntGroup
        }

    errors: [
        ConflictException
    ]
}

/// Shows a hunt group with all its members in their order.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/hunt-groups/{HuntGroupId}", code: 200)
operation GetHuntGroup with [UsualErrors] {
    input :=
        /// Which hunt group to look at.
        with [HuntGroupScoped] {}

    output :=
        /// The hunt group as of now.
        {
            /// The hunt group.
            HuntGroup: HuntGroup
        }
}

/// Lists the organization's hunt groups in order of creation, a page at a time, without their members, of which there
/// can be many; GetHuntGroup shows them.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "HuntGroups")
@tags(["Carillon"])
@http(method: "GET", uri: "/hunt-groups", code: 200)
operation ListHuntGroups {
    input :=
        /// Which page to list.
        {
            /// The most hunt groups to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo99 = 99

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of hunt groups.
        {
            /// The hunt groups.
            HuntGroups: HuntGroupSummaryList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Replaces everything that a hunt group is by what the request says, at one instant; what the request leaves out is
/// gone afterwards. Version is the one that the caller has seen. When somebody else has changed the hunt group since,
/// nothing is changed and the conflict says what they changed, who and when.
@idempotent
@tags(["Carillon"])
@http(method: "PUT", uri: "/hunt-groups/{HuntGroupId}", code: 200)
operation UpdateHuntGroup with [UsualErrors] {
    input :=
        /// The hunt group, the version that the caller has seen, and what it shall be.
        with [HuntGroupScoped, HuntGroupSettings] {
            /// The version that the caller has seen.
            @required
            Version: FlowVersion
        }

    output :=
        /// The hunt group after the change.
        {
            /// The hunt group, one version later.
            HuntGroup: HuntGroup
        }

    errors: [
        ConflictException
    ]
}

/// Deletes a hunt group to which nothing leads any more. While an auto attendant, a line or another hunt group names it,
/// that is a conflict, which says who does.
@idempotent
@tags(["Carillon"])
@http(method: "DELETE", uri: "/hunt-groups/{HuntGroupId}", code: 204)
operation DeleteHuntGroup with [UsualErrors] {
    input :=
        /// Which hunt group to delete.
        with [HuntGroupScoped] {}

    errors: [
        ConflictException
    ]
}

/// Says which hunt group an operation is about.
@mixin
structure HuntGroupScoped {
    /// The hunt group. It must belong to the caller's organization.
    @required
    @httpLabel
    HuntGroupId: ResourceId
}

/// What an administrator decides about a hunt group.
@mixin
structure HuntGroupSettings {
    /// What people call it.
    @required
    Name: FlowName

    /// In which order the members are rung.
    @required
    Strategy: HuntGroupStrategy

    /// The users who are rung, in order, nobody twice.
    @required
    MemberUserIds: HuntGroupMemberList

    /// For how many seconds each member rings, or with Simultaneous all of them; 20 when absent.
    RingSeconds: RingSeconds

    /// What happens to a call that nobody answers. The call ends when absent.
    NoAnswer: CallTarget
}

/// Users who are rung for one call.
structure HuntGroup with [FlowFacts] {
    /// Its identifier.
    HuntGroupId: ResourceId

    /// What people call it.
    Name: FlowName

    /// In which order the members are rung.
    Strategy: HuntGroupStrategy

    /// The users who are rung, in order.
    MemberUserIds: HuntGroupMemberList

    /// For how many seconds each member rings, or with Simultaneous all of them.
    RingSeconds: RingSeconds

    /// What happens to a call that nobody answers. The call ends when absent.
    NoAnswer: CallTarget
}

/// A hunt group as a list shows it.
structure HuntGroupSummary with [FlowFacts] {
    /// Its identifier.
    HuntGroupId: ResourceId

    /// What people call it.
    Name: FlowName

    /// In which order the members are rung.
    Strategy: HuntGroupStrategy

    /// How many members it has.
    MemberCount: Integer
}

/// What is known of every hunt group and auto attendant.
@mixin
structure FlowFacts {
    /// Grows by one with each change.
    Version: FlowVersion

    /// When it was created.
    CreatedTimestamp: Iso8601Timestamp

    /// When it was changed last.
    UpdatedTimestamp: Iso8601Timestamp
}

/// In which order the members of a hunt group are rung.
enum HuntGroupStrategy {
    /// All at once.
    SIMULTANEOUS = "Simultaneous"

    /// One after the other, always beginning with the first.
    SEQUENTIAL = "Sequential"

    /// One after the other, beginning with the one who comes after whoever answered last.
    ROUND_ROBIN = "RoundRobin"

    /// One after the other, beginning with the one whose last call of this hunt group is the longest ago.
    LONGEST_IDLE = "LongestIdle"
}

/// Where a call can be sent.
structure CallTarget {
    /// What kind of thing it is.
    @required
    Type: CallTargetType

    /// Which one: the identifier of a user, hunt group or auto attendant; a phone number; or the identifier of the user
    /// whose voicemail it is.
    @required
    Value: CallTargetValue
}

/// What kinds of things a call can be sent to.
enum CallTargetType {
    /// A user, whose devices ring; when nobody picks up, the caller can leave a voicemail.
    USER = "User"

    /// A hunt group, whose members ring.
    HUNT_GROUP = "HuntGroup"

    /// An auto attendant, which offers a menu.
    AUTO_ATTENDANT = "AutoAttendant"

    /// A phone number. One of the organization's own leads to whatever holds it; any other is dialled.
    PHONE_NUMBER = "PhoneNumber"

    /// The voicemail of a user, who is not rung.
    VOICEMAIL = "Voicemail"
}

/// Names where a call can be sent.
@length(min: 1, max: 256)
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("an identifier or a phone number, such as +12065550100")
@sensitive
string CallTargetValue

/// What people call a hunt group or an auto attendant.
@length(min: 1, max: 100)
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("a name on one line, such as Sales")
string FlowName

/// How often a hunt group or an auto attendant was written, its creation included.
@range(min: 1)
integer FlowVersion

/// For how many seconds somebody is rung.
@range(min: 5, max: 300)
integer RingSeconds

/// The members of a hunt group, in order.
@length(max: 10000)
list HuntGroupMemberList {
    member: ResourceId
}

list HuntGroupSummaryList {
    member: HuntGroupSummary
}
