$version: "2.0"

namespace org.carillon.api

/// What an operation on something that may not exist is refused with beyond the errors of the service.
@mixin
operation UsualErrors {
    errors: [
        NotFoundException
    ]
}

/// What every refusal says.
@mixin
structure Refusal {
    /// The reason, for programs.
    Code: ErrorCode

    /// The reason, for people: the rule, who holds the thing and since when, and what to do next.
    Message: String
}

/// The caller is known, but is not let near this resource.
@error("client")
@httpError(403)
structure AccessDeniedException with [Refusal] {}

/// The request is malformed, breaks a constraint, or asks for what the rules of the operation forbid.
@error("client")
@httpError(400)
structure BadRequestException with [Refusal] {}

/// The request contradicts the present state of the thing that it wants to change.
@error("client")
@httpError(409)
structure ConflictException with [Refusal] {}

/// The caller's policies do not allow the operation.
@error("client")
@httpError(403)
structure ForbiddenException with [Refusal] {}

/// Something that the request names does not exist in the caller's organization.
@error("client")
@httpError(404)
structure NotFoundException with [Refusal] {}

/// The request would exceed a limit on how many things there may be.
@error("client")
@httpError(400)
structure ResourceLimitExceededException with [Refusal] {}

/// The server met a fault of its own. Whether the request took effect is unknown.
@error("server")
@httpError(500)
structure ServiceFailureException with [Refusal] {}

/// The server cannot take the request now, for instance because its queue of writes is full. The same request may
/// succeed later.
@error("server")
@httpError(503)
structure ServiceUnavailableException with [Refusal] {}

/// The request is well formed and permitted, but something else must be done first.
@error("client")
@httpError(422)
structure UnprocessableEntityException with [Refusal] {}

/// The request bears no signature.
@error("client")
@httpError(403)
structure MissingAuthenticationTokenException with [Refusal] {}

/// The signature is not formed as Signature Version 4 wants it, or covers too little.
@error("client")
@httpError(400)
structure IncompleteSignatureException with [Refusal] {}

/// The access key is unknown or revoked, or the request bears a session token, of which none are issued.
@error("client")
@httpError(403)
structure UnrecognizedClientException with [Refusal] {}

/// The signature is another request's, or was made with another secret.
@error("client")
@httpError(403)
structure InvalidSignatureException with [Refusal] {}

/// The request was signed more than fifteen minutes ago or ahead, or is presigned and past its time.
@error("client")
@httpError(400)
structure RequestExpired with [Refusal] {}

/// Why a request, or one item of a batch, was refused.
enum ErrorCode {
    /// Malformed, out of bounds, or against a rule of the operation.
    BAD_REQUEST = "BadRequest"

    /// At odds with the present state of the thing.
    CONFLICT = "Conflict"

    /// Not allowed by the caller's policies.
    FORBIDDEN = "Forbidden"

    /// Nothing by that name in the caller's organization.
    NOT_FOUND = "NotFound"

    /// There would be too many of them.
    RESOURCE_LIMIT_EXCEEDED = "ResourceLimitExceeded"

    /// A fault of the server.
    SERVICE_FAILURE = "ServiceFailure"

    /// The caller is not let near this resource.
    ACCESS_DENIED = "AccessDenied"

    /// Not now; later perhaps.
    SERVICE_UNAVAILABLE = "ServiceUnavailable"

    /// Well formed, but something else comes first; the code of UnprocessableEntityException.
    UNPROCESSABLE = "Unprocessable"

    /// The Voice Connector is still an item of a Voice Connector group, or the group still has items.
    VOICE_CONNECTOR_GROUP_ASSOCIATIONS_EXIST = "VoiceConnectorGroupAssociationsExist"

    /// The phone number is still assigned, or the thing to be deleted still holds phone numbers.
    PHONE_NUMBER_ASSOCIATIONS_EXIST = "PhoneNumberAssociationsExist"

    /// No signature; the code of MissingAuthenticationTokenException.
    MISSING_AUTHENTICATION_TOKEN = "MissingAuthenticationToken"

    /// A malformed signature; the code of IncompleteSignatureException.
    INCOMPLETE_SIGNATURE = "IncompleteSignature"

    /// An access key that there is not; the code of UnrecognizedClientException.
    UNRECOGNIZED_CLIENT = "UnrecognizedClient"

    /// A signature that is not the request's; the code of InvalidSignatureException.
    INVALID_SIGNATURE = "InvalidSignature"

    /// Signed too long ago or too far ahead; the code of RequestExpired.
    REQUEST_EXPIRED = "RequestExpired"
}
