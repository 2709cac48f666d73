$version: "2.0"

namespace org.carillon.api

/// Creates a Voice Connector: a SIP trunk between the organization's own telephone system and the telephone network. It
/// holds no numbers yet. Names need not differ.
@http(method: "POST", uri: "/voice-connectors", code: 201)
operation CreateVoiceConnector {
    input :=
        /// What the Voice Connector shall be.
        {
            /// The name that people know it by.
            @required
            Name: VoiceConnectorName

            /// The region that its ARN names; us-east-1 when absent.
            AwsRegion: VoiceConnectorAwsRegion

            /// Whether its signalling and media must be encrypted.
            @required
            RequireEncryption: Boolean

            /// The tags that it begins with.
            Tags: TagList

            /// What it is joined to in Amazon Connect. It is kept, and has no effect here.
            IntegrationType: VoiceConnectorIntegrationType

            /// Which versions of the Internet Protocol it speaks; IPv4 alone when absent.
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

/// Shows a Voice Connector, with the host name that the organization's telephone system sends its calls to.
@readonly
@http(method: "GET", uri: "/voice-connectors/{VoiceConnectorId}", code: 200)
operation GetVoiceConnector with [UsualErrors] {
    input :=
        /// Which Voice Connector to look at.
        with [VoiceConnectorScoped] {}

    output :=
        /// The Voice Connector as of now.
        {
            /// The Voice Connector.
            VoiceConnector: VoiceConnector
        }
}

/// Lists the organization's Voice Connectors in order of creation, a page at a time.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "VoiceConnectors")
@http(method: "GET", uri: "/voice-connectors", code: 200)
operation ListVoiceConnectors {
    input :=
        /// Which page to list.
        {
            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken

            /// The most Voice Connectors to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100
        }

    output :=
        /// One page of Voice Connectors.
        {
            /// The Voice Connectors.
            VoiceConnectors: VoiceConnectorList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Renames a Voice Connector and says anew whether it requires encryption. Its numbers stay with it.
@idempotent
@http(method: "PUT", uri: "/voice-connectors/{VoiceConnectorId}", code: 200)
operation UpdateVoiceConnector with [UsualErrors] {
    input :=
        /// The Voice Connector, and what it shall be.
        with [VoiceConnectorScoped] {
            /// The name that people know it by.
            @required
            Name: VoiceConnectorName

            /// Whether its signalling and media must be encrypted.
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

/// Deletes a Voice Connector. One that still holds phone numbers is refused with PhoneNumberAssociationsExist, one
/// that is still an item of a group with VoiceConnectorGroupAssociationsExist, and one whose host name is the trigger
/// of a SIP rule with Conflict.
@idempotent
@http(method: "DELETE", uri: "/voice-connectors/{VoiceConnectorId}", code: 204)
operation DeleteVoiceConnector with [UsualErrors] {
    input :=
        /// Which Voice Connector to delete.
        with [VoiceConnectorScoped] {}

    output: Unit

    errors: [
        ConflictException
    ]
}

/// Gives up to 500 numbers of the inventory to a Voice Connector. Each must be of the product VoiceConnector; each is
/// refused or given by itself. One that somebody else holds is refused, unless ForceAssociate takes it from there at the
/// same instant. One that the Voice Connector has already stays as it is.
@http(
    method: "POST"
    uri: "/voice-connectors/{VoiceConnectorId}?operation=associate-phone-numbers"
    code: 200
)
operation AssociatePhoneNumbersWithVoiceConnector with [UsualErrors] {
    input :=
        /// The Voice Connector, and what to give to it.
        with [VoiceConnectorScoped] {
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

/// Takes up to 500 numbers from a Voice Connector and returns them to the inventory, Unassigned. Each is refused or taken
/// by itself; one that the Voice Connector does not hold is refused.
@http(
    method: "POST"
    uri: "/voice-connectors/{VoiceConnectorId}?operation=disassociate-phone-numbers"
    code: 200
)
operation DisassociatePhoneNumbersFromVoiceConnector with [UsualErrors] {
    input :=
        /// The Voice Connector, and what to take from it.
        with [VoiceConnectorScoped] {
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

/// Lists the regions that a Voice Connector can be created with. They are names only: every Voice Connector is served
/// from this installation.
@readonly
@http(method: "GET", uri: "/voice-connector-regions", code: 200)
operation ListAvailableVoiceConnectorRegions {
    input :=
        /// Nothing: the regions are the same for everybody.
        {}

    output :=
        /// What there is to choose from.
        {
            /// The regions.
            VoiceConnectorRegions: VoiceConnectorAwsRegionList
        }
}

/// Says which Voice Connector an operation is about.
@mixin
structure VoiceConnectorScoped {
    /// The Voice Connector. It must belong to the caller's organization.
    @required
    @httpLabel
    VoiceConnectorId: ResourceId
}

/// A SIP trunk between the organization's own telephone system and the telephone network.
structure VoiceConnector {
    /// The identifier: 22 lowercase letters and digits, which also begin its host name.
    VoiceConnectorId: NonEmptyString

    /// The region that its ARN names.
    AwsRegion: VoiceConnectorAwsRegion

    /// The name that people know it by.
    Name: VoiceConnectorName

    /// Where the organization's telephone system sends its calls to: the identifier, and the installation's domain.
    OutboundHostName: String

    /// Whether its signalling and media must be encrypted.
    RequireEncryption: Boolean

    /// When it was created.
    CreatedTimestamp: Iso8601Timestamp

    /// When it was last changed; what numbers it holds does not count.
    UpdatedTimestamp: Iso8601Timestamp

    /// The name by which tags and policies know it.
    VoiceConnectorArn: NonEmptyString

    /// What it is joined to in Amazon Connect; absent for nothing.
    IntegrationType: VoiceConnectorIntegrationType

    /// Which versions of the Internet Protocol it speaks.
    NetworkType: NetworkType
}

/// The regions that an ARN may name.
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

/// What a Voice Connector is joined to in Amazon Connect.
enum VoiceConnectorIntegrationType {
    /// Calls can be handed over from another telephone system.
    CONNECT_CALL_TRANSFER_CONNECTOR = "CONNECT_CALL_TRANSFER_CONNECTOR"

    /// Calls of another telephone system are listened to by Contact Lens.
    CONNECT_ANALYTICS_CONNECTOR = "CONNECT_ANALYTICS_CONNECTOR"
}

/// Which versions of the Internet Protocol something speaks.
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

/// The numbers that one request gives to, or takes from, a Voice Connector or a group of them: up to 500. The contract
/// has no bound of its own; an empty list changes nothing.
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
