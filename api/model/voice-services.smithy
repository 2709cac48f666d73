$version: "2.0"

namespace org.carillon.api

/// Shows the effects of RemoveVoiceServices on a user without changing anything.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/accounts/{AccountId}/users/{UserId}/voice-services-removal", code: 200)
operation PreviewVoiceServicesRemoval with [OurUsualErrors] {
    input :=
        /// The user of the voice services.
        with [UserScoped] {}

    output :=
        /// The effects, as of now.
        {
            /// The effects.
            VoiceServicesRemoval: VoiceServicesRemoval
        }
}

/// Removes all telephony of a user, all of it or, on a refusal, nothing. Numbers become Unassigned. Devices become
/// unassigned and lose their password. Memberships of hunt groups and lines end. Entries of menus that lead to the user
/// or to one of the numbers are removed. Calling and text messages are switched off. A line must keep an assigned user:
/// for each line whose last assigned user leaves, LineDecisions has a successor or dissolves the line. Without a
/// decision the removal is a conflict that lists the lines.
@tags(["Carillon"])
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}?operation=remove-voice-services", code: 200)
operation RemoveVoiceServices with [OurUsualErrors] {
    input :=
        /// The user, and the decisions on lines.
        with [UserScoped] {
            /// The decisions, one for each line. Lines with other assigned users need none.
            LineDecisions: LineDecisionList
        }

    output :=
        /// The effects.
        {
            /// The effects.
            VoiceServicesRemoval: VoiceServicesRemoval
        }

    errors: [
        ConflictException
        ResourceLimitExceededException
    ]
}

/// The decision on a line whose assigned user loses voice services: a successor, or the end of the line.
structure LineDecision {
    /// The line.
    @required
    LineId: ResourceId

    /// The user who is assigned instead. If voicemails go to the leaver's inbox, this user's inbox becomes the default
    /// one.
    SuccessorUserId: ResourceId

    /// Whether to dissolve the line. Only a line without other assigned users can be dissolved.
    Dissolve: Boolean
}

/// The effects of a removal of voice services.
structure VoiceServicesRemoval {
    /// The user.
    UserId: ResourceId

    /// The user's account.
    AccountId: ResourceId

    /// The user's own numbers, which become Unassigned.
    PhoneNumbers: RemovedPhoneNumberList

    /// The devices, which become unassigned.
    Devices: RemovedDeviceList

    /// The memberships in hunt groups, and the entries of call flows that lead to the user, to one of the numbers or to
    /// the number of a dissolved line.
    CallFlowEntries: RemovedCallFlowEntryList

    /// The lines that are assigned to the user.
    Lines: LeftLineList

    /// The lines whose number the user may show without being assigned.
    OutboundOnlyLines: OutboundOnlyLineList

    /// The telephony permissions before the removal; afterwards all are off.
    Telephony: TelephonySettings

    /// The users who must sign in again to notice the change: this user, unless nothing changed, and users whose
    /// memberships of lines changed; absent in a preview.
    SignInRequiredUserIds: SignInRequiredUserIdList
}

/// A number that a user loses.
structure RemovedPhoneNumber {
    /// The number.
    E164PhoneNumber: E164PhoneNumber

    /// The role of the number.
    Role: UserPhoneNumberRole
}

/// A device that a user loses.
structure RemovedDevice {
    /// The identifier.
    DeviceId: ResourceId

    /// The name.
    Name: DeviceName
}

/// An entry of a hunt group or an auto attendant that led to the user or to a number.
structure RemovedCallFlowEntry {
    /// The kind: a hunt group or an auto attendant.
    FlowType: CallTargetType

    /// The identifier of the hunt group or auto attendant.
    FlowId: ResourceId

    /// The name of the hunt group or auto attendant.
    FlowName: NonEmptyString

    /// The entry, such as `member 2` or `key 3`.
    Entry: NonEmptyString

    /// The former target: the user, the user's voicemail or a number.
    LedTo: CallTarget

    /// The new target of such calls; absent when the other members ring or the call ends.
    Instead: CallTarget

    /// The new course of such calls, as a sentence.
    Outcome: NonEmptyString
}

/// A line that is assigned to the user.
structure LeftLine {
    /// The identifier.
    LineId: ResourceId

    /// The number.
    E164PhoneNumber: E164PhoneNumber

    /// The name.
    Name: LineName

    /// Whether the user is the last assigned one, so a decision is needed.
    LastAssigned: Boolean

    /// Whether its voicemails go to the user's inbox. They go to the line's own then, or to the successor's.
    DefaultInbox: Boolean

    /// The user who is assigned instead, when the request named one.
    SuccessorUserId: ResourceId

    /// In a preview, for a line that needs a decision: the entries of call flows that lead to its number, and their new
    /// targets. If the line is dissolved, they are removed. The list has the first 10,000 entries, those that lead to
    /// the user included. If there are more, remove some before you dissolve the line.
    CallFlowEntries: RemovedCallFlowEntryList

    /// Whether the line is dissolved and its number Unassigned; absent in a preview.
    Dissolved: Boolean
}

/// A line whose number the user may show when calling.
structure OutboundOnlyLine {
    /// The identifier.
    LineId: ResourceId

    /// The number.
    E164PhoneNumber: E164PhoneNumber

    /// The name.
    Name: LineName
}

/// The decisions on lines.
@length(max: 500)
list LineDecisionList {
    member: LineDecision
}

list RemovedPhoneNumberList {
    member: RemovedPhoneNumber
}

list RemovedDeviceList {
    member: RemovedDevice
}

list RemovedCallFlowEntryList {
    member: RemovedCallFlowEntry
}

list LeftLineList {
    member: LeftLine
}

list OutboundOnlyLineList {
    member: OutboundOnlyLine
}
