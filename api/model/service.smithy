$version: "2.0"

metadata validators = [
    {
        name: "EmitEachSelector"
        id: "PatternWithoutForm"
        message: "Say with @form in words what the pattern asks for"
        severity: "DANGER"
        namespaces: ["org.carillon.api"]
        configuration: { selector: "[trait|pattern]:not([trait|org.carillon.api#form])" }
    }
]

// Smithy merges a shape that two files define, with the traits of both, and would only note it.
metadata severityOverrides = [
    { id: "Model.IgnoredDuplicateDefinition", namespace: "org.carillon.api", severity: "DANGER" }
]

namespace org.carillon.api

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

/// An open, self-hosted home for an organization's phone numbers, on the wire of the Amazon Chime administration API.
///
/// The key of the caller's signature belongs to an *organization*; an answer never has resources of another one. An
/// organization has an inventory of phone numbers and any number of Chime accounts. An account has users, bots and chat
/// rooms. Numbers come from the pool by an order, are assigned to holders and unassigned, and leave through a deletion
/// queue in which they stay seven days.
///
/// Every request is signed with Signature Version 4 for the service name `chime`, any region. Every error has the
/// header `x-amzn-ErrorType` and a body with `Code` and `Message`. Lists answer in pages.
///
/// Errors before an operation runs have the same form: 404 UnknownOperationException and 405 MethodNotAllowedException
/// for the path, 413 RequestEntityTooLargeException and 415 UnsupportedMediaTypeException for the body, 408, 414, 417,
/// 426, 431, 501 and 505 for the HTTP.
///
/// The operations tagged `Carillon` are not Amazon's. Their requests are read strictly: an unknown member or query
/// parameter is a bad request. Amazon's operations ignore it, as Amazon does.
@title("Carillon")
@service(sdkId: "Carillon", arnNamespace: "chime", endpointPrefix: "carillon")
@sigv4(name: "chime")
@restJson1
service Carillon {
    version: "2018-05-01"
    errors: [
        BadRequestException
        IncompleteSignatureException
        InvalidSignatureException
        MissingAuthenticationTokenException
        RequestExpired
        ServiceFailureException
        ServiceUnavailableException
        UnrecognizedClientException
    ]
    operations: [
        // Phone numbers
        BatchDeletePhoneNumber
        BatchUpdatePhoneNumber
        DeletePhoneNumber
        GetPhoneNumber
        ListPhoneNumbers
        ListSupportedPhoneNumberCountries
        RestorePhoneNumber
        SearchAvailablePhoneNumbers
        UpdatePhoneNumber
        // Finding numbers of the inventory, and what people write on them
        BatchPutPhoneNumberAnnotations
        GetPhoneNumberAnnotations
        ListPhoneNumberLabels
        PutPhoneNumberAnnotations
        SearchInventory
        // Phone number orders
        CreatePhoneNumberOrder
        GetPhoneNumberOrder
        ListPhoneNumberOrders
        // Phone numbers of users
        AssociatePhoneNumberWithUser
        DisassociatePhoneNumber
        DisassociatePhoneNumberFromUser
        // Phone numbers of users, beyond the Chime API
        DisassociateAdditionalPhoneNumberFromUser
        GetUserCallerId
        GetUserTelephony
        ListUserPhoneNumbers
        ReportUserSignIn
        SwapPrimaryPhoneNumber
        UpdateUserCallerId
        // Devices
        AssociateDeviceWithUser
        CreateDevice
        DeleteDevice
        DisassociateDeviceFromUser
        GetDevice
        ListDevices
        RegenerateDeviceCredentials
        UpdateDevice
        // Who held which number when
        ListHolderAssignments
        ListPhoneNumberAssignments
        ListPhoneNumbersAsOf
        // Settings of the organization
        GetBusinessCallingCountries
        GetGlobalSettings
        GetPhoneNumberSettings
        PutBusinessCallingCountries
        UpdateGlobalSettings
        UpdatePhoneNumberSettings
        // Accounts
        AssociateSigninDelegateGroupsWithAccount
        CreateAccount
        DeleteAccount
        DisassociateSigninDelegateGroupsFromAccount
        GetAccount
        GetAccountSettings
        ListAccounts
        UpdateAccount
        UpdateAccountSettings
        // Users
        BatchSuspendUser
        BatchUnsuspendUser
        BatchUpdateUser
        CreateUser
        GetUser
        GetUserSettings
        InviteUsers
        ListUsers
        LogoutUser
        ResetPersonalPIN
        UpdateUser
        UpdateUserSettings
        // Rooms
        CreateRoom
        DeleteRoom
        GetRoom
        ListRooms
        UpdateRoom
        // Room memberships
        BatchCreateRoomMembership
        CreateRoomMembership
        DeleteRoomMembership
        ListRoomMemberships
        UpdateRoomMembership
        // Bots
        CreateBot
        DeleteEventsConfiguration
        GetBot
        GetEventsConfiguration
        ListBots
        PutEventsConfiguration
        RegenerateSecurityToken
        UpdateBot
        // Messages and their retention
        GetRetentionSettings
        PutRetentionSettings
        RedactConversationMessage
        RedactRoomMessage
        // SIP media applications and the rules that send calls to them
        CreateSipMediaApplication
        CreateSipRule
        DeleteSipMediaApplication
        DeleteSipRule
        GetSipMediaApplication
        GetSipRule
        ListSipMediaApplications
        ListSipRules
        UpdateSipMediaApplication
        UpdateSipRule
        // Tags
        ListTagsForResource
        TagResource
        UntagResource
        // Hunt groups
        CreateHuntGroup
        DeleteHuntGroup
        GetHuntGroup
        ListHuntGroups
        UpdateHuntGroup
        // Auto attendants
        CreateAutoAttendant
        DeleteAutoAttendant
        GetAutoAttendant
        ListAutoAttendants
        UpdateAutoAttendant
        // Lines
        AssociateUserWithLine
        CreateLine
        DeleteLine
        DisassociateUserFromLine
        GetLine
        ListLines
        UpdateLine
        // Removing telephony from users
        PreviewVoiceServicesRemoval
        RemoveVoiceServices
        // What a call would do
        ResolveCall
        // Meetings
        CreateMeetingDialOut
        // Voice Connectors
        AssociatePhoneNumbersWithVoiceConnector
        CreateVoiceConnector
        DeleteVoiceConnector
        DisassociatePhoneNumbersFromVoiceConnector
        GetVoiceConnector
        ListAvailableVoiceConnectorRegions
        ListVoiceConnectors
        UpdateVoiceConnector
        // Voice Connector groups
        AssociatePhoneNumbersWithVoiceConnectorGroup
        CreateVoiceConnectorGroup
        DeleteVoiceConnectorGroup
        DisassociatePhoneNumbersFromVoiceConnectorGroup
        GetVoiceConnectorGroup
        ListVoiceConnectorGroups
        UpdateVoiceConnectorGroup
        // Termination of Voice Connectors
        DeleteVoiceConnectorTermination
        DeleteVoiceConnectorTerminationCredentials
        GetVoiceConnectorTermination
        GetVoiceConnectorTerminationHealth
        ListVoiceConnectorTerminationCredentials
        PutVoiceConnectorTermination
        PutVoiceConnectorTerminationCredentials
        ReportVoiceConnectorTerminationHealth
        // Origination, emergency calls and logs of Voice Connectors
        DeleteVoiceConnectorEmergencyCallingConfiguration
        DeleteVoiceConnectorOrigination
        GetVoiceConnectorEmergencyCallingConfiguration
        GetVoiceConnectorLoggingConfiguration
        GetVoiceConnectorOrigination
        PutVoiceConnectorEmergencyCallingConfiguration
        PutVoiceConnectorLoggingConfiguration
        PutVoiceConnectorOrigination
        // Records of calls, voicemails and messages
        BatchPutRecord
        ExplainRecordVisibility
        ExportRecords
        GetRecord
        ListRecords
        ListVisibleRecords
        PutRecord
    ]
}
