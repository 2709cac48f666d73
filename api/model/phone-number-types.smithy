$version: "2.0"

namespace org.carillon.api

/// A number of the organization, in the inventory or in the deletion queue.
structure PhoneNumber {
    /// The identifier: the E.164 form with its plus sign percent-encoded, such as `%2B12065550100`. Either form is
    /// accepted wherever an identifier is asked for.
    PhoneNumberId: String

    /// The number.
    E164PhoneNumber: E164PhoneNumber

    /// The country whose numbering plan it belongs to.
    Country: Alpha2CountryCode

    /// Whether it is local or toll-free.
    Type: PhoneNumberType

    /// The product that it is used with, which settles who can hold it.
    ProductType: PhoneNumberProductType

    /// Where it stands between purchase and deletion.
    Status: PhoneNumberStatus

    /// What it can do.
    Capabilities: PhoneNumberCapabilities

    /// Whom it is assigned to now; empty unless the status is Assigned.
    Associations: PhoneNumberAssociationList

    /// The name that called parties see; absent when it has none of its own.
    CallingName: CallingName

    /// How the last update of the calling name went.
    CallingNameStatus: CallingNameStatus

    /// What the organization calls it; absent when it has no name. Nobody else sees it.
    Name: PhoneNumberName

    /// The order by which it came; absent when it was taken over with an import.
    OrderId: GuidString

    /// When the number was ordered.
    CreatedTimestamp: Iso8601Timestamp

    /// When anything about the number last changed.
    UpdatedTimestamp: Iso8601Timestamp

    /// When the number leaves the deletion queue for good, seven days after the deletion; absent in the inventory.
    DeletionTimestamp: Iso8601Timestamp
}

/// A bond between a number and one of those that hold it. A number held by a user has two: the user and the user's
/// account.
structure PhoneNumberAssociation {
    /// The identifier of the holder.
    Value: String

    /// The kind of holder.
    Name: PhoneNumberAssociationName

    /// Since when the number has been held.
    AssociatedTimestamp: Iso8601Timestamp
}

/// The holder of a number.
structure PhoneNumberHolder {
    /// The identifier of the user, Voice Connector, Voice Connector group, SIP rule or line.
    @required
    HolderId: String

    /// What it is.
    @required
    Kind: HolderKind

    /// How people know it, by its last name: the e-mail address of a user, the name of anything else.
    @required
    Name: SensitiveString

    /// The account of a user; absent for what belongs to the organization as a whole.
    AccountId: String
}

/// The kinds of holders.
enum HolderKind {
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

/// What a number can do, as its country, its type and its holder's settings permit.
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

/// A country, and the types of number to be had there.
structure PhoneNumberCountry {
    /// The country.
    CountryCode: Alpha2CountryCode

    /// The types.
    SupportedPhoneNumberTypes: PhoneNumberTypeList
}

/// Why one number of a batch was refused.
structure PhoneNumberError {
    /// The number, as the request named it.
    PhoneNumberId: NonEmptyString

    /// The reason, for programs.
    ErrorCode: ErrorCode

    /// The reason, for people.
    ErrorMessage: String
}

/// The change of one number in a batch: one of ProductType, CallingName and Name.
structure UpdatePhoneNumberRequestItem {
    /// The number, by its identifier or in E.164 form.
    @required
    PhoneNumberId: ResourceId

    /// The product that the number shall belong to.
    ProductType: PhoneNumberProductType

    /// The name that called parties shall see, or an empty string to have none.
    CallingName: CallingName

    /// What the organization shall call the number, or an empty string to give it no name.
    Name: PhoneNumberName
}

/// What a number is used with, and so who can hold it.
enum PhoneNumberProductType {
    /// Calls and messages of users. Only US local numbers.
    BUSINESS_CALLING = "BusinessCalling"

    /// Trunks to the organization's own telephone systems: Voice Connectors and their groups. Only US numbers.
    VOICE_CONNECTOR = "VoiceConnector"

    /// Dialling in to applications by way of SIP rules. The one product for numbers outside the US.
    SIP_MEDIA_APPLICATION_DIAL_IN = "SipMediaApplicationDialIn"
}

/// Whether a number belongs to a place or is free of charge to its callers.
enum PhoneNumberType {
    LOCAL = "Local"
    TOLL_FREE = "TollFree"
}

/// Where a number stands between its purchase and its deletion.
enum PhoneNumberStatus {
    /// Ordered; the supplier has not delivered it yet.
    ACQUIRE_IN_PROGRESS = "AcquireInProgress"

    /// Ordered, and the supplier could not deliver it.
    ACQUIRE_FAILED = "AcquireFailed"

    /// In the inventory, held by nobody.
    UNASSIGNED = "Unassigned"

    /// In the inventory, held by somebody.
    ASSIGNED = "Assigned"

    /// On its way back to the supplier.
    RELEASE_IN_PROGRESS = "ReleaseInProgress"

    /// In the deletion queue, from which it can be restored for seven days.
    DELETE_IN_PROGRESS = "DeleteInProgress"

    /// The supplier did not take it back.
    RELEASE_FAILED = "ReleaseFailed"

    /// Its deletion could not be completed.
    DELETE_FAILED = "DeleteFailed"

    /// Its transfer from another carrier was called off.
    CANCELLED = "Cancelled"

    /// Its transfer from another carrier is asked to be called off.
    PORTIN_CANCEL_REQUESTED = "PortinCancelRequested"

    /// It is being transferred from another carrier.
    PORTIN_IN_PROGRESS = "PortinInProgress"
}

/// The kinds of holder that a number can be assigned to.
enum PhoneNumberAssociationName {
    /// The account of the user who holds it.
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

/// How the last update of a calling name went.
enum CallingNameStatus {
    /// The number has no calling name of its own.
    UNASSIGNED = "Unassigned"

    /// The telephone networks have not confirmed it yet; until then no other update is taken.
    UPDATE_IN_PROGRESS = "UpdateInProgress"

    /// The name is in effect.
    UPDATE_SUCCEEDED = "UpdateSucceeded"

    /// The name was turned down and is not in effect.
    UPDATE_FAILED = "UpdateFailed"
}

/// A number of the organization, as its percent-encoded identifier or in E.164 form.
@length(max: 128)
string PhoneNumberId

/// What an organization calls a number for itself: words of letters, digits, commas, dots, underscores and hyphens; or
/// empty.
@length(max: 256)
@pattern("^$|^[a-zA-Z0-9,._-]+(\\s+[a-zA-Z0-9,._-]+)*$")
@form("empty, or words of letters, digits and ,._- such as Front desk")
@sensitive
string PhoneNumberName

/// A country by its two capital letters (ISO 3166-1 alpha-2).
@pattern("^[A-Z]{2}$")
@form("a country of two capital letters, such as US")
string Alpha2CountryCode

/// The identifier of a holder by which to list numbers.
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
