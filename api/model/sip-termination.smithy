$version: "2.0"

namespace org.carillon.api

/// Tells from where and where to equipment may make calls through a Voice Connector. NotFound while that was never
/// set, or was deleted.
@readonly
@http(method: "GET", uri: "/voice-connectors/{VoiceConnectorId}/termination", code: 200)
operation GetVoiceConnectorTermination with [UsualErrors] {
    input :=
        /// Which Voice Connector to look at.
        with [VoiceConnectorScoped] {}

    output :=
        /// The settings as of now.
        {
            /// The termination settings.
            Termination: Termination
        }
}

/// Sets from where and where to equipment may make calls through a Voice Connector, as a whole: what the request
/// leaves out takes its default, whatever stood there before. CallingRegions and CidrAllowedList are needed.
///
/// Address ranges are checked so that what is kept is what was meant: the address is the first one of the range, no
/// range contains another, and none is wider than /8 (IPv4) or /32 (IPv6, for DUAL_STACK Voice Connectors only).
/// Private ranges are allowed, since the equipment of a self-hosted installation often stands there.
///
/// Emergency calling needs termination, so while it is configured, termination cannot be disabled.
@idempotent
@http(method: "PUT", uri: "/voice-connectors/{VoiceConnectorId}/termination", code: 200)
operation PutVoiceConnectorTermination with [UsualErrors] {
    input :=
        /// The Voice Connector, and its new settings.
        with [VoiceConnectorScoped] {
            /// The settings that it shall have.
            @required
            Termination: Termination
        }

    output :=
        /// The settings after the change.
        {
            /// The settings, with the defaults of what was left out.
            Termination: Termination
        }

    errors: [
        AccessDeniedException
    ]
}

/// Deletes the termination settings of a Voice Connector, so that no equipment makes calls through it; its credentials
/// stay. Settings that are not there are as good as deleted. Emergency calling needs termination, so its configuration
/// must be deleted first.
@idempotent
@http(method: "DELETE", uri: "/voice-connectors/{VoiceConnectorId}/termination", code: 204)
operation DeleteVoiceConnectorTermination with [UsualErrors] {
    input :=
        /// Whose settings to delete.
        with [VoiceConnectorScoped] {}

    output: Unit
}

/// Lists the user names with which equipment can sign in to make calls through a Voice Connector, in the order of
/// their characters. Passwords are never shown.
@readonly
@http(method: "GET", uri: "/voice-connectors/{VoiceConnectorId}/termination/credentials", code: 200)
operation ListVoiceConnectorTerminationCredentials with [UsualErrors] {
    input :=
        /// Whose credentials to list.
        with [VoiceConnectorScoped] {}

    output :=
        /// The credentials, without their passwords.
        {
            /// The user names.
            Usernames: SipUsernames
        }
}

/// Adds credentials with which equipment signs in (SIP digest) to make calls through a Voice Connector. A user name
/// that is there already gets the new password; the others stay. A Voice Connector has twenty at most.
@http(method: "POST", uri: "/voice-connectors/{VoiceConnectorId}/termination/credentials?operation=put", code: 204)
operation PutVoiceConnectorTerminationCredentials with [UsualErrors] {
    input :=
        /// The Voice Connector, and its new credentials.
        with [VoiceConnectorScoped] {
            /// The credentials to add or to change; no user name may come twice.
            @required
            Credentials: CredentialList
        }

    output: Unit
}

/// Deletes credentials of a Voice Connector by their user names. A user name that is not there is passed over, so that
/// a request whose answer was lost can be sent again.
@http(method: "POST", uri: "/voice-connectors/{VoiceConnectorId}/termination/credentials?operation=delete", code: 204)
operation DeleteVoiceConnectorTerminationCredentials with [UsualErrors] {
    input :=
        /// The Voice Connector, and the user names to delete.
        with [VoiceConnectorScoped] {
            /// The user names.
            @required
            Usernames: SipUsernames
        }

    output: Unit
}

/// Tells when and from where the equipment of a Voice Connector last sent SIP OPTIONS. Before the first time, the
/// answer has neither.
@readonly
@http(method: "GET", uri: "/voice-connectors/{VoiceConnectorId}/termination/health", code: 200)
operation GetVoiceConnectorTerminationHealth with [UsualErrors] {
    input :=
        /// Which Voice Connector to look at.
        with [VoiceConnectorScoped] {}

    output :=
        /// What was heard of the equipment.
        {
            /// The last sign of life.
            TerminationHealth: TerminationHealth
        }
}

/// Notes that the equipment of a Voice Connector has just sent SIP OPTIONS: for whatever speaks SIP in front of it,
/// about once a minute. Only the latest is kept. Not part of the Amazon Chime API.
@tags(["Carillon"])
@http(method: "POST", uri: "/voice-connectors/{VoiceConnectorId}/termination/health", code: 204)
operation RecordVoiceConnectorTerminationHealth with [UsualErrors] {
    input :=
        /// The Voice Connector, and what was heard.
        with [VoiceConnectorScoped] {
            /// The IP address that the message came from.
            @required
            Source: SourceAddress
        }

    output: Unit
}

/// From where and where to equipment may make calls through a Voice Connector.
structure Termination {
    /// How many calls may begin in one second; 1 when absent. The installation has an upper limit.
    CpsLimit: CpsLimit

    /// The number that calls come from whose own caller number is not the Voice Connector's. It is an Unassigned number
    /// of the organization, or one of this Voice Connector or its groups, of product type VoiceConnector. It is not
    /// shown while it is neither any more.
    DefaultPhoneNumber: E164PhoneNumber

    /// The countries that may be called.
    CallingRegions: CallingRegionList

    /// The ranges of addresses that calls may come from.
    CidrAllowedList: CidrList

    /// Whether calls are refused although everything is set; false when absent.
    Disabled: Boolean
}

/// How many calls may begin in one second.
@range(min: 1)
integer CpsLimit

/// The countries that may be called, each once.
@length(min: 1, max: 300)
list CallingRegionList {
    /// A country.
    member: CallingRegion
}

/// A country by its two capital letters (ISO 3166-1), such as US. Of places with telephone numbers of their own that
/// the standard has no letters for, Kosovo is XK, Ascension AC and Tristan da Cunha TA.
@pattern("^[A-Z]{2}$")
@form("a country of two capital letters, such as US")
string CallingRegion

/// Ranges of addresses, of which none contains another.
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

/// With what equipment signs in to make calls.
structure Credential {
    /// The user name, one of its kind in the Voice Connector; small and capital letters differ.
    @required
    Username: SipUsername

    /// The password. It is kept sealed and never shown again.
    @required
    Password: SipPassword
}

/// User names for SIP digest.
@length(max: 20)
list SipUsernames {
    /// A user name.
    member: SipUsername
}

/// A user name for SIP digest: 1 to 128 printable ASCII characters, neither a colon nor a blank at either end.
@pattern("^[!-9;-~]([ -9;-~]{0,126}[!-9;-~])?$")
@form("a user name of 1 to 128 printable ASCII characters without a colon, such as trunk-1")
@sensitive
string SipUsername

/// A password for SIP digest: 8 to 128 printable ASCII characters, blanks among them.
@pattern("^[ -~]{8,128}$")
@form("a password of 8 to 128 printable ASCII characters")
@sensitive
string SipPassword

/// The last sign of life of a Voice Connector's equipment.
structure TerminationHealth {
    /// When SIP OPTIONS last came; absent before the first time.
    Timestamp: Iso8601Timestamp

    /// The IP address that they came from; absent before the first time.
    Source: SourceAddress
}

/// An IP address, such as 198.51.100.7 or 2001:db8::7.
@length(max: 45)
string SourceAddress
