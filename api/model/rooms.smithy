$version: "2.0"

namespace org.carillon.api

/// Creates a chat room in an enterprise account; other accounts cannot have rooms. Two requests with the same token
/// create one room, so a client may repeat a request without an answer.
@http(method: "POST", uri: "/accounts/{AccountId}/rooms", code: 201)
operation CreateRoom with [UsualErrors] {
    input :=
        /// The account and the room to create in it.
        with [AccountScoped] {
            /// The name.
            @required
            Name: RoomName

            /// The token of the request; a repeated request has the same one. Clients set it by themselves.
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

/// Shows a chat room: its name, its creator and the time of its creation. ListRoomMemberships lists its members.
@readonly
@http(method: "GET", uri: "/accounts/{AccountId}/rooms/{RoomId}", code: 200)
operation GetRoom with [UsualErrors] {
    input :=
        /// The room to show.
        with [RoomScoped] {}

    output :=
        /// The room as it is now.
        {
            /// The room.
            Room: Room
        }
}

/// Lists the chat rooms of an enterprise account, in pages. MemberId selects the rooms of this user or bot.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Rooms")
@http(method: "GET", uri: "/accounts/{AccountId}/rooms", code: 200)
operation ListRooms with [UsualErrors] {
    input :=
        /// The filters of the rooms, and the page.
        with [AccountScoped] {
            /// The user or bot of the rooms to select.
            @httpQuery("member-id")
            MemberId: UncheckedResourceId

            /// The most rooms in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo99 = 99

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of rooms.
        {
            /// The rooms.
            Rooms: RoomList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Changes the name of a chat room. A request without a name changes nothing and shows the room.
@http(method: "POST", uri: "/accounts/{AccountId}/rooms/{RoomId}", code: 200)
operation UpdateRoom with [UsualErrors] {
    input :=
        /// The room and its new name.
        with [RoomScoped] {
            /// The new name.
            Name: RoomName
        }

    output :=
        /// The room after the change.
        {
            /// The room.
            Room: Room
        }
}

/// Deletes a chat room and its memberships. It cannot be restored.
@idempotent
@http(method: "DELETE", uri: "/accounts/{AccountId}/rooms/{RoomId}", code: 204)
operation DeleteRoom with [UsualErrors] {
    input :=
        /// The room to delete.
        with [RoomScoped] {}

    output: Unit
}

/// Adds a user or a bot to a chat room, as a member or as an administrator of the room. An existing member is a
/// conflict. A bot must have an events configuration and must not be stopped.
@http(method: "POST", uri: "/accounts/{AccountId}/rooms/{RoomId}/memberships", code: 201)
operation CreateRoomMembership with [UsualErrors] {
    input :=
        /// The room and its new members.
        with [RoomScoped] {
            /// The user or bot to add.
            @required
            MemberId: ResourceId

            /// The role; Member when absent.
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

/// Adds up to fifty users and bots to a chat room, each by the rules of CreateRoomMembership. The answer lists the
/// refused items; the others are added.
@http(method: "POST", uri: "/accounts/{AccountId}/rooms/{RoomId}/memberships?operation=batch-create", code: 201)
operation BatchCreateRoomMembership with [UsualErrors] {
    input :=
        /// The room and its new members.
        with [RoomScoped] {
            /// The members to add.
            @required
            MembershipItemList: MembershipItemList
        }

    output :=
        /// The refused items.
        {
            /// One entry for each refused member; empty when all were added.
            Errors: MemberErrorList
        }
}

/// Lists the members of a chat room with their roles, in pages: users, bots and webhooks.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "RoomMemberships")
@http(method: "GET", uri: "/accounts/{AccountId}/rooms/{RoomId}/memberships", code: 200)
operation ListRoomMemberships with [UsualErrors] {
    input :=
        /// The owner of the members, and the page.
        with [RoomScoped] {
            /// The most members in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo99 = 99

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of memberships.
        {
            /// The memberships.
            RoomMemberships: RoomMembershipList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Changes the role of a member of a chat room. Only users have a role that can change; a bot is refused.
@http(method: "POST", uri: "/accounts/{AccountId}/rooms/{RoomId}/memberships/{MemberId}", code: 200)
operation UpdateRoomMembership with [UsualErrors] {
    input :=
        /// The member and the new role.
        with [RoomScoped] {
            /// The member.
            @required
            @httpLabel
            MemberId: ResourceId

            /// The new role.
            Role: RoomMembershipRole
        }

    output :=
        /// The membership after the change.
        {
            /// The membership.
            RoomMembership: RoomMembership
        }
}

/// Removes a user or a bot from a chat room. It can be added again later.
@idempotent
@http(method: "DELETE", uri: "/accounts/{AccountId}/rooms/{RoomId}/memberships/{MemberId}", code: 204)
operation DeleteRoomMembership with [UsualErrors] {
    input :=
        /// The room and the member to remove.
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

    /// The creator: the ARN of the principal, for a room created through the API.
    CreatedBy: NonEmptyString

    /// The time of the creation.
    CreatedTimestamp: Iso8601Timestamp

    /// The time of the last change.
    UpdatedTimestamp: Iso8601Timestamp
}

/// The membership of a user, bot or webhook in a chat room.
structure RoomMembership {
    /// The room.
    RoomId: NonEmptyString

    /// The member.
    Member: Member

    /// The role.
    Role: RoomMembershipRole

    /// The principal that added the member: its ARN, for a membership created through the API.
    InvitedBy: NonEmptyString

    /// The time of the last change.
    UpdatedTimestamp: Iso8601Timestamp
}

/// A user, bot or webhook in a chat room.
structure Member {
    /// The identifier of the user, bot or webhook.
    MemberId: NonEmptyString

    /// The type of member.
    MemberType: MemberType

    /// The member's e-mail address.
    Email: SensitiveString

    /// The member's name.
    FullName: SensitiveString

    /// The account that the member belongs to.
    AccountId: NonEmptyString
}

/// A member to add to a chat room, and its role.
structure MembershipItem {
    /// The user or bot to add.
    MemberId: ResourceId

    /// The role; Member when absent.
    Role: RoomMembershipRole
}

/// The refusal of one member of a batch.
structure MemberError {
    /// The member, as in the request.
    MemberId: NonEmptyString

    /// The code of the reason.
    ErrorCode: ErrorCode

    /// The message with the reason.
    ErrorMessage: String
}

/// The roles of members of a chat room.
enum RoomMembershipRole {
    /// The member runs the room: adds, removes and appoints members.
    ADMINISTRATOR = "Administrator"

    /// The member takes part.
    MEMBER = "Member"
}

/// The types of members of a chat room.
enum MemberType {
    USER = "User"
    BOT = "Bot"
    WEBHOOK = "Webhook"
}

/// The name of a chat room.
@length(max: 256)
@sensitive
string RoomName

/// The token of a request.
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
