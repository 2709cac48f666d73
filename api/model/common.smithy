$version: "2.0"

namespace org.carillon.api

/// What a pattern asks for, in words that follow "must be". Refusals say these rather than the pattern. They end with
/// "such as" and an example, where an example is no secret.
@trait(selector: "string [trait|pattern]")
string form

/// An instant in UTC, written `yyyy-MM-ddTHH:mm:ss.SSSZ` with exactly three digits of milliseconds.
@timestampFormat("date-time")
timestamp Iso8601Timestamp

/// A string with at least one character that is not blank.
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("a text on one line that is not blank, such as Example")
string NonEmptyString

/// The identifier of an account, user, bot, room, member, conversation or message. One that names nothing is
/// answered with NotFound.
@length(max: 256)
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("an identifier such as 11111111-2222-3333-4444-555555555555")
string ResourceId

/// An identifier whose form is not looked at before it is looked up; a malformed one is answered as an unknown
/// one is.
@length(max: 256)
string UncheckedResourceId

/// The identifier of an order or a meeting: a UUID.
@pattern("^[a-fA-F0-9]{8}(?:-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12}$")
@form("a UUID such as 11111111-2222-3333-4444-555555555555")
string GuidString

/// Text that must not reach a log.
@sensitive
string SensitiveString

/// A phone number in E.164 form, such as `+12065550100`, with its leading plus sign. No plus is put before digits
/// that have none. Characters around it that cannot be seen, and `%2B` for the plus, are taken. Anything else is refused
/// as a bad request that says what to write instead.
@length(max: 128)
@sensitive
string E164PhoneNumber

/// An e-mail address. Only its outline is checked.
@length(max: 320)
@pattern("^[^\\s\\p{Z}\\p{C}@]+@[^\\s\\p{Z}\\p{C}@.]+(\\.[^\\s\\p{Z}\\p{C}@.]+)+$")
@form("an e-mail address such as jane@example.com")
@sensitive
string EmailAddress

/// The place where a page ended. It is opaque, and good only for the organization and the very query that it came
/// from; anything else is refused as a bad request.
@length(max: 65535)
string NextToken

/// How many results a page of accounts or users may hold.
@range(min: 1, max: 200)
integer MaxResultsUpTo200

/// How many results a page may hold that clients of chime-sdk-voice ask for too: one more than the Chime API allowed on
/// the routes that both share.
@range(min: 1, max: 100)
integer MaxResultsUpTo100

/// How many results a page of bots, rooms, memberships, lines, hunt groups or auto attendants may hold.
@range(min: 1, max: 99)
integer MaxResultsUpTo99

/// How many results a page of a search in the pool may hold.
@range(min: 1, max: 500)
integer MaxResultsUpTo500

/// Says in which account an operation takes place.
@mixin
structure AccountScoped {
    /// The account. It must belong to the caller's organization.
    @required
    @httpLabel
    AccountId: ResourceId
}

/// Says which user of which account an operation is about.
@mixin
structure UserScoped with [AccountScoped] {
    /// The user. A member of another account is unknown here.
    @required
    @httpLabel
    UserId: ResourceId
}

/// Says which user an operation about telephony is about; both identifiers are taken as they come.
@mixin
structure TelephonyUserScoped {
    /// The account. It must belong to the caller's organization.
    @required
    @httpLabel
    AccountId: UncheckedResourceId

    /// The user. A member of another account is unknown here.
    @required
    @httpLabel
    UserId: UncheckedResourceId
}

/// Says which chat room of which account an operation is about.
@mixin
structure RoomScoped with [AccountScoped] {
    /// The chat room. A room of another account is unknown here.
    @required
    @httpLabel
    RoomId: ResourceId
}

/// Says which bot of which account an operation is about.
@mixin
structure BotScoped with [AccountScoped] {
    /// The bot. A bot of another account is unknown here.
    @required
    @httpLabel
    BotId: ResourceId
}
