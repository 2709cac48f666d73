$version: "2.0"

namespace org.carillon.api

/// A word of the organization's own on a thing, for finding and accounting.
structure Tag {
    /// What the tag is about.
    @required
    Key: TagKey

    /// What it says.
    @required
    Value: TagValue
}

/// What a tag is about.
@length(min: 1, max: 128)
string TagKey

/// What a tag says.
@length(min: 1, max: 256)
string TagValue

@length(min: 1, max: 50)
list TagList {
    member: Tag
}
