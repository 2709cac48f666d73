$version: "2.0"

namespace org.carillon.api

/// Puts tags on a thing of the organization that has an ARN: a Voice Connector, a SIP media application or
/// one of its numbers. A tag whose key the thing has already replaces the value; the others stay. A thing has up to 50
/// tags, and all of a request are put or none. The tags of a number belong to the organization's time with it: they
/// survive the deletion queue, and are gone once the number has left it.
@http(method: "POST", uri: "/tags?operation=tag-resource", code: 204)
operation TagResource with [UsualErrors] {
    input :=
        /// The thing, and its tags.
        {
            /// The thing.
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

/// Takes tags off a thing. A key that the thing does not have is passed over.
@http(method: "POST", uri: "/tags?operation=untag-resource", code: 204)
operation UntagResource with [UsualErrors] {
    input :=
        /// The thing, and the keys of the tags.
        {
            /// The thing.
            @required
            ResourceARN: Arn

            /// The keys of the tags to take off.
            @required
            TagKeys: TagKeyList
        }

    output: Unit
}

/// Lists the tags of a thing in the order of their keys.
@readonly
@http(method: "GET", uri: "/tags", code: 200)
operation ListTagsForResource with [UsualErrors] {
    input :=
        /// The thing.
        {
            /// The thing.
            @required
            @httpQuery("arn")
            ResourceARN: Arn
        }

    output :=
        /// What is written on the thing.
        {
            /// All of its tags.
            Tags: TagsOfResource
        }
}

/// A key and a value that people write on a thing, for instance to say who pays for it.
structure Tag {
    /// What the tag is about. Keys that begin with `aws:`, letter case aside, are not for people and are refused.
    @required
    Key: TagKey

    /// What the tag says.
    @required
    Value: TagValue
}

/// The name of a thing for the whole world: `arn:aws:chime:<region>:<organization>:<type>/<id>`, where the type is `vc`
/// for a Voice Connector, `sma` for a SIP media application, and `phone-number` for a number, whose identifier here is
/// its digits without the plus and whose region is `us-east-1`.
@length(min: 1, max: 1024)
@pattern("^arn[\\/\\:\\-\\_\\.a-zA-Z0-9]+$")
@form("an ARN such as arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4")
@sensitive
string Arn

/// What a tag is about. Letter case matters.
@length(min: 1, max: 128)
@sensitive
string TagKey

/// What a tag says; it may be empty.
@length(max: 256)
@sensitive
string TagValue

/// Tags to put on a thing.
@length(min: 1, max: 50)
list TagList {
    member: Tag
}

/// The tags that a thing has.
@length(max: 50)
list TagsOfResource {
    member: Tag
}

/// The keys of tags to take off a thing.
@length(min: 1, max: 50)
list TagKeyList {
    member: TagKey
}
