$version: "2.0"

namespace org.carillon.api

/// Calls a phone number and joins it to a meeting, with one of the organization's own numbers as the caller.
///
/// The number to call from must be in the organization's inventory, and the join token must be good for the meeting;
/// otherwise the request is refused. The call is set up after the answer: its transaction identifier says only that it
/// was accepted, not that anybody picked up.
@http(method: "POST", uri: "/meetings/{MeetingId}/dial-outs", code: 201)
operation CreateMeetingDialOut {
    input :=
        /// Whom to call, and into which meeting.
        {
            /// The meeting to join the call to.
            @required
            @httpLabel
            MeetingId: GuidString

            /// The number that the called party sees. It must be the organization's.
            @required
            FromPhoneNumber: E164PhoneNumber

            /// The number to call.
            @required
            ToPhoneNumber: E164PhoneNumber

            /// The token of the attendee as whom the called party joins.
            @required
            JoinToken: JoinToken
        }

    output :=
        /// The call that was accepted.
        {
            /// The identifier of the call.
            TransactionId: GuidString
        }

    errors: [
        AccessDeniedException
        ResourceLimitExceededException
    ]
}

/// What lets an attendee into a meeting.
@length(min: 2, max: 2048)
@pattern("^[a-zA-Z0-9+/]+$")
@form("a join token of letters, digits, + and / such as abc123")
@sensitive
string JoinToken
