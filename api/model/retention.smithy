$version: "2.0"

namespace org.carillon.api

/// Shows the retention of an enterprise account, for the messages of its chat rooms and of its conversations, and the
/// time at which older messages are deleted. Other accounts keep everything; the request is refused for them.
@readonly
@http(method: "GET", uri: "/accounts/{AccountId}/retention-settings", code: 200)
operation GetRetentionSettings with [UsualErrors] {
    input :=
        /// The account of the retention settings.
        with [AccountScoped] {}

    output :=
        /// The retention as it is now.
        {
            /// The retention settings.
            RetentionSettings: RetentionSettings

            /// The time at which messages older than the retention are deleted.
            InitiateDeletionTimestamp: Iso8601Timestamp
        }
}

/// Sets the retention of an enterprise account, from one day to fifteen years; a part without RetentionDays keeps
/// messages for ever. The change takes effect within a day. For thirty days a longer retention, or none, restores the
/// removed messages; after that they are deleted. Other accounts are refused.
// The Chime API 2018-05-01 gives this operation an output and yet the code 204; its clients expect just that.
@suppress(["HttpResponseCodeSemantics"])
@idempotent
@http(method: "PUT", uri: "/accounts/{AccountId}/retention-settings", code: 204)
operation PutRetentionSettings with [UsualErrors] {
    input :=
        /// The account and its new retention.
        with [AccountScoped] {
            /// The new retention settings.
            @required
            RetentionSettings: RetentionSettings
        }

    output :=
        /// The retention after the change. The status is 204, so a client does not get these members.
        {
            /// The retention settings.
            RetentionSettings: RetentionSettings

            /// The time at which messages older than the retention are deleted.
            InitiateDeletionTimestamp: Iso8601Timestamp
        }

    errors: [
        ConflictException
    ]
}

/// Redacts one message of a conversation for all its members. The text is no longer visible; the message remains in the
/// conversation.
@http(
    method: "POST"
    uri: "/accounts/{AccountId}/conversations/{ConversationId}/messages/{MessageId}?operation=redact"
    code: 200
)
operation RedactConversationMessage with [UsualErrors] {
    input :=
        /// The conversation and the message.
        with [AccountScoped] {
            /// The conversation.
            @required
            @httpLabel
            ConversationId: ResourceId

            /// The message to redact.
            @required
            @httpLabel
            MessageId: ResourceId
        }

    output :=
        /// No members.
        {}
}

/// Redacts one message of a chat room for all its members. The text is no longer visible; the message remains in the
/// room.
@http(method: "POST", uri: "/accounts/{AccountId}/rooms/{RoomId}/messages/{MessageId}?operation=redact", code: 200)
operation RedactRoomMessage with [UsualErrors] {
    input :=
        /// The room and the message.
        with [RoomScoped] {
            /// The message to redact.
            @required
            @httpLabel
            MessageId: ResourceId
        }

    output :=
        /// No members.
        {}
}

/// The retention of an enterprise account.
structure RetentionSettings {
    /// The retention of chat rooms; their messages are kept for ever when absent.
    RoomRetentionSettings: RoomRetentionSettings

    /// The retention of conversations; their messages are kept for ever when absent.
    ConversationRetentionSettings: ConversationRetentionSettings
}

/// The retention of messages of chat rooms.
structure RoomRetentionSettings {
    /// The days; for ever when absent.
    RetentionDays: RetentionDays
}

/// The retention of messages of conversations.
structure ConversationRetentionSettings {
    /// The days; for ever when absent.
    RetentionDays: RetentionDays
}

/// The days for which messages are kept: one day to fifteen years.
@range(min: 1, max: 5475)
integer RetentionDays
