$version: "2.0"

namespace org.carillon.api

/// Tells where the organization's call detail records are stored, for Business Calling and for Voice Connectors.
/// A group without a bucket is absent from the answer.
@readonly
@http(method: "GET", uri: "/settings", code: 200)
operation GetGlobalSettings {
    input :=
        /// Nothing: the organization is that of the caller.
        {}

    output :=
        /// The settings that hold for the whole organization.
        {
            /// What holds for Business Calling numbers.
            BusinessCalling: BusinessCallingSettings

            /// What holds for numbers of Voice Connectors.
            VoiceConnector: VoiceConnectorSettings
        }
}

/// Changes where the organization's call detail records are stored. A group that the request leaves out keeps its
/// value; one that it names is replaced as a whole. Records already written stay where they are.
@idempotent
@http(method: "PUT", uri: "/settings", code: 204)
operation UpdateGlobalSettings {
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

/// Tells the organization's default calling name and when it was last changed. The default is what the called
/// party sees for every number that has no calling name of its own.
@readonly
@http(method: "GET", uri: "/settings/phone-number", code: 200)
operation GetPhoneNumberSettings {
    input :=
        /// Nothing: the organization is that of the caller.
        {}

    output :=
        /// The settings that hold for all the organization's phone numbers.
        {
            /// The default calling name, absent when there is none.
            CallingName: CallingName

            /// When the default calling name was last changed. Seven days later it may be changed again.
            CallingNameUpdatedTimestamp: Iso8601Timestamp
        }
}

/// Changes the organization's default calling name: two to fifteen letters, digits and blanks, or empty to have
/// none. It may be changed once in seven days; sooner, the request is refused with the instant from which it may be
/// made again. To set the name that holds already changes nothing and succeeds at any time. It may be 72 hours before every telephone network shows the new name.
@idempotent
@http(method: "PUT", uri: "/settings/phone-number", code: 204)
operation UpdatePhoneNumberSettings {
    input :=
        /// The new default.
        {
            /// The default calling name, or an empty string to have none.
            @required
            CallingName: CallingName
        }

    output: Unit
}

/// Tells whose numbers, besides those of the United States, the organization may use for BusinessCalling and so give to
/// users.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/settings/business-calling-countries", code: 200)
operation GetBusinessCallingCountries {
    input :=
        /// Nothing: the organization is that of the caller.
        {}

    output :=
        /// The further countries.
        {
            /// The countries in the order of their codes; empty as long as Amazon Chime's rule holds, by which only
            /// numbers of the United States go to users.
            @required
            Countries: BusinessCallingCountryList
        }
}

/// Names the countries whose numbers, besides those of the United States, the organization may use for BusinessCalling;
/// the list replaces the one before. Numbers that have the product type already keep it. Toll-free numbers are never
/// BusinessCalling.
@idempotent
@tags(["Carillon"])
@http(method: "PUT", uri: "/settings/business-calling-countries", code: 204)
operation PutBusinessCallingCountries {
    input :=
        /// The further countries.
        {
            /// The countries by their codes; empty to return to Amazon Chime's rule. US need not be named.
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

/// What holds for all Business Calling numbers of the organization.
structure BusinessCallingSettings {
    /// The bucket that takes the call detail records. It must exist already; absent, none are written.
    CdrBucket: CdrBucket
}

/// What holds for all numbers of the organization's Voice Connectors.
structure VoiceConnectorSettings {
    /// The bucket that takes the call detail records. It must exist already; absent, none are written.
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
