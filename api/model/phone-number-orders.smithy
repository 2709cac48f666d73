$version: "2.0"

namespace org.carillon.api

/// Orders up to 500 numbers from the pool for the organization's inventory.
///
/// The order is refused as a whole when it has a number twice, a number of the inventory, a toll-free number for
/// BusinessCalling, or a number that cannot have the product type in its country. Otherwise it is accepted as
/// Processing and its numbers are AcquireInProgress in the inventory. The supplier answers for each number;
/// GetPhoneNumberOrder shows the results.
@http(method: "POST", uri: "/phone-number-orders", code: 201)
operation CreatePhoneNumberOrder with [AmazonErrors] {
    input :=
        /// The numbers to order and their product type.
        {
            /// The product type of all numbers. It can change later, while a number is Unassigned.
            @required
            ProductType: PhoneNumberProductType

            /// The numbers, each once. SearchAvailablePhoneNumbers shows the available ones.
            @required
            E164PhoneNumbers: E164PhoneNumbersToOrder

            /// The organization's own name for each of the numbers.
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

/// Shows an order: its own status and that of each number. An order that is unknown or belongs to another organization
/// is not found.
@readonly
@http(method: "GET", uri: "/phone-number-orders/{PhoneNumberOrderId}", code: 200)
operation GetPhoneNumberOrder with [UsualErrors] {
    input :=
        /// The order to show.
        {
            /// The identifier of the order.
            @required
            @httpLabel
            PhoneNumberOrderId: GuidString
        }

    output :=
        /// The order as it is now.
        {
            /// The order, with every number in it.
            PhoneNumberOrder: PhoneNumberOrder
        }
}

/// Lists the organization's orders with their numbers, in pages, finished orders included. A page of large orders may
/// have fewer than MaxResults; its NextToken continues the list.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "PhoneNumberOrders")
@http(method: "GET", uri: "/phone-number-orders", code: 200)
operation ListPhoneNumberOrders with [AmazonErrors] {
    input :=
        /// The page of orders.
        {
            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken

            /// The most orders in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100
        }

    output :=
        /// One page of orders.
        {
            /// The orders.
            PhoneNumberOrders: PhoneNumberOrderList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// A purchase of numbers from the pool.
structure PhoneNumberOrder {
    /// The identifier of the order.
    PhoneNumberOrderId: GuidString

    /// The product type of the numbers.
    ProductType: PhoneNumberProductType

    /// The status of the order.
    Status: PhoneNumberOrderStatus

    /// The numbers and the status of each.
    OrderedPhoneNumbers: OrderedPhoneNumberList

    /// Whether the numbers are new or transferred from another carrier. Carillon's suppliers sell new ones.
    OrderType: PhoneNumberOrderType

    /// The time at which the order was accepted.
    CreatedTimestamp: Iso8601Timestamp

    /// The time of the last change.
    UpdatedTimestamp: Iso8601Timestamp
}

/// One number of an order.
structure OrderedPhoneNumber {
    /// The number.
    E164PhoneNumber: E164PhoneNumber

    /// The status of the number.
    Status: OrderedPhoneNumberStatus
}

/// The status of an order.
enum PhoneNumberOrderStatus {
    /// The supplier has not answered for at least one number.
    PROCESSING = "Processing"

    /// Every number was acquired.
    SUCCESSFUL = "Successful"

    /// No number was acquired.
    FAILED = "Failed"

    /// Some numbers were acquired and the others were not.
    PARTIAL = "Partial"
}

/// The origins of the numbers of an order.
enum PhoneNumberOrderType {
    /// From a supplier's pool.
    NEW = "New"

    /// From another carrier.
    PORTING = "Porting"
}

/// The status of one number of an order.
enum OrderedPhoneNumberStatus {
    /// The supplier has not answered yet.
    PROCESSING = "Processing"

    /// The number is in the inventory.
    ACQUIRED = "Acquired"

    /// The supplier could not deliver the number.
    FAILED = "Failed"
}

/// The numbers of one order: 1 to 500.
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
