$version: "2.0"

namespace org.carillon.api

/// Creates a Voice Connector: a SIP trunk between the organization's own telephone system and the telephone network. It
/// holds no numbers yet. Several may have the same name.
@http(method: "POST", uri: "/voice-connectors", code: 201)
operation CreateVoiceConnector with [AmazonErrors] {
    input :=
        /// The settings of the Voice Connector.
        {
            /// The name.
            @required
            Name: VoiceConnectorName

            /// The region in the ARN; us-east-1 when absent.
            AwsRegion: VoiceConnectorAwsRegion

            /// Whether signalling and media must be encrypted.
            @required
            RequireEncryption: Boolean

            /// The tags of the new Voice Connector.
            Tags: TagList

            /// The integration with Amazon Connect. It is kept and has no effect here.
            IntegrationType: VoiceConnectorIntegrationType

            /// The versions of the Internet Protocol; IPv4 alone when absent.
            NetworkType: NetworkType
        }

    output :=
        /// The new Voice Connector.
        {
            /// The Voice Connector.
            VoiceConnector: VoiceConnector
        }

    errors: [
        AccessDeniedException
        ResourceLimitExceededException
    ]
}

/// Shows a Voice Connector, with the host name to which the organization's telephone system sends its calls.
@readonly
@http(method: "GET", uri: "/voice-connectors/{VoiceConnectorId}", code: 200)
operation GetVoiceConnector with [UsualErrors] {
    input :=
        /// The Voice Connector to show.
        with [VoiceConnectorScoped] {}

    output :=
        /// The Voice Connector as of now.
        {
            /// The Voice Connector.
            VoiceConnector: VoiceConnector
        }
}

/// Lists the organization's Voice Connectors in order of creation, in pages.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "VoiceConnectors")
@http(method: "GET", uri: "/voice-connectors", code: 200)
operation ListVoiceConnectors with [AmazonErrors] {
    input :=
        /// The page to list.
        {
            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken

            /// The most Voice Connectors in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100
        }

    output :=
        /// One page of Voice Connectors.
        {
            /// The Voice Connectors.
            VoiceConnectors: VoiceConnectorList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Changes the name of a Voice Connector and whether it requires encryption. Its numbers stay.
@idempotent
@http(method: "PUT", uri: "/voice-connectors/{VoiceConnectorId}", code: 200)
operation UpdateVoiceConnector with [UsualErrors] {
    input :=
        /// The Voice Connector and its new settings.
        with [VoiceConnectorScoped] {
            /// The name.
            @required
            Name: VoiceConnectorName

            /// Whether signalling and media must be encrypted.
            @required
            RequireEncryption: Boolean
        }

    output :=
        /// The Voice Connector after the change.
        {
            /// The Voice Connector.
            VoiceConnector: VoiceConnector
        }
}

/// Deletes a Voice Connector. A connector with phone numbers is refused with PhoneNumberAssociationsExist, an item of a
/// group with VoiceConnectorGroupAssociationsExist, and a connector whose host name triggers a SIP rule with Conflict.
@idempotent
@http(method: "DELETE", uri: "/voice-connectors/{VoiceConnectorId}", code: 204)
operation DeleteVoiceConnector with [UsualErrors] {
    input :=
        /// The Voice Connector to delete.
        with [VoiceConnectorScoped] {}

    output: Unit

    errors: [
        ConflictException
    ]
}

/// Assigns up to 500 numbers of the inventory to a Voice Connector. Each number must have the product type
/// VoiceConnector, and is assigned or refused separately. A number with another holder is refused, unless
/// ForceAssociate moves it at the same instant. A number that the Voice Connector already has stays as it is.
@http(
    method: "POST"
    uri: "/voice-connectors/{VoiceConnectorId}?operation=associate-phone-numbers"
    code: 200
)
operation AssociatePhoneNumbersWithVoiceConnector with [UsualErrors] {
    input :=
        /// The Voice Connector and the numbers to assign.
        with [VoiceConnectorScoped] {
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

/// Unassigns up to 500 numbers of a Voice Connector; they return to the inventory. Each number is unassigned or refused
/// separately; a number that the Voice Connector does not hold is refused.
@http(
    method: "POST"
    uri: "/voice-connectors/{VoiceConnectorId}?operation=disassociate-phone-numbers"
    code: 200
)
operation DisassociatePhoneNumbersFromVoiceConnector with [UsualErrors] {
    input :=
        /// The Voice Connector and the numbers to unassign.
        with [VoiceConnectorScoped] {
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

/// Lists the regions of Voice Connectors. They are names only: this installation serves every Voice Connector.
@readonly
@http(method: "GET", uri: "/voice-connector-regions", code: 200)
operation ListAvailableVoiceConnectorRegions with [AmazonErrors] {
    input :=
        /// No members.
        {}

    output :=
        /// The regions.
        {
            /// The regions.
            VoiceConnectorRegions: VoiceConnectorAwsRegionList
        }
}

/// Names the Voice Connector of the operation.
@mixin
structure VoiceConnectorScoped {
    /// The Voice Connector. It must belong to the caller's organization.
    @required
    @httpLabel
    VoiceConnectorId: ResourceId
}

/// A SIP trunk between the organization's own telephone system and the telephone network.
structure VoiceConnector {
    /// The identifier: 22 lowercase letters and digits, with which the host name begins.
    VoiceConnectorId: NonEmptyString

    /// The region in the ARN.
    AwsRegion: VoiceConnectorAwsRegion

    /// The name.
    Name: VoiceConnectorName

    /// The host name to which the organization's telephone system sends its calls: the identifier and the
    /// installation's domain.
    OutboundHostName: String

    /// Whether signalling and media must be encrypted.
    RequireEncryption: Boolean

    /// The time of the creation.
    CreatedTimestamp: Iso8601Timestamp

    /// The time of the last change; changes of its numbers do not count.
    UpdatedTimestamp: Iso8601Timestamp

    /// The ARN, for tags and policies.
    VoiceConnectorArn: NonEmptyString

    /// The integration with Amazon Connect; absent for none.
    IntegrationType: VoiceConnectorIntegrationType

    /// The versions of the Internet Protocol.
    NetworkType: NetworkType
}

/// The regions of ARNs.
enum VoiceConnectorAwsRegion {
    /// Northern Virginia.
    US_EAST_1 = "us-east-1"

    /// Oregon.
    US_WEST_2 = "us-west-2"

    /// Central Canada.
    CA_CENTRAL_1 = "ca-central-1"

    /// Frankfurt.
    EU_CENTRAL_1 = "eu-central-1"

    /// Ireland.
    EU_WEST_1 = "eu-west-1"

    /// London.
    EU_WEST_2 = "eu-west-2"

    /// Seoul.
    AP_NORTHEAST_2 = "ap-northeast-2"

    /// Tokyo.
    AP_NORTHEAST_1 = "ap-northeast-1"

    /// Singapore.
    AP_SOUTHEAST_1 = "ap-southeast-1"

    /// Sydney.
    AP_SOUTHEAST_2 = "ap-southeast-2"
}

/// The integrations of a Voice Connector with Amazon Connect.
enum VoiceConnectorIntegrationType {
    /// Another telephone system can transfer calls.
    CONNECT_CALL_TRANSFER_CONNECTOR = "CONNECT_CALL_TRANSFER_CONNECTOR"

    /// Contact Lens analyzes calls of another telephone system.
    CONNECT_ANALYTICS_CONNECTOR = "CONNECT_ANALYTICS_CONNECTOR"
}

/// The versions of the Internet Protocol.
enum NetworkType {
    /// IPv4 alone.
    IPV4_ONLY = "IPV4_ONLY"

    /// IPv4 and IPv6.
    DUAL_STACK = "DUAL_STACK"
}

/// The name of a Voice Connector or of a group of them: letters, digits, blanks, underscores, full stops and hyphens.
@length(min: 1, max: 256)
@pattern("^[a-zA-Z0-9 _.-]+$")
@form("a name of letters, digits, blanks and _.- such as Main trunk")
string VoiceConnectorName

/// The numbers of one request to a Voice Connector or a group: up to 500. An empty list changes nothing. Amazon's
/// contract has no bound.
@length(max: 500)
list TrunkNumberList {
    member: E164PhoneNumber
}

list VoiceConnectorList {
    member: VoiceConnector
}

list VoiceConnectorAwsRegionList {
    member: VoiceConnectorAwsRegion
}
