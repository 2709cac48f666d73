$version: "2.0"

namespace org.carillon.api

/// Creates a desk phone or a soft client in an account, assigned to nobody. The answer shows the credentials with which
/// it registers; they are not shown again. A MAC address or SIP user name that a device of the organization has
/// already is a conflict.
@tags(["Carillon"])
@http(method: "POST", uri: "/accounts/{AccountId}/devices", code: 201)
operation CreateDevice with [UsualErrors] {
    input :=
        /// The account, and the device to create in it.
        with [AccountScoped] {
            /// What to call the device.
            @required
            Name: DeviceName

            /// What the device is.
            @required
            Kind: DeviceKind

            /// The MAC address of a desk phone, which needs one.
            MacAddress: MacAddress

            /// The name by which a soft client registers, which needs one.
            SipUsername: DeviceSipUsername
        }

    output :=
        /// The new device.
        {
            /// The device.
            Device: Device

            /// With what it registers; shown now only.
            DeviceCredentials: DeviceCredentials
        }

    errors: [
        ConflictException
        ResourceLimitExceededException
    ]
}

/// Shows a device and whom it is assigned to, without its password.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/accounts/{AccountId}/devices/{DeviceId}", code: 200)
operation GetDevice with [UsualErrors] {
    input :=
        /// Which device to look at.
        with [DeviceScoped] {}

    output :=
        /// The device as of now.
        {
            /// The device.
            Device: Device
        }
}

/// Lists the devices of an account in order of creation, a page at a time. UserId keeps those of one user.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Devices")
@tags(["Carillon"])
@http(method: "GET", uri: "/accounts/{AccountId}/devices", code: 200)
operation ListDevices with [UsualErrors] {
    input :=
        /// Whose devices to list, and which page of them.
        with [AccountScoped] {
            /// The user whose devices to keep.
            @httpQuery("user-id")
            UserId: ResourceId

            /// The most devices to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo200 = 100

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of devices.
        {
            /// The devices.
            Devices: DeviceList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Changes the name of a device, the MAC address of a desk phone or the SIP user name of a soft client. What the request
/// leaves out stays, and so do the password and whom it is assigned to. A desk phone registers by its MAC address, so
/// another address is another SIP user name.
@tags(["Carillon"])
@http(method: "POST", uri: "/accounts/{AccountId}/devices/{DeviceId}", code: 200)
operation UpdateDevice with [UsualErrors] {
    input :=
        /// The device, and what to change.
        with [DeviceScoped] {
            /// What to call the device from now on.
            Name: DeviceName

            /// The MAC address of the desk phone that takes its place.
            MacAddress: MacAddress

            /// The name by which the soft client registers from now on.
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

/// Deletes a device, whose credentials end with it. One that is assigned to a user is refused;
/// DisassociateDeviceFromUser frees it.
@idempotent
@tags(["Carillon"])
@http(method: "DELETE", uri: "/accounts/{AccountId}/devices/{DeviceId}", code: 204)
operation DeleteDevice with [UsualErrors] {
    input :=
        /// Which device to delete.
        with [DeviceScoped] {}

    output :=
        /// Nothing: the device is gone.
        {}

    errors: [
        ConflictException
    ]
}

/// Gives a device to a user of its account. One that somebody else has is a conflict, and so is one without a password:
/// RegenerateDeviceCredentials makes it a new one. The user's own stays as it is.
@tags(["Carillon"])
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}?operation=associate-device", code: 200)
operation AssociateDeviceWithUser with [UsualErrors] {
    input :=
        /// Which device, to which user.
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

/// Takes a device from a user; it stays in the account, assigned to nobody. Its password is void at once, since the user
/// knows it; RegenerateDeviceCredentials makes the next user's. A device that is not the user's is a conflict.
@tags(["Carillon"])
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}?operation=disassociate-device", code: 200)
operation DisassociateDeviceFromUser with [UsualErrors] {
    input :=
        /// Which device, from which user.
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

/// Gives a device a new password, which is shown in this answer only. The old one stops working at once.
@tags(["Carillon"])
@http(method: "POST", uri: "/accounts/{AccountId}/devices/{DeviceId}?operation=regenerate-credentials", code: 200)
operation RegenerateDeviceCredentials with [UsualErrors] {
    input :=
        /// Which device's password to replace.
        with [DeviceScoped] {}

    output :=
        /// The device and its new credentials.
        {
            /// The device.
            Device: Device

            /// With what it registers; shown now only.
            DeviceCredentials: DeviceCredentials
        }
}

/// Says which device of which account an operation is about.
@mixin
structure DeviceScoped with [AccountScoped] {
    /// The device. A device of another account is unknown here.
    @required
    @httpLabel
    DeviceId: ResourceId
}

/// A desk phone or a soft client of an account.
structure Device {
    /// The identifier of the device.
    @required
    DeviceId: String

    /// The account of the device.
    @required
    AccountId: String

    /// What the device is called.
    @required
    Name: DeviceName

    /// What the device is.
    @required
    Kind: DeviceKind

    /// The MAC address of a desk phone, twelve hexadecimal digits in pairs: `00:1A:2B:3C:4D:5E`.
    MacAddress: String

    /// The name by which the device registers; of a desk phone the digits of its MAC address in lower case.
    @required
    SipUsername: String

    /// The user who has the device; absent for a free one.
    UserId: String

    /// Since when the user has it.
    AssignedTimestamp: Iso8601Timestamp

    /// When the present password was made; absent while the device has none, since its last user lost it.
    CredentialsTimestamp: Iso8601Timestamp

    /// When the device was created.
    @required
    CreatedTimestamp: Iso8601Timestamp

    /// When something about the device was changed last.
    @required
    UpdatedTimestamp: Iso8601Timestamp
}

/// With what a device registers.
structure DeviceCredentials {
    /// The user name.
    @required
    SipUsername: String

    /// The password.
    @required
    SipPassword: SensitiveString
}

/// What a device is.
enum DeviceKind {
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

/// The name by which a soft client registers; letter case makes no difference.
@length(min: 1, max: 64)
@pattern("^[A-Za-z0-9][A-Za-z0-9._+-]*$")
@form("a user name of letters, digits and ._+- such as desk-12")
string DeviceSipUsername

list DeviceList {
    member: Device
}
