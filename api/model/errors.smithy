$version: "2.0"

namespace org.carillon.api

/// The errors of an operation on a resource that may not exist, beyond those of the service.
@mixin
operation AmazonErrors {
    errors: [
        ForbiddenException
    ]
}

/// The errors of an operation of Amazon's on a resource that may not exist, beyond those of the service.
@mixin
operation UsualErrors with [AmazonErrors] {
    errors: [
        NotFoundException
    ]
}

/// The error of an operation of ours for a caller whose policies do not allow it.
@mixin
operation OurErrors {
    errors: [
        AccessDeniedException
    ]
}

/// The errors of an operation of ours on a resource that may not exist, beyond those of the service.
@mixin
operation OurUsualErrors with [OurErrors] {
    errors: [
        NotFoundException
    ]
}

/// The members of every error.
@mixin
structure Refusal {
    /// The code of the reason.
    Code: ErrorCode

    /// The message: the rule, the holder and the time, and the next step.
    Message: String
}

/// The caller may not use this resource.
@error("client")
@httpError(403)
structure AccessDeniedException with [Refusal] {}

/// The request is malformed, breaks a constraint, or breaks a rule of the operation.
@error("client")
@httpError(400)
structure BadRequestException with [Refusal] {}

/// The request contradicts the present state of the resource.
@error("client")
@httpError(409)
structure ConflictException with [Refusal] {}

/// The caller's policies do not allow the operation: the answer of Amazon's other operations.
@error("client")
@httpError(403)
structure ForbiddenException with [Refusal] {}

/// A resource of the request does not exist in the caller's organization.
@error("client")
@httpError(404)
structure NotFoundException with [Refusal] {}

/// The request would exceed a limit on the number of resources.
@error("client")
@httpError(400)
structure ResourceLimitExceededException with [Refusal] {}

/// The server failed. Whether the request took effect is unknown.
@error("server")
@httpError(500)
structure ServiceFailureException with [Refusal] {}

/// The server cannot serve the request now, for example because its queue of writes is full. Retry it later.
@error("server")
@httpError(503)
structure ServiceUnavailableException with [Refusal] {}

/// The request is well formed and permitted, but another step must come first.
@error("client")
@httpError(422)
structure UnprocessableEntityException with [Refusal] {}

/// The request has no signature.
@error("client")
@httpError(403)
structure MissingAuthenticationTokenException with [Refusal] {}

/// The signature does not have the form of Signature Version 4, or covers too little.
@error("client")
@httpError(400)
structure IncompleteSignatureException with [Refusal] {}

/// The access key is unknown or revoked, or the request has a session token; the server issues none.
@error("client")
@httpError(403)
structure UnrecognizedClientException with [Refusal] {}

/// The signature belongs to another request, or was made with another secret.
@error("client")
@httpError(403)
structure InvalidSignatureException with [Refusal] {}

/// The request was signed more than fifteen minutes ago or ahead, or is a presigned request that has expired.
@error("client")
@httpError(400)
structure RequestExpired with [Refusal] {}

/// The reasons of errors, of requests and of items of a batch.
enum ErrorCode {
    /// The request is malformed, out of bounds, or against a rule of the operation.
    BAD_REQUEST = "BadRequest"

    /// The request contradicts the present state of the resource.
    CONFLICT = "Conflict"

    /// The caller's policies do not allow the operation.
    FORBIDDEN = "Forbidden"

    /// The resource does not exist in the caller's organization.
    NOT_FOUND = "NotFound"

    /// The request would exceed a limit.
    RESOURCE_LIMIT_EXCEEDED = "ResourceLimitExceeded"

    /// The server failed.
    SERVICE_FAILURE = "ServiceFailure"

    /// The caller may not use this resource.
    ACCESS_DENIED = "AccessDenied"

    /// The server cannot serve the request now; retry it later.
    SERVICE_UNAVAILABLE = "ServiceUnavailable"

    /// Another step must come first; the code of UnprocessableEntityException.
    UNPROCESSABLE = "Unprocessable"

    /// The Voice Connector is still an item of a Voice Connector group, or the group still has items.
    VOICE_CONNECTOR_GROUP_ASSOCIATIONS_EXIST = "VoiceConnectorGroupAssociationsExist"

    /// The phone number is still assigned, or the resource to delete still holds phone numbers.
    PHONE_NUMBER_ASSOCIATIONS_EXIST = "PhoneNumberAssociationsExist"

    /// The request has no signature; the code of MissingAuthenticationTokenException.
    MISSING_AUTHENTICATION_TOKEN = "MissingAuthenticationToken"

    /// The signature is malformed; the code of IncompleteSignatureException.
    INCOMPLETE_SIGNATURE = "IncompleteSignature"

    /// The access key is unknown; the code of UnrecognizedClientException.
    UNRECOGNIZED_CLIENT = "UnrecognizedClient"

    /// The signature does not belong to the request; the code of InvalidSignatureException.
    INVALID_SIGNATURE = "InvalidSignature"

    /// The request was signed too long ago or too far ahead; the code of RequestExpired.
    REQUEST_EXPIRED = "RequestExpired"
}
