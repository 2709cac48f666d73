$version: "2.0"

namespace org.carillon.api

/// The filters of a list of records. A record must match every filter that is present.
@mixin
structure RecordFilters {
    /// The organization's number.
    @httpQuery("phone-number")
    E164PhoneNumber: E164PhoneNumber

    /// A user who took part, had the inbox, or held the number at that time.
    @httpQuery("involved-user-id")
    InvolvedUserId: ResourceId

    /// Calls, voicemails or messages.
    @httpQuery("type")
    Type: RecordType

    /// The direction: to the organization or from it.
    @httpQuery("direction")
    Direction: RecordDirection

    /// The outcome.
    @httpQuery("outcome")
    Outcome: RecordOutcome

    /// Only records that began at this instant or later.
    @httpQuery("started-from")
    StartedFrom: Iso8601Timestamp

    /// Only records that began before this instant.
    @httpQuery("started-before")
    StartedBefore: Iso8601Timestamp
}

/// An engine's report of a call, a voicemail or a message. Calls are Answered or Missed in either direction. A
/// voicemail is Inbound with the outcome Voicemail. A message is Outbound and Sent, or Inbound and Received.
structure RecordReport {
    /// The order of reports of one record: a count, or the engine's time in microseconds. The highest is the latest.
    @required
    Sequence: RecordSequence

    /// Call, voicemail or message.
    @required
    Type: RecordType

    /// The direction: to the organization's number or from it.
    @required
    Direction: RecordDirection

    /// The outcome.
    @required
    Outcome: RecordOutcome

    /// The organization's number that was called or written to, or that the other party saw.
    @required
    E164PhoneNumber: E164PhoneNumber

    /// The other party: a number, a short code or an address; absent when it was withheld.
    OtherParty: OtherParty

    /// The start, at most five minutes ahead of the server's clock. The record is attributed by it.
    @required
    StartedTimestamp: Iso8601Timestamp

    /// The time at which the call was answered.
    AnsweredTimestamp: Iso8601Timestamp

    /// The end.
    EndedTimestamp: Iso8601Timestamp

    /// The user whose inbox took the voicemail; absent when the number's default inbox took it.
    InboxUserId: ResourceId

    /// The users who took part. Leave users whose telephone only rang out of an answered call.
    Users: RecordUserReportList
}

/// A user who took part, as the engine reports it. Carillon looks up the user's involvement in the ledger.
structure RecordUserReport {
    /// The user.
    @required
    UserId: ResourceId

    /// The hunt group that reached the user.
    HuntGroupId: ResourceId

    /// The auto attendant that reached the user.
    AutoAttendantId: ResourceId
}

/// A report in a batch.
structure RecordItem {
    /// The engine's identifier; unique in the organization.
    @required
    RecordId: RecordId

    /// The engine's report.
    @required
    Report: RecordReport
}

/// The refusal of one report of a batch.
structure RecordError {
    /// The record, as in the request.
    RecordId: RecordId

    /// The code of the reason.
    ErrorCode: ErrorCode

    /// The message with the reason.
    ErrorMessage: String
}

/// A call, a voicemail or a message of one of the organization's numbers.
structure CommunicationRecord {
    /// The engine's identifier.
    RecordId: RecordId

    /// The sequence of the latest report.
    Sequence: RecordSequence

    /// Call, voicemail or message.
    Type: RecordType

    /// The direction: to the organization's number or from it.
    Direction: RecordDirection

    /// The outcome.
    Outcome: RecordOutcome

    /// The organization's number.
    E164PhoneNumber: E164PhoneNumber

    /// The line that held the number at that time; absent when no line held it.
    LineId: String

    /// The other party; absent when it was withheld.
    OtherParty: OtherParty

    /// The start.
    StartedTimestamp: Iso8601Timestamp

    /// The time at which the call was answered.
    AnsweredTimestamp: Iso8601Timestamp

    /// The end.
    EndedTimestamp: Iso8601Timestamp

    /// The inbox of a voicemail; absent for calls and messages.
    Inbox: RecordInbox

    /// The user whose inbox the engine named.
    InboxUserId: String

    /// The users who took part, and the user who held the number.
    Users: RecordUserList

    /// The time at which the latest report arrived.
    RecordedTimestamp: Iso8601Timestamp
}

/// A user of a record.
structure RecordUser {
    /// The user.
    UserId: String

    /// The user's involvement, by the ledger at that time.
    Involvement: RecordInvolvement

    /// Whether the user, rather than a line, held the number at that time.
    HeldNumber: Boolean

    /// The hunt group that reached the user.
    HuntGroupId: String

    /// The auto attendant that reached the user.
    AutoAttendantId: String
}

/// Whether a user may see a record, and why.
structure RecordVisibility {
    /// Whether ListVisibleRecords lists the record for the user.
    Visible: Boolean

    /// The rule that decides.
    Rule: RecordVisibilityRule

    /// The rule as a sentence, with users and times.
    Explanation: String

    /// The start of the call, voicemail or message.
    StartedTimestamp: Iso8601Timestamp

    /// The line that held the number at that time.
    LineId: String

    /// The time from which the user has been assigned to the line; absent when the user is not assigned.
    AssignedTimestamp: Iso8601Timestamp

    /// The user whose part hides the record from the line's users.
    DecidingUserId: String
}

/// The kinds of records.
enum RecordType {
    /// A telephone call.
    CALL = "Call"

    /// A voice message that a caller left.
    VOICEMAIL = "Voicemail"

    /// A text or multimedia message.
    MESSAGE = "Message"
}

/// The directions of records.
enum RecordDirection {
    /// To the organization's number.
    INBOUND = "Inbound"

    /// From the organization's number.
    OUTBOUND = "Outbound"
}

/// The outcome.
enum RecordOutcome {
    /// The call was answered.
    ANSWERED = "Answered"

    /// Nobody answered the call. If the caller then left a voicemail, that is a record of its own.
    MISSED = "Missed"

    /// The caller left a voicemail.
    VOICEMAIL = "Voicemail"

    /// The message was sent.
    SENT = "Sent"

    /// The message was received.
    RECEIVED = "Received"
}

/// The inboxes of voicemails.
enum RecordInbox {
    /// The default inbox of the number.
    DEFAULT = "Default"

    /// The inbox of a user.
    USER = "User"
}

/// The involvement of a user in a call, a voicemail or a message.
enum RecordInvolvement {
    /// The user held the number or was assigned to its line.
    ASSIGNED = "Assigned"

    /// A call flow reached the user, or let the user call out, without an assignment.
    CALL_FLOW = "CallFlow"

    /// The user made the call or sent the message with outbound-only access to the number.
    OUTBOUND_ONLY = "OutboundOnly"
}

/// The rules that decide whether a user sees a record.
enum RecordVisibilityRule {
    /// Visible: the user took part, held the number, or owns the inbox.
    OWN = "Own"

    /// Visible: a missed call of a line that the user is assigned to.
    MISSED_CALL = "MissedCall"

    /// Visible: a voicemail to the default inbox of a line that the user is assigned to.
    DEFAULT_INBOX = "DefaultInbox"

    /// Visible: only users assigned to a line took part, and the user is assigned to it now.
    OTHERS_ASSIGNED = "OthersAssigned"

    /// Not visible: no line held the number at that time, and the user took no part.
    NO_LINE = "NoLine"

    /// Not visible: the user is not assigned to the line now.
    NOT_ASSIGNED = "NotAssigned"

    /// Not visible: a user took part by a call flow without being assigned to the line.
    CALL_FLOW_USER = "CallFlowUser"

    /// Not visible: a user with outbound-only access made the call or sent the message.
    OUTBOUND_ONLY_USER = "OutboundOnlyUser"

    /// Not visible: the voicemail went to the inbox of a user.
    PERSONAL_INBOX = "PersonalInbox"

    /// Not visible: no user who was assigned to the line took part.
    NO_ASSIGNED_USER = "NoAssignedUser"

    /// Not visible: the record began before the user's assignment, and the line shows a user only later ones.
    BEFORE_ASSIGNMENT = "BeforeAssignment"
}

/// The engine's identifier, such as a SIP Call-ID.
@length(min: 1, max: 256)
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("an identifier such as a84b4c76e66710@example.com")
string RecordId

/// The order of reports of one record.
@range(min: 0)
long RecordSequence

/// The other party of a call or message.
@length(max: 256)
@sensitive
string OtherParty

/// The page size of an export.
@range(min: 1, max: 1000)
integer MaxResultsUpTo1000

/// The reports of one batch.
@length(min: 1, max: 100)
list RecordItemList {
    member: RecordItem
}

/// The users of one report.
@length(max: 100)
list RecordUserReportList {
    member: RecordUserReport
}

list RecordErrorList {
    member: RecordError
}

list RecordList {
    member: CommunicationRecord
}

list RecordUserList {
    member: RecordUser
}
