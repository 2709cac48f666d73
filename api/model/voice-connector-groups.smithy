$version: "2.0"

namespace org.carillon.api

/// Creates a group of Voice Connectors, which are tried one after the other when a number of the group is called. The
/// items have different Voice Connectors and different priorities, by default up to three.
@http(method: "POST", uri: "/voice-connector-groups", code: 201)
operation CreateVoiceConnectorGroup with [AmazonErrors] {
    input :=
        /// The settings of the group.
        {
            /// The name.
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
        /// The group to show.
        with [VoiceConnectorGroupScoped] {}

    output :=
        /// The group as of now.
        {
            /// The group.
            VoiceConnectorGroup: VoiceConnectorGroup
        }
}

/// Lists the organization's groups of Voice Connectors in order of creation, in pages.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "VoiceConnectorGroups")
@http(method: "GET", uri: "/voice-connector-groups", code: 200)
operation ListVoiceConnectorGroups with [AmazonErrors] {
    input :=
        /// The page to list.
        {
            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken

            /// The most groups in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100
        }

    output :=
        /// One page of groups.
        {
            /// The groups, each with its items.
            VoiceConnectorGroups: VoiceConnectorGroupList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Changes the name of a group of Voice Connectors and replaces all of its items. Its numbers stay.
@idempotent
@http(method: "PUT", uri: "/voice-connector-groups/{VoiceConnectorGroupId}", code: 202)
operation UpdateVoiceConnectorGroup with [UsualErrors] {
    input :=
        /// The group and its new settings.
        with [VoiceConnectorGroupScoped] {
            /// The name.
            @required
            Name: VoiceConnectorName

            /// The new items, which replace the former ones; an empty list removes all.
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

/// Deletes a group of Voice Connectors. A group with phone numbers is refused with PhoneNumberAssociationsExist, and a
/// group with items with VoiceConnectorGroupAssociationsExist.
@idempotent
@http(method: "DELETE", uri: "/voice-connector-groups/{VoiceConnectorGroupId}", code: 204)
operation DeleteVoiceConnectorGroup with [UsualErrors] {
    input :=
        /// The group to delete.
        with [VoiceConnectorGroupScoped] {}

    output: Unit

    errors: [
        ConflictException
    ]
}

/// Assigns up to 500 numbers of the inventory to a group of Voice Connectors, each by the rules of
/// AssociatePhoneNumbersWithVoiceConnector.
@http(
    method: "POST"
    uri: "/voice-connector-groups/{VoiceConnectorGroupId}?operation=associate-phone-numbers"
    code: 200
)
operation AssociatePhoneNumbersWithVoiceConnectorGroup with [UsualErrors] {
    input :=
        /// The group and the numbers to assign.
        with [VoiceConnectorGroupScoped] {
            /// The numbers.
            @required
            E164PhoneNumbers: TrunkNumberList

            /// Whether to move numbers from their present holders; false when absent.
            ForceAssociate: Boolean
        }

    output :=
        /// The refused items.
        {
            /// One entry for each refused number, with its holder and the time of the assignment; empty when all were
            /// assigned.
            PhoneNumberErrors: PhoneNumberErrorList
        }

    errors: [
        AccessDeniedException
    ]
}

/// Unassigns up to 500 numbers of a group of Voice Connectors, each by the rules of
/// DisassociatePhoneNumbersFromVoiceConnector.
@http(
    method: "POST"
    uri: "/voice-connector-groups/{VoiceConnectorGroupId}?operation=disassociate-phone-numbers"
    code: 200
)
operation DisassociatePhoneNumbersFromVoiceConnectorGroup with [UsualErrors] {
    input :=
        /// The group and the numbers to unassign.
        with [VoiceConnectorGroupScoped] {
            /// The numbers.
            @required
            E164PhoneNumbers: TrunkNumberList
        }

    output :=
        /// The refused items.
        {
            /// One entry for each refused number; empty when all were unassigned.
            PhoneNumberErrors: PhoneNumberErrorList
        }
}

/// Names the group of Voice Connectors of the operation.
@mixin
structure VoiceConnectorGroupScoped {
    /// The group. It must belong to the caller's organization.
    @required
    @httpLabel
    VoiceConnectorGroupId: ResourceId
}

/// A group of Voice Connectors, tried one after the other.
structure VoiceConnectorGroup {
    /// The identifier of the group.
    VoiceConnectorGroupId: NonEmptyString

    /// The name.
    Name: VoiceConnectorName

    /// The Voice Connectors; the one with the lowest priority comes first.
    VoiceConnectorItems: VoiceConnectorItemList

    /// The time of the creation.
    CreatedTimestamp: Iso8601Timestamp

    /// The time of the last change; changes of its numbers do not count.
    UpdatedTimestamp: Iso8601Timestamp

    /// The ARN of the group, for policies.
    VoiceConnectorGroupArn: NonEmptyString
}

/// An item of a group of Voice Connectors.
structure VoiceConnectorItem {
    /// The Voice Connector, which may be an item of other groups too.
    @required
    VoiceConnectorId: ResourceId

    /// The priority: the item with the lowest is tried first. No two items of a group have the same.
    @required
    Priority: VoiceConnectorItemPriority
}

/// The priority of an item of a group; 1 is first.
@range(min: 1, max: 99)
integer VoiceConnectorItemPriority

/// The items of a group. The number of priorities bounds the list; the installation's limit is lower.
@length(max: 99)
list VoiceConnectorItemList {
    member: VoiceConnectorItem
}

list VoiceConnectorGroupList {
    member: VoiceConnectorGroup
}
