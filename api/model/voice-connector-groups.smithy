$version: "2.0"

namespace org.carillon.api

/// Creates a group of Voice Connectors, which are tried one after the other when a number of the group is called. The
/// items name different Voice Connectors with different priorities, by default up to three.
@http(method: "POST", uri: "/voice-connector-groups", code: 201)
operation CreateVoiceConnectorGroup {
    input :=
        /// What the group shall be.
        {
            /// The name that people know it by.
            @required
            Name: VoiceConnectorName

            /// The Voice Connectors of the group; none when absent.
            VoiceConnectorItems: VoiceConnectorItemList
        }

    output :=
        /// The new group.
        {
            /// The group.
            VoiceConnectorGroup: VoiceConnectorGroup
        }

    errors: [
        AccessDeniedException
        ResourceLimitExceededException
    ]
}

/// Shows a group of Voice Connectors with its items.
@readonly
@http(method: "GET", uri: "/voice-connector-groups/{VoiceConnectorGroupId}", code: 200)
operation GetVoiceConnectorGroup with [UsualErrors] {
    input :=
        /// Which group to look at.
        with [VoiceConnectorGroupScoped] {}

    output :=
        /// The group as of now.
        {
            /// The group.
            VoiceConnectorGroup: VoiceConnectorGroup
        }
}

/// Lists the organization's groups of Voice Connectors in order of creation, a page at a time.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "VoiceConnectorGroups")
@http(method: "GET", uri: "/voice-connector-groups", code: 200)
operation ListVoiceConnectorGroups {
    input :=
        /// Which page to list.
        {
            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken

            /// The most groups to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100
        }

    output :=
        /// One page of groups.
        {
            /// The groups, each with its items.
            VoiceConnectorGroups: VoiceConnectorGroupList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Renames a group of Voice Connectors and replaces all of its items. Its numbers stay with it.
@idempotent
@http(method: "PUT", uri: "/voice-connector-groups/{VoiceConnectorGroupId}", code: 202)
operation UpdateVoiceConnectorGroup with [UsualErrors] {
    input :=
        /// The group, and what it shall be.
        with [VoiceConnectorGroupScoped] {
            /// The name that people know it by.
            @required
            Name: VoiceConnectorName

            /// The Voice Connectors that the group shall have in place of its present ones; an empty list removes them.
            @required
            VoiceConnectorItems: VoiceConnectorItemList
        }

    output :=
        /// The group after the change.
        {
            /// The group.
            VoiceConnectorGroup: VoiceConnectorGroup
        }

    errors: [
        ConflictException
    ]
}

/// Deletes a group of Voice Connectors. One that still holds phone numbers is refused with PhoneNumberAssociationsExist,
/// and one that still has items with VoiceConnectorGroupAssociationsExist.
@idempotent
@http(method: "DELETE", uri: "/voice-connector-groups/{VoiceConnectorGroupId}", code: 204)
operation DeleteVoiceConnectorGroup with [UsualErrors] {
    input :=
        /// Which group to delete.
        with [VoiceConnectorGroupScoped] {}

    output: Unit

    errors: [
        ConflictException
    ]
}

/// Gives up to 500 numbers of the inventory to a group of Voice Connectors, each by the rules of
/// AssociatePhoneNumbersWithVoiceConnector.
@http(
    method: "POST"
    uri: "/voice-connector-groups/{VoiceConnectorGroupId}?operation=associate-phone-numbers"
    code: 200
)
operation AssociatePhoneNumbersWithVoiceConnectorGroup with [UsualErrors] {
    input :=
        /// The group, and what to give to it.
        with [VoiceConnectorGroupScoped] {
            /// The numbers.
            @required
            E164PhoneNumbers: TrunkNumberList

            /// Whether to take numbers from whoever holds them now; no when absent.
            ForceAssociate: Boolean
        }

    output :=
        /// What could not be given.
        {
            /// One entry for each refused number, saying who holds it and since when; empty when all were given.
            PhoneNumberErrors: PhoneNumberErrorList
        }

    errors: [
        AccessDeniedException
    ]
}

/// Takes up to 500 numbers from a group of Voice Connectors, each by the rules of
/// DisassociatePhoneNumbersFromVoiceConnector.
@http(
    method: "POST"
    uri: "/voice-connector-groups/{VoiceConnectorGroupId}?operation=disassociate-phone-numbers"
    code: 200
)
operation DisassociatePhoneNumbersFromVoiceConnectorGroup with [UsualErrors] {
    input :=
        /// The group, and what to take from it.
        with [VoiceConnectorGroupScoped] {
            /// The numbers.
            @required
            E164PhoneNumbers: TrunkNumberList
        }

    output :=
        /// What could not be taken.
        {
            /// One entry for each refused number; empty when all were taken.
            PhoneNumberErrors: PhoneNumberErrorList
        }
}

/// Says which group of Voice Connectors an operation is about.
@mixin
structure VoiceConnectorGroupScoped {
    /// The group. It must belong to the caller's organization.
    @required
    @httpLabel
    VoiceConnectorGroupId: ResourceId
}

/// Voice Connectors that stand in for each other.
structure VoiceConnectorGroup {
    /// The identifier of the group.
    VoiceConnectorGroupId: NonEmptyString

    /// The name that people know it by.
    Name: VoiceConnectorName

    /// Its Voice Connectors, the one that is tried first at the head.
    VoiceConnectorItems: VoiceConnectorItemList

    /// When it was created.
    CreatedTimestamp: Iso8601Timestamp

    /// When it was last changed; what numbers it holds does not count.
    UpdatedTimestamp: Iso8601Timestamp

    /// The name by which policies know it.
    VoiceConnectorGroupArn: NonEmptyString
}

/// A Voice Connector's place in a group.
structure VoiceConnectorItem {
    /// The Voice Connector, which may be an item of other groups too.
    @required
    VoiceConnectorId: ResourceId

    /// Its turn: a call goes to the lowest first. No two items of a group have the same.
    @required
    Priority: VoiceConnectorItemPriority
}

/// A turn in a group of Voice Connectors, 1 being the first.
@range(min: 1, max: 99)
integer VoiceConnectorItemPriority

/// The items of a group. The priorities that there are set the bound; the installation's quota is lower.
@length(max: 99)
list VoiceConnectorItemList {
    member: VoiceConnectorItem
}

list VoiceConnectorGroupList {
    member: VoiceConnectorGroup
}
