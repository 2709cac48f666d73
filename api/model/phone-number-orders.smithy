$version: "2.0"

namespace org.carillon.api

/// Orders up to 500 numbers from the pool for the organization's inventory.
///
/// The order is refused as a whole when it names a number twice, a number that is in the inventory already, a
/// toll-free number for BusinessCalling, or a number outside the US for anything but SipMediaApplicationDialIn.
/// Otherwise it is accepted as Processing, its numbers show in the inventory as AcquireInProgress, and the supplier's
/// answers settle them one by one; ask for the order again to see how it went.
@http(method: "POST", uri: "/phone-number-orders", code: 201)
operation CreatePhoneNumberOrder {
    input :=
        /// Which numbers to buy, and for which product.
        {
            /// The product that all the numbers will belong to. It can be changed later, while a number is Unassigned.
            @required
            ProductType: PhoneNumberProductType

            /// The numbers, each once. A search in the pool tells which can be had.
            @required
            E164PhoneNumbers: E164PhoneNumbersToOrder

            /// What the organization shall call each of the numbers.
            Name: PhoneNumberName
        }

    output :=
        /// The order as accepted.
        {
            /// The order, still Processing.
            PhoneNumberOrder: PhoneNumberOrder
        }

    errors: [
        AccessDeniedException
        ResourceLimitExceededException
    ]
}

/// Tells how an order stands: its own status, and for each of its numbers whether it was acquired. An order that is
/// unknown or belongs to another organization is not found.
@readonly
@http(method: "GET", uri: "/phone-number-orders/{PhoneNumberOrderId}", code: 200)
operation GetPhoneNumberOrder with [UsualErrors] {
    input :=
        /// Which order to look at.
        {
            /// The order, by the identifier that it was given when it was accepted.
            @required
            @httpLabel
            PhoneNumberOrderId: GuidString
        }

    output :=
        /// The order as it stands now.
        {
            /// The order, with every number in it.
            PhoneNumberOrder: PhoneNumberOrder
        }
}

/// Lists the organization's orders with their numbers, a page at a time. Orders that are settled remain on record. A
/// page may come short of what was asked for when its orders are large; the token then leads on.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "PhoneNumberOrders")
@http(method: "GET", uri: "/phone-number-orders", code: 200)
operation ListPhoneNumberOrders {
    input :=
        /// Which page of orders to read.
        {
            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken

            /// The most orders to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100
        }

    output :=
        /// One page of orders.
        {
            /// The orders.
            PhoneNumberOrders: PhoneNumberOrderList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// A purchase of numbers from the pool.
structure PhoneNumberOrder {
    /// The identifier of the order.
    PhoneNumberOrderId: GuidString

    /// The product that the numbers were ordered for.
    ProductType: PhoneNumberProductType

    /// How the order as a whole stands.
    Status: PhoneNumberOrderStatus

    /// Its numbers, and how each one stands.
    OrderedPhoneNumbers: OrderedPhoneNumberList

    /// Whether the numbers are new to the organization or transferred from another carrier. Carillon's suppliers sell
    /// new ones.
    OrderType: PhoneNumberOrderType

    /// When the order was accepted.
    CreatedTimestamp: Iso8601Timestamp

    /// When the order or one of its numbers last changed.
    UpdatedTimestamp: Iso8601Timestamp
}

/// One number of an order.
structure OrderedPhoneNumber {
    /// The number.
    E164PhoneNumber: E164PhoneNumber

    /// How far the purchase of this number has come.
    Status: OrderedPhoneNumberStatus
}

/// How an order as a whole stands.
enum PhoneNumberOrderStatus {
    /// At least one number is still awaited.
    PROCESSING = "Processing"

    /// Every number was acquired.
    SUCCESSFUL = "Successful"

    /// No number was acquired.
    FAILED = "Failed"

    /// Every number is settled, some acquired and some not.
    PARTIAL = "Partial"
}

/// Where the numbers of an order come from.
enum PhoneNumberOrderType {
    /// From a supplier's pool.
    NEW = "New"

    /// From another carrier.
    PORTING = "Porting"
}

/// How one number of an order stands.
enum OrderedPhoneNumberStatus {
    /// The supplier has not answered yet.
    PROCESSING = "Processing"

    /// The number is in the inventory.
    ACQUIRED = "Acquired"

    /// The supplier could not deliver the number.
    FAILED = "Failed"
}

/// The numbers that one order asks for: at least one and at most 500.
@length(min: 1, max: 500)
list E164PhoneNumbersToOrder {
    member: E164PhoneNumber
}

list OrderedPhoneNumberList {
    member: OrderedPhoneNumber
}

list PhoneNumberOrderList {
    member: PhoneNumberOrder
}
