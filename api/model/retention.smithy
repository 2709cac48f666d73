$version: "2.0"

namespace org.carillon.api

/// Shows for how long an enterprise account keeps the messages of its chat rooms and of its conversations, and when
/// messages that are past it will be gone for good. Other accounts keep everything and are refused.
@readonly
@http(method: "GET", uri: "/accounts/{AccountId}/retention-settings", code: 200)
operation GetRetentionSettings with [UsualErrors] {
    input :=
        /// Whose retention to look at.
        with [AccountScoped] {}

    output :=
        /// The retention as it stands now.
        {
            /// For how long messages are kept.
            RetentionSettings: RetentionSettings

            /// When messages that are past their retention are deleted for good.
            InitiateDeletionTimestamp: Iso8601Timestamp
        }
}

/// Says for how long an enterprise account keeps messages, from one day to fifteen years; a part without RetentionDays
/// keeps them forever. The change takes effect within a day, and for thirty days a longer retention or none brings back
/// what it took away; after that it is gone for good. Other accounts are refused.
// The Chime API 2018-05-01 gives this operation an output and yet the code 204; its clients expect just that.
@suppress(["HttpResponseCodeSemantics"])
@idempotent
@http(method: "PUT", uri: "/accounts/{AccountId}/retention-settings", code: 204)
operation PutRetentionSettings with [UsualErrors] {
    input :=
        /// The account, and how long it shall keep messages.
        with [AccountScoped] {
            /// The retention that replaces the present one.
            @required
            RetentionSettings: RetentionSettings
        }

    output :=
        /// The retention after the change. Its code is 204, so none of this reaches a client.
        {
            /// For how long messages are kept.
            RetentionSettings: RetentionSettings

            /// When messages that are past their retention are deleted for good.
            InitiateDeletionTimestamp: Iso8601Timestamp
        }

    errors: [
        ConflictException
    ]
}

/// Blanks out one message of a conversation for everybody in it. What it said is gone from their sight; that there was a
/// message remains.
@http(
    method: "POST"
    uri: "/accounts/{AccountId}/conversations/{ConversationId}/messages/{MessageId}?operation=redact"
    code: 200
)
operation RedactConversationMessage with [UsualErrors] {
    input :=
        /// Which message of which conversation.
        with [AccountScoped] {
            /// The conversation.
            @required
            @httpLabel
            ConversationId: ResourceId

            /// The message to blank out.
            @required
            @httpLabel
            MessageId: ResourceId
        }

    output :=
        /// Nothing: the message is blanked out.
        {}
}

/// Blanks out one message of a chat room for everybody in it. What it said is gone from their sight; that there was a
/// message remains.
@http(method: "POST", uri: "/accounts/{AccountId}/rooms/{RoomId}/messages/{MessageId}?operation=redact", code: 200)
operation RedactRoomMessage with [UsualErrors] {
    input :=
        /// Which message of which room.
        with [RoomScoped] {
            /// The message to blank out.
            @required
            @httpLabel
            MessageId: ResourceId
        }

    output :=
        /// Nothing: the message is blanked out.
        {}
}

/// For how long an enterprise account keeps messages.
structure RetentionSettings {
    /// What holds for chat rooms; absent, their messages are kept.
    RoomRetentionSettings: RoomRetentionSettings

    /// What holds for conversations; absent, their messages are kept.
    ConversationRetentionSettings: ConversationRetentionSettings
}

/// For how long the messages of chat rooms are kept.
structure RoomRetentionSettings {
    /// The days; absent means forever.
    RetentionDays: RetentionDays
}

/// For how long the messages of conversations are kept.
structure ConversationRetentionSettings {
    /// The days; absent means forever.
    RetentionDays: RetentionDays
}

/// How many days messages are kept: one day to fifteen years.
@range(min: 1, max: 5475)
integer RetentionDays
