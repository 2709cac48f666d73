$version: "2.0"

namespace org.carillon.api

/// Shows the destination of calls to the numbers of a Voice Connector. Settings that were never set, or were deleted,
/// are not found.
@readonly
@http(method: "GET", uri: "/voice-connectors/{VoiceConnectorId}/origination", code: 200)
operation GetVoiceConnectorOrigination with [UsualErrors] {
    input :=
        /// The Voice Connector to show.
        with [VoiceConnectorScoped] {}

    output :=
        /// The settings as of now.
        {
            /// The origination settings.
            Origination: Origination
        }
}

/// Replaces the origination settings, which have the destination of calls to the numbers of a Voice Connector. Give
/// Routes or Disabled; without Routes there are none afterwards. Emergency services call back. So while emergency
/// calling is configured, origination must keep a route and stay enabled.
@idempotent
@http(method: "PUT", uri: "/voice-connectors/{VoiceConnectorId}/origination", code: 200)
operation PutVoiceConnectorOrigination with [UsualErrors] {
    input :=
        /// The Voice Connector and its new settings.
        with [VoiceConnectorScoped] {
            /// The new settings.
            @required
            Origination: Origination
        }

    output :=
        /// The settings after the change.
        {
            /// The settings, with defaults for absent members.
            Origination: Origination
        }
}

/// Deletes the origination settings of a Voice Connector; calls to its numbers then have no destination. Deleting
/// settings that do not exist succeeds. Emergency calling needs origination, so delete its configuration first.
@idempotent
@http(method: "DELETE", uri: "/voice-connectors/{VoiceConnectorId}/origination", code: 204)
operation DeleteVoiceConnectorOrigination with [UsualErrors] {
    input :=
        /// The Voice Connector of the settings.
        with [VoiceConnectorScoped] {}

    output: Unit
}

/// The destination of calls to the numbers of a Voice Connector.
structure Origination {
    /// The routes to the equipment, in the order of the request.
    Routes: OriginationRouteList

    /// Whether calls are refused in spite of the routes; false when absent.
    Disabled: Boolean
}

/// Routes to the equipment. No two have the same host, port and protocol.
@length(max: 20)
list OriginationRouteList {
    /// A route.
    member: OriginationRoute
}

/// One route to the equipment of a Voice Connector.
structure OriginationRoute {
    /// The name or IP address of the host, without a scheme, a port or brackets.
    @required
    Host: OriginationHost

    /// The port; 5060 when absent. With 0 the service records of the host's name decide.
    Port: Port

    /// The protocol; when absent, TCP if the Voice Connector requires encryption, and UDP if not.
    Protocol: OriginationRouteProtocol

    /// The priority; 1 when absent. Hosts of priority 1 are tried first.
    Priority: OriginationRoutePriority

    /// The weight among hosts of equal priority; 1 when absent. The share of calls is the weight divided by the sum of
    /// weights.
    Weight: OriginationRouteWeight
}

/// The name of a host, or its IP address.
@length(max: 253)
string OriginationHost

/// A port.
@range(min: 0, max: 65535)
integer Port

/// The transports of SIP.
enum OriginationRouteProtocol {
    /// TCP.
    TCP

    /// UDP.
    UDP
}

/// The priority of a host.
@range(min: 1, max: 100)
integer OriginationRoutePriority

/// A weight among hosts of equal priority.
@range(min: 1, max: 100)
integer OriginationRouteWeight
