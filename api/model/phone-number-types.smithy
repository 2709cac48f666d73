$version: "2.0"

namespace org.carillon.api

/// A number of the organization, in the inventory or in the deletion queue.
structure PhoneNumber {
    /// The identifier: the E.164 form with its plus percent-encoded, such as `%2B12065550100`. Requests may have either
    /// form.
    PhoneNumberId: String

    /// The number.
    E164PhoneNumber: E164PhoneNumber

    /// The country of the numbering plan.
    Country: Alpha2CountryCode

    /// Whether it is local or toll-free.
    Type: PhoneNumberType

    /// The product type, which decides the possible holders.
    ProductType: PhoneNumberProductType

    /// The status between order and release.
    Status: PhoneNumberStatus

    /// The capabilities.
    Capabilities: PhoneNumberCapabilities

    /// The present holders; empty unless the status is Assigned.
    Associations: PhoneNumberAssociationList

    /// The name that called parties see; absent when the number has none of its own.
    CallingName: CallingName

    /// The result of the last update of the calling name.
    CallingNameStatus: CallingNameStatus

    /// The organization's own name for the number; absent when there is none. Only the organization sees it.
    Name: PhoneNumberName

    /// The order of the number; absent for an imported number.
    OrderId: GuidString

    /// The time of the order.
    CreatedTimestamp: Iso8601Timestamp

    /// The time of the last change of the number.
    UpdatedTimestamp: Iso8601Timestamp

    /// The time at which the number leaves the deletion queue, seven days after the deletion; absent in the inventory.
    DeletionTimestamp: Iso8601Timestamp
}

/// The assignment of a number to a holder. A number of a user has two: the user and the user's account.
structure PhoneNumberAssociation {
    /// The identifier of the holder.
    Value: String

    /// The kind of holder.
    Name: PhoneNumberAssociationName

    /// The time from which the holder has had the number.
    AssociatedTimestamp: Iso8601Timestamp
}

/// The holder of a number.
structure PhoneNumberHolder {
    /// The identifier of the user, Voice Connector, Voice Connector group, SIP rule or line.
    @required
    HolderId: String

    /// The kind of holder.
    @required
    Type: HolderType

    /// The last name of the holder: the e-mail address of a user, the name of every other holder.
    @required
    Name: SensitiveString

    /// The account of a user; absent for other holders.
    AccountId: String
}

/// The kinds of holders.
enum HolderType {
    /// A user of an account.
    USER = "User"

    /// A Voice Connector.
    CONNECTOR = "VoiceConnector"

    /// A group of Voice Connectors.
    GROUP = "VoiceConnectorGroup"

    /// A SIP rule.
    SIP_RULE = "SipRule"

    /// A shared line.
    LINE = "Line"
}

/// The capabilities of a number, as its country, type and holder's settings permit.
structure PhoneNumberCapabilities {
    /// Whether it can be called.
    InboundCall: Boolean

    /// Whether calls can be made from it.
    OutboundCall: Boolean

    /// Whether it receives text messages.
    InboundSMS: Boolean

    /// Whether text messages can be sent from it.
    OutboundSMS: Boolean

    /// Whether it receives multimedia messages.
    InboundMMS: Boolean

    /// Whether multimedia messages can be sent from it.
    OutboundMMS: Boolean
}

/// A country and the types of its available numbers.
structure PhoneNumberCountry {
    /// The country.
    CountryCode: Alpha2CountryCode

    /// The types.
    SupportedPhoneNumberTypes: PhoneNumberTypeList
}

/// The refusal of one number of a batch.
structure PhoneNumberError {
    /// The number, as in the request.
    PhoneNumberId: NonEmptyString

    /// The code of the reason.
    ErrorCode: ErrorCode

    /// The message with the reason.
    ErrorMessage: String
}

/// The change of one number in a batch: one of ProductType, CallingName and Name.
structure UpdatePhoneNumberRequestItem {
    /// The number, by its identifier or in E.164 form.
    @required
    PhoneNumberId: ResourceId

    /// The new product type.
    ProductType: PhoneNumberProductType

    /// The new calling name, which called parties see; an empty string removes it.
    CallingName: CallingName

    /// The organization's own new name for the number; an empty string removes it.
    Name: PhoneNumberName
}

/// The product types, which decide the possible holders.
enum PhoneNumberProductType {
    /// Calls and messages of users. Local numbers of the US and of the countries in PutBusinessCallingCountries.
    BUSINESS_CALLING = "BusinessCalling"

    /// Trunks to the organization's own telephone systems: Voice Connectors and their groups. Only US numbers.
    VOICE_CONNECTOR = "VoiceConnector"

    /// Calls to applications through SIP rules. Numbers of every country.
    SIP_MEDIA_APPLICATION_DIAL_IN = "SipMediaApplicationDialIn"
}

/// Local numbers and toll-free numbers.
enum PhoneNumberType {
    LOCAL = "Local"
    TOLL_FREE = "TollFree"
}

/// The status of a number between order and release.
enum PhoneNumberStatus {
    /// Ordered; the supplier has not delivered it yet.
    ACQUIRE_IN_PROGRESS = "AcquireInProgress"

    /// Ordered, and the supplier could not deliver it.
    ACQUIRE_FAILED = "AcquireFailed"

    /// In the inventory, without a holder.
    UNASSIGNED = "Unassigned"

    /// In the inventory, with a holder.
    ASSIGNED = "Assigned"

    /// Leaving the organization; the supplier has not confirmed it yet.
    RELEASE_IN_PROGRESS = "ReleaseInProgress"

    /// In the deletion queue; it can be restored for seven days.
    DELETE_IN_PROGRESS = "DeleteInProgress"

    /// The supplier has refused to take the number back.
    RELEASE_FAILED = "ReleaseFailed"

    /// Its deletion could not be completed.
    DELETE_FAILED = "DeleteFailed"

    /// The transfer from another carrier was cancelled.
    CANCELLED = "Cancelled"

    /// Cancellation of the transfer from another carrier is requested.
    PORTIN_CANCEL_REQUESTED = "PortinCancelRequested"

    /// The transfer from another carrier is in progress.
    PORTIN_IN_PROGRESS = "PortinInProgress"
}

/// The kinds of holder that a number can be assigned to.
enum PhoneNumberAssociationName {
    /// The account of the user that holds the number.
    ACCOUNT_ID = "AccountId"

    /// A user.
    USER_ID = "UserId"

    /// A Voice Connector.
    VOICE_CONNECTOR_ID = "VoiceConnectorId"

    /// A Voice Connector group.
    VOICE_CONNECTOR_GROUP_ID = "VoiceConnectorGroupId"

    /// A SIP rule that is triggered by the number.
    SIP_RULE_ID = "SipRuleId"
}

/// The results of the last update of a calling name.
enum CallingNameStatus {
    /// The number has no calling name of its own.
    UNASSIGNED = "Unassigned"

    /// The telephone networks have not confirmed the name yet; further updates are refused until then.
    UPDATE_IN_PROGRESS = "UpdateInProgress"

    /// The name is in effect.
    UPDATE_SUCCEEDED = "UpdateSucceeded"

    /// The name was rejected and is not in effect.
    UPDATE_FAILED = "UpdateFailed"
}

/// A number of the organization, as its percent-encoded identifier or in E.164 form.
@length(max: 128)
string PhoneNumberId

/// An organization's own name for a number: words of letters, digits, commas, dots, underscores and hyphens; or empty.
@length(max: 256)
@pattern("^$|^[a-zA-Z0-9,._-]+(\\s+[a-zA-Z0-9,._-]+)*$")
@form("empty, or words of letters, digits and ,._- such as Front desk")
@sensitive
string PhoneNumberName

/// A country by its two capital letters (ISO 3166-1 alpha-2).
@pattern("^[A-Z]{2}$")
@form("a country of two capital letters, such as US")
string Alpha2CountryCode

/// The identifier of a holder, as a filter.
@length(max: 256)
string FilterValue

/// A US area code.
@length(max: 16)
string AreaCode

/// The name of a US city.
@length(max: 128)
string City

/// A US state.
@length(max: 64)
string State

/// One of the US toll-free prefixes.
@length(min: 3, max: 3)
@pattern("^8(00|33|44|55|66|77|88)$")
@form("a toll-free prefix of the US such as 888")
string TollFreePrefix

/// The numbers that one batch deletes.
@length(min: 1, max: 500)
list PhoneNumberIdList {
    member: PhoneNumberId
}

/// The changes that one batch makes.
@length(min: 1, max: 500)
list UpdatePhoneNumberRequestItemList {
    member: UpdatePhoneNumberRequestItem
}

list E164PhoneNumberList {
    member: E164PhoneNumber
}

list PhoneNumberList {
    member: PhoneNumber
}

list PhoneNumberAssociationList {
    member: PhoneNumberAssociation
}

list PhoneNumberCountryList {
    member: PhoneNumberCountry
}

list PhoneNumberErrorList {
    member: PhoneNumberError
}

list PhoneNumberTypeList {
    member: PhoneNumberType
}
