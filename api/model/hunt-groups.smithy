$version: "2.0"

namespace org.carillon.api

/// Creates a hunt group: users who ring for one call, at once or one after the other. Members may be users of any
/// account of the organization. Every member and the target in NoAnswer must exist. The targets of unanswered calls
/// must not lead through more than ten flows, nor back to an earlier flow.
@tags(["Carillon"])
@http(method: "POST", uri: "/hunt-groups", code: 201)
operation CreateHuntGroup with [OurUsualErrors] {
    input :=
        /// The settings of the hunt group.
        with [HuntGroupSettings] {}

    output :=
        /// The new hunt group.
        {
            /// The hunt group, at revision 1.
            HuntGroup: HuntGroup
        }
}

/// Shows a hunt group with all its members in their order.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/hunt-groups/{HuntGroupId}", code: 200)
operation GetHuntGroup with [OurUsualErrors] {
    input :=
        /// The hunt group to show.
        with [HuntGroupScoped] {}

    output :=
        /// The hunt group as of now.
        {
            /// The hunt group.
            HuntGroup: HuntGroup
        }
}

/// Lists the organization's hunt groups in order of creation, in pages. The list omits the members, since a hunt group
/// can have many; GetHuntGroup shows them.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "HuntGroups")
@tags(["Carillon"])
@http(method: "GET", uri: "/hunt-groups", code: 200)
operation ListHuntGroups with [OurErrors] {
    input :=
        /// The page to list.
        {
            /// The most hunt groups in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo99 = 99

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of hunt groups.
        {
            /// The hunt groups.
            HuntGroups: HuntGroupSummaryList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Replaces the whole configuration of a hunt group at one instant. Members that are absent are removed. Revision is the
/// revision that the caller has read. If another caller has changed the hunt group since, nothing changes, and the
/// conflict lists the changes with their author and time.
@idempotent
@tags(["Carillon"])
@http(method: "PUT", uri: "/hunt-groups/{HuntGroupId}", code: 200)
operation UpdateHuntGroup with [OurUsualErrors] {
    input :=
        /// The hunt group, the revision that the caller has read, and the new configuration.
        with [HuntGroupScoped, HuntGroupSettings] {
            /// The revision that the caller has read.
            @required
            Revision: Revision
        }

    output :=
        /// The hunt group after the change.
        {
            /// The hunt group, one revision later.
            HuntGroup: HuntGroup
        }

    errors: [
        ConflictException
    ]
}

/// Deletes a hunt group. While an auto attendant, a line or another hunt group leads to it, that is a conflict that
/// lists them. With a Revision a change since is a conflict too, as in UpdateHuntGroup.
@idempotent
@tags(["Carillon"])
@http(method: "DELETE", uri: "/hunt-groups/{HuntGroupId}", code: 204)
operation DeleteHuntGroup with [OurUsualErrors] {
    input :=
        /// The hunt group to delete.
        with [HuntGroupScoped] {
            /// The revision that the caller has read. Without it the hunt group is deleted in any revision.
            @httpQuery("revision")
            Revision: Revision
        }

    errors: [
        ConflictException
    ]
}

/// Names the hunt group of the operation.
@mixin
structure HuntGroupScoped {
    /// The hunt group. It must belong to the caller's organization.
    @required
    @httpLabel
    HuntGroupId: ResourceId
}

/// The configuration of a hunt group.
@mixin
structure HuntGroupSettings {
    /// The name.
    @required
    Name: FlowName

    /// The order in which the members ring.
    @required
    Strategy: HuntGroupStrategy

    /// The users who ring, in order, each once.
    @required
    MemberUserIds: HuntGroupMemberList

    /// The seconds for which each member rings, or with Simultaneous all of them; 20 when absent.
    RingSeconds: RingSeconds

    /// The target of unanswered calls; the call ends when absent.
    NoAnswer: CallTarget
}

/// Users who ring for one call.
structure HuntGroup with [FlowFacts, HuntGroupSettings] {
    /// The identifier.
    HuntGroupId: ResourceId
}

/// A hunt group in a list.
structure HuntGroupSummary with [FlowFacts] {
    /// The identifier.
    HuntGroupId: ResourceId

    /// The name.
    Name: FlowName

    /// The order in which the members ring.
    Strategy: HuntGroupStrategy

    /// The number of members.
    MemberCount: Integer
}

/// The revision and times of a hunt group or auto attendant.
@mixin
structure FlowFacts {
    /// The revision; each change adds one.
    Revision: Revision

    /// The time of the creation.
    CreatedTimestamp: Iso8601Timestamp

    /// The time of the last change.
    UpdatedTimestamp: Iso8601Timestamp
}

/// The orders in which the members of a hunt group ring.
enum HuntGroupStrategy {
    /// All at once.
    SIMULTANEOUS = "Simultaneous"

    /// One after the other, always beginning with the first.
    SEQUENTIAL = "Sequential"

    /// One after the other, beginning after the member who answered last.
    ROUND_ROBIN = "RoundRobin"

    /// One after the other; members who have waited longest since their last call of this hunt group ring first.
    LONGEST_IDLE = "LongestIdle"
}

/// The destination of a call.
structure CallTarget {
    /// The kind of target.
    @required
    Type: CallTargetType

    /// The target: the identifier of a user, hunt group or auto attendant; a phone number; or the identifier of the
    /// user of a voicemail.
    @required
    Value: CallTargetValue
}

/// The kinds of call targets.
enum CallTargetType {
    /// A user, whose devices ring. If nobody answers, the caller can leave a voicemail.
    USER = "User"

    /// A hunt group, whose members ring.
    HUNT_GROUP = "HuntGroup"

    /// An auto attendant, which offers a menu.
    AUTO_ATTENDANT = "AutoAttendant"

    /// A phone number. A number of the organization leads to its holder; any other number is dialled.
    PHONE_NUMBER = "PhoneNumber"

    /// The voicemail of a user; the user does not ring.
    VOICEMAIL = "Voicemail"
}

/// The identifier or number of a call target.
@length(min: 1, max: 256)
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("an identifier or a phone number, such as +12065550100")
@sensitive
string CallTargetValue

/// The name of a hunt group or an auto attendant.
@length(min: 1, max: 100)
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("a name on one line, such as Sales")
string FlowName

/// The seconds for which telephones ring.
@range(min: 5, max: 300)
integer RingSeconds

/// The members of a hunt group, in order.
@length(max: 10000)
list HuntGroupMemberList {
    /// A user's identifier.
    member: ResourceId
}

list HuntGroupSummaryList {
    member: HuntGroupSummary
}
