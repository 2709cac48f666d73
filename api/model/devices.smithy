$version: "2.0"

namespace org.carillon.api

/// Creates a desk phone or a soft client in an account, assigned to nobody. The answer shows the credentials with which
/// the device registers; no later answer shows them. A MAC address or SIP user name of another device of the
/// organization is a conflict.
@tags(["Carillon"])
@http(method: "POST", uri: "/accounts/{AccountId}/devices", code: 201)
operation CreateDevice with [OurUsualErrors] {
    input :=
        /// The account and the device to create in it.
        with [AccountScoped] {
            /// The name.
            @required
            Name: DeviceName

            /// The kind of device.
            @required
            Type: DeviceType

            /// The MAC address; a desk phone needs one.
            MacAddress: MacAddress

            /// The name with which a soft client registers; a soft client needs one.
            SipUsername: DeviceSipUsername
        }

    output :=
        /// The new device.
        {
            /// The device.
            Device: Device

            /// The credentials with which the device registers; only this answer shows them.
            DeviceCredentials: DeviceCredentials
        }

    errors: [
        ConflictException
        ResourceLimitExceededException
    ]
}

/// Shows a device and its user, without its password.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/accounts/{AccountId}/devices/{DeviceId}", code: 200)
operation GetDevice with [OurUsualErrors] {
    input :=
        /// The device to show.
        with [DeviceScoped] {}

    output :=
        /// The device as of now.
        {
            /// The device.
            Device: Device
        }
}

/// Lists the devices of an account in order of creation, in pages. UserId selects the devices of one user.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Devices")
@tags(["Carillon"])
@http(method: "GET", uri: "/accounts/{AccountId}/devices", code: 200)
operation ListDevices with [OurUsualErrors] {
    input :=
        /// The owner of the devices, and the page.
        with [AccountScoped] {
            /// The user of the devices to select.
            @httpQuery("user-id")
            UserId: ResourceId

            /// The most devices in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo200 = 100

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of devices.
        {
            /// The devices.
            Devices: DeviceList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Changes the name of a device, the MAC address of a desk phone or the SIP user name of a soft client. Members that
/// are absent stay as they are, and so do the password and the user. A desk phone registers with its MAC address, so
/// another address means another SIP user name.
@tags(["Carillon"])
@http(method: "POST", uri: "/accounts/{AccountId}/devices/{DeviceId}", code: 200)
operation UpdateDevice with [OurUsualErrors] {
    input :=
        /// The device and its changes.
        with [DeviceScoped] {
            /// The new name.
            Name: DeviceName

            /// The MAC address of the new desk phone.
            MacAddress: MacAddress

            /// The new name with which the soft client registers.
            SipUsername: DeviceSipUsername
        }

    output :=
        /// The device after the change.
        {
            /// The device.
            Device: Device
        }

    errors: [
        ConflictException
    ]
}

/// Deletes a device; its credentials are void. A device that is assigned to a user is refused; disassociate it first
/// with DisassociateDeviceFromUser.
@idempotent
@tags(["Carillon"])
@http(method: "DELETE", uri: "/accounts/{AccountId}/devices/{DeviceId}", code: 204)
operation DeleteDevice with [OurUsualErrors] {
    input :=
        /// The device to delete.
        with [DeviceScoped] {}

    output :=
        /// No members.
        {}

    errors: [
        ConflictException
    ]
}

/// Assigns a device to a user of its account. A device of another user is a conflict, and so is a device without a
/// password; RegenerateDeviceCredentials makes a new one. A device that the user already has stays as it is.
@tags(["Carillon"])
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}?operation=associate-device", code: 200)
operation AssociateDeviceWithUser with [OurUsualErrors] {
    input :=
        /// The device and the user.
        with [UserScoped] {
            /// The device.
            @required
            DeviceId: ResourceId
        }

    output :=
        /// The device after the change.
        {
            /// The device.
            Device: Device
        }

    errors: [
        ConflictException
        ResourceLimitExceededException
    ]
}

/// Unassigns a device from a user. The device stays in the account. Its password is void at once, since the user knows
/// it; RegenerateDeviceCredentials makes a new one for the next user. A device that is not assigned to this user is a
/// conflict.
@tags(["Carillon"])
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}?operation=disassociate-device", code: 200)
operation DisassociateDeviceFromUser with [OurUsualErrors] {
    input :=
        /// The device and the user.
        with [UserScoped] {
            /// The device.
            @required
            DeviceId: ResourceId
        }

    output :=
        /// The device after the change.
        {
            /// The device.
            Device: Device
        }

    errors: [
        ConflictException
    ]
}

/// Gives a device a new password. Only this answer shows it. The old password is void at once.
@tags(["Carillon"])
@http(method: "POST", uri: "/accounts/{AccountId}/devices/{DeviceId}?operation=regenerate-credentials", code: 200)
operation RegenerateDeviceCredentials with [OurUsualErrors] {
    input :=
        /// The device of the password.
        with [DeviceScoped] {}

    output :=
        /// The device and its new credentials.
        {
            /// The device.
            Device: Device

            /// The credentials with which the device registers; only this answer shows them.
            DeviceCredentials: DeviceCredentials
        }
}

/// Names the device of the operation, and its account.
@mixin
structure DeviceScoped with [AccountScoped] {
    /// The device. A device of another account is not found.
    @required
    @httpLabel
    DeviceId: ResourceId
}

/// A desk phone or a soft client of an account.
structure Device {
    /// The identifier of the device.
    @required
    DeviceId: ResourceId

    /// The account of the device.
    @required
    AccountId: ResourceId

    /// The name of the device.
    @required
    Name: DeviceName

    /// The kind of device.
    @required
    Type: DeviceType

    /// The MAC address of a desk phone, twelve hexadecimal digits in pairs: `00:1A:2B:3C:4D:5E`.
    MacAddress: MacAddress

    /// The name with which the device registers; for a desk phone the digits of its MAC address in lower case.
    @required
    SipUsername: DeviceSipUsername

    /// The user of the device; absent while it is unassigned.
    UserId: String

    /// The time from which the user has it.
    AssignedTimestamp: Iso8601Timestamp

    /// The time at which the present password was made; absent while the device has no password, because it has lost
    /// its user.
    CredentialsTimestamp: Iso8601Timestamp

    /// The time of the creation.
    @required
    CreatedTimestamp: Iso8601Timestamp

    /// The time of the last change.
    @required
    UpdatedTimestamp: Iso8601Timestamp
}

/// The credentials with which a device registers.
structure DeviceCredentials {
    /// The user name.
    @required
    SipUsername: String

    /// The password.
    @required
    SipPassword: SensitiveString
}

/// The kinds of devices.
enum DeviceType {
    /// A telephone with a MAC address.
    DESK_PHONE = "DeskPhone"

    /// A program on a computer or a mobile telephone.
    SOFT_CLIENT = "SoftClient"
}

/// The name of a device.
@length(min: 1, max: 128)
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("a name on one line, such as Front desk")
string DeviceName

/// A MAC address: twelve hexadecimal digits, with a colon or a hyphen between pairs, with a dot between groups of four,
/// or with nothing between them.
@length(max: 17)
@pattern("^([0-9A-Fa-f]{12}|[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4})$")
@form("a MAC address such as 00:53:00:12:34:56")
string MacAddress

/// The name with which a soft client registers; letter case does not matter.
@length(min: 1, max: 64)
@pattern("^[A-Za-z0-9][A-Za-z0-9._+-]*$")
@form("a user name of letters, digits and ._+- such as desk-12")
string DeviceSipUsername

list DeviceList {
    member: Device
}
