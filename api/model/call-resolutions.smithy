$version: "2.0"

namespace org.carillon.api

/// Tells which steps a call would take, and why: who rings, who is passed over, what is played, where it ends. Nothing
/// is changed and nobody is rung; what carries calls asks this for every call, and administrators ask it to see what
/// they have configured.
///
/// With no Digits, the answer goes on from a menu as if the caller pressed nothing. When the caller has pressed keys, the
/// same question with Digits goes on from there.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/call-resolutions", code: 200)
operation ResolveCall {
    input :=
        /// The call.
        {
            /// The number that is called.
            @required
            @httpQuery("called-phone-number")
            CalledPhoneNumber: E164PhoneNumber

            /// The number that calls. The call is anonymous when absent.
            @httpQuery("caller-phone-number")
            CallerPhoneNumber: E164PhoneNumber

            /// When the call comes in; now when absent. Schedules are looked at for this instant, everything else as it
            /// is now.
            @httpQuery("at")
            At: Iso8601Timestamp

            /// The keys that the caller presses, one for each menu or try, in order.
            @httpQuery("digits")
            Digits: DigitsPressed
        }

    output :=
        /// What would happen.
        {
            /// The number that is called.
            CalledPhoneNumber: E164PhoneNumber

            /// The instant for which schedules were looked at.
            At: Iso8601Timestamp

            /// The steps, each of which happens when nobody has answered in the one before. Where somebody answers, the
            /// call stays.
            Steps: CallStepList
        }
}

/// One step of a call.
structure CallStep {
    /// What happens.
    Action: CallStepAction

    /// What it happens to, where it is a thing that calls can be sent to.
    Target: CallTarget

    /// The users who ring at once, in the order of the hunt group or line. Empty where a hunt group rings once more in
    /// one call: they are those of the step before.
    UserIds: HuntGroupMemberList

    /// For how many seconds it rings, or a menu waits for a key.
    Seconds: Integer

    /// What the caller hears.
    Greeting: Greeting

    /// What the keys lead to.
    Menu: MenuEntryList

    /// The Voice Connector, Voice Connector group or SIP rule that takes the call over.
    HolderId: ResourceId

    /// The line in whose own inbox the caller can leave a message.
    LineId: ResourceId

    /// Where a Voice Connector or a group of them sends the call, in the order to be tried.
    Routes: CallRouteList

    /// Why, for people: who, by which rule or setting.
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

    /// Hosts of a lower one are tried first.
    Priority: Integer

    /// Among hosts of one priority, how large a part of the calls each gets.
    Weight: Integer
}

/// What happens in a step of a call.
enum CallStepAction {
    /// The call comes to a hunt group, auto attendant or line.
    ENTER = "Enter"

    /// One user rings.
    RING = "Ring"

    /// Several users ring at once; whoever answers first has the call.
    RING_TOGETHER = "RingTogether"

    /// Somebody is passed over.
    SKIP = "Skip"

    /// The caller hears a greeting.
    PLAY_GREETING = "PlayGreeting"

    /// The caller is offered a menu.
    MENU = "Menu"

    /// The caller has pressed a key.
    KEY = "Key"

    /// The caller can leave a message: for the user in Target, or in the line's own inbox when there is a LineId.
    VOICEMAIL = "Voicemail"

    /// A number outside of the organization is called.
    DIAL = "Dial"

    /// A Voice Connector or a group of them takes the call.
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

/// Why a step is taken.
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
