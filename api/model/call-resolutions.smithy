$version: "2.0"

namespace org.carillon.api

/// Shows the steps of a call and the reason of each: the users who ring, the members who are skipped, the greetings,
/// and the end. Nothing changes and no telephone rings. The engine asks this for every call; administrators ask it to
/// test their configuration.
///
/// Without Digits the answer continues from a menu as if the caller pressed nothing. When the caller has pressed keys,
/// ask again with Digits to continue from there.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/call-resolutions", code: 200)
operation ResolveCall with [OurErrors] {
    input :=
        /// The call.
        {
            /// The called number.
            @required
            @httpQuery("called-phone-number")
            CalledPhoneNumber: E164PhoneNumber

            /// The calling number; the call is anonymous when absent.
            @httpQuery("caller-phone-number")
            CallerPhoneNumber: E164PhoneNumber

            /// The time of the call; now when absent. Schedules are read at this instant, everything else as it is now.
            @httpQuery("at")
            At: Iso8601Timestamp

            /// The keys that the caller presses, in order: one for each menu or try.
            @httpQuery("digits")
            Digits: DigitsPressed
        }

    output :=
        /// The course of the call.
        {
            /// The called number.
            CalledPhoneNumber: E164PhoneNumber

            /// The instant at which schedules were read.
            At: Iso8601Timestamp

            /// The steps. Each step happens when nobody has answered in the step before. A call that is answered goes
            /// no further.
            Steps: CallStepList
        }
}

/// One step of a call.
structure CallStep {
    /// What happens.
    Action: CallStepAction

    /// The target of the step; absent when the step has none.
    Target: CallTarget

    /// The users who ring at once, in the order of the hunt group or line. Empty when a hunt group rings again in the
    /// same call; the users are then those of the earlier step.
    UserIds: HuntGroupMemberList

    /// The seconds for which telephones ring or a menu waits for a key.
    Seconds: Integer

    /// The greeting that the caller hears.
    Greeting: Greeting

    /// The targets of the keys.
    Menu: MenuEntryList

    /// The Voice Connector, Voice Connector group or SIP rule that takes the call.
    HolderId: ResourceId

    /// The line whose own inbox takes the message.
    LineId: ResourceId

    /// The hosts to which a Voice Connector or group sends the call, in the order of the tries.
    Routes: CallRouteList

    /// The reason, as a sentence that names the user, rule or setting.
    Reason: CallStepReason
}

/// A host to which a Voice Connector sends calls.
structure CallRoute {
    /// The Voice Connector.
    VoiceConnectorId: ResourceId

    /// The host.
    Host: CallRouteHost

    /// The port.
    Port: Integer

    /// The transport, for instance TCP or UDP.
    Protocol: CallRouteProtocol

    /// The priority; hosts with the lowest are tried first.
    Priority: Integer

    /// The share of calls among hosts with the same priority.
    Weight: Integer
}

/// The action of a step.
enum CallStepAction {
    /// The call reaches a hunt group, auto attendant or line.
    ENTER = "Enter"

    /// One user rings.
    RING = "Ring"

    /// Several users ring at once; the first to answer takes the call.
    RING_TOGETHER = "RingTogether"

    /// A member is skipped.
    SKIP = "Skip"

    /// The caller hears a greeting.
    PLAY_GREETING = "PlayGreeting"

    /// The caller hears a menu.
    MENU = "Menu"

    /// The caller has pressed a key.
    KEY = "Key"

    /// The caller can leave a message: for the user in Target, or in the line's own inbox when LineId is present.
    VOICEMAIL = "Voicemail"

    /// The call goes to a number outside of the organization.
    DIAL = "Dial"

    /// A Voice Connector or a group of Voice Connectors takes the call.
    TRUNK = "Trunk"

    /// A SIP rule takes the call.
    SIP_RULE = "SipRule"

    /// The call ends.
    HANG_UP = "HangUp"
}

/// The keys that a caller presses.
@length(max: 20)
@pattern("^[0-9*#]*$")
@form("keys of a telephone, such as 1*2#")
string DigitsPressed

/// The reason of a step.
@length(max: 2048)
@sensitive
string CallStepReason

/// A host name or an IP address.
@length(max: 255)
string CallRouteHost

/// The name of a transport.
@length(max: 16)
string CallRouteProtocol

list CallStepList {
    member: CallStep
}

list CallRouteList {
    member: CallRoute
}
