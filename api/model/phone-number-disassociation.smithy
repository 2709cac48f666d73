$version: "2.0"

namespace org.carillon.api

/// Takes a number from its holder, a user, Voice Connector, Voice Connector group, SIP rule or line, and returns it to the
/// inventory, Unassigned, by the rules of the operation that does so for such a holder. When a user loses the primary
/// number, the longest-held additional one takes its place. A line or a SIP rule cannot be without its number: with
/// DeleteLineOrSipRule it is deleted as DeleteLine and DeleteSipRule do, and without it the number stays, with a conflict
/// that names the holder. A number without a holder is a conflict that says since when.
@tags(["Carillon"])
@http(method: "POST", uri: "/phone-numbers/{PhoneNumberId}?operation=disassociate", code: 200)
operation DisassociatePhoneNumber with [OurUsualErrors] {
    input :=
        /// The number, and whether a line or a SIP rule goes with it.
        {
            /// The number, by its identifier or in E.164 form.
            @required
            @httpLabel
            PhoneNumberId: ResourceId

            /// Whether to delete the line or the SIP rule that has the number. It means nothing for other holders.
            DeleteLineOrSipRule: Boolean
        }

    output :=
        /// What has happened.
        {
            /// The assignment that ended, without BegunBy and EndedBy. Of a line it is the line's own.
            @required
            Assignment: PhoneNumberAssignment

            /// The users who have to sign in again to notice: the user, or all of the line.
            @required
            SignInRequiredUserIds: SignInRequiredUserIdList
        }

    errors: [
        ConflictException
    ]
}
