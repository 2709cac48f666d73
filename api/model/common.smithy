$version: "2.0"

namespace org.carillon.api

/// The form that a string must have, in words that follow "must be". Help shows these words, and error messages have
/// them instead of the pattern. They end with "such as" and an example, unless an example would be a secret.
@trait(selector: "string")
string form

/// An instant in UTC, written `yyyy-MM-ddTHH:mm:ss.SSSZ` with exactly three digits of milliseconds.
@timestampFormat("date-time")
timestamp Iso8601Timestamp

/// A string with at least one character that is not blank.
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("a text on one line that is not blank, such as Example")
string NonEmptyString

/// The identifier of an account, user, bot, room, member, conversation or message. An unknown identifier is answered
/// with NotFound.
@length(max: 256)
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("an identifier such as 11111111-2222-3333-4444-555555555555")
string ResourceId

/// An identifier whose form is not checked; a malformed one is answered as an unknown one.
@length(max: 256)
string UncheckedResourceId

/// The identifier of an order or a meeting: a UUID.
@pattern("^[a-fA-F0-9]{8}(?:-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12}$")
@form("a UUID such as 11111111-2222-3333-4444-555555555555")
string GuidString

/// Text that must not reach a log.
@sensitive
string SensitiveString

/// A phone number in E.164 form, such as `+12065550100`, with its plus. The server adds no plus to digits without one.
/// It accepts invisible characters around the number, and `%2B` in place of the plus. It refuses every other form as a
/// bad request that names the correct form.
@length(max: 128)
@form("a phone number in E.164 form, such as +12065550100")
@sensitive
string E164PhoneNumber

/// An e-mail address. The server checks its general form only.
@length(max: 320)
@pattern("^[^\\s\\p{Z}\\p{C}@]+@[^\\s\\p{Z}\\p{C}@.]+(\\.[^\\s\\p{Z}\\p{C}@.]+)+$")
@form("an e-mail address such as jane@example.com")
@sensitive
string EmailAddress

/// The position at which a page ended. It is opaque, and valid for one organization and one query only; every other use
/// is refused as a bad request.
@length(max: 65535)
string NextToken

/// The page size of lists of accounts or users.
@range(min: 1, max: 200)
integer MaxResultsUpTo200

/// The page size of lists that clients of chime-sdk-voice use too: one more than the Chime API allowed on the shared
/// routes.
@range(min: 1, max: 100)
integer MaxResultsUpTo100

/// The page size of lists of bots, rooms, memberships, lines, hunt groups or auto attendants.
@range(min: 1, max: 99)
integer MaxResultsUpTo99

/// The page size of a search in the pool.
@range(min: 1, max: 500)
integer MaxResultsUpTo500

/// The number of times that a line, a hunt group or an auto attendant was written, its creation included. Amazon's command line has a
/// flag `--version` of its own, so no member is called Version.
@range(min: 1)
integer Revision

/// Names the account of the operation.
@mixin
structure AccountScoped {
    /// The account. It must belong to the caller's organization.
    @required
    @httpLabel
    AccountId: ResourceId
}

/// Names the user of the operation, and its account.
@mixin
structure UserScoped with [AccountScoped] {
    /// The user. A user of another account is not found.
    @required
    @httpLabel
    UserId: ResourceId
}

/// Names the user of an operation on telephony; the form of both identifiers is not checked.
@mixin
structure TelephonyUserScoped {
    /// The account. It must belong to the caller's organization.
    @required
    @httpLabel
    AccountId: UncheckedResourceId

    /// The user. A user of another account is not found.
    @required
    @httpLabel
    UserId: UncheckedResourceId
}

/// Names the chat room of the operation, and its account.
@mixin
structure RoomScoped with [AccountScoped] {
    /// The chat room. A room of another account is not found.
    @required
    @httpLabel
    RoomId: ResourceId
}

/// Names the bot of the operation, and its account.
@mixin
structure BotScoped with [AccountScoped] {
    /// The bot. A bot of another account is not found.
    @required
    @httpLabel
    BotId: ResourceId
}
