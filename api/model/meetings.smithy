$version: "2.0"

namespace org.carillon.api

/// Calls a phone number and joins it to a meeting. The called party sees one of the organization's own numbers.
///
/// The number to call from must be in the organization's inventory, and the join token must be valid for the meeting;
/// otherwise the request is refused. The call is set up after the answer: the transaction identifier means that the
/// call was accepted, not that it was answered.
@http(method: "POST", uri: "/meetings/{MeetingId}/dial-outs", code: 201)
operation CreateMeetingDialOut with [AmazonErrors] {
    input :=
        /// The number to call and the meeting.
        {
            /// The meeting to join the call to.
            @required
            @httpLabel
            MeetingId: GuidString

            /// The number that the called party sees. It must belong to the organization.
            @required
            FromPhoneNumber: E164PhoneNumber

            /// The number to call.
            @required
            ToPhoneNumber: E164PhoneNumber

            /// The token of the attendee that the called party becomes.
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

/// The token with which an attendee joins a meeting.
@length(min: 2, max: 2048)
@pattern("^[a-zA-Z0-9+/]+$")
@form("a join token of letters, digits, + and / such as abc123")
@sensitive
string JoinToken
