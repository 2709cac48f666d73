$version: "2.0"

namespace org.carillon.api

/// Tells what RemoveVoiceServices would take from a user and what would happen instead, without changing anything.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/accounts/{AccountId}/users/{UserId}/voice-services-removal", code: 200)
operation GetVoiceServicesRemovalPreview with [UsualErrors] {
    input :=
        /// Whose voice services to look at.
        with [UserScoped] {}

    output :=
        /// What would happen as of now.
        {
            /// What would be taken away.
            VoiceServicesRemoval: VoiceServicesRemoval
        }
}

/// Takes everything from a user that has to do with telephony, all of it or, on a refusal, nothing: numbers become
/// Unassigned, devices free and without a password, and places in hunt groups, menus and lines end, entries that lead to
/// one of the numbers included. Calling and text messages are switched off. A line is not left without an assigned
/// user: for each line of which this user is the last one, LineDecisions says who takes over or that the line is
/// dissolved; without that the removal is a conflict that names the lines.
@tags(["Carillon"])
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}?operation=remove-voice-services", code: 200)
operation RemoveVoiceServices with [UsualErrors] {
    input :=
        /// Whose voice services to remove, and what becomes of lines.
        with [UserScoped] {
            /// What becomes of lines, one decision a line. Lines with other assigned users need none.
            LineDecisions: LineDecisionList
        }

    output :=
        /// What has happened.
        {
            /// What was taken away.
            VoiceServicesRemoval: VoiceServicesRemoval
        }

    errors: [
        ConflictException
    ]
}

/// What becomes of a line to which a user is assigned who loses voice services: either somebody takes over, or the line
/// is dissolved.
structure LineDecision {
    /// The line.
    @required
    LineId: ResourceId

    /// The user who is assigned instead, and whose inbox becomes the default one if the other user's was.
    SuccessorUserId: ResourceId

    /// Whether the line is dissolved. Only a line without other assigned users can be.
    Dissolve: Boolean
}

/// What the removal of a user's voice services takes away.
structure VoiceServicesRemoval {
    /// The user.
    UserId: ResourceId

    /// The user's account.
    AccountId: ResourceId

    /// The numbers of the user's own, which become Unassigned.
    PhoneNumbers: RemovedPhoneNumberList

    /// The devices, which become free.
    Devices: RemovedDeviceList

    /// The memberships in hunt groups and the entries of call flows that lead to the user, to one of the numbers or to
    /// the number of a line that is dissolved.
    CallFlowEntries: RemovedCallFlowEntryList

    /// The lines to which the user is assigned.
    Lines: LeftLineList

    /// The lines whose number the user may show without being assigned.
    CallerIdGrants: RemovedCallerIdGrantList

    /// What the user may do with a phone number before; afterwards all of it is off.
    Telephony: TelephonySettings

    /// The users who have to sign in again to notice: the user, if there was anything to notice, and others whose places
    /// in lines have changed; absent in a preview.
    SignInRequiredUserIds: SignInRequiredUserIdList
}

/// A number that a user loses.
structure RemovedPhoneNumber {
    /// The number.
    E164PhoneNumber: E164PhoneNumber

    /// As what the user has it.
    Role: UserPhoneNumberRole
}

/// A device that a user loses.
structure RemovedDevice {
    /// Its identifier.
    DeviceId: ResourceId

    /// What it is called.
    Name: DeviceName
}

/// An entry of a hunt group or an auto attendant that led to the user or to a number.
structure RemovedCallFlowEntry {
    /// Whether it is a hunt group or an auto attendant.
    FlowType: CallTargetType

    /// The identifier of the hunt group or auto attendant.
    FlowId: ResourceId

    /// The hunt group or auto attendant as people know it.
    FlowName: NonEmptyString

    /// Which of its entries, such as `member 2` or `key 3`.
    Entry: NonEmptyString

    /// Where it led: to the user, the user's voicemail or a number.
    LedTo: CallTarget

    /// Where such calls go instead; absent when the other members ring, or the call ends.
    Instead: CallTarget

    /// What happens instead, in words.
    Outcome: NonEmptyString
}

/// A line to which the user is assigned.
structure LeftLine {
    /// Its identifier.
    LineId: ResourceId

    /// Its number.
    E164PhoneNumber: E164PhoneNumber

    /// What people call it.
    Name: FlowName

    /// Whether nobody else is assigned, so that a decision is needed.
    IsLastAssignee: Boolean

    /// Whether its voicemails go to the user's inbox. They go to the line's own then, or to the successor's.
    IsDefaultInbox: Boolean

    /// Who is assigned instead, if the request named somebody.
    SuccessorUserId: ResourceId

    /// In a preview, for a line that needs a decision: the entries of call flows that lead to its number, and what would
    /// happen instead. They are taken away too when the line is dissolved. Of 10,000 entries or more, those that lead to
    /// the user included, the first are told; then some have to go before the line can be dissolved.
    CallFlowEntries: RemovedCallFlowEntryList

    /// Whether the line is dissolved and its number Unassigned; absent in a preview.
    IsDissolved: Boolean
}

/// A line whose number the user may show when calling.
structure RemovedCallerIdGrant {
    /// Its identifier.
    LineId: ResourceId

    /// Its number.
    E164PhoneNumber: E164PhoneNumber

    /// What people call it.
    Name: FlowName
}

/// What becomes of lines.
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

list RemovedCallerIdGrantList {
    member: RemovedCallerIdGrant
}
