$version: "2.0"

namespace org.carillon.api

/// Shows one number of the inventory or the deletion queue: its product, its status, what it can do, and whom it is
/// assigned to. A number that the organization does not have, or whose seven days in the queue are over, is not found.
@readonly
@http(method: "GET", uri: "/phone-numbers/{PhoneNumberId}", code: 200)
operation GetPhoneNumber with [UsualErrors] {
    input :=
        /// Which number to look at.
        {
            /// The number, by its identifier or in E.164 form.
            @required
            @httpLabel
            PhoneNumberId: PhoneNumberId
        }

    output :=
        /// The number as it stands now.
        {
            /// The number.
            PhoneNumber: PhoneNumber
        }
}

/// Lists the organization's numbers, a page at a time, narrowed down by status, by product and by holder. FilterName
/// and FilterValue go together and say who holds the numbers; one without the other is refused. The status
/// DeleteInProgress shows the deletion queue.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "PhoneNumbers")
@http(method: "GET", uri: "/phone-numbers", code: 200)
operation ListPhoneNumbers with [UsualErrors] {
    input :=
        /// Which numbers to list, and which page of them.
        {
            /// Only numbers in this status.
            @httpQuery("status")
            Status: PhoneNumberStatus

            /// Only numbers of this product.
            @httpQuery("product-type")
            ProductType: PhoneNumberProductType

            /// The kind of holder whose numbers to list.
            @httpQuery("filter-name")
            FilterName: PhoneNumberAssociationName

            /// The identifier of the holder whose numbers to list.
            @httpQuery("filter-value")
            FilterValue: FilterValue

            /// The most numbers to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of numbers.
        {
            /// The numbers.
            PhoneNumbers: PhoneNumberList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Changes one of the product, the calling name and the name of a number; a request that asks for several of them, or
/// for none, is refused. The name is what the organization calls the number for itself; it changes at once.
///
/// The product can change only while the number is Unassigned, and only to one that the number may have: a toll-free
/// number never becomes BusinessCalling, one outside the US is always SipMediaApplicationDialIn. A calling name is two
/// to fifteen letters, digits and blanks, or empty to clear it. It goes out to the telephone networks, which can take
/// 72 hours, and while one such update is pending the next is refused.
@http(method: "POST", uri: "/phone-numbers/{PhoneNumberId}", code: 200)
operation UpdatePhoneNumber with [UsualErrors] {
    input :=
        /// The number, and the one attribute of it to change.
        {
            /// The number, by its identifier or in E.164 form.
            @required
            @httpLabel
            PhoneNumberId: PhoneNumberId

            /// The product that the number shall belong to.
            ProductType: PhoneNumberProductType

            /// The name that called parties shall see, or an empty string to have none.
            CallingName: CallingName

            /// What the organization shall call the number, or an empty string to give it no name.
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

/// Changes many numbers at once, each by the rules of UpdatePhoneNumber: one attribute an item. An item that is refused
/// is reported in the answer and does not keep the others from being changed.
@http(method: "POST", uri: "/phone-numbers?operation=batch-update", code: 200)
operation BatchUpdatePhoneNumber with [UsualErrors] {
    input :=
        /// The numbers, and for each the one attribute to change.
        {
            /// One item a number.
            @required
            UpdatePhoneNumberRequestItems: UpdatePhoneNumberRequestItemList
        }

    output :=
        /// What could not be changed.
        {
            /// One entry for each refused item; empty when all were changed.
            PhoneNumberErrors: PhoneNumberErrorList
        }
}

/// Moves a number from the inventory to the deletion queue. A number that is still assigned is refused with the code
/// PhoneNumberAssociationsExist: take it from its holder first. It can be restored for seven days; after that it is no
/// longer the organization's.
@idempotent
@http(method: "DELETE", uri: "/phone-numbers/{PhoneNumberId}", code: 204)
operation DeletePhoneNumber with [UsualErrors] {
    input :=
        /// Which number to delete.
        {
            /// The number, by its identifier or in E.164 form.
            @required
            @httpLabel
            PhoneNumberId: PhoneNumberId
        }

    output: Unit
}

/// Moves many numbers to the deletion queue, each by the rules of DeletePhoneNumber. A number that is refused, for
/// instance because it is still assigned, is reported in the answer and does not keep the others from being deleted.
@http(method: "POST", uri: "/phone-numbers?operation=batch-delete", code: 200)
operation BatchDeletePhoneNumber with [UsualErrors] {
    input :=
        /// Which numbers to delete.
        {
            /// The numbers, by their identifiers or in E.164 form.
            @required
            PhoneNumberIds: PhoneNumberIdList
        }

    output :=
        /// What could not be deleted.
        {
            /// One entry for each refused number; empty when all were deleted.
            PhoneNumberErrors: PhoneNumberErrorList
        }
}

/// Takes a number back from the deletion queue before its seven days are over. It returns to the inventory Unassigned,
/// whoever held it before. A number that is not in the queue is refused.
@http(method: "POST", uri: "/phone-numbers/{PhoneNumberId}?operation=restore", code: 200)
operation RestorePhoneNumber with [UsualErrors] {
    input :=
        /// Which number to restore.
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

/// Searches the pool for numbers that can be ordered now. Nothing is reserved: only an order takes a number.
///
/// In the US at least one of AreaCode, City, State and TollFreePrefix is needed, and a City needs its State. In other
/// countries PhoneNumberType is needed, and none of those four may be given. A search that finds nothing answers with
/// an empty list.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "E164PhoneNumbers")
@http(method: "GET", uri: "/search?type=phone-numbers", code: 200)
operation SearchAvailablePhoneNumbers {
    input :=
        /// What numbers to look for, and which page of them.
        {
            /// Only numbers in this area code; US only.
            @httpQuery("area-code")
            AreaCode: AreaCode

            /// Only numbers in this city; US only, and together with State.
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

            /// The most numbers to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo500 = 500

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of numbers on offer.
        {
            /// The numbers, ready to be put into an order.
            E164PhoneNumbers: E164PhoneNumberList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }

    errors: [
        AccessDeniedException
    ]
}

/// Lists the countries in which numbers can be had for a product, and of which types. A country is on the list because
/// the product may have its numbers, not because the pool holds any at the moment.
@readonly
@http(method: "GET", uri: "/phone-number-countries", code: 200)
operation ListSupportedPhoneNumberCountries {
    input :=
        /// Which product to ask about.
        {
            /// The product.
            @required
            @httpQuery("product-type")
            ProductType: PhoneNumberProductType
        }

    output :=
        /// Where the product can be used.
        {
            /// One entry a country.
            PhoneNumberCountries: PhoneNumberCountryList
        }

    errors: [
        AccessDeniedException
    ]
}

/// Gives a number of the inventory to a user. The number must be Unassigned and of the product BusinessCalling, and the
/// user must not be suspended. The first number of a user is the primary one; further ones are additional. Calling and
/// messaging stay as the user's settings say, switched off for a user who never had a number.
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}?operation=associate-phone-number", code: 200)
operation AssociatePhoneNumberWithUser with [UsualErrors] {
    input :=
        /// Which number, to which user.
        with [TelephonyUserScoped] {
            /// The number to assign.
            @required
            E164PhoneNumber: E164PhoneNumber
        }

    output :=
        /// Nothing: look at the number to see its association.
        {}

    errors: [
        AccessDeniedException
    ]
}

/// Takes the primary number from a user and returns it to the inventory, Unassigned. If the user has additional
/// numbers, the one held for longest becomes primary. A user without any number is refused.
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}?operation=disassociate-phone-number", code: 200)
operation DisassociatePhoneNumberFromUser with [UsualErrors] {
    input :=
        /// From which user to take the primary number.
        with [TelephonyUserScoped] {}

    output :=
        /// Nothing: look at the user to see which number is primary now.
        {}
}
