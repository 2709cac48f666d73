$version: "2.0"

// The suite uses this error of the Smithy server framework without bringing it.
namespace smithy.framework

@error("client")
@httpError(400)
structure ValidationException {
    @required
    message: String

    fieldList: ValidationExceptionFieldList
}

structure ValidationExceptionField {
    @required
    path: String

    @required
    message: String
}

list ValidationExceptionFieldList {
    member: ValidationExceptionField
}
