$version: "2.0"

namespace org.carillon.api

/// Shows which logs of a Voice Connector are written. Without settings none are.
@readonly
@http(method: "GET", uri: "/voice-connectors/{VoiceConnectorId}/logging-configuration", code: 200)
operation GetVoiceConnectorLoggingConfiguration with [UsualErrors] {
    input :=
        /// The Voice Connector to show.
        with [VoiceConnectorScoped] {}

    output :=
        /// The settings as of now.
        {
            /// The logs that are written.
            LoggingConfiguration: LoggingConfiguration
        }
}

/// Sets which logs of a Voice Connector are written; absent ones are not.
@idempotent
@http(method: "PUT", uri: "/voice-connectors/{VoiceConnectorId}/logging-configuration", code: 200)
operation PutVoiceConnectorLoggingConfiguration with [UsualErrors] {
    input :=
        /// The Voice Connector and its new settings.
        with [VoiceConnectorScoped] {
            /// The logs to write.
            @required
            LoggingConfiguration: LoggingConfiguration
        }

    output :=
        /// The settings after the change.
        {
            /// The logs that are written.
            LoggingConfiguration: LoggingConfiguration
        }
}

/// Shows the destination of emergency calls through a Voice Connector. Settings that were never set, or were deleted,
/// are not found.
@readonly
@http(method: "GET", uri: "/voice-connectors/{VoiceConnectorId}/emergency-calling-configuration", code: 200)
operation GetVoiceConnectorEmergencyCallingConfiguration with [UsualErrors] {
    input :=
        /// The Voice Connector to show.
        with [VoiceConnectorScoped] {}

    output :=
        /// The settings as of now.
        {
            /// The destination of emergency calls.
            EmergencyCallingConfiguration: EmergencyCallingConfiguration
        }
}

/// Replaces the destination of emergency calls through a Voice Connector. Its termination and origination must be set
/// and enabled, the origination with a route, since an emergency service calls back. The numbers belong to that
/// service, so they need not be in the inventory.
@idempotent
@http(method: "PUT", uri: "/voice-connectors/{VoiceConnectorId}/emergency-calling-configuration", code: 200)
operation PutVoiceConnectorEmergencyCallingConfiguration with [UsualErrors] {
    input :=
        /// The Voice Connector and its new settings.
        with [VoiceConnectorScoped] {
            /// The new destination of emergency calls.
            @required
            EmergencyCallingConfiguration: EmergencyCallingConfiguration
        }

    output :=
        /// The settings after the change.
        {
            /// The destination of emergency calls.
            EmergencyCallingConfiguration: EmergencyCallingConfiguration
        }
}

/// Deletes the destination of emergency calls through a Voice Connector. Deleting settings that do not exist succeeds.
@idempotent
@http(method: "DELETE", uri: "/voice-connectors/{VoiceConnectorId}/emergency-calling-configuration", code: 204)
operation DeleteVoiceConnectorEmergencyCallingConfiguration with [UsualErrors] {
    input :=
        /// The Voice Connector of the settings.
        with [VoiceConnectorScoped] {}

    output: Unit
}

/// The logs of a Voice Connector that are written.
structure LoggingConfiguration {
    /// Whether SIP messages are logged.
    EnableSIPLogs: Boolean

    /// Whether the quality of the media is logged.
    EnableMediaMetricLogs: Boolean
}

/// The destination of emergency calls through a Voice Connector.
structure EmergencyCallingConfiguration {
    /// One entry for each country from which emergency calls come; at least one.
    DNIS: DNISEmergencyCallingConfigurationList
}

/// The destinations of emergency calls by country, each country once.
@length(min: 1, max: 20)
list DNISEmergencyCallingConfigurationList {
    /// The settings of one country.
    member: DNISEmergencyCallingConfiguration
}

/// The destination of emergency calls from one country.
structure DNISEmergencyCallingConfiguration {
    /// The number of the emergency service that takes the calls.
    @required
    EmergencyPhoneNumber: E164PhoneNumber

    /// The number for test calls; it must differ from the one for emergencies.
    TestPhoneNumber: E164PhoneNumber

    /// The country from which the calls come.
    @required
    CallingCountry: CallingRegion
}
