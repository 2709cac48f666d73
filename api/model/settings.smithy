$version: "2.0"

namespace org.carillon.api

/// Shows the buckets of the organization's call detail records, for Business Calling and for Voice Connectors. The
/// answer omits a group without a bucket.
@readonly
@http(method: "GET", uri: "/settings", code: 200)
operation GetGlobalSettings with [AmazonErrors] {
    input :=
        /// No members; the organization is the caller's.
        {}

    output :=
        /// The settings of the whole organization.
        {
            /// The settings of Business Calling numbers.
            BusinessCalling: BusinessCallingSettings

            /// The settings of numbers of Voice Connectors.
            VoiceConnector: VoiceConnectorSettings
        }
}

/// Changes the buckets of the organization's call detail records. A group that is absent stays as it is; a group that
/// is present is replaced as a whole. Existing records stay where they are.
@idempotent
@http(method: "PUT", uri: "/settings", code: 204)
operation UpdateGlobalSettings with [AmazonErrors] {
    input :=
        /// The groups of settings to replace.
        {
            /// The new settings of Business Calling.
            BusinessCalling: BusinessCallingSettings

            /// The new settings of Voice Connectors.
            VoiceConnector: VoiceConnectorSettings
        }

    output: Unit
}

/// Shows the organization's default calling name and the time of its last change. A called party sees the default for
/// every number without a calling name of its own.
@readonly
@http(method: "GET", uri: "/settings/phone-number", code: 200)
operation GetPhoneNumberSettings with [AmazonErrors] {
    input :=
        /// No members; the organization is the caller's.
        {}

    output :=
        /// The settings of all the organization's phone numbers.
        {
            /// The default calling name, absent when there is none.
            CallingName: CallingName

            /// The time of the last change of the default calling name. It can change again seven days later.
            CallingNameUpdatedTimestamp: Iso8601Timestamp
        }
}

/// Changes the organization's default calling name: two to fifteen letters, digits and blanks, or empty to have none.
/// It can change once in seven days; an earlier request is refused with the time from which it is allowed. A request
/// with the present name changes nothing and always succeeds. The telephone networks can take 72 hours to show the new
/// name.
@idempotent
@http(method: "PUT", uri: "/settings/phone-number", code: 204)
operation UpdatePhoneNumberSettings with [AmazonErrors] {
    input :=
        /// The new default.
        {
            /// The default calling name, or an empty string to have none.
            @required
            CallingName: CallingName
        }

    output: Unit
}

/// Shows the countries, besides the United States, whose numbers the organization may use for BusinessCalling and so
/// assign to users.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/settings/business-calling-countries", code: 200)
operation GetBusinessCallingCountries with [OurErrors] {
    input :=
        /// No members; the organization is the caller's.
        {}

    output :=
        /// The further countries.
        {
            /// The countries in the order of their codes. The list is empty while Amazon Chime's rule applies: only
            /// numbers of the United States go to users.
            @required
            Countries: BusinessCallingCountryList
        }
}

/// Sets the countries, besides the United States, whose numbers the organization may use for BusinessCalling. The list
/// replaces the former one. Numbers that already have the product type keep it. Toll-free numbers are never
/// BusinessCalling.
@idempotent
@tags(["Carillon"])
@http(method: "PUT", uri: "/settings/business-calling-countries", code: 204)
operation PutBusinessCallingCountries with [OurErrors] {
    input :=
        /// The further countries.
        {
            /// The countries by their codes; an empty list returns to Amazon Chime's rule. US is always allowed.
            @required
            Countries: BusinessCallingCountryList
        }

    output: Unit
}

/// Countries whose numbers may be BusinessCalling.
@length(max: 250)
list BusinessCallingCountryList {
    member: Alpha2CountryCode
}

/// The settings of all Business Calling numbers of the organization.
structure BusinessCallingSettings {
    /// The bucket of the call detail records. It must exist. No records are written when absent.
    CdrBucket: CdrBucket
}

/// The settings of all numbers of the organization's Voice Connectors.
structure VoiceConnectorSettings {
    /// The bucket of the call detail records. It must exist. No records are written when absent.
    CdrBucket: CdrBucket
}

/// The name of a bucket for call detail records.
@length(max: 255)
string CdrBucket

/// The name that a called party sees: two to fifteen letters, digits and blanks. Empty means none.
@pattern("^$|^[a-zA-Z0-9 ]{2,15}$")
@form("empty, or 2 to 15 letters, digits and blanks, such as Example Corp")
@sensitive
string CallingName
