$version: "2.0"

namespace org.carillon.api

/// Shows from which addresses equipment may call through a Voice Connector, and to which countries. Settings that were
/// never set, or were deleted, are not found.
@readonly
@http(method: "GET", uri: "/voice-connectors/{VoiceConnectorId}/termination", code: 200)
operation GetVoiceConnectorTermination with [UsualErrors] {
    input :=
        /// The Voice Connector to show.
        with [VoiceConnectorScoped] {}

    output :=
        /// The settings as of now.
        {
            /// The termination settings.
            Termination: Termination
        }
}

/// Replaces the termination settings of a Voice Connector: from which addresses equipment may call, and to which
/// countries. Absent members take their defaults. CallingRegions and CidrAllowedList are required.
///
/// Each range must begin with its first address. No range may contain another. None may be wider than /8 (IPv4) or /32
/// (IPv6, for DUAL_STACK Voice Connectors only). Private ranges are allowed, since the equipment of a self-hosted
/// installation often has private addresses.
///
/// Emergency calling needs termination, so while it is configured, termination must stay enabled.
@idempotent
@http(method: "PUT", uri: "/voice-connectors/{VoiceConnectorId}/termination", code: 200)
operation PutVoiceConnectorTermination with [UsualErrors] {
    input :=
        /// The Voice Connector and its new settings.
        with [VoiceConnectorScoped] {
            /// The new settings.
            @required
            Termination: Termination
        }

    output :=
        /// The settings after the change.
        {
            /// The settings, with defaults for absent members.
            Termination: Termination
        }

    errors: [
        AccessDeniedException
    ]
}

/// Deletes the termination settings of a Voice Connector; equipment then cannot call through it. Its credentials stay.
/// Deleting settings that do not exist succeeds. Emergency calling needs termination, so delete its configuration
/// first.
@idempotent
@http(method: "DELETE", uri: "/voice-connectors/{VoiceConnectorId}/termination", code: 204)
operation DeleteVoiceConnectorTermination with [UsualErrors] {
    input :=
        /// The Voice Connector of the settings.
        with [VoiceConnectorScoped] {}

    output: Unit
}

/// Lists the user names with which equipment signs in to call through a Voice Connector, in the order of their
/// characters. Passwords are never shown.
@readonly
@http(method: "GET", uri: "/voice-connectors/{VoiceConnectorId}/termination/credentials", code: 200)
operation ListVoiceConnectorTerminationCredentials with [UsualErrors] {
    input :=
        /// The Voice Connector of the credentials.
        with [VoiceConnectorScoped] {}

    output :=
        /// The credentials, without their passwords.
        {
            /// The user names.
            Usernames: SipUsernames
        }
}

/// Adds credentials with which equipment signs in (SIP digest) to call through a Voice Connector. An existing user name
/// gets the new password; the others stay. A Voice Connector has at most twenty.
@http(method: "POST", uri: "/voice-connectors/{VoiceConnectorId}/termination/credentials?operation=put", code: 204)
operation PutVoiceConnectorTerminationCredentials with [UsualErrors] {
    input :=
        /// The Voice Connector and its new credentials.
        with [VoiceConnectorScoped] {
            /// The credentials to add or change, each user name once.
            @required
            Credentials: CredentialList
        }

    output: Unit
}

/// Deletes credentials of a Voice Connector by their user names. Unknown user names are ignored, so a client may repeat
/// a request without an answer.
@http(method: "POST", uri: "/voice-connectors/{VoiceConnectorId}/termination/credentials?operation=delete", code: 204)
operation DeleteVoiceConnectorTerminationCredentials with [UsualErrors] {
    input :=
        /// The Voice Connector and the user names to delete.
        with [VoiceConnectorScoped] {
            /// The user names.
            @required
            Usernames: SipUsernames
        }

    output: Unit
}

/// Shows the time and source of the last SIP OPTIONS from the equipment of a Voice Connector. Both are absent before
/// the first one.
@readonly
@http(method: "GET", uri: "/voice-connectors/{VoiceConnectorId}/termination/health", code: 200)
operation GetVoiceConnectorTerminationHealth with [UsualErrors] {
    input :=
        /// The Voice Connector to show.
        with [VoiceConnectorScoped] {}

    output :=
        /// The health of the equipment.
        {
            /// The last SIP OPTIONS.
            TerminationHealth: TerminationHealth
        }
}

/// Records that the equipment of a Voice Connector has just sent SIP OPTIONS. An engine calls it about once a minute.
/// Only the latest is kept. Not part of the Amazon Chime API.
@tags(["Carillon"])
@http(method: "POST", uri: "/voice-connectors/{VoiceConnectorId}/termination/health", code: 204)
operation ReportVoiceConnectorTerminationHealth with [OurUsualErrors] {
    input :=
        /// The Voice Connector and the source.
        with [VoiceConnectorScoped] {
            /// The IP address of the sender.
            @required
            Source: SourceAddress
        }

    output: Unit
}

/// The addresses from which equipment may call through a Voice Connector, and the countries that it may call.
structure Termination {
    /// The largest number of calls that begin in one second; 1 when absent. The operator sets an upper limit.
    CpsLimit: CpsLimit

    /// The number for calls whose caller number does not belong to the Voice Connector. It has the product type
    /// VoiceConnector, and is Unassigned or assigned to this Voice Connector or one of its groups. While neither is
    /// true, the answer omits it.
    DefaultPhoneNumber: E164PhoneNumber

    /// The countries that may be called.
    CallingRegions: CallingRegionList

    /// The ranges of addresses from which equipment may call.
    CidrAllowedList: CidrList

    /// Whether calls are refused in spite of the settings; false when absent.
    Disabled: Boolean
}

/// The largest number of calls that begin in one second.
@range(min: 1)
integer CpsLimit

/// The countries that may be called, each once.
@length(min: 1, max: 300)
list CallingRegionList {
    /// A country.
    member: CallingRegion
}

/// A country by its two capital letters (ISO 3166-1), such as US. Three places with telephone numbers of their own have
/// no code in the standard: Kosovo is XK, Ascension AC and Tristan da Cunha TA.
@pattern("^[A-Z]{2}$")
@form("a country of two capital letters, such as US")
string CallingRegion

/// Ranges of addresses; none contains another.
@length(min: 1, max: 100)
list CidrList {
    /// A range.
    member: CidrText
}

/// A range of addresses in CIDR form, such as 198.51.100.0/24 or 2001:db8:1::/48; one address is a range of /32 or
/// /128.
@length(max: 64)
string CidrText

/// Credentials for SIP digest.
@length(min: 1, max: 20)
list CredentialList {
    /// A user name with its password.
    member: Credential
}

/// The user name and password with which equipment signs in.
structure Credential {
    /// The user name, unique in the Voice Connector; letter case matters.
    @required
    Username: SipUsername

    /// The password. The server seals it and never shows it again.
    @required
    Password: SipPassword
}

/// User names for SIP digest.
@length(max: 20)
list SipUsernames {
    /// A user name.
    member: SipUsername
}

/// A user name for SIP digest: 1 to 128 printable ASCII characters, without colons, without a blank at either end.
@pattern("^[!-9;-~]([ -9;-~]{0,126}[!-9;-~])?$")
@form("a user name of 1 to 128 printable ASCII characters without a colon, such as trunk-1")
@sensitive
string SipUsername

/// A password for SIP digest: 8 to 128 printable ASCII characters, blanks included.
@pattern("^[ -~]{8,128}$")
@form("a password of 8 to 128 printable ASCII characters")
@sensitive
string SipPassword

/// The health of a Voice Connector's equipment.
structure TerminationHealth {
    /// The time of the last SIP OPTIONS; absent before the first one.
    Timestamp: Iso8601Timestamp

    /// The IP address of their sender; absent before the first one.
    Source: SourceAddress
}

/// An IP address, such as 198.51.100.7 or 2001:db8::7.
@length(max: 45)
string SourceAddress
