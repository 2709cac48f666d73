$version: "2.0"

namespace org.carillon.api

/// Tags a resource of the organization that has an ARN: a Voice Connector, a SIP media application or a number. A tag
/// whose key the resource already has replaces the value; the others stay. A resource has up to 50 tags. Either all
/// tags of a request are added or none. The tags of a number belong to the tenure: they stay while the number is in the
/// deletion queue and end when the number leaves it.
@http(method: "POST", uri: "/tags?operation=tag-resource", code: 204)
operation TagResource with [UsualErrors] {
    input :=
        /// The resource and its new tags.
        {
            /// The resource.
            @required
            ResourceARN: Arn

            /// The tags, each key once.
            @required
            Tags: TagList
        }

    output: Unit

    errors: [
        ResourceLimitExceededException
    ]
}

/// Removes tags from a resource. Keys that the resource does not have are ignored.
@http(method: "POST", uri: "/tags?operation=untag-resource", code: 204)
operation UntagResource with [UsualErrors] {
    input :=
        /// The resource and the keys of the tags.
        {
            /// The resource.
            @required
            ResourceARN: Arn

            /// The keys of the tags to remove.
            @required
            TagKeys: TagKeyList
        }

    output: Unit
}

/// Lists the tags of a resource in the order of their keys.
@readonly
@http(method: "GET", uri: "/tags", code: 200)
operation ListTagsForResource with [UsualErrors] {
    input :=
        /// The resource.
        {
            /// The resource.
            @required
            @httpQuery("arn")
            ResourceARN: Arn
        }

    output :=
        /// The tags of the resource.
        {
            /// All tags of the resource.
            Tags: TagsOfResource
        }
}

/// A key and a value that describe a resource, for example its cost center.
structure Tag {
    /// The key. Keys that begin with `aws:`, in any letter case, are reserved and refused.
    @required
    Key: TagKey

    /// The value.
    @required
    Value: TagValue
}

/// The ARN of a resource: `arn:aws:chime:<region>:<organization>:<type>/<id>`. The type is `vc` for a Voice Connector,
/// `sma` for a SIP media application and `phone-number` for a number. The id of a number is its digits without the
/// plus, and its region is `us-east-1`.
@length(min: 1, max: 1024)
@pattern("^arn[\\/\\:\\-\\_\\.a-zA-Z0-9]+$")
@form("an ARN such as arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4")
@sensitive
string Arn

/// The key of a tag. Letter case matters.
@length(min: 1, max: 128)
@sensitive
string TagKey

/// The value of a tag; it may be empty.
@length(max: 256)
@sensitive
string TagValue

/// Tags to add to a resource.
@length(min: 1, max: 50)
list TagList {
    member: Tag
}

/// The tags of a resource.
@length(max: 50)
list TagsOfResource {
    member: Tag
}

/// The keys of tags to remove from a resource.
@length(min: 1, max: 50)
list TagKeyList {
    member: TagKey
}
