$version: "2.0"

namespace org.carillon.api

/// Tells which logs of a Voice Connector are written. None are while that was never set.
@readonly
@http(method: "GET", uri: "/voice-connectors/{VoiceConnectorId}/logging-configuration", code: 200)
operation GetVoiceConnectorLoggingConfiguration with [UsualErrors] {
    input :=
        /// Which Voice Connector to look at.
        with [VoiceConnectorScoped] {}

    output :=
        /// The settings as of now.
        {
            /// Which logs are written.
            LoggingConfiguration: LoggingConfiguration
        }
}

/// Sets which logs of a Voice Connector are written; what the request leaves out is not.
@idempotent
@http(method: "PUT", uri: "/voice-connectors/{VoiceConnectorId}/logging-configuration", code: 200)
operation PutVoiceConnectorLoggingConfiguration with [UsualErrors] {
    input :=
        /// The Voice Connector, and its new settings.
        with [VoiceConnectorScoped] {
            /// Which logs shall be written.
            @required
            LoggingConfiguration: LoggingConfiguration
        }

    output :=
        /// The settings after the change.
        {
            /// Which logs are written.
            LoggingConfiguration: LoggingConfiguration
        }
}

/// Tells where emergency calls through a Voice Connector go. NotFound while that was never set, or was deleted.
@readonly
@http(method: "GET", uri: "/voice-connectors/{VoiceConnectorId}/emergency-calling-configuration", code: 200)
operation GetVoiceConnectorEmergencyCallingConfiguration with [UsualErrors] {
    input :=
        /// Which Voice Connector to look at.
        with [VoiceConnectorScoped] {}

    output :=
        /// The settings as of now.
        {
            /// Where emergency calls go.
            EmergencyCallingConfiguration: EmergencyCallingConfiguration
        }
}

/// Sets where emergency calls through a Voice Connector go, as a whole. Its termination and its origination must be set
/// and not disabled, the origination with a route: an emergency service calls back. The numbers belong to that service,
/// so they are not looked for in the inventory.
@idempotent
@http(method: "PUT", uri: "/voice-connectors/{VoiceConnectorId}/emergency-calling-configuration", code: 200)
operation PutVoiceConnectorEmergencyCallingConfiguration with [UsualErrors] {
    input :=
        /// The Voice Connector, and its new settings.
        with [VoiceConnectorScoped] {
            /// Where emergency calls shall go.
            @required
            EmergencyCallingConfiguration: EmergencyCallingConfiguration
        }

    output :=
        /// The settings after the change.
        {
            /// Where emergency calls go.
            EmergencyCallingConfiguration: EmergencyCallingConfiguration
        }
}

/// Deletes what says where emergency calls through a Voice Connector go. Settings that are not there are as good as
/// deleted.
@idempotent
@http(method: "DELETE", uri: "/voice-connectors/{VoiceConnectorId}/emergency-calling-configuration", code: 204)
operation DeleteVoiceConnectorEmergencyCallingConfiguration with [UsualErrors] {
    input :=
        /// Whose settings to delete.
        with [VoiceConnectorScoped] {}

    output: Unit
}

/// Which logs of a Voice Connector are written.
structure LoggingConfiguration {
    /// Whether SIP messages are logged.
    EnableSIPLogs: Boolean

    /// Whether the quality of the media is logged.
    EnableMediaMetricLogs: Boolean
}

/// Where emergency calls through a Voice Connector go.
structure EmergencyCallingConfiguration {
    /// One entry for each country that emergency calls come from. At least one is needed.
    DNIS: DNISEmergencyCallingConfigurationList
}

/// Where emergency calls go, by the country that they come from; no country comes twice.
@length(min: 1, max: 20)
list DNISEmergencyCallingConfigurationList {
    /// What holds for one country.
    member: DNISEmergencyCallingConfiguration
}

/// Where the emergency calls from one country go.
structure DNISEmergencyCallingConfiguration {
    /// The number of the emergency service that takes the calls.
    @required
    EmergencyPhoneNumber: E164PhoneNumber

    /// The number that test calls go to; it is not the one for emergencies.
    TestPhoneNumber: E164PhoneNumber

    /// The country that the calls come from.
    @required
    CallingCountry: CallingRegion
}
