$version: "2.0"

namespace org.carillon.api

/// Tells where calls to the numbers of a Voice Connector go. NotFound while that was never set, or was deleted.
@readonly
@http(method: "GET", uri: "/voice-connectors/{VoiceConnectorId}/origination", code: 200)
operation GetVoiceConnectorOrigination with [UsualErrors] {
    input :=
        /// Which Voice Connector to look at.
        with [VoiceConnectorScoped] {}

    output :=
        /// The settings as of now.
        {
            /// The origination settings.
            Origination: Origination
        }
}

/// Sets where calls to the numbers of a Voice Connector go, as a whole. Routes or Disabled is needed; without Routes
/// there are none afterwards. Emergency calling needs a way to call back, so while it is configured, origination keeps a
/// route and cannot be disabled.
@idempotent
@http(method: "PUT", uri: "/voice-connectors/{VoiceConnectorId}/origination", code: 200)
operation PutVoiceConnectorOrigination with [UsualErrors] {
    input :=
        /// The Voice Connector, and its new settings.
        with [VoiceConnectorScoped] {
            /// The settings that it shall have.
            @required
            Origination: Origination
        }

    output :=
        /// The settings after the change.
        {
            /// The settings, with the defaults of what was left out.
            Origination: Origination
        }
}

/// Deletes the origination settings of a Voice Connector, so that calls to its numbers go nowhere. Settings that are
/// not there are as good as deleted. Emergency calling needs origination, so its configuration must be deleted first.
@idempotent
@http(method: "DELETE", uri: "/voice-connectors/{VoiceConnectorId}/origination", code: 204)
operation DeleteVoiceConnectorOrigination with [UsualErrors] {
    input :=
        /// Whose settings to delete.
        with [VoiceConnectorScoped] {}

    output: Unit
}

/// Where calls to the numbers of a Voice Connector go.
structure Origination {
    /// The ways to the equipment, in the order in which they were given.
    Routes: OriginationRouteList

    /// Whether calls are refused although there are routes; false when absent.
    Disabled: Boolean
}

/// Ways to the equipment. No two have the same host, port and protocol.
@length(max: 20)
list OriginationRouteList {
    /// A way.
    member: OriginationRoute
}

/// One way to the equipment of a Voice Connector.
structure OriginationRoute {
    /// The host's name or its IP address, without a scheme, a port or brackets.
    @required
    Host: OriginationHost

    /// The port; 5060 when absent. 0 leaves it to the service records of the host's name.
    Port: Port

    /// The protocol; when absent, TCP if the Voice Connector requires encryption, and UDP if not.
    Protocol: OriginationRouteProtocol

    /// Hosts of priority 1, which is the default, are tried first.
    Priority: OriginationRoutePriority

    /// Among hosts of equal priority, the share of calls, which is that of its weight in the sum of weights; 1 when
    /// absent.
    Weight: OriginationRouteWeight
}

/// The name of a host, or its IP address.
@length(max: 253)
string OriginationHost

/// A port.
@range(min: 0, max: 65535)
integer Port

/// What carries SIP.
enum OriginationRouteProtocol {
    /// A connection.
    TCP

    /// Datagrams.
    UDP
}

/// A place in the order in which hosts are tried.
@range(min: 1, max: 100)
integer OriginationRoutePriority

/// A weight among hosts of equal priority.
@range(min: 1, max: 100)
integer OriginationRouteWeight
