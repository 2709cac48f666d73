$version: "2.0"

namespace org.carillon.api

/// Creates a bot in an enterprise account; other accounts cannot have bots. An account holds at most ten bots. Bots can
/// be stopped but never deleted, so each counts for ever. The answer shows the token with which the bot's endpoint
/// verifies our events.
@http(method: "POST", uri: "/accounts/{AccountId}/bots", code: 201)
operation CreateBot with [UsualErrors] {
    input :=
        /// The account and the bot to create in it.
        with [AccountScoped] {
            /// What to call the bot. It cannot be changed later.
            @required
            DisplayName: BotDisplayName

            /// The domain of the bot's e-mail address. The account must have claimed it.
            Domain: BotDomain
        }

    output :=
        /// The new bot.
        {
            /// The bot. The server appends `(Bot)` to its name.
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
        /// The bot to show.
        with [BotScoped] {}

    output :=
        /// The bot as it is now.
        {
            /// The bot.
            Bot: Bot
        }
}

/// Lists the bots of an enterprise account, stopped ones included, in pages.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Bots")
@http(method: "GET", uri: "/accounts/{AccountId}/bots", code: 200)
operation ListBots with [UsualErrors] {
    input :=
        /// The owner of the bots, and the page.
        with [AccountScoped] {
            /// The most bots in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo99 = 10

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of bots.
        {
            /// The bots.
            Bots: BotList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Stops a bot or starts it again. A stopped bot stays in its rooms and can be removed from them. It cannot be added to
/// other rooms. A bot has no other setting that can change.
@http(method: "POST", uri: "/accounts/{AccountId}/bots/{BotId}", code: 200)
operation UpdateBot with [UsualErrors] {
    input :=
        /// The bot, and whether to stop it.
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

/// Gives a bot a new security token. The server signs events with it from then on. The bot's endpoint must know the new
/// token, or it rejects our events as forged.
@http(method: "POST", uri: "/accounts/{AccountId}/bots/{BotId}?operation=regenerate-security-token", code: 200)
operation RegenerateSecurityToken with [UsualErrors] {
    input :=
        /// The bot of the token.
        with [BotScoped] {}

    output :=
        /// The bot after the change.
        {
            /// The bot, with the new token.
            Bot: Bot
        }
}

/// Shows the destination of a bot's events: an HTTPS address or a Lambda function. A bot without an events
/// configuration is not found.
@readonly
@http(method: "GET", uri: "/accounts/{AccountId}/bots/{BotId}/events-configuration", code: 200)
operation GetEventsConfiguration with [AmazonErrors] {
    input :=
        /// The bot of the events configuration.
        with [BotScoped] {}

    output :=
        /// The events configuration as it is now.
        {
            /// The events configuration.
            EventsConfiguration: EventsConfiguration
        }

    errors: [
        NotFoundException
        ResourceLimitExceededException
    ]
}

/// Sets the destination of a bot's events, in place of the former one. Give exactly one of the two destinations.
///
/// The server first sends a challenge to an HTTPS endpoint. If the endpoint does not return it, the request is refused
/// and nothing changes. From then on the endpoint receives an event whenever the bot is added to a room, mentioned in
/// one, or removed. Each event is signed with the bot's security token.
@idempotent
@http(method: "PUT", uri: "/accounts/{AccountId}/bots/{BotId}/events-configuration", code: 201)
operation PutEventsConfiguration with [AmazonErrors] {
    input :=
        /// The bot and the destination of its events.
        with [BotScoped] {
            /// The address of the endpoint that receives the events.
            OutboundEventsHTTPSEndpoint: OutboundEventsHTTPSEndpoint

            /// The ARN of the function that receives the events.
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

/// Deletes the destination of a bot's events. A bot without an events configuration cannot be added to a room.
@idempotent
@http(method: "DELETE", uri: "/accounts/{AccountId}/bots/{BotId}/events-configuration", code: 204)
operation DeleteEventsConfiguration with [AmazonErrors] {
    input :=
        /// The bot of the events configuration.
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

    /// The user id of the bot in chat rooms; the same as BotId.
    UserId: String

    /// The display name, which ends with `(Bot)`.
    DisplayName: SensitiveString

    /// The kind of bot.
    BotType: BotType

    /// Whether the bot is stopped.
    Disabled: Boolean

    /// The time of the creation.
    CreatedTimestamp: Iso8601Timestamp

    /// The time of the last change.
    UpdatedTimestamp: Iso8601Timestamp

    /// The e-mail address with which users mention the bot.
    BotEmail: SensitiveString

    /// The key that signs the bot's events.
    SecurityToken: SensitiveString
}

/// The destination of a bot's events.
structure EventsConfiguration {
    /// The bot.
    BotId: String

    /// The address of the endpoint; absent when a function receives the events.
    OutboundEventsHTTPSEndpoint: SensitiveString

    /// The ARN of the function; absent when an endpoint receives the events.
    LambdaFunctionArn: SensitiveString
}

/// The kinds of bot.
enum BotType {
    CHAT_BOT = "ChatBot"
}

/// The display name of a bot.
@length(max: 55)
@sensitive
string BotDisplayName

/// The domain of a bot's e-mail address.
@length(max: 253)
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("a domain such as example.com")
string BotDomain

/// The HTTPS address that receives a bot's events.
@length(max: 2048)
@sensitive
string OutboundEventsHTTPSEndpoint

/// The ARN of the Lambda function that receives a bot's events.
@length(max: 2048)
@sensitive
string LambdaFunctionArn

list BotList {
    member: Bot
}
