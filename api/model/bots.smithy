$version: "2.0"

namespace org.carillon.api

/// Creates a bot in an enterprise account; other accounts have none and are refused. An account holds at most ten bots,
/// and since they can only be stopped, never deleted, each one counts for good. The answer shows the token with which the
/// bot's endpoint tells our events from forged ones.
@http(method: "POST", uri: "/accounts/{AccountId}/bots", code: 201)
operation CreateBot with [UsualErrors] {
    input :=
        /// The account, and the bot to create in it.
        with [AccountScoped] {
            /// What to call the bot. It cannot be changed later.
            @required
            DisplayName: BotDisplayName

            /// The domain of the bot's e-mail address: one that the account has claimed.
            Domain: BotDomain
        }

    output :=
        /// The new bot.
        {
            /// The bot. `(Bot)` is appended to its name.
            Bot: Bot
        }

    errors: [
        ResourceLimitExceededException
    ]
}

/// Shows a bot: its name and address, its token, and whether it is stopped.
@readonly
@http(method: "GET", uri: "/accounts/{AccountId}/bots/{BotId}", code: 200)
operation GetBot with [UsualErrors] {
    input :=
        /// Which bot to look at.
        with [BotScoped] {}

    output :=
        /// The bot as it stands now.
        {
            /// The bot.
            Bot: Bot
        }
}

/// Lists the bots of an enterprise account, the stopped ones too, a page at a time.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Bots")
@http(method: "GET", uri: "/accounts/{AccountId}/bots", code: 200)
operation ListBots with [UsualErrors] {
    input :=
        /// Whose bots to list, and which page of them.
        with [AccountScoped] {
            /// The most bots to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo99 = 10

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of bots.
        {
            /// The bots.
            Bots: BotList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Stops a bot or starts it again. A stopped bot stays in its rooms and can be removed from them, but it cannot be added
/// to others. Nothing else about a bot can be changed.
@http(method: "POST", uri: "/accounts/{AccountId}/bots/{BotId}", code: 200)
operation UpdateBot with [UsualErrors] {
    input :=
        /// The bot, and whether it shall be stopped.
        with [BotScoped] {
            /// True to stop the bot, false to start it.
            Disabled: Boolean
        }

    output :=
        /// The bot after the change.
        {
            /// The bot.
            Bot: Bot
        }
}

/// Gives a bot a new security token. Events are signed with it from then on, so the bot's endpoint must learn it, or it
/// will take our events for forged ones.
@http(method: "POST", uri: "/accounts/{AccountId}/bots/{BotId}?operation=regenerate-security-token", code: 200)
operation RegenerateSecurityToken with [UsualErrors] {
    input :=
        /// Whose token to replace.
        with [BotScoped] {}

    output :=
        /// The bot after the change.
        {
            /// The bot, with the new token.
            Bot: Bot
        }
}

/// Shows where a bot's events go: to an HTTPS address or to a Lambda function. A bot without an events configuration has
/// nothing to be found.
@readonly
@http(method: "GET", uri: "/accounts/{AccountId}/bots/{BotId}/events-configuration", code: 200)
operation GetEventsConfiguration {
    input :=
        /// Whose events configuration to look at.
        with [BotScoped] {}

    output :=
        /// The events configuration as it stands now.
        {
            /// The events configuration.
            EventsConfiguration: EventsConfiguration
        }

    errors: [
        NotFoundException
        ResourceLimitExceededException
    ]
}

/// Says where a bot's events shall go, in place of what was said before. Exactly one of the two destinations is given.
///
/// An HTTPS endpoint is first sent a challenge, which it must return; one that does not is refused, and nothing changes.
/// From then on it receives an event whenever the bot is added to a room, mentioned in one, or removed, each signed with
/// the bot's security token.
@idempotent
@http(method: "PUT", uri: "/accounts/{AccountId}/bots/{BotId}/events-configuration", code: 201)
operation PutEventsConfiguration {
    input :=
        /// The bot, and where its events shall go.
        with [BotScoped] {
            /// The address of the endpoint that takes the events.
            OutboundEventsHTTPSEndpoint: OutboundEventsHTTPSEndpoint

            /// The ARN of the function that takes the events.
            LambdaFunctionArn: LambdaFunctionArn
        }

    output :=
        /// The new events configuration.
        {
            /// The events configuration.
            EventsConfiguration: EventsConfiguration
        }

    errors: [
        NotFoundException
        ResourceLimitExceededException
    ]
}

/// Stops a bot's events from going anywhere. Until it has an events configuration again the bot cannot be added to a
/// room.
@idempotent
@http(method: "DELETE", uri: "/accounts/{AccountId}/bots/{BotId}/events-configuration", code: 204)
operation DeleteEventsConfiguration {
    input :=
        /// Whose events configuration to delete.
        with [BotScoped] {}

    output: Unit

    errors: [
        ResourceLimitExceededException
    ]
}

/// A program that takes part in the chat rooms of an enterprise account.
structure Bot {
    /// The identifier of the bot.
    BotId: String

    /// The user that the bot is in chat rooms; the same as BotId.
    UserId: String

    /// The name that others see, with `(Bot)` at its end.
    DisplayName: SensitiveString

    /// What kind of bot it is.
    BotType: BotType

    /// Whether the bot is stopped.
    Disabled: Boolean

    /// When the bot was created.
    CreatedTimestamp: Iso8601Timestamp

    /// When the bot last changed.
    UpdatedTimestamp: Iso8601Timestamp

    /// The address by which the bot is mentioned.
    BotEmail: SensitiveString

    /// The key that signs the bot's events.
    SecurityToken: SensitiveString
}

/// Where the events of a bot go.
structure EventsConfiguration {
    /// The bot.
    BotId: String

    /// The address of the endpoint; absent when a function takes the events.
    OutboundEventsHTTPSEndpoint: SensitiveString

    /// The ARN of the function; absent when an endpoint takes the events.
    LambdaFunctionArn: SensitiveString
}

/// The kinds of bot.
enum BotType {
    CHAT_BOT = "ChatBot"
}

/// The name to give to a bot.
@length(max: 55)
@sensitive
string BotDisplayName

/// The domain of a bot's e-mail address.
@length(max: 253)
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("a domain such as example.com")
string BotDomain

/// The HTTPS address that takes a bot's events.
@length(max: 2048)
@sensitive
string OutboundEventsHTTPSEndpoint

/// The ARN of the Lambda function that takes a bot's events.
@length(max: 2048)
@sensitive
string LambdaFunctionArn

list BotList {
    member: Bot
}
