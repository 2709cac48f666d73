$version: "2.0"

namespace org.carillon.api

/// What narrows a list of records down. Whatever is absent narrows nothing down; what is there must all hold.
@mixin
structure RecordFilters {
    /// The organization's number.
    @httpQuery("phone-number")
    E164PhoneNumber: E164PhoneNumber

    /// A user whose own the records are: who took part, had the inbox, or held the number at that time.
    @httpQuery("involved-user-id")
    InvolvedUserId: ResourceId

    /// Calls, voicemails or messages.
    @httpQuery("kind")
    Kind: RecordKind

    /// Towards the organization or from it.
    @httpQuery("direction")
    Direction: RecordDirection

    /// How it ended.
    @httpQuery("outcome")
    Outcome: RecordOutcome

    /// Begun at this instant or later.
    @httpQuery("started-from")
    StartedFrom: Iso8601Timestamp

    /// Begun before this instant.
    @httpQuery("started-before")
    StartedBefore: Iso8601Timestamp
}

/// What an engine knows of a call, a voicemail or a message. Calls are Answered or Missed in either direction, a
/// voicemail is Inbound with the outcome Voicemail, a message is Outbound and Sent or Inbound and Received.
structure RecordReport {
    /// Which of several reports of one thing is the later: a count, or the engine's time in microseconds.
    @required
    Sequence: RecordSequence

    /// Call, voicemail or message.
    @required
    Kind: RecordKind

    /// Towards the organization's number or from it.
    @required
    Direction: RecordDirection

    /// How it ended.
    @required
    Outcome: RecordOutcome

    /// The organization's number that was called or written to, or that the other party was shown.
    @required
    E164PhoneNumber: E164PhoneNumber

    /// The other side: a number, a short code or an address; absent when it was withheld.
    OtherParty: OtherParty

    /// When it began, which is the instant by which it is attributed; at most five minutes ahead of the server's clock.
    @required
    StartedTimestamp: Iso8601Timestamp

    /// When somebody took the call.
    AnsweredTimestamp: Iso8601Timestamp

    /// When it was over.
    EndedTimestamp: Iso8601Timestamp

    /// The user into whose inbox a voicemail went; absent when it went to the number's default inbox.
    InboxUserId: ResourceId

    /// The users who took part; users whose telephone only rang are left out of an answered call.
    Users: RecordUserReportList
}

/// A user who took part, as the engine reports it. How the user came to it is looked up in the ledger.
structure RecordUserReport {
    /// The user.
    @required
    UserId: ResourceId

    /// The hunt group through which the user was reached.
    HuntGroupId: ResourceId

    /// The auto attendant through which the user was reached.
    AutoAttendantId: ResourceId
}

/// A report in a batch.
structure RecordItem {
    /// The engine's identifier; unique in the organization.
    @required
    RecordId: RecordId

    /// What the engine reports.
    @required
    Report: RecordReport
}

/// Why one report of a batch was refused.
structure RecordError {
    /// The record, as the request named it.
    RecordId: RecordId

    /// The reason, for programs.
    ErrorCode: ErrorCode

    /// The reason, for people.
    ErrorMessage: String
}

/// A call, a voicemail or a message of one of the organization's numbers.
structure CommunicationRecord {
    /// The engine's identifier.
    RecordId: RecordId

    /// The sequence of the report that stands.
    Sequence: RecordSequence

    /// Call, voicemail or message.
    Kind: RecordKind

    /// Towards the organization's number or from it.
    Direction: RecordDirection

    /// How it ended.
    Outcome: RecordOutcome

    /// The organization's number.
    E164PhoneNumber: E164PhoneNumber

    /// The line that held the number at that time; absent when a user, somebody else or nobody held it.
    LineId: String

    /// The other side; absent when it was withheld.
    OtherParty: OtherParty

    /// When it began.
    StartedTimestamp: Iso8601Timestamp

    /// When somebody took the call.
    AnsweredTimestamp: Iso8601Timestamp

    /// When it was over.
    EndedTimestamp: Iso8601Timestamp

    /// Where a voicemail went; absent for calls and messages.
    Inbox: RecordInbox

    /// The user whose inbox the engine named.
    InboxUserId: String

    /// Whose record it is: who took part, and the user who held the number.
    Users: RecordUserList

    /// When the report that stands was taken.
    RecordedTimestamp: Iso8601Timestamp
}

/// A user whose record something is.
structure RecordUser {
    /// The user.
    UserId: String

    /// How the user came to it, by the ledger at that time.
    Involvement: RecordInvolvement

    /// Whether the user, rather than a line, held the number at that time.
    HeldNumber: Boolean

    /// The hunt group through which the user was reached.
    HuntGroupId: String

    /// The auto attendant through which the user was reached.
    AutoAttendantId: String
}

/// Whether a user may see a record, and why.
structure RecordVisibility {
    /// Whether ListVisibleRecords lists the record for the user.
    Visible: Boolean

    /// The rule that decides.
    Rule: RecordVisibilityRule

    /// The rule in a sentence, with who and since when.
    Explanation: String

    /// When the call, the voicemail or the message began.
    StartedTimestamp: Iso8601Timestamp

    /// The line that held the number at that time.
    LineId: String

    /// Since when the user has been assigned to the line; absent when the user is not.
    AssignedTimestamp: Iso8601Timestamp

    /// The user because of whom the line's other people do not see the record.
    DecidingUserId: String
}

/// What was recorded.
enum RecordKind {
    /// A telephone call.
    CALL = "Call"

    /// A voice message that a caller left.
    VOICEMAIL = "Voicemail"

    /// A text or multimedia message.
    MESSAGE = "Message"
}

/// Which way it went.
enum RecordDirection {
    /// To the organization's number.
    INBOUND = "Inbound"

    /// From the organization's number.
    OUTBOUND = "Outbound"
}

/// How it ended.
enum RecordOutcome {
    /// Somebody took the call.
    ANSWERED = "Answered"

    /// Nobody took the call, whether or not the caller then left a voicemail, which is a record of its own.
    MISSED = "Missed"

    /// The caller left a voicemail.
    VOICEMAIL = "Voicemail"

    /// The message went out.
    SENT = "Sent"

    /// The message came in.
    RECEIVED = "Received"
}

/// Where a voicemail went.
enum RecordInbox {
    /// The default inbox of the number.
    DEFAULT = "Default"

    /// The inbox of a user.
    USER = "User"
}

/// How a user came to a call, a voicemail or a message.
enum RecordInvolvement {
    /// The user held the number or was assigned to its line.
    ASSIGNED = "Assigned"

    /// The user was reached or let out by a call flow without being assigned.
    CALL_FLOW = "CallFlow"

    /// The user may show the number as caller ID without being assigned, and made the call or sent the message.
    OUTBOUND_ONLY = "OutboundOnly"
}

/// The rules by which a user sees a record or does not.
enum RecordVisibilityRule {
    /// Visible: the user took part, held the number, or owns the inbox.
    OWN = "Own"

    /// Visible: a missed call of a line that the user is assigned to.
    MISSED_CALL = "MissedCall"

    /// Visible: a voicemail to the default inbox of a line that the user is assigned to.
    DEFAULT_INBOX = "DefaultInbox"

    /// Visible: made or received by people assigned to a line that the user is assigned to.
    OTHERS_ASSIGNED = "OthersAssigned"

    /// Not visible: no line held the number at that time, and the user took no part.
    NO_LINE = "NoLine"

    /// Not visible: the user is not assigned to the line now.
    NOT_ASSIGNED = "NotAssigned"

    /// Not visible: somebody took part who came by a call flow and was not assigned to the line.
    CALL_FLOW_USER = "CallFlowUser"

    /// Not visible: made by somebody who may only show the number.
    OUTBOUND_ONLY_USER = "OutboundOnlyUser"

    /// Not visible: the voicemail went to the inbox of a user.
    PERSONAL_INBOX = "PersonalInbox"

    /// Not visible: nobody who was assigned to the line took part.
    NO_ASSIGNED_USER = "NoAssignedUser"

    /// Not visible: the line shows its records from assignment on only, and this one is older.
    BEFORE_ASSIGNMENT = "BeforeAssignment"
}

/// The identifier that the engine gave, such as a SIP Call-ID.
@length(min: 1, max: 256)
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("an identifier such as a84b4c76e66710@example.com")
string RecordId

/// Which of several reports is the later.
@range(min: 0)
long RecordSequence

/// The other side of a call or message.
@length(max: 256)
@sensitive
string OtherParty

/// How many records a page of an export may hold.
@range(min: 1, max: 1000)
integer MaxResultsUpTo1000

/// The reports of one batch.
@length(min: 1, max: 100)
list RecordItemList {
    member: RecordItem
}

/// The users that one report names.
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
