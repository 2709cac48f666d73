$version: "2.0"

namespace org.carillon.api

/// Creates a chat room in an enterprise account; other accounts have none and are refused. Two requests with the same
/// token create one room, so a request whose answer was lost can be sent again.
@http(method: "POST", uri: "/accounts/{AccountId}/rooms", code: 201)
operation CreateRoom with [UsualErrors] {
    input :=
        /// The account, and the room to create in it.
        with [AccountScoped] {
            /// What to call the room.
            @required
            Name: RoomName

            /// What tells this request from others of the same content. Clients fill it in by themselves.
            @idempotencyToken
            ClientRequestToken: ClientRequestToken
        }

    output :=
        /// The new room.
        {
            /// The room, without members.
            Room: Room
        }

    errors: [
        ResourceLimitExceededException
    ]
}

/// Shows a chat room: its name, who created it, and when. Its members are found with ListRoomMemberships.
@readonly
@http(method: "GET", uri: "/accounts/{AccountId}/rooms/{RoomId}", code: 200)
operation GetRoom with [UsualErrors] {
    input :=
        /// Which room to look at.
        with [RoomScoped] {}

    output :=
        /// The room as it stands now.
        {
            /// The room.
            Room: Room
        }
}

/// Lists the chat rooms of an enterprise account, a page at a time. MemberId keeps those that this user or bot is a
/// member of.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Rooms")
@http(method: "GET", uri: "/accounts/{AccountId}/rooms", code: 200)
operation ListRooms with [UsualErrors] {
    input :=
        /// Which rooms to list, and which page of them.
        with [AccountScoped] {
            /// The user or bot whose rooms to keep.
            @httpQuery("member-id")
            MemberId: UncheckedResourceId

            /// The most rooms to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo99 = 99

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of rooms.
        {
            /// The rooms.
            Rooms: RoomList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Changes the name of a chat room. A request without a name leaves the room as it is and shows it.
@http(method: "POST", uri: "/accounts/{AccountId}/rooms/{RoomId}", code: 200)
operation UpdateRoom with [UsualErrors] {
    input :=
        /// The room, and its new name.
        with [RoomScoped] {
            /// What to call the room from now on.
            Name: RoomName
        }

    output :=
        /// The room after the change.
        {
            /// The room.
            Room: Room
        }
}

/// Deletes a chat room together with its memberships. It cannot be brought back.
@idempotent
@http(method: "DELETE", uri: "/accounts/{AccountId}/rooms/{RoomId}", code: 204)
operation DeleteRoom with [UsualErrors] {
    input :=
        /// Which room to delete.
        with [RoomScoped] {}

    output: Unit
}

/// Adds a user or a bot to a chat room, as a plain member or as an administrator of the room. One who is a member
/// already is a conflict. A bot needs an events configuration and must not be stopped.
@http(method: "POST", uri: "/accounts/{AccountId}/rooms/{RoomId}/memberships", code: 201)
operation CreateRoomMembership with [UsualErrors] {
    input :=
        /// The room, and whom to add to it.
        with [RoomScoped] {
            /// The user or bot to add.
            @required
            MemberId: ResourceId

            /// What the member may do; a plain member when absent.
            Role: RoomMembershipRole
        }

    output :=
        /// The new membership.
        {
            /// The membership.
            RoomMembership: RoomMembership
        }

    errors: [
        ConflictException
        ResourceLimitExceededException
    ]
}

/// Adds up to fifty users and bots to a chat room, each by the rules of CreateRoomMembership. One who is refused is
/// reported in the answer and does not keep the others out.
@http(method: "POST", uri: "/accounts/{AccountId}/rooms/{RoomId}/memberships?operation=batch-create", code: 201)
operation BatchCreateRoomMembership with [UsualErrors] {
    input :=
        /// The room, and whom to add to it.
        with [RoomScoped] {
            /// The members to add.
            @required
            MembershipItemList: MembershipItemList
        }

    output :=
        /// Who could not be added.
        {
            /// One entry for each refused member; empty when all were added.
            Errors: MemberErrorList
        }
}

/// Lists the members of a chat room with their roles, a page at a time. Users, bots and webhooks are all on the list.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "RoomMemberships")
@http(method: "GET", uri: "/accounts/{AccountId}/rooms/{RoomId}/memberships", code: 200)
operation ListRoomMemberships with [UsualErrors] {
    input :=
        /// Whose members to list, and which page of them.
        with [RoomScoped] {
            /// The most members to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo99 = 99

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of memberships.
        {
            /// The memberships.
            RoomMemberships: RoomMembershipList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Changes the role of a member of a chat room. Only users have a role to change; a bot is refused.
@http(method: "POST", uri: "/accounts/{AccountId}/rooms/{RoomId}/memberships/{MemberId}", code: 200)
operation UpdateRoomMembership with [UsualErrors] {
    input :=
        /// The member, and the new role.
        with [RoomScoped] {
            /// The member.
            @required
            @httpLabel
            MemberId: ResourceId

            /// What the member may do from now on.
            Role: RoomMembershipRole
        }

    output :=
        /// The membership after the change.
        {
            /// The membership.
            RoomMembership: RoomMembership
        }
}

/// Removes a user or a bot from a chat room. The same one can be added again later.
@idempotent
@http(method: "DELETE", uri: "/accounts/{AccountId}/rooms/{RoomId}/memberships/{MemberId}", code: 204)
operation DeleteRoomMembership with [UsualErrors] {
    input :=
        /// Whom to remove, and from which room.
        with [RoomScoped] {
            /// The member to remove.
            @required
            @httpLabel
            MemberId: ResourceId
        }

    output: Unit
}

/// A chat room of an enterprise account.
structure Room {
    /// The identifier of the room.
    RoomId: NonEmptyString

    /// The name of the room.
    Name: SensitiveString

    /// The account that the room belongs to.
    AccountId: NonEmptyString

    /// Who created the room: the ARN of the principal when it was done through the API.
    CreatedBy: NonEmptyString

    /// When the room was created.
    CreatedTimestamp: Iso8601Timestamp

    /// When the room last changed.
    UpdatedTimestamp: Iso8601Timestamp
}

/// The bond between a chat room and one of its members.
structure RoomMembership {
    /// The room.
    RoomId: NonEmptyString

    /// The member.
    Member: Member

    /// What the member may do.
    Role: RoomMembershipRole

    /// Who added the member: the ARN of the principal when it was done through the API.
    InvitedBy: NonEmptyString

    /// When the membership last changed.
    UpdatedTimestamp: Iso8601Timestamp
}

/// A user, bot or webhook, as others in a chat room see it.
structure Member {
    /// The identifier of the user, bot or webhook.
    MemberId: NonEmptyString

    /// Which of the three it is.
    MemberType: MemberType

    /// The member's e-mail address.
    Email: SensitiveString

    /// The member's name.
    FullName: SensitiveString

    /// The account that the member belongs to.
    AccountId: NonEmptyString
}

/// Whom to add to a chat room, and as what.
structure MembershipItem {
    /// The user or bot to add.
    MemberId: ResourceId

    /// What the member may do; a plain member when absent.
    Role: RoomMembershipRole
}

/// Why one member of a batch was refused.
structure MemberError {
    /// The member, as the request named it.
    MemberId: NonEmptyString

    /// The reason, for programs.
    ErrorCode: ErrorCode

    /// The reason, for people.
    ErrorMessage: String
}

/// What a member of a chat room may do.
enum RoomMembershipRole {
    /// Run the room: add, remove and appoint members.
    ADMINISTRATOR = "Administrator"

    /// Take part.
    MEMBER = "Member"
}

/// What a member of a chat room is.
enum MemberType {
    USER = "User"
    BOT = "Bot"
    WEBHOOK = "Webhook"
}

/// The name to give to a chat room.
@length(max: 256)
@sensitive
string RoomName

/// What tells a request from others of the same content.
@length(min: 2, max: 64)
@pattern("^[-_a-zA-Z0-9]*$")
@form("a token of letters, digits, _ and - such as request-1")
@sensitive
string ClientRequestToken

/// The members that one batch adds.
@length(max: 50)
list MembershipItemList {
    member: MembershipItem
}

list MemberErrorList {
    member: MemberError
}

list RoomList {
    member: Room
}

list RoomMembershipList {
    member: RoomMembership
}
