$version: "2.0"

namespace org.carillon.api

/// Shows a number of the inventory or the deletion queue: its product type, status, capabilities and holders. A number
/// that the organization does not have, or whose seven days in the queue are over, is not found.
@readonly
@http(method: "GET", uri: "/phone-numbers/{PhoneNumberId}", code: 200)
operation GetPhoneNumber with [UsualErrors] {
    input :=
        /// The number to show.
        {
            /// The number, by its identifier or in E.164 form.
            @required
            @httpLabel
            PhoneNumberId: PhoneNumberId
        }

    output :=
        /// The number as it is now.
        {
            /// The number.
            PhoneNumber: PhoneNumber
        }
}

/// Lists the organization's numbers in pages, filtered by status, product type and holder. FilterName and FilterValue
/// together name the holder; one without the other is refused. The status DeleteInProgress lists the deletion queue.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "PhoneNumbers")
@http(method: "GET", uri: "/phone-numbers", code: 200)
operation ListPhoneNumbers with [UsualErrors] {
    input :=
        /// The filters of the numbers, and the page.
        {
            /// Only numbers in this status.
            @httpQuery("status")
            Status: PhoneNumberStatus

            /// Only numbers of this product type.
            @httpQuery("product-type")
            ProductType: PhoneNumberProductType

            /// The kind of the holder.
            @httpQuery("filter-name")
            FilterName: PhoneNumberAssociationName

            /// The identifier of the holder.
            @httpQuery("filter-value")
            FilterValue: FilterValue

            /// The most numbers in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of numbers.
        {
            /// The numbers.
            PhoneNumbers: PhoneNumberList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Changes one attribute of a number: the product type, the calling name or the name. A request with several of them,
/// or with none, is refused. The name is the organization's own; it changes at once.
///
/// The product type can change only while the number is Unassigned, and only to one that the number may have: a
/// toll-free number is never BusinessCalling, and a number outside the US is SipMediaApplicationDialIn, or
/// BusinessCalling in a country of PutBusinessCallingCountries. A calling name has two to fifteen letters, digits and
/// blanks; an empty one removes it. The telephone networks can take 72 hours to show it, and while an update is pending
/// the next one is refused.
@http(method: "POST", uri: "/phone-numbers/{PhoneNumberId}", code: 200)
operation UpdatePhoneNumber with [UsualErrors] {
    input :=
        /// The number and the new value of one attribute.
        {
            /// The number, by its identifier or in E.164 form.
            @required
            @httpLabel
            PhoneNumberId: PhoneNumberId

            /// The new product type.
            ProductType: PhoneNumberProductType

            /// The new calling name, which called parties see; an empty string removes it.
            CallingName: CallingName

            /// The organization's own new name for the number; an empty string removes it.
            Name: PhoneNumberName
        }

    output :=
        /// The number after the change.
        {
            /// The number; a new calling name is still UpdateInProgress.
            PhoneNumber: PhoneNumber
        }

    errors: [
        ConflictException
    ]
}

/// Changes many numbers, each by the rules of UpdatePhoneNumber: one attribute for each item. The answer lists the
/// refused items; the others are changed.
@http(method: "POST", uri: "/phone-numbers?operation=batch-update", code: 200)
operation BatchUpdatePhoneNumber with [UsualErrors] {
    input :=
        /// The numbers, and the new value of one attribute for each.
        {
            /// One item for each number.
            @required
            UpdatePhoneNumberRequestItems: UpdatePhoneNumberRequestItemList
        }

    output :=
        /// The refused items.
        {
            /// One entry for each refused item; empty when all were changed.
            PhoneNumberErrors: PhoneNumberErrorList
        }
}

/// Moves a number from the inventory to the deletion queue. An assigned number is refused with the code
/// PhoneNumberAssociationsExist: unassign it first. The number can be restored for seven days. After that it no longer
/// belongs to the organization.
@idempotent
@http(method: "DELETE", uri: "/phone-numbers/{PhoneNumberId}", code: 204)
operation DeletePhoneNumber with [UsualErrors] {
    input :=
        /// The number to delete.
        {
            /// The number, by its identifier or in E.164 form.
            @required
            @httpLabel
            PhoneNumberId: PhoneNumberId
        }

    output: Unit
}

/// Moves many numbers to the deletion queue, each by the rules of DeletePhoneNumber. The answer lists the refused
/// numbers, for example assigned ones; the others are deleted.
@http(method: "POST", uri: "/phone-numbers?operation=batch-delete", code: 200)
operation BatchDeletePhoneNumber with [UsualErrors] {
    input :=
        /// The numbers to delete.
        {
            /// The numbers, by their identifiers or in E.164 form.
            @required
            PhoneNumberIds: PhoneNumberIdList
        }

    output :=
        /// The refused items.
        {
            /// One entry for each refused number; empty when all were deleted.
            PhoneNumberErrors: PhoneNumberErrorList
        }
}

/// Restores a number from the deletion queue within seven days. It returns to the inventory Unassigned. A number that
/// is not in the queue is refused.
@http(method: "POST", uri: "/phone-numbers/{PhoneNumberId}?operation=restore", code: 200)
operation RestorePhoneNumber with [UsualErrors] {
    input :=
        /// The number to restore.
        {
            /// The number, by its identifier or in E.164 form.
            @required
            @httpLabel
            PhoneNumberId: ResourceId
        }

    output :=
        /// The number, back in the inventory.
        {
            /// The number, Unassigned.
            PhoneNumber: PhoneNumber
        }

    errors: [
        ResourceLimitExceededException
    ]
}

/// Searches the pool for numbers that can be ordered now. A search reserves nothing; an order does.
///
/// In the US at least one of AreaCode, City, State and TollFreePrefix is required, and City requires State. In other
/// countries PhoneNumberType is required, and those four are refused. A search without matches answers with an empty
/// list.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "E164PhoneNumbers")
@http(method: "GET", uri: "/search?type=phone-numbers", code: 200)
operation SearchAvailablePhoneNumbers with [AmazonErrors] {
    input :=
        /// The filters and the page.
        {
            /// Only numbers in this area code; US only.
            @httpQuery("area-code")
            AreaCode: AreaCode

            /// Only numbers in this city; US only. State is required too.
            @httpQuery("city")
            City: City

            /// The country to search in; US when absent.
            @httpQuery("country")
            Country: Alpha2CountryCode

            /// Only numbers in this state; US only.
            @httpQuery("state")
            State: State

            /// Only toll-free numbers with this prefix; US only.
            @httpQuery("toll-free-prefix")
            TollFreePrefix: TollFreePrefix

            /// Only numbers of this type. Outside the US it is required.
            @httpQuery("phone-number-type")
            PhoneNumberType: PhoneNumberType

            /// The most numbers in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo500 = 500

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of available numbers.
        {
            /// The numbers, which an order can list.
            E164PhoneNumbers: E164PhoneNumberList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }

    errors: [
        AccessDeniedException
    ]
}

/// Lists the countries of a product type, and the types of numbers in each. The list has a country because the product
/// type allows it, whether or not the pool holds numbers of it.
@readonly
@http(method: "GET", uri: "/phone-number-countries", code: 200)
operation ListSupportedPhoneNumberCountries with [AmazonErrors] {
    input :=
        /// The product type.
        {
            /// The product type.
            @required
            @httpQuery("product-type")
            ProductType: PhoneNumberProductType
        }

    output :=
        /// The countries of the product type.
        {
            /// One entry for each country.
            PhoneNumberCountries: PhoneNumberCountryList
        }

    errors: [
        AccessDeniedException
    ]
}

/// Assigns a number of the inventory to a user. The number must be Unassigned and have the product type
/// BusinessCalling, and the user must not be suspended. The first number of a user is the primary one; further ones are
/// additional. Calling and messaging stay as in the user's settings; they are off for a user who never had a number.
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}?operation=associate-phone-number", code: 200)
operation AssociatePhoneNumberWithUser with [UsualErrors] {
    input :=
        /// The number and the user.
        with [TelephonyUserScoped] {
            /// The number to assign.
            @required
            E164PhoneNumber: E164PhoneNumber
        }

    output :=
        /// No members; GetPhoneNumber shows the association.
        {}

    errors: [
        AccessDeniedException
    ]
}

/// Unassigns the primary number of a user; it returns to the inventory. If the user has additional numbers, the one
/// held longest becomes primary. A user without a number is refused.
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}?operation=disassociate-phone-number", code: 200)
operation DisassociatePhoneNumberFromUser with [UsualErrors] {
    input :=
        /// The user.
        with [TelephonyUserScoped] {}

    output :=
        /// No members; GetUser shows the primary number.
        {}
}
